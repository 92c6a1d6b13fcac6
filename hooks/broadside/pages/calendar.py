"""A campaign, its activities and the notices -> what happens on which day, and the months of the home page's calendar."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from broadside.catalog import Entry
from broadside.kinds import Campaign, KeyDay, Notice, Task
from broadside.pages.activities import list_activities, read_activity
from broadside.pages.listing import find_spoken, say_title
from broadside.pages.values import Shelf

Mark = Literal["key-day", "activity", "plan", "notice-starts", "notice-ends"]

MARKS: tuple[Mark, ...] = ("key-day", "activity", "plan", "notice-starts", "notice-ends")
"""What a day may hold, in the order in which it is told."""
MONTHS_MOST = 18
"""Our choice: a campaign's preparation, its month and its report; what lies farther off belongs on its own page."""


@dataclass(frozen=True)
class Happening:
    """Something on a day: where it is told, in which language its words are, who does it or what it is, and its hours."""

    mark: Mark
    title: str
    address: str
    language: str
    note: str = ""
    hours: str = ""


@dataclass(frozen=True)
class Day:
    """A day of the calendar; ``is_campaign`` where the running campaign lasts on it."""

    date: datetime.date
    is_campaign: bool
    happenings: tuple[Happening, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The kinds of what happens on it, each once."""
        return tuple(dict.fromkeys(each.mark for each in self.happenings))


@dataclass(frozen=True)
class Month:
    """A month of the calendar: ``id`` as ISO 8601 writes it (2027-06), and all its days."""

    id: str
    days: tuple[Day, ...]

    @property
    def first(self) -> datetime.date:
        """Its first day."""
        return self.days[0].date


def make_calendar(shelf: Shelf, language: str) -> tuple[Month, ...]:
    """Return the months from the first in which something happens to the last, with that of the build among them.

    Those that are over before the build's month are left out. There is always one.
    """
    running = shelf.catalog.campaign
    campaign = cast("Campaign", running.fields)
    happenings: dict[datetime.date, list[Happening]] = {}
    for date, each in (*list_campaign_days(shelf, running, language), *_list_notice_days(shelf, language)):
        happenings.setdefault(date, []).append(each)
    ends = max([*happenings, campaign.ends, shelf.today])
    first = shelf.today.replace(day=1)
    if campaign.ends < first:  # over: its own month says more than an empty one
        first, ends = campaign.starts.replace(day=1), max([campaign.ends, *happenings])
    months: list[Month] = []
    while first <= ends and len(months) < MONTHS_MOST:
        count = calendar.monthrange(first.year, first.month)[1]
        dates = [first + datetime.timedelta(days=step) for step in range(count)]
        months.append(Month(f"{first:%Y-%m}", tuple(_make_day(campaign, date, happenings.get(date, [])) for date in dates)))
        first = dates[-1] + datetime.timedelta(days=1)
    return tuple(months)


def _make_day(campaign: Campaign, date: datetime.date, happenings: list[Happening]) -> Day:
    return Day(date, campaign.starts <= date <= campaign.ends, sort_happenings(happenings))


def sort_happenings(happenings: list[Happening]) -> tuple[Happening, ...]:
    """Return a day's happenings in the order in which they are told: by their kind, then by their hours."""
    return tuple(sorted(happenings, key=lambda each: (MARKS.index(each.mark), each.hours)))


def list_campaign_days(shelf: Shelf, campaign: Entry, language: str) -> Iterator[tuple[datetime.date, Happening]]:
    """Yield a campaign's key days, the rows of its plan, and the days on which its activities begin."""
    address, spoken = shelf.address(campaign.id, language), find_spoken(campaign, language, shelf.catalog.language)
    for day in cast("tuple[KeyDay, ...]", campaign.say("key_days", language)):
        yield day.date, Happening("key-day", day.title, f"{address}#day-{day.date.isoformat()}", spoken, day.what or "")
    for task in cast("tuple[Task, ...]", campaign.say("plan", language)):
        yield task.due, Happening("plan", task.task, f"{address}#plan", spoken, task.owner)
    for entry in list_activities(shelf, campaign.name):
        for date in dict.fromkeys(session.starts.day for session in read_activity(entry).sessions):
            yield date, show_activity(shelf, entry, date, language)


def show_activity(shelf: Shelf, entry: Entry, date: datetime.date, language: str) -> Happening:
    """Return what an activity is on a day: its title, where it is, and the hours at which its sessions of that day begin."""
    starts = [session.starts for session in read_activity(entry).sessions if session.starts.day == date]
    return Happening(
        "activity",
        say_title(shelf, entry, language),
        shelf.address(entry.id, language),
        find_spoken(entry, language, shelf.catalog.language),
        str(entry.say("place", language)),
        ", ".join(f"{moment.time:%H:%M}" for moment in starts if moment.time),
    )


def _list_notice_days(shelf: Shelf, language: str) -> Iterator[tuple[datetime.date, Happening]]:
    """Yield the first and last days of notices that are not over."""
    default = shelf.catalog.language
    for entry in shelf.catalog.of_kind("notice"):
        validity = shelf.find_validity(entry)
        if validity is None or shelf.is_expired(entry):
            continue
        words = (say_title(shelf, entry, language), shelf.address(entry.id, language), find_spoken(entry, language, default))
        yield validity.starts, Happening("notice-starts", *words)
        if cast("Notice", entry.fields).expires == validity.ends and validity.ends:
            yield validity.ends, Happening("notice-ends", *words)
