"""What the days are counted to: one thing a day, an activity before a key day, until nothing comes any more."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from broadside.pages.coming import find_next, list_coming

from .sites import make_shelf

CAMPAIGN = """---
title: Safe month
theme: {en: Look first}
starts: 2027-06-01
ends: 2027-06-30
key_days:
  - {date: 2027-06-16, title: Ask us}
  - {date: 2027-06-08, title: Film day}
---
"""
TALK = """---
title: Help desks
sort: consultation
announced: 2027-05-01
starts: 2027-06-16 09:00
place: Gate
lead: Office
campaign: month
repeats: [{starts: 2027-06-18 09:00}]
---
"""


@pytest.mark.parametrize(
    ("today", "title"),
    [("2027-05-20", "Safe month begins"), ("2027-06-02", "Film day"), ("2027-06-16", "Help desks"), ("2027-06-18", "Help desks")],
)
def test_the_next_day(tmp_path: Path, today: str, title: str) -> None:
    shelf = make_shelf(tmp_path, {"docs/campaigns/month.md": CAMPAIGN, "docs/activities/talk.md": TALK})
    coming = list_coming(shelf, shelf.catalog.campaign, "en")
    assert [each.date.day for each in coming] == [1, 8, 16, 18]
    found = find_next(coming, datetime.date.fromisoformat(today))
    assert found is not None
    assert found.title == title
    assert find_next(coming, datetime.date(2027, 6, 19)) is None
    assert coming[1].address == "campaigns/month/#day-2027-06-08"
