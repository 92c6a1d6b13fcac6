"""Lengths, against figures from outside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.units import PDF_SIDE_MAX_MM, resolution_ppi, to_mm, to_points


def test_the_inch_and_the_longest_page() -> None:
    assert to_points(25.4) == pytest.approx(72)
    assert pytest.approx(5080) == PDF_SIDE_MAX_MM


def test_a4_in_points_as_every_printer_driver_has_it() -> None:
    assert (round(to_points(210)), round(to_points(297))) == (595, 842)


def test_resolution_of_a_full_hd_panel() -> None:
    assert resolution_ppi(1920, 1218) == pytest.approx(40.04, abs=0.01)


@given(st.floats(min_value=0, max_value=1e6))
def test_there_and_back(mm: float) -> None:
    assert to_mm(to_points(mm)) == pytest.approx(mm)
