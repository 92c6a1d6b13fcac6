"""The months of the home page's calendar, and what stands on which day."""

from __future__ import annotations

import datetime
from pathlib import Path

from broadside.pages.calendar import Month, make_calendar

from .sites import make_shelf, write_notice

CAMPAIGN = """\
---
title: Safe month
theme: {en: Look first}
starts: 2027-06-01
ends: 2027-06-30
key_days:
  - {date: 2027-06-16, title: Open day, what: Ask.}
plan:
  - {task: Sweep, owner: All, due: 2027-06-16}
  - {task: Report, owner: Office, due: 2027-08-02}
  - {task: Old work, owner: All, due: 2027-02-01}
---
"""


def tell(months: tuple[Month, ...]) -> dict[str, list[tuple[str, str]]]:
    """Return what happens, by day."""
    return {
        str(day.date): [(each.mark, each.title) for each in day.happenings]
        for month in months
        for day in month.days
        if day.happenings
    }


def test_each_day_says_what_happens_on_it(tmp_path: Path) -> None:
    files = {
        "docs/campaigns/month.md": CAMPAIGN,
        "docs/notices/a.md": write_notice("A", "effective: 2027-06-16", "expires: 2027-07-03"),
        "docs/notices/over.md": write_notice("Over", "expires: 2027-06-09"),
        "docs/notices/endless.md": write_notice("Endless", date="2027-06-12"),
        "docs/notices/replaced.md": write_notice("Replaced", "expires: 2027-07-20", date="2027-06-11"),
        "docs/notices/newer.md": write_notice("Newer", "supersedes: notices/replaced", date="2027-07-01"),
    }
    months = make_calendar(make_shelf(tmp_path, files), "en")
    assert [month.id for month in months] == ["2027-06", "2027-07", "2027-08"]
    assert [len(month.days) for month in months] == [30, 31, 31]
    assert tell(months) == {
        "2027-06-11": [("notice-starts", "Replaced")],
        "2027-06-12": [("notice-starts", "Endless")],
        "2027-06-16": [("key-day", "Open day"), ("plan", "Sweep"), ("notice-starts", "A")],
        "2027-07-01": [("notice-starts", "Newer")],
        "2027-07-03": [("notice-ends", "A")],
        "2027-08-02": [("plan", "Report")],
    }
    day = months[0].days[15]
    assert day.marks == ("key-day", "plan", "notice-starts")
    assert [each.address for each in day.happenings] == [
        "campaigns/month/#day-2027-06-16",
        "campaigns/month/#plan",
        "notices/a/",
    ]
    assert [each.is_campaign for month in months for each in month.days].count(True) == 30


def test_it_begins_with_the_month_of_the_build(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, {"docs/campaigns/month.md": CAMPAIGN}, datetime.date(2027, 1, 31))
    months = make_calendar(shelf, "zh")
    assert [month.id for month in months] == [f"2027-{number:02}" for number in range(1, 9)]
    assert months[1].first == datetime.date(2027, 2, 1)
    assert "2027-02-01" in tell(months)
    assert months[5].days[15].happenings[0].address == "zh/campaigns/month/#day-2027-06-16"
    assert months[5].days[15].happenings[0].language == "en"


def test_a_campaign_that_is_over_shows_its_own_months(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, {}, datetime.date(2029, 1, 1))
    assert [month.id for month in make_calendar(shelf, "en")] == ["2027-06"]


def test_a_campaign_far_away_fills_no_page_with_empty_months(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, {}, datetime.date(2020, 1, 1))
    assert len(make_calendar(shelf, "en")) == 18
