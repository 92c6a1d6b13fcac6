"""Chinese and Japanese punctuation of a line -> how much of its empty half the engine takes away.

A full-width mark leaves half its square empty. The engine takes that half away between two marks and at a line's ends
(W3C Requirements for Chinese Text Layout 3.1.6; JIS X 4051). It cannot be told not to, so a line is measured the same way.
"""

from __future__ import annotations

from collections.abc import Sequence

OPENING = frozenset("《（『「【〖〔〈［｛")
CLOSING = frozenset("》）』」】〗〕〉］｝")
STOPS = frozenset("，。．、：；")
OPENING_QUOTES, CLOSING_QUOTES = frozenset("“‘"), frozenset("”’")
MIDDLE = frozenset("・·")
EXCLAIMING = frozenset("？！")


def _find_empty(mark: str, advance: float, script: str) -> tuple[float, float]:
    """Return how much of ``mark`` is empty at its left and right, in em; a Latin quotation mark is narrower than a square."""
    half, square = advance / 2, abs(advance - 1) < 1e-6
    if mark in CLOSING or (mark in CLOSING_QUOTES and square):
        return 0.0, half
    if mark in OPENING or (mark in OPENING_QUOTES and square):
        return half, 0.0
    if mark in MIDDLE or (mark in STOPS and script == "Hant"):
        return half / 2, half / 2
    # In Taiwan and Japan the marks that ask and exclaim fill their square.
    is_left = mark in STOPS or (mark in EXCLAIMING and script not in {"Hant", "Jpan"})
    return 0.0, half if is_left else 0.0


def squeeze_marks(text: str, advances: Sequence[float], script: str) -> list[tuple[float, float]]:
    """Return what each character of a line loses at its left and right, in em.

    ``advances`` are the characters' widths in em; ``script`` (ISO 15924) decides whose usage holds: that of "Hant", of
    "Jpan", or else of mainland China.
    """
    empty = [_find_empty(*each, script) for each in zip(text, advances, strict=True)]
    is_mark = [
        letter in STOPS | EXCLAIMING or any(_find_empty(letter, width, "")) for letter, width in zip(text, advances, strict=True)
    ]
    left, right = [0.0] * len(text), [0.0] * len(text)
    if script != "Hant":
        for index in range(len(text) - 1):
            half = (advances[index] - left[index]) / 2
            spare = empty[index][1]
            if is_mark[index] and is_mark[index + 1] and spare + empty[index + 1][0] >= half:
                right[index] = min(spare, half)
                left[index + 1] = half - right[index]
    if text and text[0] in OPENING | OPENING_QUOTES:
        left[0] = empty[0][0]
    if text and text[-1] not in MIDDLE:
        right[-1] = empty[-1][1] if text[-1] not in STOPS or script != "Hant" else 0.0
    return list(zip(left, right, strict=True))
