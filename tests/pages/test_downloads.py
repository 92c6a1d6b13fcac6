"""A slogan's files: named by paper and purpose in both languages, the likely ones first."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from broadside.catalog import Form
from broadside.pages.downloads import list_racks, name_paper, name_purpose
from broadside.pages.values import Shelf
from broadside.sheets import Sheet
from broadside.texts import LANGUAGES, read_texts

from .sites import lay_sheet, make_printed_shelf

SLOGAN = """---
text: {en: Look first, zh: 先看后干}
together: [zh, en]
carriers: [banner-6m, poster-a2, poster-a4, poster-a3, screen-portrait, screen-landscape]
---
"""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return make_printed_shelf(tmp_path_factory.mktemp("site"), {"slogans/look-first.md": SLOGAN})


@pytest.fixture(scope="module")
def sheet(shelf: Shelf) -> Sheet:
    return shelf.printed["look-first"][0].sheet


def test_the_reader_s_language_comes_first(shelf: Shelf) -> None:
    assert [(rack.language, rack.name) for rack in list_racks(shelf, "look-first", "zh")] == [
        ("zh", "中文"),
        ("en", "English"),
        ("", "中文 + English"),
    ]
    assert [rack.language for rack in list_racks(shelf, "look-first", "en")] == ["en", "zh", ""]
    assert list_racks(shelf, "no-such-slogan", "en") == ()


def test_what_most_people_want_comes_before_all(shelf: Shelf) -> None:
    rack = list_racks(shelf, "look-first", "en")[0]
    told = [(key, [(file.short, file.address.rpartition("look-first-")[2]) for file in files]) for key, files in rack.likely]
    assert told == [
        ("a4", [("In colour", "poster-a4-en-office.pdf"), ("Black and white, 24 % ink", "poster-a4-en-copier.pdf")]),
        ("a3", [("In colour", "poster-a3-en-office.pdf"), ("Black and white, 24 % ink", "poster-a3-en-copier.pdf")]),
        (
            "screen",
            [
                ("Screen 1920 × 1080", "screen-landscape-en-screen.png"),
                ("Screen 1080 × 1920", "screen-portrait-en-screen.png"),
            ],
        ),
    ]


def test_all_files_stand_by_carrier(shelf: Shelf) -> None:
    rack = list_racks(shelf, "look-first", "en")[0]
    assert [(group, [row.name for row in rows]) for group, rows in rack.groups] == [
        ("Poster", ["A3 poster", "A4 poster", "A2 poster"]),
        ("Banner", ["Banner 6 × 0.7 m"]),
        ("Screen", ["Screen 1920 × 1080", "Screen 1080 × 1920"]),
    ]
    a2 = rack.groups[0][1][2]
    assert [(file.how, file.paper, file.size) for file in a2.files] == [
        ("For the print shop, with bleed and crop marks", "A2", "18 kB"),
        ("At its finished size, without marks", "A2", "18 kB"),
        ("On A4 sheets, to put together", "A4", "18 kB"),
    ]
    assert rack.count == sum(len(printed.sheet.forms) for printed in shelf.printed["look-first"] if printed.sheet.language == "en")
    assert not any(file.paper for file in rack.groups[2][1][0].files), "a screen's picture is not printed"


def test_a_reader_of_chinese_is_told_in_chinese(shelf: Shelf) -> None:
    rack = list_racks(shelf, "look-first", "zh")[0]
    assert [file.how for file in rack.groups[0][1][1].files] == [
        "送印刷厂，含出血和裁切线",
        "A4，办公室打印机，彩色",
        "A4，办公室打印机，黑白，墨量 24%",
    ]


@pytest.mark.parametrize(
    ("carrier", "form", "purpose", "paper"),
    [
        ("poster-a4", "office", "office-a4", "A4"),
        ("poster-a4-landscape", "office", "office-a4", "A4"),
        ("poster-a5", "office", "office-a4", "A5"),
        ("poster-a3", "copier", "copier-a3", "A3"),
        ("poster-a1", "office", "office-large", "A1"),
        ("poster-a1", "tiles-a3", "tiles-a3", "A3"),
        ("badge", "office", "office-cut", "86 × 54 mm"),
        ("roll-up", "office", "office-large", "800 × 2000 mm"),
        ("banner-6m", "office", "office-scaled", "600 × 70 mm"),
        ("banner-6m", "print-shop", "print-shop-scaled", "600 × 70 mm"),
        ("banner-6m", "letters-a4", "letters-a4", "A4"),
        ("poster-a3", "print-shop", "print-shop", "A3"),
        ("badge", "cards-a4", "cards-a4", "A4"),
    ],
)
def test_a_purpose_follows_form_and_size(
    shelf: Shelf, sheet: Sheet, carrier: str, form: Form, purpose: str, paper: str, tmp_path: Path
) -> None:
    printed = lay_sheet(tmp_path, dataclasses.replace(sheet, carrier=shelf.catalog.carriers[carrier]))
    assert name_purpose(printed, form) == purpose
    assert name_paper(printed, form) == paper


def test_every_file_of_every_carrier_has_words(shelf: Shelf, sheet: Sheet, tmp_path: Path) -> None:
    purposes = set()
    for carrier in shelf.catalog.carriers.values():
        printed = lay_sheet(tmp_path, dataclasses.replace(sheet, carrier=carrier, forms=carrier.files))
        purposes |= {name_purpose(printed, form) for form in carrier.files}
    assert len(purposes) > 8
    for language in LANGUAGES:
        assert purposes <= read_texts(language)["site"]["printing"]["purposes"].keys()
