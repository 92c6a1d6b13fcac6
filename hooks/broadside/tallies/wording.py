"""A report in one language -> the rows of its tables, in words and numbers, the same for its page and its paper."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from broadside.catalog import Catalog, Entry, choose
from broadside.kinds import Entered, Report
from broadside.tallies.counting import DATED, KINDS, Comparison, Period, compare_years, tally_campaign
from broadside.texts import read_texts


@dataclass(frozen=True)
class Figure:
    """An entered figure: its name, the number, the word for its unit, who counted until when, and the unit whose it is."""

    name: str
    count: int
    counted: str
    by: str
    until: datetime.date
    unit: str


@dataclass(frozen=True)
class Years:
    """A figure of this year and of the year before, and the difference as it is written, where both are known."""

    name: str
    now: int | None
    before: int | None
    change: str


@dataclass(frozen=True)
class Figures:
    """All tables of a report. ``weeks`` and ``units`` have a label and a number under each of ``week_names`` and ``names``.

    ``documents`` are how many documents each unit issued; ``before`` is the campaign a year earlier.
    """

    totals: tuple[tuple[str, int | None], ...]
    counted_at: str
    entered: tuple[Figure, ...]
    names: tuple[str, ...]
    units: tuple[tuple[str, tuple[int, ...]], ...]
    documents: tuple[int, ...]
    week_names: tuple[str, ...]
    weeks: tuple[tuple[str, tuple[int, ...]], ...]
    before: Entry | None
    counts: tuple[Years, ...]
    figures: tuple[Years, ...]


def word_report(catalog: Catalog, entry: Entry, language: str) -> Figures:
    """Return the tables of a report in ``language``. Periods before and after the campaign stand only where they hold something."""
    report, texts = cast("Report", entry.fields), read_texts(language)["site"]["report"]
    tally = tally_campaign(catalog, catalog.entries[f"campaigns/{report.campaign}"])
    before, counts, figures = compare_years(catalog, entry)
    dated = [name for name in DATED if tally.totals[name]]
    return Figures(
        totals=tuple((texts["tallies"][name], count) for name, count in tally.known.items()),
        counted_at=texts["counted_at"].format(count=tally.counted_at, of=tally.totals["activities"]) if tally.counted_at else "",
        entered=tuple(_word_figure(catalog, each, language) for each in report.entered),
        names=tuple(texts["tallies"][name] for name in tally.totals),
        units=tuple((_name_unit(catalog, unit, language), tuple(count.values())) for unit, count in tally.units.items()),
        documents=tuple(sum(count[name] for name in KINDS) for count in tally.units.values()),
        week_names=tuple(texts["tallies"][name] for name in dated),
        weeks=tuple(
            (_name_period(period, texts), tuple(count[name] for name in dated))
            for period, count in tally.periods
            if period.name == "week" or any(count.values())
        ),
        before=before,
        counts=tuple(_word_years(each, texts["tallies"]) for each in counts),
        figures=tuple(_word_years(each, texts["figures"]) for each in figures),
    )


def _name_unit(catalog: Catalog, unit: str, language: str) -> str:
    return choose(catalog.brands[unit].name, language, catalog.language)


def _word_figure(catalog: Catalog, figure: Entered, language: str) -> Figure:
    texts = read_texts(language)["site"]["report"]
    return Figure(
        name=texts["figures"][figure.what],
        count=figure.count,
        counted=texts["unit_words"][figure.what]["one" if figure.count == 1 else "many"],
        by=choose(figure.by, language, catalog.language),
        until=figure.until,
        unit=_name_unit(catalog, figure.unit, language) if figure.unit else "",
    )


def _word_years(row: Comparison, names: Mapping[str, str]) -> Years:
    known = row.now is not None and row.before is not None
    difference = (row.now or 0) - (row.before or 0)
    written = f"{difference:+d}".replace("-", "−") if difference else "0"
    return Years(names[row.name], row.now, row.before, written if known else "")


def _name_period(period: Period, texts: Mapping[str, Any]) -> str:
    """Name a period by its first and last day, or say that it lies before or after the campaign."""
    if period.name != "week":
        return str(texts[period.name])
    first, last = (_write_day(day, texts) for day in (period.starts, period.ends))
    if first == last or period.starts.month != period.ends.month:
        return first if first == last else str(texts["week_of"].format(start=first, end=last))
    month = texts["months_short"][period.starts.month - 1]
    return str(texts["week_inside"].format(first=period.starts.day, last=period.ends.day, month=month))


def _write_day(day: datetime.date, texts: Mapping[str, Any]) -> str:
    return str(texts["day_short"].format(day=day.day, month=texts["months_short"][day.month - 1]))
