"""A campaign -> the page of its calendar: a grid for each month in which something happens, week by week."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from typing import cast

from broadside.catalog import Entry
from broadside.kinds import Campaign
from broadside.pages.activities import list_activities, read_activity
from broadside.pages.calendar import MARKS, Happening, list_campaign_days, show_activity, sort_happenings
from broadside.pages.diaries import list_diaries
from broadside.pages.listing import say_title
from broadside.pages.past import find_look
from broadside.pages.values import Shelf, SitePage

DAYS_MOST = 31
"""Our choice: an activity that lasts longer stands on the day on which it begins alone."""


@dataclass(frozen=True)
class Cell:
    """A day of a month: what happens on it, and whether the campaign lasts on it."""

    date: datetime.date
    is_campaign: bool
    happenings: tuple[Happening, ...]


@dataclass(frozen=True)
class Week:
    """A week from Monday to Sunday by its number (ISO 8601-1:2019, 5.3); a day of another month is None."""

    number: int
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True)
class Grid:
    """A month: ``id`` as ISO 8601 writes it (2027-06), its first day, its weeks, and how many things happen in it."""

    id: str
    first: datetime.date
    weeks: tuple[Week, ...]
    count: int


def make_months_page(shelf: Shelf, entry: Entry, language: str) -> SitePage:
    """Return the calendar of a campaign: its activities, its key days and the due dates of its plan."""
    texts, campaign = shelf.texts(language)["activity"], say_title(shelf, entry, language)
    identity = f"{entry.id}/calendar"
    return SitePage(
        address=shelf.address(identity, language),
        language=language,
        template="calendar.html",
        title=texts["calendar_of"].format(campaign=campaign),
        markdown="",
        section="campaigns",
        summary=texts["calendar_summary"].format(campaign=campaign),
        is_searchable=False,
        hide=("toc", "navigation"),
        alternates={other: shelf.address(identity, other) for other in shelf.languages},
        view={
            "campaign": entry.fields,
            "campaign_title": campaign,
            "look": find_look(shelf, entry),
            "campaign_address": shelf.address(entry.id, language),
            "grids": make_grids(shelf, entry, language),
            "marks": MARKS[:3],
            "diaries": [each for each in list_diaries(shelf, language) if each.campaign in {"", entry.name}],
        },
    )


def make_grids(shelf: Shelf, entry: Entry, language: str) -> tuple[Grid, ...]:
    """Return the months of a campaign in which something happens; that of its first day is always there."""
    days = _collect(shelf, entry, language)
    campaign = cast("Campaign", entry.fields)
    months = sorted({(date.year, date.month) for date in (*days, campaign.starts)})
    return tuple(_make_grid(year, month, days, campaign) for year, month in months)


def _collect(shelf: Shelf, entry: Entry, language: str) -> dict[datetime.date, list[Happening]]:
    """Return what happens by day; an activity of several days stands on each of them."""
    days: dict[datetime.date, list[Happening]] = {}
    for date, each in list_campaign_days(shelf, entry, language):
        days.setdefault(date, []).append(each)
    for activity in list_activities(shelf, entry.name):
        sessions = [session for session in read_activity(activity).sessions if session.starts.time is None]
        starts = {session.starts.day for session in sessions}
        for session in sessions:
            length = min((session.last - session.starts.day).days, DAYS_MOST)
            for step in range(1, length + 1):
                date = session.starts.day + datetime.timedelta(days=step)
                if date not in starts:
                    days.setdefault(date, []).append(show_activity(shelf, activity, date, language))
    return days


def _make_grid(year: int, month: int, days: dict[datetime.date, list[Happening]], campaign: Campaign) -> Grid:
    def make_cell(date: datetime.date) -> Cell | None:
        if date.month != month:
            return None
        return Cell(date, campaign.starts <= date <= campaign.ends, sort_happenings(days.get(date, [])))

    weeks = [
        Week(dates[0].isocalendar().week, tuple(make_cell(date) for date in dates))
        for dates in calendar.Calendar(calendar.MONDAY).monthdatescalendar(year, month)
    ]
    count = sum(len(cell.happenings) for week in weeks for cell in week.cells if cell)
    return Grid(f"{year}-{month:02}", datetime.date(year, month, 1), tuple(weeks), count)
