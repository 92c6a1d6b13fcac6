"""Catalog -> sheets: which there are, how large, in whose name, and where their code leads."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.sheets import HOUSE_PALETTE, Sheet, make_url, name_design, plan_sheets
from broadside.units import to_points
from sites import Files, make_small_site


def read(root: Path, files: Files) -> Catalog:
    return read_catalog(read_settings(make_small_site(root, files)))


def plan(root: Path, files: Files) -> dict[str, Sheet]:
    """Return the sheets of a site by slogan and name."""
    sheets, problems = plan_sheets(read(root, files))
    assert problems == ()
    return {f"{sheet.slogan}/{sheet.name}": sheet for sheet in sheets}


def test_a_slogan_is_on_posters_and_screens_in_each_of_its_languages(tmp_path: Path) -> None:
    carriers = ("poster-a4", "poster-a3", "screen-landscape")
    assert list(plan(tmp_path, {})) == [f"look-first/{carrier}-{language}" for language in ("en", "zh") for carrier in carriers]


@pytest.mark.parametrize(
    ("carriers", "expected"),
    [
        ("[banner]", ["banner-6m"]),
        ("[poster-a3, banner]", ["poster-a3", "banner-6m"]),
        ("[screen, screen-landscape]", ["screen-landscape"]),
    ],
)
def test_carriers_are_named_by_group_or_one_by_one(tmp_path: Path, carriers: str, expected: list[str]) -> None:
    slogan = f"---\ntext: Look first\ncarriers: {carriers}\n---\n"
    assert list(plan(tmp_path, {"slogans/look-first.md": slogan})) == [f"look-first/{name}-en" for name in expected]


def test_sizes_are_as_drawn(tmp_path: Path) -> None:
    sheets = plan(tmp_path, {"slogans/look-first.md": "---\ntext: Look first\ncarriers: [poster, banner, screen]\n---\n"})
    a3, banner, screen = (sheets[f"look-first/{name}-en"] for name in ("poster-a3", "banner-6m", "screen-landscape"))
    assert (a3.width_mm, a3.height_mm, a3.bleed_mm, a3.qr_mm) == pytest.approx((297, 420, 3, 50))
    assert (banner.width_mm, banner.height_mm, banner.bleed_mm, banner.qr_mm) == pytest.approx((600, 70, 1, 40))
    assert (to_points(screen.width_mm), to_points(screen.height_mm)) == pytest.approx((1920, 1080), rel=1e-3)


def test_words_stand_in_their_slot_and_can_be_read_from_afar(tmp_path: Path) -> None:
    for sheet in plan(tmp_path, {}).values():
        slot = sheet.design.slots[sheet.carrier.shape]
        drawn_per_mm = sheet.width_mm / sheet.carrier.width_mm
        assert sheet.words.letter_height_mm >= sheet.carrier.distance_m * 1000 / 150 * drawn_per_mm * 0.999
        for line in sheet.words.lines:
            assert slot.y * sheet.height_mm <= line.baseline_mm <= (slot.y + slot.height) * sheet.height_mm
            assert line.advance_mm <= slot.width * sheet.width_mm * 1.1


def test_the_a_sizes_share_one_setting(tmp_path: Path) -> None:
    sheets = plan(tmp_path, {})
    small, large = sheets["look-first/poster-a4-en"], sheets["look-first/poster-a3-en"]
    assert [line.text for line in small.words.lines] == [line.text for line in large.words.lines]
    assert large.words.size_mm / small.words.size_mm == pytest.approx(297 / 210, rel=1e-3)


def test_the_code_leads_to_the_page_in_the_language_of_the_sheet(tmp_path: Path) -> None:
    text = "---\ntext: {en: Look first, zh: 先看后干, th: '119'}\n---\n"
    sheets = plan(tmp_path, {"slogans/look-first.md": text})
    urls = {language: sheets[f"look-first/poster-a3-{language}"].url for language in ("en", "zh", "th")}
    site = "https://safety.example/"
    assert urls == {
        "en": f"{site}slogans/look-first/",
        "zh": f"{site}zh/slogans/look-first/",
        "th": f"{site}slogans/look-first/",  # the site has no Thai pages
    }


def test_the_folder_of_the_site_is_part_of_its_address(tmp_path: Path) -> None:
    settings = "site_url: https://intranet.example/safety\nextra: {campaign: month, unit: group, languages: [en, zh]}\n"
    catalog = read(tmp_path, {"mkdocs.yml": settings})
    assert make_url(catalog, catalog.campaign, "zh") == "https://intranet.example/safety/zh/campaigns/month/"


def test_the_unit_of_the_slogan_goes_before_that_of_the_site(tmp_path: Path) -> None:
    slogan = "---\ntext: {en: Look first, zh: 先看后干}\nunit: works\n---\n"
    sheets = plan(tmp_path, {"slogans/other.md": slogan})
    other, first = sheets["other/poster-a3-zh"], sheets["look-first/poster-a3-zh"]
    assert (other.unit, other.brand_logo, other.brand_name) == ("works", "works/logo.svg", "小厂")
    assert (first.unit, first.brand_logo) == ("group", "group/logo.svg")


def test_colours_and_days_are_the_campaigns(tmp_path: Path) -> None:
    fields = "title: Month\ntheme: Look\nstarts: 2027-06-01\nends: 2027-06-30\n"
    campaign = f'---\n{fields}palette: {{primary: "#112233", accent: "#445566"}}\n---\n'
    assert plan(tmp_path / "without", {})["look-first/poster-a3-en"].palette == HOUSE_PALETTE
    sheet = plan(tmp_path / "with", {"docs/campaigns/month.md": campaign})["look-first/poster-a3-en"]
    assert (sheet.palette.primary, sheet.campaign_title) == ("#112233", "Month")
    assert sheet.campaign_days == "1–30 June 2027"


def test_the_design_is_the_slogans_then_the_campaigns_then_the_first(tmp_path: Path) -> None:
    own = Path(__file__).parent / "small/posters/designs/plain"
    wall = {f"posters/designs/wall/{file.name}": file.read_bytes() for file in own.iterdir()}
    campaign = "---\ntitle: Month\ntheme: Look\nstarts: 2027-06-01\nends: 2027-06-30\ndesign: wall\n---\n"
    slogan = "---\ntext: Look first\ndesign: plain\n---\n"
    catalog = read(tmp_path / "a", wall | {"slogans/own.md": slogan})
    assert name_design(catalog, catalog.entries["slogans/look-first"]) == "plain"
    catalog = read(tmp_path / "b", wall | {"slogans/own.md": slogan, "docs/campaigns/month.md": campaign})
    assert name_design(catalog, catalog.entries["slogans/look-first"]) == "wall"
    assert name_design(catalog, catalog.entries["slogans/own"]) == "plain"


def test_the_picture_is_the_slogans_or_its_topics(tmp_path: Path) -> None:
    own = "---\ntext: Look first\ntopics: [ppe, fire]\npicture: flame\n---\n"
    sheets = plan(tmp_path, {"slogans/own.md": own})
    assert (sheets["own/poster-a3-en"].picture, sheets["own/poster-a3-en"].sign) == ("flame", "mandatory")
    assert sheets["look-first/poster-a3-zh"].picture == "helmet"
    assert sheets["look-first/poster-a3-zh"].topic_name == "劳动防护用品"


def test_a_sheet_is_a_value(tmp_path: Path) -> None:
    one, other = (plan(tmp_path, {}) for tmp_path in (tmp_path / "a", tmp_path / "b"))
    for name, sheet in one.items():
        mine, its = (dataclasses.replace(each, word_faces=(), note_faces=()) for each in (sheet, other[name]))
        assert mine == its  # but for the folder that the faces lie in
        with pytest.raises(dataclasses.FrozenInstanceError):
            sheet.text = "x"  # type: ignore[misc]
