"""One line of square characters -> the same line with equal distances across the whole width of its box."""

from __future__ import annotations

from broadside.fonts import Shaped
from broadside.typesetting.scripts import is_han, is_kana, is_square
from broadside.typesetting.values import Box, Fit, SetLine, SetWords

EVEN_EM = 1e-3
"""Advances that differ by less are equal: a font's units are a thousandth of an em."""


def open_cells(text: str) -> str:
    """Make each space between Chinese characters or kana a full-width one, so that it takes a cell like a character."""
    letters = list(text)
    for index in range(1, len(text) - 1):
        if text[index] == " " and all(is_han(text[beside]) or is_kana(text[beside]) for beside in (index - 1, index + 1)):
            letters[index] = "\u3000"
    return "".join(letters)


def can_spread(text: str, shaped: Shaped) -> bool:
    """Say whether all of ``text`` is square characters of one width; the last may lose its empty half."""
    advances = [after - before for before, after in zip(shaped.offsets_em, shaped.offsets_em[1:], strict=False)]
    inner = advances[: max(len(advances) - 1, 1)]
    return all(map(is_square, text)) and bool(inner) and max(inner) - min(inner) < EVEN_EM < advances[0]


def spread_line(text: str, shaped: Shaped, box: Box, fit: Fit, letter_em: float) -> SetWords:
    """Set ``text`` across ``box``: as large as its height allows, each character in the middle of its share of the width.

    Characters never overlap: where they would, the size falls until they touch.
    """
    pitch = box.width_mm / len(text)
    height_em = shaped.top_em - shaped.bottom_em
    size = min(box.height_mm / height_em, fit.size_max_mm, pitch)
    tracking = pitch - shaped.offsets_em[1] * size
    baseline = box.y_mm + fit.share(box.height_mm - height_em * size) + shaped.top_em * size
    advance = shaped.advance_em * size + (len(text) - 1) * tracking
    return SetWords(size, (SetLine(text, box.x_mm + tracking / 2, baseline, advance, tracking),), size * letter_em)
