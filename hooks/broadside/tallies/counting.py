"""A campaign -> its documents counted, all, by unit and by week; and the same of the year before."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from broadside.catalog import Catalog, Entry
from broadside.kinds import FIGURES, Activity, Blackboard, Campaign, Notice, Report
from broadside.sheets import count_sheets

KINDS = {
    "notices": "notice",
    "articles": "knowledge",
    "lessons": "lesson",
    "slogans": "slogan",
    "activities": "activity",
    "quizzes": "quiz",
    "blackboards": "blackboard",
}
"""The kind of document that each count is of; sheets and attendances are counted in slogans and activities."""
TALLIED = ("notices", "activities", "attendances", "slogans", "sheets", "articles", "lessons", "quizzes", "blackboards")
"""All counts, in the order in which a report tells them."""
DATED = ("notices", "activities", "blackboards")
"""What has a day of its own in the month. A slogan hangs all month, and an article's day is that of its review."""
WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True)
class Period:
    """A week of a campaign from Monday to Sunday (ISO 8601), cut to the campaign's days, or the time before or after them."""

    name: Literal["before", "week", "after"]
    starts: datetime.date
    ends: datetime.date


@dataclass(frozen=True)
class Tally:
    """The counts of one campaign: all, those of each unit that has any, and by period those that have a day.

    ``counted_at`` says of how many activities the head count was entered, of which attendances are the sum.
    """

    totals: Mapping[str, int]
    units: Mapping[str, Mapping[str, int]]
    periods: tuple[tuple[Period, Mapping[str, int]], ...]
    counted_at: int

    @property
    def known(self) -> Mapping[str, int | None]:
        """The totals; attendances are not known where no activity has a head count."""
        return {name: None if name == "attendances" and not self.counted_at else count for name, count in self.totals.items()}


@dataclass(frozen=True)
class Comparison:
    """One figure of this year beside that of the year before; ``None`` where nobody counted it."""

    name: str
    now: int | None
    before: int | None


def tally_campaign(catalog: Catalog, campaign: Entry) -> Tally:
    """Count the documents that name ``campaign`` as theirs."""
    owned = [entry for entry in catalog.entries.values() if getattr(entry.fields, "campaign", None) == campaign.name]
    counts = [(entry, each) for entry in owned for each in _count(catalog, entry)]
    units: dict[str, Counter[str]] = {name: Counter() for name in catalog.brands}
    for entry, (name, number) in counts:
        units[getattr(entry.fields, "unit", None) or catalog.settings.unit][name] += number
    periods = list_periods(cast("Campaign", campaign.fields))
    days = [(day, name) for name in DATED for entry in owned if entry.kind == KINDS[name] for day in [_find_day(entry)]]
    return Tally(
        _add_up(each for _, each in counts),
        {name: _add_up(count.items()) for name, count in units.items() if count},
        tuple(
            (period, {name: sum(period.starts <= day <= period.ends and each == name for day, each in days) for name in DATED})
            for period in periods
        ),
        sum(isinstance(entry.fields, Activity) and entry.fields.head_count is not None for entry in owned),
    )


def _count(catalog: Catalog, entry: Entry) -> Iterator[tuple[str, int]]:
    """Yield what one document adds to which count."""
    yield from ((name, 1) for name, kind in KINDS.items() if kind == entry.kind)
    if entry.kind == "slogan":
        yield "sheets", count_sheets(catalog, entry)
    if isinstance(entry.fields, Activity) and entry.fields.head_count is not None:
        yield "attendances", entry.fields.head_count


def _add_up(counts: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    """Return every count, those of nothing too, in the order of a report."""
    sums: Counter[str] = Counter()
    for name, number in counts:
        sums[name] += number
    return {name: sums[name] for name in TALLIED}


def _find_day(entry: Entry) -> datetime.date:
    """Return the day on which a notice is issued, an activity is first held, a blackboard goes up."""
    return entry.fields.starts.day if isinstance(entry.fields, Activity) else cast("Notice | Blackboard", entry.fields).date


def list_periods(campaign: Campaign) -> tuple[Period, ...]:
    """Return the time before a campaign, its weeks, and the time after it."""
    a_day = datetime.timedelta(days=1)
    periods = [Period("before", datetime.date.min, campaign.starts - a_day)]
    monday = campaign.starts - datetime.timedelta(days=campaign.starts.weekday())
    while monday <= campaign.ends:
        periods.append(Period("week", max(monday, campaign.starts), min(monday + WEEK - a_day, campaign.ends)))
        monday += WEEK
    return (*periods, Period("after", campaign.ends + a_day, datetime.date.max))


def sum_entered(report: Entry | None) -> Mapping[str, int]:
    """Return the entered figures of a report by their names, those of several units added up."""
    sums: Counter[str] = Counter()
    for each in cast("Report", report.fields).entered if report else ():
        sums[each.what] += each.count
    return dict(sums)


def find_campaign_before(catalog: Catalog, campaign: Entry) -> Entry | None:
    """Return the nearest earlier campaign that starts in the same month of another year."""
    mine = cast("Campaign", campaign.fields).starts
    starts = [(cast("Campaign", entry.fields).starts, entry.id) for entry in catalog.of_kind("campaign")]
    earlier = [(day, name) for day, name in starts if day.month == mine.month and day.year < mine.year]
    return catalog.entries[max(earlier)[1]] if earlier else None


def find_report(catalog: Catalog, campaign: str) -> Entry | None:
    """Return the last report of the campaign of that name."""
    reports = [entry for entry in catalog.of_kind("report") if cast("Report", entry.fields).campaign == campaign]
    return max(reports, key=lambda entry: (cast("Report", entry.fields).date, entry.id), default=None)


def compare_years(catalog: Catalog, report: Entry) -> tuple[Entry | None, tuple[Comparison, ...], tuple[Comparison, ...]]:
    """Return the campaign a year before, the counts of both years, and what both reports entered.

    Without that campaign its side is empty; a count is empty too where its files hold nothing of it at all, for then nobody knows
    whether there was nothing or nothing was kept here.
    """
    campaign = catalog.entries[f"campaigns/{cast('Report', report.fields).campaign}"]
    before = find_campaign_before(catalog, campaign)
    now = tally_campaign(catalog, campaign).known
    then: Mapping[str, int | None] = tally_campaign(catalog, before).known if before else {}
    counts = tuple(Comparison(name, now[name], then.get(name) or None) for name in TALLIED)
    mine, theirs = sum_entered(report), sum_entered(find_report(catalog, before.name) if before else None)
    figures = [name for name in FIGURES if name in mine or name in theirs]
    return before, counts, tuple(Comparison(name, mine.get(name), theirs.get(name)) for name in figures)
