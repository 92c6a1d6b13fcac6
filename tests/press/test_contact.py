"""The contact sheet: how large it is, and that each picture is on it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from broadside.press.comparing import Compared, encode
from broadside.press.contact import COLUMNS_FROM, Cell, draw_contact
from sites import REPOSITORY

FACE = REPOSITORY / "posters/fonts/noto-sans-sc/NotoSansSC_700Bold.ttf"
HEADS = ("before", "after", "difference")


def make_cell(width: int, height: int, colours: tuple[str | None, str | None, str | None]) -> Cell:
    before, after, difference = (encode(Image.new("RGB", (width, height), each)) if each else None for each in colours)
    return Cell("hard-hat · 海报", "changed", Compared(before, after, difference, 0.5, width, height))


def read(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def measure(sheet: Image.Image, colour: tuple[int, int, int]) -> int:
    """Return how many pixels have a colour, but for the losses of the encoding."""
    pixels = sheet.tobytes()
    return sum(all(abs(pixels[at + each] - colour[each]) < 24 for each in range(3)) for at in range(0, len(pixels), 3))


@pytest.mark.parametrize("size", [(300, 400), (400, 300), (1000, 120)])
def test_all_three_pictures_are_there(size: tuple[int, int]) -> None:
    sheet = read(draw_contact("Sheets", "", HEADS, [make_cell(*size, ("#ff0000", "#00ff00", "#0000ff"))], FACE))
    areas = [measure(sheet, colour) for colour in ((255, 0, 0), (0, 255, 0), (0, 0, 255))]
    assert min(areas) > 6000
    assert max(areas) < 1.2 * min(areas)


def test_a_side_that_is_not_there_stays_empty() -> None:
    sheet = read(draw_contact("Sheets", "", HEADS, [make_cell(300, 400, (None, "#00ff00", None))], FACE))
    assert measure(sheet, (0, 255, 0)) > 6000
    assert measure(sheet, (255, 0, 0)) == 0


def test_many_stand_in_two_columns_of_like_height() -> None:
    cell = make_cell(300, 400, ("#ff0000", "#00ff00", "#0000ff"))
    one = read(draw_contact("Sheets", "", HEADS, [cell] * COLUMNS_FROM, FACE))
    two = read(draw_contact("Sheets", "", HEADS, [cell] * 2 * COLUMNS_FROM, FACE))
    assert two.width > 1.9 * one.width
    assert two.height == one.height


def test_a_line_says_what_is_not_shown_and_fits() -> None:
    cell = make_cell(300, 400, ("#ff0000", "#00ff00", "#0000ff"))
    without, with_more = (read(draw_contact("x" * 500, more, HEADS, [cell], FACE)) for more in ("", "And 7 more. " * 40))
    assert with_more.height > without.height
    assert with_more.width == without.width
    assert draw_contact("Sheets", "No sheet looks different.", HEADS, [], Path(FACE))
