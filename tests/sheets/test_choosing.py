"""A slogan -> its design, its carriers, its address, its days."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from broadside.kinds import Campaign, Slogan
from broadside.sheets import HOUSE_PALETTE, Wish, list_carriers, make_slogan, make_url, name_design, write_days

from .sites import CAMPAIGN, CARRIERS, find_slogan, make_design, plan, read, write_slogan

UNUSUAL = """\
poster-a0:
  group: poster
  name: {en: A0 poster, zh: A0 海报}
  paper: A0
  width_mm: 841
  height_mm: 1189
  bleed_mm: 3
  safe_mm: 28
  distance_m: 8
  scan_m: 1.4
"""
"""A carrier that is not usual: its group's name does not mean it."""


def test_a_slogan_is_on_posters_and_screens_in_each_of_its_languages(tmp_path: Path) -> None:
    carriers = ("poster-a4", "poster-a3", "screen-landscape")
    assert list(plan(tmp_path, {})) == [f"look-first/{carrier}-{language}" for language in ("en", "zh") for carrier in carriers]


@pytest.mark.parametrize(
    ("carriers", "expected"),
    [
        ("[banner]", ["banner-6m"]),
        ("[poster-a3, banner]", ["poster-a3", "banner-6m"]),
        ("[screen, screen-landscape]", ["screen-landscape"]),
        ("[poster]", ["poster-a4", "poster-a3"]),
        ("[poster-a0]", ["poster-a0"]),
        ("[poster, poster-a0]", ["poster-a4", "poster-a3", "poster-a0"]),
    ],
)
def test_a_group_means_its_usual_carriers_and_the_others_are_named(tmp_path: Path, carriers: str, expected: list[str]) -> None:
    slogan = write_slogan(f"carriers: {carriers}", text="Look first")
    sheets = plan(tmp_path, {"posters/carriers.yml": CARRIERS + UNUSUAL, "slogans/look-first.md": slogan})
    assert list(sheets) == [f"look-first/{name}-en" for name in expected]


def test_who_prints_may_name_other_carriers_and_gets_no_others_in_their_place(tmp_path: Path) -> None:
    catalog = read(tmp_path, {"posters/carriers.yml": CARRIERS + UNUSUAL})
    slogan, design = cast("Slogan", find_slogan(catalog).fields), catalog.designs["plain"]
    asked = {
        carriers: list_carriers(catalog, slogan, design, Wish(carriers=carriers))
        for carriers in ((), ("poster-a0",), ("poster",), ("backdrop",))
    }
    assert asked == {
        (): ["poster-a4", "poster-a3", "screen-landscape"],
        ("poster-a0",): ["poster-a0"],
        ("poster",): ["poster-a4", "poster-a3"],
        ("backdrop",): [],
    }


def test_a_slogan_that_names_no_carrier_takes_what_its_design_fits(tmp_path: Path) -> None:
    banners = make_design(
        "wall", base=make_design("wall")["posters/designs/wall/design.yml"].replace("[poster, banner, screen]", "[banner]")
    )
    assert list(plan(tmp_path, banners | {"slogans/look-first.md": write_slogan("design: wall", text="Look first")})) == [
        "look-first/banner-6m-en"
    ]


def test_the_design_is_the_slogans_then_the_campaigns_then_the_first(tmp_path: Path) -> None:
    files = make_design("wall") | {"slogans/own.md": write_slogan("design: plain")}
    catalog = read(tmp_path / "a", files)
    assert {name_design(catalog, find_slogan(catalog), language, Wish()) for language in ("en", "zh")} == {"plain"}
    catalog = read(tmp_path / "b", files | {"docs/campaigns/month.md": f"---\n{CAMPAIGN}design: wall\n---\n"})
    assert name_design(catalog, find_slogan(catalog), "en", Wish()) == "wall"
    assert [name_design(catalog, find_slogan(catalog, "own"), language, Wish()) for language in ("en", "zh")] == ["plain"] * 2


def test_a_design_by_language_is_that_languages_alone(tmp_path: Path) -> None:
    files = make_design("wall") | make_design("yard") | {"slogans/own.md": write_slogan("design: {zh: wall}")}
    catalog = read(tmp_path, files | {"docs/campaigns/month.md": f"---\n{CAMPAIGN}design: yard\n---\n"})
    own = find_slogan(catalog, "own")
    assert {language: name_design(catalog, own, language, Wish()) for language in ("en", "zh", "th")} == {
        "en": "yard",
        "zh": "wall",
        "th": "yard",
    }
    assert {name_design(catalog, own, language, Wish(design="plain")) for language in ("en", "zh")} == {"plain"}


def test_the_code_leads_to_the_page_in_the_language_of_the_sheet(tmp_path: Path) -> None:
    sheets = plan(tmp_path, {"slogans/look-first.md": write_slogan(text="{en: Look first, zh: 先看后干, th: '119'}")})
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


def test_words_without_a_page_lead_to_the_campaign(tmp_path: Path) -> None:
    catalog = read(tmp_path, {})
    assert make_url(catalog, make_slogan(catalog, "Mind the step", None), "en") == "https://safety.example/campaigns/month/"


def test_colours_and_days_are_the_campaigns(tmp_path: Path) -> None:
    campaign = f'---\n{CAMPAIGN}palette: {{primary: "#112233", accent: "#445566"}}\n---\n'
    assert plan(tmp_path / "without", {})["look-first/poster-a3-en"].palette == HOUSE_PALETTE
    sheet = plan(tmp_path / "with", {"docs/campaigns/month.md": campaign})["look-first/poster-a3-en"]
    assert (sheet.palette.primary, sheet.campaign_title, sheet.campaign_days) == ("#112233", "Month", "1–30 June 2027")


@pytest.mark.parametrize(
    ("starts", "ends", "english", "chinese"),
    [
        ("2027-06-01", "2027-06-30", "1–30 June 2027", "2027年6月1日至30日"),
        ("2027-06-16", "2027-07-02", "16 June – 2 July 2027", "2027年6月16日至2027年7月2日"),
    ],
)
def test_days_are_written_as_people_do(starts: str, ends: str, english: str, chinese: str) -> None:
    campaign = Campaign.model_validate({"title": "Month", "theme": "Look", "starts": starts, "ends": ends})
    assert (write_days(campaign, "en"), write_days(campaign, "zh")) == (english, chinese)
