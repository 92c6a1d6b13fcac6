"""Activities -> calendar files (iCalendar, RFC 5545), one a campaign and one a unit, in each language."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

from broadside.catalog import Entry, choose
from broadside.kinds import Activity, AgendaRow, KeyDay, Session
from broadside.kinds.values import Instant
from broadside.pages.activities import list_activities, read_activity
from broadside.pages.days import find_day
from broadside.pages.feeds import name_unit
from broadside.pages.listing import say_title
from broadside.pages.values import Shelf, TextFile

FOLD_OCTETS = 75
"""RFC 5545, 3.1: lines should not be longer than 75 octets, the line break not counted."""
PRODUCT = "-//Broadside//Activities//EN"
A_DAY = datetime.timedelta(days=1)
Line = tuple[str, str]


@dataclass(frozen=True)
class Diary:
    """A calendar file: where it is served, its name as calendar programs show it, and its events, each a list of lines.

    ``campaign`` is the name of the campaign it is of; a unit's has none.
    """

    address: str
    title: str
    campaign: str
    events: tuple[tuple[Line, ...], ...]


def list_diaries(shelf: Shelf, language: str) -> Iterator[Diary]:
    """Yield the calendars in ``language`` that hold something: a campaign's with its key days, then a unit's."""
    root = shelf.address("index", language)
    for campaign in shelf.catalog.of_kind("campaign"):
        events = (
            *_list_key_days(shelf, campaign, language),
            *_list_events(shelf, list_activities(shelf, campaign.name), language),
        )
        if events:
            yield Diary(f"{root}calendars/{campaign.name}.ics", say_title(shelf, campaign, language), campaign.name, events)
    by_unit: dict[str, list[Entry]] = {}
    for activity in list_activities(shelf):
        by_unit.setdefault(name_unit(shelf, activity), []).append(activity)
    for unit in (each for each in shelf.catalog.brands if each in by_unit):
        if events := tuple(_list_events(shelf, by_unit[unit], language)):
            name = choose(shelf.catalog.brands[unit].name, language, shelf.catalog.language)
            yield Diary(f"{root}calendars/units/{unit}.ics", name, "", events)


def make_diaries(shelf: Shelf) -> Iterator[TextFile]:
    """Yield the calendar files in every language."""
    for language in shelf.languages:
        for diary in list_diaries(shelf, language):
            yield TextFile(diary.address, write_diary(diary))


def write_diary(diary: Diary) -> str:
    """Return a calendar as text (RFC 5545, 3.4 and 3.6)."""
    head = [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")]
    # NAME is of RFC 7986; most programs still read the name that Apple's gave it.
    head += [("NAME", escape(diary.title)), ("X-WR-CALNAME", escape(diary.title))]
    body = [line for event in diary.events for line in (("BEGIN", "VEVENT"), *event, ("END", "VEVENT"))]
    return "".join(fold(f"{name}:{value}") for name, value in (*head, *body, ("END", "VCALENDAR")))


def escape(text: str) -> str:
    """Write a TEXT value: backslash, semicolon, comma and line break are escaped (RFC 5545, 3.3.11)."""
    plain = text.replace("\r\n", "\n").replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,")
    return plain.replace("\n", r"\n")


def fold(line: str) -> str:
    """Break a line after at most 75 octets, never within a character; what follows begins with a space (RFC 5545, 3.1)."""
    parts, part, octets = [], "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > FOLD_OCTETS:
            parts.append(part)
            part, octets = " ", 1
        part, octets = part + letter, octets + size
    return "\r\n".join((*parts, part)) + "\r\n"


def _list_events(shelf: Shelf, entries: Iterable[Entry], language: str) -> Iterator[tuple[Line, ...]]:
    """Yield every session of every activity."""
    for entry in entries:
        for number, session in enumerate(read_activity(entry).sessions, 1):
            yield tuple(_write_event(shelf, entry, session, number, language))


def _write_event(shelf: Shelf, entry: Entry, session: Session, number: int, language: str) -> Iterator[Line]:
    activity, sorts = read_activity(entry), shelf.texts(language)["activity"]["sorts"]
    yield from _write_stamp(shelf, entry, f"-{number}" if number > 1 else "")
    # How often it was changed: a program takes the event with the larger number for the newer (3.8.7.4).
    yield "SEQUENCE", str(max(0, ((activity.revised or activity.announced) - activity.announced).days))
    yield _write_time("DTSTART", session.starts)
    if session.starts.time is None:
        yield "DTEND;VALUE=DATE", f"{session.last + A_DAY:%Y%m%d}"  # the day on which it is over: not part of it (3.6.1)
    elif session.ends:
        yield _write_time("DTEND", session.ends)
    yield "SUMMARY", escape(say_title(shelf, entry, language))
    yield "LOCATION", escape(str(entry.say("place", language)))
    yield "DESCRIPTION", escape(_describe(shelf, entry, activity, language, is_first=number == 1))
    yield "CATEGORIES", escape(sorts[activity.sort])
    yield "URL", shelf.catalog.settings.site_url + shelf.address(entry.id, language)


def _list_key_days(shelf: Shelf, campaign: Entry, language: str) -> Iterator[tuple[Line, ...]]:
    """Yield a campaign's key days, which take nobody's time."""
    for day in cast("tuple[KeyDay, ...]", campaign.say("key_days", language)):
        yield (
            *_write_stamp(shelf, campaign, f"-{day.date:%Y%m%d}"),
            ("DTSTART;VALUE=DATE", f"{day.date:%Y%m%d}"),
            ("DTEND;VALUE=DATE", f"{day.date + A_DAY:%Y%m%d}"),
            ("SUMMARY", escape(day.title)),
            ("DESCRIPTION", escape(day.what or "")),
            ("TRANSP", "TRANSPARENT"),
            ("URL", f"{shelf.catalog.settings.site_url}{shelf.address(campaign.id, language)}#day-{day.date}"),
        )


def _write_stamp(shelf: Shelf, entry: Entry, which: str) -> Iterator[Line]:
    """Yield what an event is known by for good, from its address, and the day on which its document last said something new."""
    host = urlsplit(shelf.catalog.settings.site_url).hostname or "localhost"
    yield "UID", f"{entry.id.replace('/', '-')}{which}@{host}"
    yield "DTSTAMP", f"{find_day(shelf.catalog, entry):%Y%m%d}T000000Z"


def _write_time(name: str, moment: Instant) -> Line:
    """Write a day, or an hour of the place's own clock: local time without a zone, form 1 of RFC 5545, 3.3.5."""
    return (f"{name};VALUE=DATE", f"{moment.day:%Y%m%d}") if moment.time is None else (name, f"{moment.at:%Y%m%dT%H%M%S}")


def _describe(shelf: Shelf, entry: Entry, activity: Activity, language: str, *, is_first: bool) -> str:
    """Return what a calendar program tells of an activity; the hours of the agenda are those of its first session."""
    texts = shelf.texts(language)["activity"]
    words = texts["said"]
    parts = [str(entry.say("summary", language) or ""), words.format(name=texts["lead"], what=entry.say("lead", language))]
    if bring := cast("tuple[str, ...]", entry.say("bring", language)):
        parts.append("\n".join((words.format(name=texts["bring"], what="").rstrip(), *(f"- {each}" for each in bring))))
    if activity.agenda and is_first:
        rows = cast("tuple[AgendaRow, ...]", entry.say("agenda", language))
        parts.append("\n".join(f"{row.at:%H:%M} {row.what}" for row in rows))
    return "\n\n".join(filter(None, parts))
