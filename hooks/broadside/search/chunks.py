"""Extracts of pages -> the files of what is shown of them, a few pages in each; of those that stand already, the changed ones."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from broadside.search.packing import ONE, pack
from broadside.search.values import Change, Extract

CHUNK_LETTERS, STEP = 1600, 100
"""About how long a file of records is: our choice, as the pages of one answer seldom stand together. Room is counted in steps of
letters, so that a few letters more seldom move the pages behind them into other files."""


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


def make_chunks(pages: Sequence[Extract]) -> tuple[Chunks, dict[str, bytes]]:
    """Lay the records of pages into files in order."""
    chunks = _lay(array("I", map(_measure, pages)))
    return chunks, {f"d{number}": _write(number, pages[slice(*span)]) for number, span in enumerate(chunks.list_spans())}


def renew_chunks(before: Chunks, pages: Sequence[Extract], changes: Iterable[Change]) -> tuple[Chunks, dict[str, bytes]]:
    """Return how records lie after changes of some pages, and the files that hold those or others than before."""
    changed = {number for number, _, _ in changes}
    steps = before.steps[:]
    for number in changed:
        steps[number] = _measure(pages[number])
    chunks = _lay(steps)
    stood, files = {*enumerate(before.list_spans())}, dict[str, bytes]()
    for number, span in enumerate(chunks.list_spans()):
        if (number, span) not in stood or not changed.isdisjoint(range(*span)):
            files[f"d{number}"] = _write(number, pages[slice(*span)])
    return chunks, files


def _measure(page: Extract) -> int:
    return -(-page.room // STEP)


def _lay(steps: array[int]) -> Chunks:
    begins: list[int] = []
    room = 0
    for page, its in enumerate(steps):
        if not begins or its > room or page - begins[-1] >= ONE - 1:
            begins.append(page)
            room = CHUNK_LETTERS // STEP
        room -= its
    return Chunks(steps, tuple(begins))


def _write(number: int, pages: Iterable[Extract]) -> bytes:
    return b'broadside("d%d",[%b])' % (number, b",".join(page.shown for page in pages))
