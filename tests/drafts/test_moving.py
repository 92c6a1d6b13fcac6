"""Days moved into another year: fixed ones keep their date, work keeps its weekday."""

from __future__ import annotations

import datetime

import pytest

from broadside.drafts.moving import Move, repeat_date

DAY = datetime.date
MOVE = Move(DAY(2026, 6, 1), DAY(2028, 6, 1), frozenset({DAY(2026, 6, 16)}))


@pytest.mark.parametrize("days", range(-60, 60))
def test_work_keeps_its_weekday_and_stays_near(days: int) -> None:
    day = DAY(2026, 6, 10) + datetime.timedelta(days=days)
    moved = MOVE.move(day)
    if day == DAY(2026, 6, 16):
        assert moved == DAY(2028, 6, 16)
    else:
        assert moved.weekday() == day.weekday()
        assert abs((moved - day.replace(year=2028)).days) <= 3


def test_days_before_new_year_stay_before_it() -> None:
    assert MOVE.move(DAY(2025, 11, 28)).isoformat() == "2027-11-26"


def test_a_later_start_moves_all_of_it() -> None:
    move = Move(DAY(2026, 6, 1), DAY(2027, 6, 8), frozenset({DAY(2026, 6, 16)}))
    assert move.move(DAY(2026, 6, 16)) == DAY(2027, 6, 23)
    assert move.move(DAY(2026, 6, 12)).weekday() == 4


def test_a_leap_day_is_the_day_before() -> None:
    assert repeat_date(DAY(2028, 2, 29), 2029) == DAY(2029, 2, 28)
