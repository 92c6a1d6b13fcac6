"""The running campaign and its notices -> the months of the home page's calendar, day by day."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from broadside.catalog import Entry
from broadside.kinds import Campaign, KeyDay, Notice, Task
from broadside.pages.listing import find_spoken, say_title
from broadside.pages.values import Shelf

Mark = Literal["key-day", "plan", "notice-starts", "notice-ends"]

MARKS: tuple[Mark, ...] = ("key-day", "plan", "notice-starts", "notice-ends")
"""What a day may hold, in the order in which it is told."""
MONTHS_MOST = 18
"""Our choice: a campaign's preparation, its month and its report; what lies farther off belongs on its own page."""


@dataclass(frozen=True)
class Happening:
    """Something on a day: where it is told, in which language its words are, and who does it or what it is."""

    mark: Mark
    title: str
    address: str
    language: str
    note: str = ""


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
    for date, each in _list_happenings(shelf, running, language):
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
    told = sorted(happenings, key=lambda each: MARKS.index(each.mark))
    return Day(date, campaign.starts <= date <= campaign.ends, tuple(told))


def _list_happenings(shelf: Shelf, running: Entry, language: str) -> Iterator[tuple[datetime.date, Happening]]:
    """Yield the campaign's key days and the rows of its plan, then the first and last days of notices that are not over."""
    default = shelf.catalog.language
    address, spoken = shelf.address(running.id, language), find_spoken(running, language, default)
    for day in cast("tuple[KeyDay, ...]", running.say("key_days", language)):
        yield day.date, Happening("key-day", day.title, f"{address}#day-{day.date.isoformat()}", spoken, day.what or "")
    for task in cast("tuple[Task, ...]", running.say("plan", language)):
        yield task.due, Happening("plan", task.task, f"{address}#plan", spoken, task.owner)
    for entry in shelf.catalog.of_kind("notice"):
        validity = shelf.find_validity(entry)
        if validity is None or shelf.is_expired(entry):
            continue
        words = (say_title(shelf, entry, language), shelf.address(entry.id, language), find_spoken(entry, language, default))
        yield validity.starts, Happening("notice-starts", *words)
        if cast("Notice", entry.fields).expires == validity.ends and validity.ends:
            yield validity.ends, Happening("notice-ends", *words)
