"""A campaign -> what to count the days to: its first day, its activities, its key days."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from broadside.catalog import Entry
from broadside.kinds import Campaign, KeyDay
from broadside.pages.activities import list_activities, read_activity
from broadside.pages.listing import find_spoken, say_title
from broadside.pages.values import Shelf


@dataclass(frozen=True)
class Coming:
    """Something that begins on a day; ``language`` is that of its title, ``address`` where more is said of it."""

    date: datetime.date
    title: str
    language: str
    address: str


def list_coming(shelf: Shelf, campaign: Entry, language: str) -> tuple[Coming, ...]:
    """Return what a campaign's days are counted to, one a day: an activity before a key day, a key day before the first day."""
    days = dict[datetime.date, Coming]()
    for each in (*_list_sessions(shelf, campaign, language), *_list_days(shelf, campaign, language)):
        days.setdefault(each.date, each)
    return tuple(days[day] for day in sorted(days))


def find_next(coming: Sequence[Coming], today: datetime.date) -> Coming | None:
    """Return the first that is not over."""
    return next((each for each in coming if each.date >= today), None)


def _list_sessions(shelf: Shelf, campaign: Entry, language: str) -> Iterator[Coming]:
    for entry in list_activities(shelf, campaign.name):
        spoken = find_spoken(entry, language, shelf.catalog.language)
        for session in read_activity(entry).sessions:
            yield Coming(session.starts.day, say_title(shelf, entry, language), spoken, shelf.address(entry.id, language))


def _list_days(shelf: Shelf, campaign: Entry, language: str) -> Iterator[Coming]:
    month = cast("Campaign", campaign.fields)
    spoken, address = find_spoken(campaign, language, shelf.catalog.language), shelf.address(campaign.id, language)
    for day in cast("tuple[KeyDay, ...]", campaign.say("key_days", language)):
        yield Coming(day.date, day.title, spoken, f"{address}#day-{day.date.isoformat()}")
    begins = str(shelf.texts(language)["front"]["begins"])
    yield Coming(month.starts, begins.format(campaign=say_title(shelf, campaign, language)), language, address)
