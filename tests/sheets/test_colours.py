"""Colours against figures that others have published: WCAG's ratios, CIELAB of pure colours, what red and green become."""

from __future__ import annotations

import pytest

from broadside.sheets.colours import contrast, difference, see


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#9b2423", "#237f52", 1.58)]
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


def test_black_and_white_are_a_hundred_apart_and_red_and_green_as_published() -> None:
    """CIELAB of sRGB's red is (53.24, 80.09, 67.20) and of its green (87.73, -86.18, 83.18)."""
    assert difference("#000000", "#ffffff") == pytest.approx(100, abs=0.01)
    assert difference("#ff0000", "#00ff00") == pytest.approx(170.57, abs=0.2)


def test_grey_stays_grey_and_usual_eyes_see_what_is_there() -> None:
    assert see("#9b2423", "usual") == "#9b2423"
    for vision in ("deutan", "protan"):
        assert difference(see("#808080", vision), "#808080") < 0.5


def test_red_and_green_come_closer_and_blue_and_yellow_do_not() -> None:
    for vision in ("deutan", "protan"):
        near = difference(see("#9b2423", vision), see("#237f52", vision))
        far = difference(see("#005387", vision), see("#f9a800", vision))
        assert near < difference("#9b2423", "#237f52") / 3
        assert far > difference("#005387", "#f9a800") * 0.8
