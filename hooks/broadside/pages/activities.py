"""Activities -> their list, and the page of one: when and where, its agenda, what to bring, and afterwards what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from broadside.catalog import Entry
from broadside.kinds import Activity, AgendaRow, Session
from broadside.pages.downloads import list_racks
from broadside.pages.listing import find_related, make_card, make_cards
from broadside.pages.pledges import view_pledge
from broadside.pages.sheetfiles import list_previews
from broadside.pages.validity import Validity
from broadside.pages.values import Card, Shelf
from broadside.sheets import name_stage


@dataclass(frozen=True)
class Row:
    """An activity in a list: its card, its first session, on which days it is held, where, and what it is called."""

    card: Card
    session: Session
    days: Validity
    place: str
    sort: str
    count: int


def read_activity(entry: Entry) -> Activity:
    """Return the fields of a document that is an activity."""
    return cast("Activity", entry.fields)


def find_days(entry: Entry) -> Validity:
    """Return the first and the last day of an activity: before, it is coming, and after, it is over."""
    activity = read_activity(entry)
    return Validity(activity.starts.day, activity.last)


def list_activities(shelf: Shelf, campaign: str | None = None) -> tuple[Entry, ...]:
    """Return the activities by when they start: all, or those of the campaign of that name."""
    entries = [entry for entry in shelf.catalog.of_kind("activity") if campaign in {None, read_activity(entry).campaign}]
    return tuple(sorted(entries, key=lambda entry: (read_activity(entry).starts.at, entry.id)))


def make_rows(shelf: Shelf, entries: Iterable[Entry], language: str) -> list[Row]:
    """Show each of ``entries``, in their order."""
    sorts = shelf.texts(language)["activity"]["sorts"]
    return [
        Row(
            make_card(shelf, entry, language),
            activity.sessions[0],
            find_days(entry),
            str(entry.say("place", language)),
            sorts[activity.sort],
            len(activity.sessions),
        )
        for entry in entries
        for activity in [read_activity(entry)]
    ]


def view_activities(shelf: Shelf, language: str) -> Mapping[str, Any]:
    """Return what the list of all activities shows: what is on and what is coming, nearest first, then what is over, by year."""
    rows = make_rows(shelf, list_activities(shelf), language)

    def select(standing: str) -> list[Row]:
        return [row for row in rows if row.days.stand(shelf.today) == standing]

    over = select("expired")[::-1]
    years = sorted({row.days.starts.year for row in rows}, reverse=True)
    return {
        "running": select("in-force"),
        "coming": select("coming"),
        "years": [(year, [row for row in over if row.days.starts.year == year]) for year in years],
        "over_count": len(over),
        "orders": {row.card.address: order for order, row in enumerate(rows)},
    }


def view_activity(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return what an activity's template shows."""
    activity = read_activity(entry)
    return {
        "activity": activity,
        "sort": shelf.texts(language)["activity"]["sorts"][activity.sort],
        "days": find_days(entry),
        "sessions": activity.sessions,
        "place": entry.say("place", language),
        "lead": entry.say("lead", language),
        "bring": entry.say("bring", language),
        "agenda": cast("tuple[AgendaRow, ...]", entry.say("agenda", language)),
        "outcome": entry.say("outcome", language) or "",
        "asked_count": len(shelf.catalog.of_kind("faq")) if activity.sort == "consultation" else 0,
        "related": make_cards(shelf, find_related(shelf, entry, ("drill", "knowledge", "lesson", "slogan")), language),
        "pledge": _find_pledge(shelf, entry, language),
        "stages": list_previews(shelf, name_stage(entry), language),
        "racks": list_racks(shelf, name_stage(entry), language),
    }


def _find_pledge(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any] | None:
    """Return what is signed at a signature activity: its campaign's pledge."""
    activity = read_activity(entry)
    campaign = shelf.catalog.entries.get(f"campaigns/{activity.campaign}") if activity.sort == "signature" else None
    return view_pledge(shelf, campaign, language) if campaign else None
