"""A report -> its page: what the site counts, apart from what people entered, with charts, and the year before beside both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from broadside.catalog import Entry
from broadside.kinds import Report
from broadside.pages.charts import Column, draw_bar, draw_columns
from broadside.pages.listing import make_card
from broadside.pages.past import find_look
from broadside.pages.values import Card, Shelf
from broadside.tallies import Figures, Years, find_report, word_report
from broadside.texts import read_texts


def list_report_cards(shelf: Shelf, language: str, campaign: str) -> tuple[Card, ...]:
    """Return the card of a campaign's last report; none where it has none."""
    report = find_report(shelf.catalog, campaign)
    return (make_card(shelf, report, language),) if report else ()


def list_words(entry: Entry, language: str) -> Iterator[str]:
    """Yield what a report entered, by its names: the page shows it and the body does not say it."""
    names = read_texts(language)["site"]["report"]["figures"]
    yield from (names[figure.what] for figure in cast("Report", entry.fields).entered)


def view_report(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return what a report's template shows."""
    report = cast("Report", entry.fields)
    figures = word_report(shelf.catalog, entry, language)
    texts = shelf.texts(language)["report"]
    most = max(figures.documents, default=0)
    groups = ((texts["counted"], figures.counts), (texts["entered"], figures.figures))
    return {
        "report": report,
        "figures": figures,
        "look": find_look(shelf, shelf.catalog.entries[f"campaigns/{report.campaign}"]),
        "of": make_card(shelf, shelf.catalog.entries[f"campaigns/{report.campaign}"], language),
        "before": make_card(shelf, figures.before, language) if figures.before else None,
        "bars": [draw_bar(count, most) for count in figures.documents],
        "chart": _draw_weeks(figures, texts["chart"]) if figures.week_names else "",
        "years": [(title, [(row, _draw_years(row)) for row in rows]) for title, rows in groups if rows],
    }


def _draw_weeks(figures: Figures, says: str) -> str:
    columns = [Column(label, counts) for label, counts in figures.weeks]
    return draw_columns(columns, says.format(what=", ".join(figures.week_names)))


def _draw_years(row: Years) -> str:
    """Return this year's bar and the other's below it, on one scale; one bar alone compares nothing."""
    if not row.change:
        return ""
    most = max(row.now or 0, row.before or 0)
    return draw_bar(row.now, most) + draw_bar(row.before, most)
