"""A document -> the day on which it says something new: its own dates, never the day of the build."""

from __future__ import annotations

import datetime

from broadside.catalog import Catalog, Entry
from broadside.kinds import (
    Activity,
    Blackboard,
    Campaign,
    Checklist,
    Drill,
    Faq,
    Knowledge,
    Lesson,
    Notice,
    Quiz,
    Report,
    Responsibility,
    Script,
    Slogan,
)


def find_day(catalog: Catalog, entry: Entry) -> datetime.date | None:
    """Return the day of a document: when it was revised, else its kind's own date; none where it states none.

    A slogan, a quiz, a radio script or a drill is of the day on which its campaign starts, a lesson of the day of its event, an
    activity of that on which it was made known.
    """
    fields = entry.fields
    if fields.revised is not None:
        return fields.revised
    if isinstance(fields, Notice | Lesson | Blackboard | Report):
        return fields.date
    if isinstance(fields, Activity):
        return fields.announced
    if isinstance(fields, Faq):
        return fields.asked
    if isinstance(fields, Knowledge):
        return fields.reviewed
    campaign = entry if isinstance(fields, Campaign) else None
    if isinstance(fields, Slogan | Quiz | Script | Drill | Checklist | Responsibility) and fields.campaign:
        campaign = catalog.entries[f"campaigns/{fields.campaign}"]
    return campaign.fields.starts if campaign and isinstance(campaign.fields, Campaign) else None


def find_change(catalog: Catalog, entry: Entry) -> datetime.date | None:
    """Return the day on which a document's words last changed, as far as it says so: a lesson's event is no such day."""
    states = isinstance(entry.fields, Notice | Activity | Blackboard | Knowledge | Report | Faq)
    return entry.fields.revised or (find_day(catalog, entry) if states else None)
