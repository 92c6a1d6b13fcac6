"""The columns of a table: their names in both languages, and what stands in a cell."""

from __future__ import annotations

import pytest

from broadside.catalog import Catalog
from broadside.kinds import Slogan
from broadside.tables.columns import ORDER, Column, list_values, name_columns, parse_cell, squeeze, write_name
from broadside.texts import LANGUAGES, read_texts


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("标语", ("text",)),
        ("设计", ("design",)),
        ("text.en", ("text", "en")),
        ("Words (zh)", ("text", "zh")),
        ("标语（英文）", ("text", "en")),
        ("EN", ("text", "en")),
        ("中文", ("text", "zh")),
        ("ไทย", ("text", "th")),
        ("Ｄｅｓｉｇｎ", ("design",)),
        ("photo.alt.en", ("photo", "alt", "en")),
        ("照片说明 zh", ("photo", "alt", "zh")),
        ("文件名", ("name",)),
        ("备注", ("body",)),
    ],
)
def test_a_heading_is_known_however_it_is_written(catalog: Catalog, heading: str, column: Column) -> None:
    assert name_columns(catalog)[squeeze(heading)] == column


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_we_write_above_a_column_is_read_as_it(catalog: Catalog, language: str) -> None:
    named = name_columns(catalog)
    for column in ORDER:
        assert named[squeeze(write_name(column, language))] == column
    assert named[squeeze(write_name(("photo", "alt", "zh"), language))] == ("photo", "alt", "zh")


def test_every_field_of_a_slogan_has_a_column() -> None:
    assert {column[0] for column in ORDER} - {"name", "body"} == set(Slogan.model_fields)
    for language in LANGUAGES:
        assert list(read_texts(language)["tables"]["columns"]) == [".".join(column) for column in ORDER]


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        (("carriers",), "poster， banner；海报、Screen\nsign", ["poster", "banner", "poster", "screen", "sign"]),
        (("topics",), "起重吊装, Fire and hot work, nothing", ["lifting", "fire", "nothing"]),
        (("season",), "汛期", "flood"),
        (("design",), "Signal", "signal"),
        (("campaign",), "safe MONTH", "month"),
        (("seconds",), "15", 15),
        (("seconds",), "15.0", 15),
        (("seconds",), "many", "many"),
        (("figure",), "365.0", "365"),
        (("photo", "focus"), "0.5, 0.3", [0.5, 0.3]),
        (("photo", "focus"), "left", ["left"]),
        (("revised",), "46548", "2027-06-10"),
        (("revised",), "2027-06-10", "2027-06-10"),
        (("text", "en"), "Signal", "Signal"),
        (("name",), "Signal", "Signal"),
    ],
)
def test_what_a_cell_says(catalog: Catalog, column: Column, text: str, value: object) -> None:
    assert parse_cell(column, text, list_values(catalog)) == value


def test_a_day_of_the_other_calendar(catalog: Catalog) -> None:
    assert parse_cell(("revised",), "45086", list_values(catalog), is_1904=True) == "2027-06-10"
