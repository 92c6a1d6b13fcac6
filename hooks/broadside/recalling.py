"""A question that was asked before, and all that its answer depends on -> the answer, without finding it anew.

A live preview builds again and again, and nearly all that it reads is what it was. What was found out about a value is kept with
the value, and forgotten with it; there is no other memory, and none of it outlives the program.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

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
