"""Printed papers of a document -> their record in the store, and back: which files, under which keys."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

from broadside.press.papers import Paper, PrintedPaper
from broadside.store import Store

ENDING = ".json"
FIELDS = ("document", "name", "language", "title", "template", "width_mm", "height_mm", "is_pictured", "url")
"""What a site says of a paper. Its data are not in the record: who must print it anew describes it anew."""


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
    store.fetch((key, ending) for found in rows.values() for row in found for ending, key in row["files"].items())
    return {
        record: tuple(_make_printed(store, row) for row in found)
        for record, found in rows.items()
        if all(store.has(key, ending) for row in found for ending, key in row["files"].items())
    }


def _read(store: Store, key: str) -> list[dict[str, Any]] | None:
    written = store.read(key, ENDING)
    return None if written is None else cast("list[dict[str, Any]]", json.loads(written))


def _make_printed(store: Store, row: Mapping[str, Any]) -> PrintedPaper:
    files = {ending: store.locate(key, ending) for ending, key in row["files"].items()}
    return PrintedPaper(Paper(**{name: row[name] for name in FIELDS}, data="", faces=()), files)
