"""A line of text -> the level of each letter, and from levels the order in which the eye meets them (UAX 9)."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol, TypeVar


class Levelled(Protocol):
    """Something at an embedding level."""

    @property
    def level(self) -> int:
        """The embedding level: even runs from left to right, odd from right to left."""


R = TypeVar("R", bound=Levelled)
NEUTRAL = frozenset({"ET", "ES", "CS", "B", "S", "WS", "ON"})


def find_levels(text: str, direction: str) -> list[int]:
    """Return the embedding level of each character of a line (UAX 9, W1 to I2; without explicit codes and bracket pairs)."""
    base, strong = (1, "R") if direction == "rtl" else (0, "L")
    kinds = _resolve_weak([unicodedata.bidirectional(letter) or "L" for letter in text], strong)
    for first, last in _find_stretches(kinds, NEUTRAL):  # W6, N1, N2
        before = kinds[first - 1] if first else strong
        after = kinds[last] if last < len(kinds) else strong
        sides = {"L" if kind == "L" else "R" for kind in (before, after)}
        kinds[first:last] = [sides.pop() if len(sides) == 1 else strong] * (last - first)
    up = {"L": 1, "R": 0, "EN": 1, "AN": 1} if base else {"L": 0, "R": 1, "EN": 2, "AN": 2}
    return [base + up[kind] for kind in kinds]


def _resolve_weak(kinds: list[str], strong: str) -> list[str]:
    """Resolve marks, numbers and what stands between numbers (UAX 9, W1 to W5 and W7); the line begins as if after ``strong``."""
    last_strong = strong
    for index, kind in enumerate(kinds):
        if kind in {"NSM", "BN"}:
            kinds[index] = kinds[index - 1] if index else strong  # W1
        elif kind == "EN" and last_strong == "AL":
            kinds[index] = "AN"  # W2
        elif kind in {"L", "R", "AL"}:
            last_strong = kind
    kinds = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for index in range(1, len(kinds) - 1):
        before, kind, after = kinds[index - 1 : index + 2]
        if before == after and (before, kind) in {("EN", "ES"), ("EN", "CS"), ("AN", "CS")}:
            kinds[index] = before  # W4
    for first, last in _find_stretches(kinds, {"ET"}):
        if "EN" in {*kinds[max(first - 1, 0) : first], *kinds[last : last + 1]}:
            kinds[first:last] = ["EN"] * (last - first)  # W5
    last_strong = strong
    for index, kind in enumerate(kinds):
        last_strong = kind if kind in {"L", "R"} else last_strong
        kinds[index] = "L" if kind == "EN" and last_strong == "L" else kind  # W7
    return kinds


def _find_stretches(kinds: Sequence[str], wanted: AbstractSet[str]) -> list[tuple[int, int]]:
    """Return where neighbours of the ``wanted`` kinds begin and end."""
    stretches, start = [], 0
    for is_wanted, group in itertools.groupby(kinds, wanted.__contains__):
        end = start + len(list(group))
        if is_wanted:
            stretches.append((start, end))
        start = end
    return stretches


def order_for_the_eye(runs: Sequence[R]) -> list[R]:
    """Return ``runs`` from left to right (UAX 9, L2)."""
    ordered = list(runs)
    for level in range(max((run.level for run in runs), default=0), 0, -1):
        for first, last in _find_stretches([str(run.level >= level) for run in ordered], {"True"}):
            ordered[first:last] = reversed(ordered[first:last])
    return ordered
