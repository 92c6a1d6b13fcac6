"""A document's printed papers -> their record, and back; what is no record of ours is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from broadside.press.papers import Paper, PrintedPaper
from broadside.press.recording import ENDING, read_records, write_record
from broadside.store import Store, make_key

RECORD = make_key("record")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store with two files of one paper."""
    store = Store(tmp_path / "store")
    for ending in (".pdf", ".webp"):
        store.put(make_key("paper"), ending, b"paper")
    return store


def print_paper(store: Store) -> PrintedPaper:
    paper = Paper(
        "lessons/fall", "leaflet-a4", "zh-hant", "Fall </script>", "/papers/leaflet.typ", "", (), 210, 297.5, url="https://a.b/"
    )
    return PrintedPaper(paper, {ending: store.locate(make_key("paper"), ending) for ending in (".pdf", ".webp")})


def test_what_was_recorded_is_read_as_it_was(store: Store) -> None:
    printed = (print_paper(store),)
    store.put(RECORD, ENDING, write_record(printed))
    assert read_records(store, [RECORD, make_key("another")]) == {RECORD: printed}
    store.locate(make_key("paper"), ".webp").unlink()
    assert read_records(store, [RECORD]) == {}, "a file is gone: it is printed anew"


@pytest.mark.parametrize(
    "change",
    [
        {"document": "../../etc"},
        {"name": "../up"},
        {"language": "en/.."},
        {"files": {".pdf": "../" * 20 + "etc/passwd"}},
        {"files": {"/../x.pdf": make_key("paper")}},
        {"width_mm": "210"},
        {"more": 1},
    ],
)
def test_a_record_that_leads_elsewhere_is_none(store: Store, change: dict[str, Any]) -> None:
    (row,) = json.loads(write_record([print_paper(store)]))
    store.put(RECORD, ENDING, json.dumps([{**row, **change}]).encode())
    assert read_records(store, [RECORD]) == {}


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b"null", "安".encode()[:2]])
def test_a_damaged_record_is_none(store: Store, data: bytes) -> None:
    store.put(RECORD, ENDING, data)
    assert read_records(store, [RECORD]) == {}
