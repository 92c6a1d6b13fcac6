"""Words against what is behind them: the ratios of WCAG, and the first faint words of a drawn sheet."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from broadside.press.contrast import contrast, find_faint

BOXES = ((10.0, 10.0, 90.0, 40.0),)
"""One line of large words, in mm; the pictures have 4 pixels a mm."""


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ((255, 255, 255), (0, 0, 0), 21),
        ((255, 255, 255), (118, 118, 118), 4.54),  # WCAG's own borderline grey, #767676
        ((155, 36, 35), (35, 127, 82), 1.58),  # the sign colours red and green
    ],
)
def test_ratios(one: tuple[int, int, int], other: tuple[int, int, int], ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, rel=0.02)
    assert contrast(other, one) == contrast(one, other)


def draw_on(ground: Image.Image, words: str, small: str) -> Image.Image:
    """Draw a block of large words and a line of small ones, as letters are: strokes with gaps."""
    drawn = ground.copy()
    draw = ImageDraw.Draw(drawn)
    for stroke in range(8):
        draw.rectangle((60 + 36 * stroke, 50, 76 + 36 * stroke, 150), fill=words)
        draw.rectangle((60 + 12 * stroke, 300, 64 + 12 * stroke, 316), fill=small)
    return drawn


def make_ground(colour: str) -> Image.Image:
    return Image.new("RGB", (400, 400), colour)


def test_readable_words_pass() -> None:
    ground = make_ground("#c8102e")
    assert find_faint(draw_on(ground, "white", "white"), ground, BOXES, 4) is None


def test_a_sheet_without_words_passes() -> None:
    assert find_faint(make_ground("white"), make_ground("white"), (), 4) is None


def test_words_in_the_colour_of_their_ground_are_found() -> None:
    faint = find_faint(make_ground("#eeeeee"), make_ground("#eeeeee"), BOXES, 4)
    assert faint is not None
    assert (faint.words, faint.ground, faint.ratio) == ("#eeeeee", "#eeeeee", 1.0)


def test_faint_large_words_are_named_with_both_colours() -> None:
    ground = make_ground("#c8c8c8")
    faint = find_faint(draw_on(ground, "#ffffff", "black"), ground, BOXES, 4)
    assert faint is not None
    assert (faint.words, faint.ground, faint.needed) == ("#ffffff", "#c8c8c8", 3)
    assert faint.ratio == pytest.approx(1.68, abs=0.02)


def test_small_words_need_more_than_large_ones() -> None:
    ground = make_ground("#888888")  # white on it is 3.5 : 1
    assert find_faint(draw_on(ground, "white", "black"), ground, BOXES, 4) is None
    faint = find_faint(draw_on(ground, "white", "white"), ground, BOXES, 4)
    assert faint is not None
    assert faint.needed == 4.5


def test_a_photograph_that_is_light_in_one_place_is_found() -> None:
    ground = make_ground("#202020")
    ImageDraw.Draw(ground).rectangle((250, 0, 400, 400), fill="#f0f0f0")
    faint = find_faint(draw_on(ground, "white", "white"), ground, BOXES, 4)
    assert faint is not None
    assert faint.ground == "#f0f0f0"
