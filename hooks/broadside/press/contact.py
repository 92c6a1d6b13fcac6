"""Compared pictures and what they are called -> one picture of them all, split over columns: a contact sheet."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from broadside.press.comparing import STRIP, Compared, encode

BOX_PX = (220, 260)
"""Our choice: room for one picture; three side by side are as wide as half a telephone's screen is sharp."""
GAP_PX = 12
MARGIN_PX = 32
LETTER_PX = 17
LINE_PX = 26
COLUMNS_FROM = 4
"""Our choice: more pairs than these stand in two columns."""
GROUND, INK, QUIET, EDGE = "#f4f2ec", "#16171b", "#55575f", "#c9c6bd"
CELL_PX = 3 * BOX_PX[0] + 2 * GAP_PX


@dataclass(frozen=True)
class Cell:
    """A compared pair and what it is called, on two lines."""

    name: str
    about: str
    compared: Compared


def draw_contact(title: str, more: str, heads: Sequence[str], cells: Sequence[Cell], face: Path) -> bytes:
    """Return the WebP of ``cells`` under ``title``; ``more`` says below what is not shown, ``heads`` names the three pictures.

    ``face`` is the font file that all is written in.
    """
    columns = 2 if len(cells) > COLUMNS_FROM else 1
    heights = [_measure(cell) for cell in cells]
    split = _split(heights, columns)
    tops = [MARGIN_PX + 3 * LINE_PX] * columns
    width = 2 * MARGIN_PX + columns * CELL_PX + (columns - 1) * 3 * GAP_PX
    height = tops[0] + max((sum(heights[start:end]) for start, end in split), default=0) + (LINE_PX if more else 0) + MARGIN_PX
    sheet = Image.new("RGB", (width, height), GROUND)
    pen = ImageDraw.Draw(sheet)
    font, large = ImageFont.truetype(face, LETTER_PX), ImageFont.truetype(face, LETTER_PX + 7)
    pen.text((MARGIN_PX, MARGIN_PX - 8), _fit(title, large, width - 2 * MARGIN_PX), INK, large)
    for column, (start, end) in enumerate(split):
        left = MARGIN_PX + column * (CELL_PX + 3 * GAP_PX)
        top = tops[column]
        for number in range(start, end):
            _draw_cell(sheet, pen, font, (left, top), cells[number], heads)
            top += heights[number]
    if more:
        pen.text((MARGIN_PX, height - MARGIN_PX - LINE_PX), _fit(more, font, width - 2 * MARGIN_PX), INK, font)
    return encode(sheet)


def _fit(text: str, font: ImageFont.FreeTypeFont, width_px: int) -> str:
    """Return a text that is no wider than ``width_px``, cut with an ellipsis where it was."""
    if font.getlength(text) <= width_px:
        return text
    while text and font.getlength(f"{text}…") > width_px:
        text = text[:-1]
    return f"{text}…"


def _is_strip(cell: Cell) -> bool:
    return cell.compared.width_px > STRIP * cell.compared.height_px


def _box(cell: Cell) -> tuple[int, int]:
    """Return the size of one picture of a cell: strips take its whole width and stand one below the other."""
    width, height = cell.compared.width_px, cell.compared.height_px
    room = (CELL_PX - 120, BOX_PX[1]) if _is_strip(cell) else BOX_PX
    scale = min(room[0] / width, room[1] / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _measure(cell: Cell) -> int:
    """Return how high a cell is, with its name and the room below."""
    pictures = 3 * (_box(cell)[1] + GAP_PX) if _is_strip(cell) else _box(cell)[1] + LINE_PX
    return 2 * LINE_PX + pictures + 2 * GAP_PX


def _split(heights: Sequence[int], columns: int) -> list[tuple[int, int]]:
    """Return the first and last cell of each column, as even as they go in their order."""
    if columns == 1:
        return [(0, len(heights))]
    cut = min(range(1, len(heights) + 1), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
    return [(0, cut), (cut, len(heights))]


def _draw_cell(
    sheet: Image.Image,
    pen: ImageDraw.ImageDraw,
    font: ImageFont.FreeTypeFont,
    place: tuple[int, int],
    cell: Cell,
    heads: Sequence[str],
) -> None:
    left, top = place
    pen.text((left, top), _fit(cell.name, font, CELL_PX), INK, font)
    pen.text((left, top + LINE_PX), _fit(cell.about, font, CELL_PX), QUIET, font)
    top += 2 * LINE_PX + 2
    width, height = _box(cell)
    sides = (cell.compared.before, cell.compared.after, cell.compared.difference)
    for number, (head, picture) in enumerate(_list_sides(heads, sides)):
        if _is_strip(cell):
            x, y = left + 120, top + number * (height + GAP_PX)
            pen.text((left, y), head, QUIET, font)
        else:
            x, y = left + number * (BOX_PX[0] + GAP_PX), top + LINE_PX
            pen.text((x, top), head, QUIET, font)
        if picture is None:
            pen.rectangle((x, y, x + width - 1, y + height - 1), outline=EDGE)
            continue
        with Image.open(io.BytesIO(picture)) as opened:
            sheet.paste(opened.convert("RGB").resize((width, height), Image.Resampling.BILINEAR), (x, y))
        pen.rectangle((x - 1, y - 1, x + width, y + height), outline=EDGE)


def _list_sides(heads: Sequence[str], sides: Sequence[bytes | None]) -> Iterator[tuple[str, bytes | None]]:
    yield from zip(heads, sides, strict=True)
