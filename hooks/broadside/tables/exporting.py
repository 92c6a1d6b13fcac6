"""A catalog -> the table of its slogans: the same columns that a table is imported from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from broadside.catalog import Catalog, Entry
from broadside.forms.fields import write_choices
from broadside.tables.columns import ORDER, SPOKEN, Column, find_field, list_columns, list_values, write_cell, write_name
from broadside.texts import read_texts

Rows = Sequence[Sequence[str]]
USUAL: tuple[Column, ...] = (("name",), ("design",), ("carriers",), ("topics",), ("campaign",))
"""Columns that a table has even where no slogan says anything in them."""
LISTED = 24
"""Our choice: so many values are written out in the explanations; where there are more, the site's pages tell them."""


def list_cells(entry: Entry) -> dict[Column, str]:
    """Return what a slogan says by column, its notes and those of its translations among them."""
    cells: dict[Column, str] = {("name",): entry.name}
    for field, value in entry.fields.model_dump(mode="json", exclude_unset=True).items():
        cells.update(_flatten((field,), value))
    cells["body",] = entry.parsed.body.strip()
    for language, translation in entry.translations.items():
        cells["body", language] = translation.body.strip()
        cells["revised", language] = str(translation.fields.get("revised") or "")
    return {column: text for column, text in cells.items() if text}


def _flatten(path: Column, value: Any) -> Mapping[Column, str]:
    if isinstance(value, Mapping):
        inner = [_flatten((*path, key) if key else path, each) for key, each in value.items()]
        return {column: text for each in inner for column, text in each.items()}
    return {path: "" if value is None else write_cell(value)}


def make_table(catalog: Catalog, language: str) -> Rows:
    """Return the headings, for readers of ``language``, and a row for every slogan."""
    rows = [list_cells(entry) for entry in catalog.of_kind("slogan")]
    used = {column for row in rows for column in row} | {*USUAL, *_list_words(catalog)}
    columns = [column for column in list_columns(tuple(catalog.languages)) if column in used]
    return [_head(columns, language), *([row.get(column, "") for column in columns] for row in rows)]


def make_template(catalog: Catalog, language: str) -> dict[str, Rows]:
    """Return an empty table and the sheet that explains it: what each column is for, and what may stand in it."""
    texts = read_texts(language)["tables"]
    site = catalog.settings.languages
    columns = [column for column in list_columns(site) if column not in SPOKEN or column == ("design",)]
    columns = [column for column in columns if column[0] != "revised" and column[:-1] != ("design",)]
    rows = [[write_name(column, language), *_explain(catalog, column, language)] for column in columns]
    return {texts["sheet"]: [_head(columns, language)], texts["explanations"]: [list(texts["about"]), *rows]}


def _list_words(catalog: Catalog) -> Iterable[Column]:
    return (("text", language) for language in catalog.settings.languages)


def _head(columns: Iterable[Column], language: str) -> list[str]:
    return [write_name(column, language) for column in columns]


def _explain(catalog: Catalog, column: Column, language: str) -> tuple[str, str]:
    """Return what a column is for and its legal values, where those are few."""
    texts, field = read_texts(language)["tables"], find_field(column, language)
    base = column if column in ORDER else column[:-1]
    if field is None:
        return texts["hints"][".".join(base)], ""
    legal = {**field.choices, **(field.item.choices if field.item else {})}
    if legal:
        return field.hint, write_choices(legal, language).replace("`", "")
    ids = list(dict.fromkeys(list_values(catalog).get(column[0], {}).values())) if base != ("text",) else []
    return field.hint, ", ".join(ids) if len(ids) <= LISTED else ""
