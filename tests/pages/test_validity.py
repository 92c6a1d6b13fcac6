"""A notice on the days before, in and after its time."""

from __future__ import annotations

import datetime

import pytest

from broadside.pages.validity import Validity

JUNE = Validity(datetime.date(2027, 6, 5), datetime.date(2027, 6, 30))


@pytest.mark.parametrize(
    ("day", "standing", "states"),
    [
        ("2027-06-04", "coming", ("coming",)),
        ("2027-06-05", "in-force", ("in-force",)),
        ("2027-06-15", "in-force", ("in-force",)),
        ("2027-06-16", "in-force", ("in-force", "soon")),
        ("2027-06-30", "in-force", ("in-force", "soon")),
        ("2027-07-01", "expired", ("expired",)),
    ],
)
def test_its_first_and_last_day_count(day: str, standing: str, states: tuple[str, ...]) -> None:
    date = datetime.date.fromisoformat(day)
    assert JUNE.stand(date) == standing
    assert JUNE.list_states(date) == states


def test_without_a_last_day_it_stays_in_force() -> None:
    endless = Validity(datetime.date(2027, 6, 5))
    assert endless.list_states(datetime.date(2099, 1, 1)) == ("in-force",)


def test_replaced_before_its_time_it_never_was_in_force() -> None:
    withdrawn = Validity(datetime.date(2027, 6, 5), datetime.date(2027, 6, 1))
    assert withdrawn.stand(datetime.date(2027, 6, 1)) == "coming"
    assert withdrawn.stand(datetime.date(2027, 6, 5)) == "expired"


def test_one_of_several_states_is_enough() -> None:
    day = datetime.date(2027, 6, 20)
    assert JUNE.is_any("soon", day)
    assert JUNE.is_any("in-force coming", day)
    assert not JUNE.is_any("coming expired", day)
