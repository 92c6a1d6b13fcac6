"""What the presses of a live preview said -> what its next press need not key, look for or read again."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from broadside.press.papers import PrintedPaper
from broadside.press.printed import Printed
from broadside.store import NOTED_S

Ground = tuple[str, ...]
"""The hashes of the files that a sheet is printed from, besides its own values."""


@dataclass
class Said:
    """What is passed from one build of a preview to the next, and changed by each; other builds have none.

    ``sheets`` are by the identity of each sheet, which is a value that never changes, ``records`` by their keys. All of it counts
    for as long as a store keeps what it was asked for, and for one store: who takes files out of it while a preview runs begins
    the preview anew.
    """

    sheets: dict[int, tuple[Ground, Printed]] = field(default_factory=dict)
    records: dict[str, tuple[PrintedPaper, ...]] = field(default_factory=dict)
    store: tuple[object, ...] = ()
    asked_s: float = 0.0

    def begin(self, root: Path) -> None:
        """Forget all where it is too old, or of another store than the one at ``root``."""
        store = _identify(root)
        if store != self.store or time.time() - self.asked_s > NOTED_S:
            self.sheets, self.records, self.store, self.asked_s = {}, {}, store, time.time()

    def find(self, sheet: object, ground: Ground) -> Printed | None:
        """Return what was said of this very sheet, printed from the same files."""
        before, printed = self.sheets.get(id(sheet), ((), None))
        return printed if printed is not None and printed.sheet is sheet and before == ground else None

    def keep(self, sheets: Iterable[object], grounds: Iterable[Ground], answers: Iterable[Printed]) -> None:
        """Put what was said now in the place of what was said before; faint words are looked at again each time."""
        self.sheets = {
            id(sheet): (ground, replace(printed, was_made=False) if printed.was_made else printed)
            for sheet, ground, printed in zip(sheets, grounds, answers, strict=True)
            if printed.faint is None
        }


def _identify(root: Path) -> tuple[object, ...]:
    try:
        state = root.stat()
    except FileNotFoundError:
        return (str(root),)
    return (str(root), state.st_dev, state.st_ino)
