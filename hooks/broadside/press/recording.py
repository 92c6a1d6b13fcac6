"""Printed papers of a document -> their record in the store, and back: which files, under which keys."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from broadside.press.papers import Paper, PrintedPaper
from broadside.store import Store

ENDING = ".json"
Key = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+$")]
Ending = Annotated[str, Field(pattern=r"^\.[a-z]{3,4}$")]


class _Row(BaseModel):
    """A paper as a record has it: its data are not in it, for who must print it anew describes it anew.

    What is otherwise is no record of ours: names and keys become paths.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    document: Annotated[str, Field(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*$")]
    name: Name
    language: Name
    title: str
    template: str
    width_mm: int | float
    height_mm: int | float
    is_pictured: bool
    url: str
    files: dict[Ending, Key]


ROWS = TypeAdapter(tuple[_Row, ...])
FIELDS = tuple(name for name in _Row.model_fields if name != "files")
"""What of a paper stands in its row."""


def write_record(printed: Iterable[PrintedPaper]) -> bytes:
    """Return the record of papers of one document."""
    rows = [
        {
            **{name: getattr(each.paper, name) for name in FIELDS},
            "files": {ending: file.parent.name + file.stem for ending, file in each.files.items()},
        }
        for each in printed
    ]
    return json.dumps(rows, ensure_ascii=False).encode()


def read_records(store: Store, keys: Iterable[str]) -> Mapping[str, tuple[PrintedPaper, ...]]:
    """Return by its key what each record names, where the store has it and every file in it."""
    wanted = [(key, ENDING) for key in keys]
    store.fetch(wanted)
    rows = {key: found for key, _ in wanted if (found := _read(store, key)) is not None}
    store.fetch((key, ending) for found in rows.values() for row in found for ending, key in row.files.items())
    return {
        record: tuple(_make_printed(store, row) for row in found)
        for record, found in rows.items()
        if all(store.has(key, ending) for row in found for ending, key in row.files.items())
    }


def _read(store: Store, key: str) -> tuple[_Row, ...] | None:
    """Return the rows of a record; nothing of one that is not there, or that says what none of ours says."""
    written = store.read(key, ENDING)
    try:
        return None if written is None else ROWS.validate_json(written)
    except ValidationError:
        return None


def _make_printed(store: Store, row: _Row) -> PrintedPaper:
    files = {ending: store.locate(key, ending) for ending, key in row.files.items()}
    return PrintedPaper(Paper(**row.model_dump(include={*FIELDS}), data="", faces=()), files)
