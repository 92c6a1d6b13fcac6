"""A sheet drawn with its words and without them -> the words that cannot be told from what is behind them (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from broadside.press.describing import Box
from broadside.sheets.colours import straighten

LARGE_RATIO, SMALL_RATIO = 3.0, 4.5
"""Level AA: 3 : 1 for large words (18 pt and more, which every slogan is), 4.5 : 1 for the rest."""
BLOCK_PX = 8
"""Our choice: letters are judged in blocks of this size, about a stroke's width on a preview; their edges are blends."""
NEIGHBOURS = ImageFilter.MaxFilter(3)
DRAWN_SHARE = 0.2
"""Our choice: the part of a block that words must cover to be judged there."""
WORDS_SHARE = 0.002
"""Our choice: words cover at least this share of their lines; where less can be seen, they have the colour of their ground."""
SEEN = 12
"""Our choice: a difference of fewer of 255 steps is the resampling, not a letter."""


@dataclass(frozen=True)
class Faint:
    """Words and their ground, as sRGB colours, and their contrast."""

    words: str
    ground: str
    ratio: float
    needed: float


LINEAR = [round(255 * straighten(value / 255)) for value in range(256)] * 3
"""The light of each sRGB value of a pixel's three, 0 to 255."""
TO_LUMINANCE = (0.2126, 0.7152, 0.0722, 0)


def measure_luminance(picture: Image.Image) -> Image.Image:
    """Return the relative luminance of each pixel, 0 to 255 (WCAG 2.2, definition of relative luminance)."""
    return picture.point(LINEAR).convert("L", TO_LUMINANCE)


def find_faint(drawn: Image.Image, bare: Image.Image, words: Sequence[Box], px_per_mm: float) -> Faint | None:
    """Return the first faint words of a sheet, or None. ``words`` are the boxes of the slogan's lines; the rest is small type."""
    difference = ImageChops.difference(drawn, bare).convert("L").point(lambda value: 255 if value > SEEN else 0)
    for box in words:
        inside = difference.crop(tuple(round(edge * px_per_mm) for edge in box))  # type: ignore[arg-type]  # four edges
        if inside.width and inside.height and sum(inside.histogram()[1:]) < WORDS_SHARE * inside.width * inside.height:
            place = round((box[0] + box[2]) / 2 * px_per_mm), round((box[1] + box[3]) / 2 * px_per_mm)
            ground = _hex(_colour(bare, place))
            return Faint(ground, ground, 1.0, LARGE_RATIO)
    one, other = measure_luminance(drawn), measure_luminance(bare)
    lighter, darker = ImageChops.lighter(one, other), ImageChops.darker(one, other)
    large = Image.new("L", drawn.size)
    draw = ImageDraw.Draw(large)
    for box in words:
        draw.rectangle([edge * px_per_mm for edge in box], fill=255)
    for ratio, where in ((LARGE_RATIO, large), (SMALL_RATIO, ImageChops.invert(large))):
        needed = darker.point([min(255, round(ratio * value + 255 * 0.05 * (ratio - 1))) for value in range(256)])
        clear = ImageChops.subtract(lighter, needed).point(lambda value: 255 if value else 0)
        letters = ImageChops.multiply(difference, where)
        covered = letters.reduce(BLOCK_PX).point(lambda value: 255 if value > 255 * DRAWN_SHARE else 0)
        # A block that holds only a letter's blended edge is judged by its neighbours, which hold the stroke.
        unclear = clear.reduce(BLOCK_PX).point(lambda value: 255 if value else 0).filter(NEIGHBOURS)
        unclear = ImageChops.invert(unclear)
        faint = ImageChops.multiply(covered, unclear)
        if faint.getbbox() is not None:
            return _describe(drawn, bare, letters, faint, ratio)
    return None


def _describe(drawn: Image.Image, bare: Image.Image, letters: Image.Image, faint: Image.Image, needed: float) -> Faint:
    """Name the two colours in the first faint block: the letter's pixel that differs most, and what is behind it."""
    box = faint.getbbox() or (0, 0, 1, 1)
    column = next(x for x in range(box[0], box[2]) if faint.getpixel((x, box[1])))
    left, top = column * BLOCK_PX, box[1] * BLOCK_PX
    places = [
        (x, y)
        for x in range(left, min(left + BLOCK_PX, drawn.width))
        for y in range(top, min(top + BLOCK_PX, drawn.height))
        if letters.getpixel((x, y))
    ]

    place = max(places, key=lambda at: contrast(_colour(drawn, at), _colour(bare, at)))
    words, ground = _colour(drawn, place), _colour(bare, place)
    return Faint(_hex(words), _hex(ground), round(contrast(words, ground), 2), needed)


def _colour(picture: Image.Image, place: tuple[int, int]) -> tuple[int, int, int]:
    red, green, blue = picture.getpixel(place)  # type: ignore[misc]  # an RGB picture's pixel is three numbers
    return red, green, blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Return the contrast ratio of two sRGB colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    first, second = (
        sum(share * LINEAR[value] for share, value in zip(TO_LUMINANCE, colour, strict=False)) / 255 for colour in (one, other)
    )
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def _hex(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
