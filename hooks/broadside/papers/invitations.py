"""An activity that asks for them -> its papers: the sign on the door and on the way to it, and the invitation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from broadside.catalog import Catalog, Entry
from broadside.kinds import Activity, AgendaRow, Session
from broadside.papers.describing import A4_LYING_MM, A5_MM, describe_document, make_paper, write_day
from broadside.press.papers import Paper
from broadside.sheets.choosing import campaign_of, write_span
from broadside.texts import read_texts

DOOR_SIGN, INVITATION = "door-sign", "invitation"
SIGN_DISTANCE_M = 2.5
"""As the door signs of slogans are read (posters/carriers.yml, door-sign)."""


def list_activity_papers(catalog: Catalog, entry: Entry, language: str) -> Iterator[Paper]:
    """Yield the papers that an activity asks for."""
    activity = cast("Activity", entry.fields)
    described = {
        **describe_document(catalog, entry, language, activity.starts.day),
        **_describe(catalog, entry, language),
    }
    if DOOR_SIGN in activity.print:
        told = {**described, "distance_mm": 1000 * SIGN_DISTANCE_M}
        yield make_paper(catalog, entry, language, DOOR_SIGN, told, A4_LYING_MM)
    if INVITATION in activity.print:
        yield make_paper(catalog, entry, language, INVITATION, described, A5_MM)


def _describe(catalog: Catalog, entry: Entry, language: str) -> Mapping[str, Any]:
    """Describe an activity as both papers tell of it: what, when, where, for whom, its agenda, what to bring."""
    activity, texts = cast("Activity", entry.fields), read_texts(language)
    words, site = texts["press"]["activity"], texts["site"]
    audience = site["document"]["join"].join(site["document"]["audiences"][each] for each in activity.audience)
    agenda = cast("tuple[AgendaRow, ...]", entry.say("agenda", language))
    return {
        "sort": site["activity"]["sorts"][activity.sort],
        "campaign": str(campaign_of(catalog, entry).say("title", language)),
        "sessions": [write_session(session, language) for session in activity.sessions],
        "place": str(entry.say("place", language)),
        "lead": str(entry.say("lead", language)),
        "audience": audience,
        "bring": list(entry.say("bring", language)),
        "agenda": [[f"{row.at:%H:%M}", row.what, row.who or ""] for row in agenda],
        "words": words,
    }


def write_session(session: Session, language: str) -> str:
    """Write when a session is held: its day or days, and the hours where it says them."""
    words = read_texts(language)["press"]["activity"]
    starts, ends = session.starts, session.ends
    if starts.time is None:
        return write_span(starts.day, session.last, language)
    day, clock = write_day(starts.day, language), f"{starts.time:%H:%M}"
    if ends is None or ends.time is None:
        return str(words["from"]).format(day=day, starts=clock)
    if ends.day == starts.day:
        return str(words["hours"]).format(day=day, starts=clock, ends=f"{ends.time:%H:%M}")
    return str(words["days"]).format(day=day, starts=clock, last=write_day(ends.day, language), ends=f"{ends.time:%H:%M}")
