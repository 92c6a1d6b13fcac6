"""Which day it is."""

from __future__ import annotations

import datetime

import pytest

from broadside.clock import read_today


def test_the_day_is_todays_or_the_one_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADSIDE_TODAY", "2027-06-10")
    assert read_today() == datetime.date(2027, 6, 10)
    monkeypatch.delenv("BROADSIDE_TODAY")
    assert abs(read_today() - datetime.datetime.now().astimezone().date()) <= datetime.timedelta(days=1)
