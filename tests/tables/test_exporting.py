"""The slogans of a site as a table, and the empty one with its explanations."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType

import pytest

from broadside.catalog import Catalog
from broadside.catalog.documents import read_entries
from broadside.tables import import_table, make_table, make_template, read_table, write_delimited, write_workbook
from broadside.tables.exporting import list_cells
from broadside.texts import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_was_exported_is_no_change_when_it_is_imported(house: Catalog, language: str, ending: str) -> None:
    rows = make_table(house, language)
    table = read_table("a", write_workbook({"a": rows}) if ending == "xlsx" else write_delimited(rows))
    imported = import_table(house, table)
    assert (imported.problems, dict(imported.files)) == ((), {})
    assert imported.unchanged == tuple(entry.name for entry in house.of_kind("slogan"))


def test_what_was_exported_makes_the_same_slogans_elsewhere(house: Catalog) -> None:
    others = {key: entry for key, entry in house.entries.items() if entry.kind != "slogan"}
    empty = dataclasses.replace(house, entries=MappingProxyType(others))
    imported = import_table(empty, read_table("a", write_workbook({"a": make_table(house, "en")})))
    # What is related to slogans is found by its id; in the empty site those of slogans are unknown, and stay as they are.
    assert imported.problems == ()
    made, problems = read_entries(imported.files.__getitem__, imported.files, house.settings.languages)
    assert problems == ()
    assert {key: list_cells(entry) for key, entry in made.items()} == {
        entry.id: list_cells(entry) for entry in house.of_kind("slogan")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_explains_every_column_it_has(catalog: Catalog, language: str) -> None:
    (_, (head,)), (_, explained) = make_template(catalog, language).items()
    assert [row[0] for row in explained[1:]] == head
    assert all(len(row) == 3 and row[1] for row in explained)
    assert any("signal" in row[2] for row in explained)
    table = read_table("a", write_workbook(make_template(catalog, language)))
    assert [problem.rule for problem in import_table(catalog, table).problems] == ["table-empty"]
