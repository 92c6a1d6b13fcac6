"""The fields of a slogan -> the columns of a table: what each is called, and what stands in a cell of it."""

from __future__ import annotations

import datetime
import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from broadside.catalog import Catalog
from broadside.forms import Field, list_choices, make_fields
from broadside.texts import LANGUAGES, read_texts

Column = tuple[str, ...]
"""A path of names: ``("text", "en")``, ``("photo", "file")``; ``name`` and ``body`` are not of the front matter."""

SPOKEN: tuple[Column, ...] = (("text",), ("design",), ("photo", "alt"), ("body",), ("revised",))
"""The columns that there may be one of for each language, and one without."""
ORDER: tuple[Column, ...] = (
    ("name",), ("text",), ("design",), ("carriers",), ("topics",), ("campaign",), ("season",), ("unit",), ("audience",),
    ("picture",), ("sign",), ("photo", "file"), ("photo", "alt"), ("photo", "credit"), ("photo", "focus"), ("together",),
    ("figure",), ("seconds",), ("see",), ("revised",), ("body",),
)  # fmt: skip
"""The columns of a table from left to right, those of several languages together."""
BETWEEN = re.compile(r"[,;，；、\n]+")
INSIDE = re.compile(r"[\s.()（）:：_/·-]+")
WHOLE = re.compile(r"-?[0-9]{1,9}(\.0+)?$")
SERIAL = re.compile(r"[0-9]{1,6}(\.0+)?$")
FIRST_DAY, FIRST_DAY_1904 = datetime.date(1899, 12, 30), datetime.date(1904, 1, 1)
"""Day 0 of Excel's two calendars (ECMA-376, Part 1, 18.17.4.1), from March 1900 on."""


def list_columns(languages: Sequence[str]) -> Iterator[Column]:
    """Yield all columns from left to right, of those by language one without and one for each."""
    for column in ORDER:
        yield column
        if column in SPOKEN:
            yield from ((*column, language) for language in languages)


def name_columns(catalog: Catalog) -> Mapping[str, Column]:
    """Return the columns by all that may stand above them, squeezed: their ids and their names in Broadside's languages.

    A language alone stands for the words in it.
    """
    tongues = {code: {code, each.name} for code, each in catalog.languages.items()}
    for reader in LANGUAGES:
        for code, name in read_texts(reader)["site"]["language_names"].items():
            tongues.setdefault(code, {code}).add(name)
        for code, name in read_texts(reader)["tables"]["languages"].items():
            tongues.setdefault(code, {code}).add(name)
    named: dict[str, Column] = {}
    for column in ORDER:
        for name in (".".join(column), *(name for reader in LANGUAGES for name in list_names(column, reader))):
            named.setdefault(squeeze(name), column)
            for code, said in tongues.items() if column in SPOKEN else ():
                for tongue in said:
                    named.setdefault(squeeze(name + tongue), (*column, code))
    for code, said in tongues.items():
        for tongue in said:
            named.setdefault(squeeze(tongue), ("text", code))
    return named


def list_names(column: Column, language: str) -> list[str]:
    """Return what a column, without its language, is called by readers of ``language``: the usual name first."""
    return str(read_texts(language)["tables"]["columns"][".".join(column)]).split(" | ")


def squeeze(name: str) -> str:
    """Return a heading without what people write differently: capitals, full-width letters, blanks, brackets, signs."""
    return INSIDE.sub("", unicodedata.normalize("NFKC", name).casefold())


def write_name(column: Column, language: str) -> str:
    """Return what stands above a column for readers of ``language``: ``Design``, ``Words (en)``."""
    base = column if column in ORDER else column[:-1]
    name = list_names(base, language)[0]
    return name if base == column else f"{name} ({column[-1]})"


@functools.cache
def find_field(column: Column, language: str = LANGUAGES[0]) -> Field | None:
    """Return the field of a column; what is not in the front matter has none."""
    fields = {field.name: field for field in make_fields("slogan", language)}
    found = fields.get(column[0])
    if found is not None and column[0] == "photo":
        found = next(each for each in found.inside if each.name == column[1])
    return found


def list_values(catalog: Catalog) -> Mapping[str, Mapping[str, str]]:
    """Return the ids that names stand for, by field: an editor may write ``起重吊装`` or ``Lifting`` for ``lifting``."""
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        lists = list_choices(catalog, language)
        for field in make_fields("slogan", language):
            of = field.of or (field.item.of if field.item else None) or ""
            legal = {**lists.get(of, {}), **field.choices, **(field.item.choices if field.item else {})}
            names = found.setdefault(field.name, {})
            names.update({key.casefold(): key for key in legal})
            for key, name in legal.items():
                names.setdefault(str(name).casefold(), key)
    return found


def parse_cell(column: Column, text: str, values: Mapping[str, Mapping[str, str]], *, is_1904: bool = False) -> Any:
    """Return what a cell says as a plain value; what it should not be stays text, which the check then tells."""
    field, names = find_field(column), values.get(column[0], {})
    shape = field.shape if field else "text"
    if shape == "list":
        items = [item.strip() for item in BETWEEN.split(text) if item.strip()]
        numbers = field is not None and field.item is not None and field.item.shape == "number"
        return [_read_number(item) for item in items] if numbers else [names.get(item.casefold(), item) for item in items]
    if shape == "whole" and WHOLE.match(text):
        return int(text.partition(".")[0])
    if shape == "date" and SERIAL.match(text):
        return ((FIRST_DAY_1904 if is_1904 else FIRST_DAY) + datetime.timedelta(int(text.partition(".")[0]))).isoformat()
    if column[0] == "figure" and WHOLE.match(text):
        return text.partition(".")[0]
    return names.get(text.casefold(), text) if column[0] not in {"text", "photo", "name", "body"} else text


def _read_number(text: str) -> float | str:
    return float(text) if re.match(r"[0-9]{1,9}(\.[0-9]{1,9})?$", text) else text


def write_cell(value: Any) -> str:
    """Return a plain value as a cell says it."""
    return ", ".join(map(write_cell, value)) if isinstance(value, list | tuple) else str(value)
