"""A question that was asked before, and all that its answer depends on -> the answer, without finding it anew.

A live preview builds again and again, and nearly all that it reads is what it was. What was found out about a value is kept with
the value, and forgotten with it; there is no other memory, and none of it outlives the program.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from broadside.marks import FOLDER, make_mark, read_clock

T = TypeVar("T")


class Recall:
    """The last answer to each question, with what it was given."""

    __slots__ = ("_said",)

    def __init__(self) -> None:
        self._said: dict[Hashable, tuple[object, Any]] = {}

    def ask(self, question: Hashable, given: object, answer: Callable[[], T]) -> T:
        """Return the answer to ``question``: the last one where ``given``, all that it depends on, equals what it then was."""
        said = self._said.get(question)
        if said is not None and said[0] == given:
            found: T = said[1]
            return found
        made = answer()
        self._said[question] = (given, made)
        return made

    def forget(self, question: Hashable) -> None:
        """Ask anew the next time."""
        self._said.pop(question, None)


@dataclass(frozen=True)
class KnownFiles:
    """What was found out about files that are too large to be read for each save, kept while their marks are the same.

    ``clock_ns`` is what their disk's clock said before any of them was looked at. What was written since then could be written once
    more at the same tick, and look the same: it is asked about again.
    """

    known: Recall
    clock_ns: int

    def ask(self, question: str, path: str, answer: Callable[[], T], given: object = ()) -> T:
        """Return the answer to a question about a file and ``given``: the last one where both are as they were."""
        mark = make_mark(os.stat(path))  # noqa: PTH116  a path each costs more
        found = self.known.ask((question, path), (mark, given), answer)
        if mark.last_ns >= self.clock_ns:
            self.known.forget((question, path))
        return found


def know_files(root: Path, known: Recall | None) -> KnownFiles:
    """Return what is known of the files of the site at ``root``; nothing is believed where its disk's clock cannot be read."""
    try:
        return KnownFiles(known or Recall(), read_clock(root / FOLDER) if known else 0)
    except OSError:
        return KnownFiles(Recall(), 0)
