"""Catalog -> sheets: in whose name, with what picture, in which files, and what cannot be planned."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.problems import ContentMistakes
from broadside.sheets import Wish, plan_sheets, plan_slogan
from hostile.making import make_picture

from .sites import CAMPAIGN, CARRIERS, DESIGN, find_slogan, make_design, plan, read, write_slogan

FAMILY = {
    "posters/brands/works/brand.yml": """\
name: {en: North Works, zh: 北厂}
logo: logo.svg
logo_copier: black.svg
logo_alt: {en: North Works logo, zh: 北厂标志}
parent: group
clear_space: 0.5
""",
    "posters/brands/works/black.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
}
"""A unit with a parent and a logo for copiers."""


def test_the_unit_of_the_slogan_goes_before_that_of_the_site(tmp_path: Path) -> None:
    sheets = plan(tmp_path, {"slogans/other.md": write_slogan("unit: works")})
    other, first = sheets["other/poster-a3-zh"], sheets["look-first/poster-a3-zh"]
    assert (other.unit, [mark.logo for mark in other.marks], other.brand_name) == ("works", ["works/logo.svg"], "小厂")
    assert (first.unit, [mark.logo for mark in first.marks]) == ("group", ["group/logo.svg"])


def test_who_prints_may_print_for_another_unit(tmp_path: Path) -> None:
    files = FAMILY | {"slogans/other.md": write_slogan("unit: group")}
    sheets = plan(tmp_path, files, Wish(unit="works"))
    assert {sheet.unit for sheet in sheets.values()} == {"works"}
    assert {sheet.brand_name for sheet in sheets.values()} == {"North Works", "北厂"}


def test_the_parents_logo_stands_first_and_each_has_one_for_copiers(tmp_path: Path) -> None:
    sheet = plan(tmp_path, FAMILY, Wish(unit="works"))["look-first/poster-a3-zh-works"]
    assert [(mark.logo, mark.logo_copier, mark.alt) for mark in sheet.marks] == [
        ("group/logo.svg", "group/logo.svg", "小集团标志"),
        ("works/logo.svg", "works/black.svg", "北厂标志"),
    ]
    assert sheet.clear_space == 0.5


def test_the_picture_is_the_slogans_or_its_topics(tmp_path: Path) -> None:
    sheets = plan(tmp_path, {"slogans/own.md": write_slogan("topics: [ppe, fire]", "picture: flame", "figure: '119'")})
    own = sheets["own/poster-a3-en"]
    assert (own.picture, own.sign, own.figure) == ("flame", "mandatory", "119")
    first = sheets["look-first/poster-a3-zh"]
    assert (first.picture, first.topic_name, first.figure) == ("helmet", "劳动防护用品", "")


def test_only_a_design_with_a_place_for_it_gets_the_photograph(tmp_path: Path) -> None:
    bare = make_design("wall", base=DESIGN.replace("photo: true\n", ""))
    slogan = write_slogan("design: {en: plain, zh: wall}", "photo: {file: a.jpg, alt: {en: A yard, zh: 院子}, focus: [0.1, 0.2]}")
    sheets = plan(tmp_path, bare | {"slogans/look-first.md": slogan, "slogans/a.jpg": make_picture("JPEG")})
    english, chinese = sheets["look-first/poster-a3-en"], sheets["look-first/poster-a3-zh"]
    assert (english.photo_file, english.photo_alt, english.photo_focus) == ("a.jpg", "A yard", (0.1, 0.2))
    assert (chinese.photo_file, chinese.photo_alt) == (None, "")


def test_files_are_the_carriers_or_those_asked_for(tmp_path: Path) -> None:
    sheets = plan(tmp_path / "usual", {})
    assert sheets["look-first/poster-a3-en"].forms == ("print-shop", "office")
    assert sheets["look-first/screen-landscape-en"].forms == ("screen",)
    asked = plan(tmp_path / "asked", {}, Wish(carriers=("poster-a3",), forms=("copier", "letters-a4")))
    assert asked["look-first/poster-a3-zh"].forms == ("copier", "letters-a4")
    assert asked["look-first/poster-a3-en"].forms == ("copier",), "one letter a sheet is for Chinese"


def test_a_slogan_in_one_language_that_cannot_be_set_still_has_its_other_sheets(tmp_path: Path) -> None:
    catalog = read(
        tmp_path, {"slogans/look-first.md": write_slogan("carriers: [poster-a3]", text="{en: Look first, zh: '\U0002ffff'}")}
    )
    sheets, problems = plan_slogan(catalog, find_slogan(catalog), Wish())
    assert [sheet.name for sheet in sheets] == ["poster-a3-en"]
    assert [(problem.rule, problem.line, problem.column) for problem in problems] == [("glyph-missing", 2, 28)]


def test_a_carrier_that_one_of_two_designs_does_not_fit_is_a_mistake(tmp_path: Path) -> None:
    walls = make_design("wall", base=DESIGN.replace("carriers: [poster, banner, screen]", "carriers: [poster]"))
    slogan = write_slogan("design: {en: plain, zh: wall}", "carriers: [poster, banner]")
    _, problems = plan_sheets(read(tmp_path, walls | {"slogans/look-first.md": slogan}))
    assert [(problem.rule, problem.line, problem.column) for problem in problems] == [("carrier-design", 4, 20)]


def test_the_letters_of_small_texts_are_checked_too(tmp_path: Path) -> None:
    files = {
        "docs/campaigns/month.md": "---\n" + CAMPAIGN.replace("Month", "Month \u0f00") + "---\n",
        "slogans/look-first.md": write_slogan("figure: '\u0f21'"),
    }
    _, problems = plan_sheets(read(tmp_path, files))
    assert [(problem.path, problem.rule, problem.line) for problem in problems] == [
        ("docs/campaigns/month.md", "glyph-missing", 2),
        ("slogans/look-first.md", "glyph-missing", 3),
    ]


@pytest.mark.parametrize("together", ["[en]", "[en, en]"])
def test_one_language_is_not_several(tmp_path: Path, together: str) -> None:
    """It is refused in words, or makes no sheet; it does not stop the program, and no sheet says the same words twice."""
    try:
        sheets, _ = plan_sheets(read(tmp_path, {"slogans/look-first.md": write_slogan(f"together: {together}")}))
    except ContentMistakes as mistakes:
        assert [(problem.path, problem.line) for problem in mistakes.problems] == [("slogans/look-first.md", 3)]  # noqa: PT017
    else:
        assert {sheet.language for sheet in sheets} == {"en", "zh"}


def test_what_is_read_in_passing_has_one_language(tmp_path: Path) -> None:
    road = "banner-road:\n  like: banner-6m\n  words_max: 20\n"
    slogan = write_slogan("together: [zh, en]", "carriers: [banner-road, poster-a3]")
    sheets = plan(tmp_path, {"posters/carriers.yml": CARRIERS + road, "slogans/look-first.md": slogan})
    assert list(sheets) == [
        "look-first/poster-a3-en",
        "look-first/banner-road-en",
        "look-first/poster-a3-zh",
        "look-first/banner-road-zh",
        "look-first/poster-a3-zh-en",
    ]
