"""The months of a campaign: whole weeks from Monday, and on each day what happens."""

from __future__ import annotations

from pathlib import Path

from broadside.pages.months import Grid, make_grids, make_months_page

from .sites import make_shelf

CAMPAIGN = """\
---
title: Safe month
theme: {en: Look first}
starts: 2027-06-01
ends: 2027-06-30
key_days: [{date: 2027-06-16, title: Open day}]
plan:
  - {task: Sweep, owner: All, due: 2027-06-16}
  - {task: Year's report, owner: Office, due: 2027-01-01}
---
"""
TALK = (
    "---\ntitle: {title}\nsort: lecture\nannounced: 2027-05-20\nplace: Canteen\n"
    "lead: Office\ncampaign: month\nstarts: {when}\n---\n"
)
FILES = {
    "docs/campaigns/month.md": CAMPAIGN,
    "docs/activities/late.md": TALK.format(title="Late", when="2027-06-16 14:00\nrepeats: [{starts: 2027-06-16 20:00}]"),
    "docs/activities/early.md": TALK.format(title="Early", when="2027-06-16 09:00"),
    "docs/activities/sign.md": TALK.format(title="Sign", when="2027-06-29\nends: 2027-07-01"),
}


def tell(grids: tuple[Grid, ...]) -> dict[str, list[tuple[str, str, str]]]:
    """Return what happens, by day."""
    cells = (cell for grid in grids for week in grid.weeks for cell in week.cells if cell)
    return {str(cell.date): [(each.mark, each.hours, each.title) for each in cell.happenings] for cell in cells if cell.happenings}


def test_weeks_begin_on_monday_and_have_the_number_of_iso_8601(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, FILES)
    grids = make_grids(shelf, shelf.catalog.campaign, "zh")
    assert [grid.id for grid in grids] == ["2027-01", "2027-06", "2027-07"]
    january, june, _ = grids
    assert [week.number for week in january.weeks] == [53, 1, 2, 3, 4]
    assert [week.number for week in june.weeks] == [22, 23, 24, 25, 26]
    for grid in grids:
        days = [cell.date for week in grid.weeks for cell in week.cells if cell]
        assert [day.day for day in days] == list(range(1, len(days) + 1))
        assert all(len(week.cells) == 7 for week in grid.weeks)
        assert all(cell is None or cell.date.weekday() == at for week in grid.weeks for at, cell in enumerate(week.cells))
    assert sum(cell.is_campaign for grid in grids for week in grid.weeks for cell in week.cells if cell) == 30


def test_a_day_holds_key_days_activities_by_the_hour_and_what_is_due(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, FILES)
    grids = make_grids(shelf, shelf.catalog.campaign, "en")
    sign = [("activity", "", "Sign")]
    assert tell(grids) == {
        "2027-01-01": [("plan", "", "Year's report")],
        "2027-06-16": [
            ("key-day", "", "Open day"),
            ("activity", "09:00", "Early"),
            ("activity", "14:00, 20:00", "Late"),
            ("plan", "", "Sweep"),
        ],
        "2027-06-29": sign,
        "2027-06-30": sign,
        "2027-07-01": sign,
    }
    assert [grid.count for grid in grids] == [1, 6, 1]


def test_a_campaign_without_anything_has_its_first_month(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, {})
    page = make_months_page(shelf, shelf.catalog.campaign, "zh")
    assert page.address == "zh/campaigns/month/calendar/"
    assert page.title == "活动日历：Safe month"
    assert [(grid.id, grid.count) for grid in page.view["grids"]] == [("2027-06", 0)]
    assert page.view["diaries"] == []
