"""Activities -> what is wrong with their days and hours: what runs backwards, what lies outside, what cannot be known yet."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from broadside.catalog.values import Catalog, Entry
from broadside.frontmatter import Parsed
from broadside.kinds import Activity, AgendaRow, Campaign, Session
from broadside.kinds.values import Instant
from broadside.problems import Problem, make_problem

A_DAY = datetime.timedelta(days=1)


def check_activities(catalog: Catalog) -> Iterator[Problem]:
    """Report what of activities contradicts itself or their campaign."""
    for entry in catalog.of_kind("activity"):
        if isinstance(entry.fields, Activity):
            yield from _check_sessions(entry, entry.fields)
            yield from _check_agendas(entry, entry.fields)
            yield from _check_campaign(catalog, entry, entry.fields)


def check_counts(catalog: Catalog, today: datetime.date) -> Iterator[Problem]:
    """Report heads that were counted before anybody can have come: on a day before the activity's last one."""
    for entry in catalog.of_kind("activity"):
        fields = entry.fields
        if isinstance(fields, Activity) and fields.head_count is not None and fields.last > today:
            at = entry.parsed.find(("head_count",))
            yield make_problem(entry.path, at, "head-count-early", value=fields.head_count, last=fields.last)


def _check_sessions(entry: Entry, activity: Activity) -> Iterator[Problem]:
    """Check that each session ends after it starts, says both in one form, and begins when the one before is over."""
    before: tuple[str, Session] | None = None
    for index, session in enumerate(activity.sessions):
        prefix = f"repeats {index} " if index else ""
        place = ("repeats", index - 1) if index else ()
        if session.ends is not None:
            at = (entry.path, entry.parsed.find((*place, "ends")))
            if (session.ends.time is None) != (session.starts.time is None):
                yield make_problem(*at, "activity-hours", field=f"{prefix}ends", value=session.ends, other=session.starts)
            elif session.ends.at < session.starts.at or (session.ends.time and session.ends == session.starts):
                yield _tell_order(at, f"{prefix}ends", session.ends, f"{prefix}starts", session.starts)
        if before and session.starts.at < (before[1].ends or before[1].starts).at:
            at = (entry.path, entry.parsed.find((*place, "starts")))
            yield _tell_order(at, f"{prefix}starts", session.starts, f"{before[0]}ends", before[1].ends or before[1].starts)
        before = (prefix, session)


def _tell_order(at: tuple[str, tuple[int, int]], field: str, value: Instant, other: str, before: Instant) -> Problem:
    return make_problem(*at, "activity-ends", field=field, value=value, other=other, before=before)


def _check_agendas(entry: Entry, activity: Activity) -> Iterator[Problem]:
    """Check the agenda's hours against one another and the activity's; a translation's are those of the original."""
    yield from _check_hours(entry.path, entry.parsed, activity)
    for translation in entry.translations.values():
        rows: Sequence[AgendaRow] | None = translation.fields.get("agenda")
        if rows is not None and [row.at for row in rows] != [row.at for row in activity.agenda]:
            hours = [f"{row.at:%H:%M}" for row in activity.agenda]
            yield make_problem(translation.path, translation.parsed.find(("agenda",)), "agenda-translation", legal=hours)


def _check_hours(path: str, parsed: Parsed, activity: Activity) -> Iterator[Problem]:
    """Check the hours of the first session; one that runs past midnight takes the hours before its start for the next day's.

    Where it says no hour, or lasts longer than a day, only the order can be wrong.
    """
    starts, ends = activity.starts, activity.ends
    is_timed = starts.time is not None
    is_short = is_timed and (ends is None or ends.at - starts.at <= A_DAY)
    before: datetime.datetime | None = None
    for index, row in enumerate(activity.agenda):
        moment, at = datetime.datetime.combine(starts.day, row.at), (path, parsed.find(("agenda", index, "at")))
        if is_short and ends is not None and ends.day > starts.day and moment < starts.at:
            moment += A_DAY
        field, value = f"agenda {index + 1} at", f"{row.at:%H:%M}"
        if is_short and (moment < starts.at or (ends is not None and moment > ends.at)):
            yield make_problem(*at, "agenda-outside", field=field, value=value, starts=starts, ends=ends or starts)
        elif before is not None and moment < before:
            yield make_problem(*at, "agenda-order", field=field, value=value, before=f"{before:%H:%M}")
        before = moment


def _check_campaign(catalog: Catalog, entry: Entry, activity: Activity) -> Iterator[Problem]:
    """Report days that the campaign does not reach: neither its own, nor those of its key days, nor those of its plan."""
    campaign = catalog.entries.get(f"campaigns/{activity.campaign}")
    if campaign is None or not isinstance(campaign.fields, Campaign):
        return
    month = campaign.fields
    days = [month.starts, month.ends, *(day.date for day in month.key_days), *(task.due for task in month.plan)]
    for index, session in enumerate(activity.sessions):
        outside = next((each for each in (session.starts.day, session.last) if not min(days) <= each <= max(days)), None)
        if outside is not None:
            place = ("repeats", index - 1, "starts") if index else ("starts",)
            facts = {"value": outside, "name": activity.campaign, "first": min(days), "last": max(days)}
            yield make_problem(entry.path, entry.parsed.find(place), "activity-outside", **facts)
            return
