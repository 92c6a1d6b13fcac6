"""The reference of signs: its colours are the press's, its drawings have the standard's proportions, its figures are computed."""

from __future__ import annotations

import io
import math
import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from broadside.papers.signs import COLOURS, RED, list_pairs, list_shapes, list_sizes
from sites import REPOSITORY

from .conftest import Print, read_info, read_words


def test_the_colours_are_those_that_the_press_draws_signs_in() -> None:
    part = (REPOSITORY / "posters/parts/sign.typ").read_text("utf-8").lower()
    assert set(COLOURS.values()) == set(re.findall(r'colour: rgb\("(#[0-9a-f]{6})"', part))


def test_a_size_is_never_under_the_standards() -> None:
    for distance, outside, inside, disc, triangle in (map(float, row) for row in list_sizes()):
        assert outside >= 1000 * distance / 100
        assert inside >= 1000 * distance / 200
        assert (disc, triangle) == (math.ceil(25 * distance), math.ceil(34 * distance))


def test_only_red_and_green_are_alike_and_only_to_some_eyes() -> None:
    alike = {
        (pair["one"], pair["other"], number) for pair in list_pairs() for number, seen in enumerate(pair["seen"]) if seen["alike"]
    }
    assert alike == {("red", "green", 1), ("red", "green", 2)}
    assert {shape["name"]: float(shape["ratio"]) >= 4.5 for shape in list_shapes()} == dict.fromkeys(
        ("prohibition", "warning", "mandatory", "safe", "fire"), True
    )


@pytest.mark.parametrize(("language", "words"), [("en", "1.58:1"), ("zh", "GB2894-2025")])
def test_the_chart_is_one_page_of_a3(print_paper: Print, language: str, words: str) -> None:
    pdf = print_paper("knowledge/safety-signs", "sign-chart", language)
    info = read_info(pdf)
    assert (info["Pages"], info["Page size"].split(" pts")[0], info["Tagged"]) == ("1", "841.89 x 1190.55", "yes")
    assert words in read_words(pdf)


def test_the_ring_and_the_bar_are_as_wide_as_they_should_be(print_paper: Print) -> None:
    """Counted in the printed chart: along the middle of the first sign, red for 0.1 of the diameter, white, then the bar."""
    pdf = print_paper("knowledge/safety-signs", "sign-chart", "en")
    picture = Image.open(io.BytesIO(render(pdf))).convert("RGB")
    wanted = tuple(int(RED[at : at + 2], 16) for at in (1, 3, 5))

    def is_red(x: int, y: int) -> bool:
        pixel = picture.getpixel((x, y))
        return isinstance(pixel, tuple) and max(abs(a - b) for a, b in zip(pixel, wanted, strict=True)) < 24

    rows = [y for y in range(picture.height) if any(is_red(x, y) for x in range(0, picture.width // 2, 2))]
    top = rows[0]
    foot = next(y for y in range(top, picture.height) if y not in set(rows))
    middle, diameter = (top + foot) // 2, foot - top
    red = [is_red(x, middle) for x in range(picture.width // 2)]
    left = red.index(True)
    ring = next(x for x in range(left, len(red)) if not red[x]) - left
    assert ring / diameter == pytest.approx(0.1, abs=0.008)
    bar = sum(red[left + ring : left + diameter - ring]) / math.sqrt(2)
    assert bar / diameter == pytest.approx(0.08, abs=0.008)


def render(pdf: Path) -> bytes:
    """Return the chart as poppler shows it, 100 dots to the inch."""
    return subprocess.run(["pdftoppm", "-r", "100", "-png", pdf], check=True, capture_output=True).stdout
