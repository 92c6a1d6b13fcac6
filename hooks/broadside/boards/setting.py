"""Words -> lines of letters in cells: a Chinese character fills a cell, letters and digits half of one each.

No line begins with a closing mark or ends with an opening one (GB/T 15834-2011, 5.1: such pairs move together to the
next line, for on a board nothing can be squeezed); words are never divided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadside.boards.values import Letter
from broadside.fonts import is_joined
from broadside.typesetting import NEVER_FIRST, is_han

OPENERS = frozenset("（「『《〈【〔〖［｛“‘([{")
PAIRS = frozenset({"——", "……"})
"""Dash and ellipsis are two cells long in Chinese and are not divided (GB/T 15834-2011, 5.1)."""
FULL_MARKS = frozenset("…—·“”‘’")
"""Marks that both scripts use: a cell in Chinese words, half of one in others."""
ADDRESS_BREAK = re.compile(r"(?<=/)(?=[a-z])")


def is_square(character: str, *, is_chinese: bool) -> bool:
    """Say whether ``character`` fills a whole cell among Chinese words or others."""
    is_wide = is_han(character) or "\u3000" <= character <= "\u303f" or "\uff01" <= character <= "\uff60"
    return is_wide or (is_chinese and character in FULL_MARKS)


def count_halves(text: str, *, is_chinese: bool) -> int:
    """Return how many half cells ``text`` takes on one line."""
    return sum(2 if is_square(character, is_chinese=is_chinese) else 1 for character in _split_letters(text))


def _split_letters(text: str) -> list[str]:
    """Split into letters, each with the marks that belong to it."""
    letters: list[str] = []
    for character in text:
        if letters and is_joined(character):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _split_units(text: str, *, is_chinese: bool, is_address: bool) -> Iterator[list[str]]:
    """Yield what must stay on one line: a word, or a Chinese character with the marks that lean on it; a space is a unit."""
    unit: list[str] = []
    words = ADDRESS_BREAK.sub("\u200b", text) if is_address else text
    for letter in _split_letters(words):
        if letter in {" ", "\u200b"}:
            yield unit
            yield [" "] if letter == " " else []
            unit = []
            continue
        last = unit[-1] if unit else ""
        is_apart = bool(unit) and (is_square(letter[0], is_chinese=is_chinese) or is_square(last[0], is_chinese=is_chinese))
        if is_apart and letter not in NEVER_FIRST and last not in OPENERS and last + letter not in PAIRS:
            yield unit
            unit = []
        unit.append(letter)
    yield unit


def _cut(unit: list[str], most: int, *, is_chinese: bool) -> Iterator[list[str]]:
    """Yield a unit in pieces of at most ``most`` half cells: only one that is longer than a whole line is divided."""
    if 2 * len(unit) <= most:
        yield unit
        return
    piece: list[str] = []
    for letter in unit:
        if piece and count_halves("".join([*piece, letter]), is_chinese=is_chinese) > most:
            yield piece
            piece = []
        piece.append(letter)
    yield piece


def set_lines(
    text: str, cells: int, *, is_chinese: bool, indent: int = 0, is_address: bool = False
) -> tuple[tuple[Letter, ...], ...]:
    """Set ``text`` in lines of ``cells`` cells, the first one ``indent`` cells in.

    Among Chinese words a character after letters begins at the next whole cell, so that the squares stand under one another. An
    address may break after its slashes.
    """
    most, at, is_spaced = 2 * cells, 2 * indent, False
    lines: list[list[Letter]] = [[]]
    for unit in _split_units(" ".join(text.split()), is_chinese=is_chinese, is_address=is_address):
        if unit == [" "]:
            is_spaced = bool(lines[-1])
            continue
        for piece in _cut(unit, most, is_chinese=is_chinese):
            if not piece:
                continue
            placed = _place(piece, at + is_spaced, is_chinese=is_chinese)
            if placed[-1].at + placed[-1].wide > most and (lines[-1] or at):
                lines.append([])
                placed = _place(piece, 0, is_chinese=is_chinese)
            lines[-1].extend(placed)
            at, is_spaced = placed[-1].at + placed[-1].wide, False
    return tuple(tuple(line) for line in lines if line)


def _place(unit: list[str], at: int, *, is_chinese: bool) -> list[Letter]:
    """Place a unit's letters from the half cell ``at`` on; among Chinese words a single digit or letter has a cell to itself."""
    squares = [is_square(letter[0], is_chinese=is_chinese) for letter in unit]
    placed: list[Letter] = []
    for index, (letter, square) in enumerate(zip(unit, squares, strict=True)):
        beside = [*squares[max(0, index - 1) : index], *squares[index + 1 : index + 2]]
        wide = 2 if square or (is_chinese and letter.isalnum() and all(beside)) else 1
        at += at % 2 if wide == 2 and is_chinese else 0
        placed.append(Letter(letter, at, wide))
        at += wide
    return placed
