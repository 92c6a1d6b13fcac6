"""Extracts of pages -> the files of what is shown of them, a few pages in each; of those that stand already, the changed ones."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from broadside.search.packing import ONE, pack
from broadside.search.values import Change, Extract

CHUNK_LETTERS, STEP = 1600, 100
"""About how long a file of records is: our choice, as the pages of one answer seldom stand together. Room is counted in steps of
letters, so that a few letters more seldom move the pages behind them into other files."""
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True)
class Chunks:
    """How many steps the record of each page takes, and the number of the page with which each file begins."""

    steps: array[int]
    begins: tuple[int, ...]

    def list_spans(self) -> Sequence[tuple[int, int]]:
        """Return the first page of each file and the one behind its last."""
        return [*zip(self.begins, (*self.begins[1:], len(self.steps)), strict=True)] if self.begins else []

    @property
    def sizes(self) -> str:
        """How many records stand in each file, packed."""
        return "".join(pack(end - begin) for begin, end in self.list_spans())


def make_chunks(pages: Sequence[Extract]) -> tuple[Chunks, dict[str, str]]:
    """Lay the records of pages into files in order."""
    records = dict(enumerate(map(_write_record, pages)))
    chunks = _lay(array("I", map(_measure, records.values())))
    return chunks, {f"d{number}": _write(number, range(*span), records) for number, span in enumerate(chunks.list_spans())}


def renew_chunks(before: Chunks, pages: Sequence[Extract], changes: Iterable[Change]) -> tuple[Chunks, dict[str, str]]:
    """Return how records lie after changes of some pages, and the files that hold those or others than before."""
    changed = {number for number, _, _ in changes}
    steps = before.steps[:]
    for number in changed:
        steps[number] = _measure(_write_record(pages[number]))
    chunks = _lay(steps)
    stood, files = {*enumerate(before.list_spans())}, {}
    for number, span in enumerate(chunks.list_spans()):
        here = range(*span)
        if (number, span) not in stood or not changed.isdisjoint(here):
            files[f"d{number}"] = _write(number, here, {page: _write_record(pages[page]) for page in here})
    return chunks, files


def _write_record(page: Extract) -> str:
    """Write what is shown of a page: address, title, lead, its picture, and anchor, heading and lead of each section."""
    picture = page.picture or 0
    lead, *others = page.parts
    return _JSON.encode((page.address, page.title, lead.lead, picture, [(part.anchor, part.heading, part.lead) for part in others]))


def _measure(record: str) -> int:
    return -(-len(record) // STEP)


def _lay(steps: array[int]) -> Chunks:
    begins: list[int] = []
    room = 0
    for page, its in enumerate(steps):
        if not begins or its > room or page - begins[-1] >= ONE - 1:
            begins.append(page)
            room = CHUNK_LETTERS // STEP
        room -= its
    return Chunks(steps, tuple(begins))


def _write(number: int, pages: Iterable[int], records: Mapping[int, str]) -> str:
    return f'broadside("d{number}",[{",".join(records[page] for page in pages)}])'
