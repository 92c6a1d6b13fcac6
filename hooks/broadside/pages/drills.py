"""A drill -> its page: the card, who does what in which minute and at which hour, what is looked at, what was found."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from broadside.catalog import Entry
from broadside.kinds import Activity, Criterion, Drill, Emergency, Finding, Role, Step
from broadside.pages.listing import find_related, make_cards
from broadside.pages.values import Shelf


def view_drill(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return what a drill's template shows."""
    drill = cast("Drill", entry.fields)
    starts = _find_start(shelf, drill)
    timeline = cast("Sequence[Step]", entry.say("timeline", language))
    return {
        "emergency": cast("Emergency", entry.say("emergency", language)),
        "scenario": entry.say("scenario", language),
        "roles": cast("Sequence[Role]", entry.say("roles", language)),
        "starts": starts,
        "timeline": [(step, _say_clock(starts, step.minute)) for step in timeline],
        "criteria": cast("Sequence[Criterion]", entry.say("criteria", language)),
        "findings": cast("Sequence[Finding]", entry.say("findings", language)),
        "held": make_cards(shelf, [shelf.catalog.entries[each] for each in drill.activities], language),
        "related": make_cards(shelf, find_related(shelf, entry, ("knowledge", "lesson", "slogan")), language),
    }


def _find_start(shelf: Shelf, drill: Drill) -> datetime.datetime | None:
    """Return when the drill is held next, by the activities that hold it, or was held last; none where they say no hour."""
    activities = (cast("Activity", shelf.catalog.entries[each].fields) for each in drill.activities)
    starts = sorted(session.starts.at for each in activities for session in each.sessions if session.starts.time)
    coming = [each for each in starts if each.date() >= shelf.today]
    return next(iter([*coming[:1], *starts[-1:]]), None)


def _say_clock(starts: datetime.datetime | None, minute: int) -> str:
    return f"{starts + datetime.timedelta(minutes=minute):%H:%M}" if starts else ""


def list_words(entry: Entry, language: str) -> Iterator[str]:
    """Yield the words of a drill that its page shows beside its text."""
    yield str(entry.say("scenario", language))
    emergency = cast("Emergency", entry.say("emergency", language))
    yield from emergency.first
    yield from (f"{call.post} {call.number or ''}" for call in emergency.call)
    yield emergency.assembly or ""
    yield from (f"{role.post} {role.does}" for role in cast("Sequence[Role]", entry.say("roles", language)))
    yield from (f"{step.what} {step.who}" for step in cast("Sequence[Step]", entry.say("timeline", language)))
    yield from (f"{each.look} {each.expected}" for each in cast("Sequence[Criterion]", entry.say("criteria", language)))
    yield from (f"{each.what} {each.owner}" for each in cast("Sequence[Finding]", entry.say("findings", language)))
