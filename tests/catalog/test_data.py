"""The records of the data files: a carrier's live area and shape, and what is like another carrier."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.catalog import Area, Carrier, read_catalog, read_settings
from sites import TESTS, find_problems, make_small_site

CARRIERS = (TESTS / "small/posters/carriers.yml").read_text("utf-8")
DESIGN = (TESTS / "small/posters/designs/plain/design.yml").read_text("utf-8")


def make_carrier(width: float, height: float, *zones: tuple[float, float, float, float]) -> Carrier:
    """Return a carrier of that size; zones are left, top, width and height."""
    named = [
        {"name": {"en": "Zone"}, "x_mm": left, "y_mm": top, "width_mm": wide, "height_mm": high} for left, top, wide, high in zones
    ]
    values: dict[str, Any] = {"group": "poster", "name": {"en": "A"}, "paper": "A", "safe_mm": 1, "distance_m": 1, "scan_m": 1}
    return Carrier.model_validate(values | {"width_mm": width, "height_mm": height, "zones": named})


@pytest.mark.parametrize(
    ("zones", "live"),
    [
        ([], Area(0, 0, 100, 60)),
        ([(0, 0, 20, 60)], Area(20, 0, 80, 60)),
        ([(0, 50, 100, 10)], Area(0, 0, 100, 50)),
        ([(0, 0, 20, 60), (90, 0, 10, 60)], Area(20, 0, 70, 60)),
        ([(30, 20, 10, 10)], Area(40, 0, 60, 60)),  # a hole: the larger side of it
        ([(90, 50, 30, 30)], Area(0, 0, 90, 60)),  # a zone that runs out over the edge
    ],
)
def test_a_design_stands_in_the_largest_free_rectangle(zones: list[tuple[float, float, float, float]], live: Area) -> None:
    assert make_carrier(100, 60, *zones).live == live


SIZES = st.integers(1, 5)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), SIZES, SIZES), max_size=3))
def test_no_larger_rectangle_is_free(zones: list[tuple[int, int, int, int]]) -> None:
    """Every rectangle on a grid of 6 by 6 is tried."""
    carrier = make_carrier(6, 6, *zones)
    free = [
        (right - left) * (foot - top)
        for left, right in itertools.combinations(range(7), 2)
        for top, foot in itertools.combinations(range(7), 2)
        if not any(Area(left, top, right - left, foot - top).meets(zone) for zone in carrier.zones)
    ]
    if free:
        assert carrier.live.width_mm * carrier.live.height_mm == max(free)
        assert not any(carrier.live.meets(zone) for zone in carrier.zones)


@pytest.mark.parametrize(
    ("width", "height", "shape"),
    [
        (297, 420, "portrait"),
        (420, 297, "landscape"),
        (500, 500, "portrait"),
        (1080, 1920, "portrait"),
        (1920, 1080, "landscape"),
        (800, 2000, "tall"),
        (6000, 2000, "wide"),
        (6000, 700, "strip"),
    ],
)
def test_the_shape_is_that_of_the_proportions(width: float, height: float, shape: str) -> None:
    assert make_carrier(width, height).shape == shape


def test_the_shape_is_that_of_what_is_free() -> None:
    assert make_carrier(500, 1800).shape == "tall"
    assert make_carrier(500, 1800, (0, 0, 500, 1000)).shape == "portrait"


def test_a_carrier_like_another_has_its_values_but_not_its_pictures(tmp_path: Path) -> None:
    more = "poster-b4:\n  like: poster-a4\n  width_mm: 250\nposter-b5:\n  like: poster-b4\n  usual: false\n"
    carriers = read_catalog(read_settings(make_small_site(tmp_path, {"posters/carriers.yml": CARRIERS + more}))).carriers
    a4, b4, b5 = (carriers[name] for name in ("poster-a4", "poster-b4", "poster-b5"))
    assert a4.looks_like == "poster-a3"
    assert b4 == a4.model_copy(update={"width_mm": 250, "looks_like": None})
    assert b5 == b4.model_copy(update={"usual": False})


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("posters/carriers.yml", f"{CARRIERS}x:\n  like: [poster-a3]\n"),
        ("posters/carriers.yml", f"y: 3\n{CARRIERS}x:\n  like: y\n"),
        (
            "posters/carriers.yml",
            f"{CARRIERS}x:\n  like: poster-a3\n  zones: [{{name: {{en: A}}, x_mm: 0, y_mm: 0, width_mm: 500, height_mm: 500}}]\n",
        ),
        ("posters/designs/plain/design.yml", f"{DESIGN}spot: {{name: Red, colour: reddish}}\n"),
        ("posters/designs/plain/design.yml", DESIGN.replace("sample: {en", "sample: {xx: A, en")),
    ],
    ids=["like-a-list", "like-no-record", "no-free-area", "spot-colour", "sample-language"],
)
def test_what_cannot_be_meant_is_a_message_never_a_traceback(tmp_path: Path, path: str, text: str) -> None:
    assert {problem.path for problem in find_problems(make_small_site(tmp_path, {path: text}))} == {path}
