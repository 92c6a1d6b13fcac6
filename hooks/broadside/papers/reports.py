"""A report in one language -> its paper, A4: its sections, the figures that are counted apart from those entered, the charts."""

from __future__ import annotations

from typing import Any, cast

from broadside.catalog import Catalog, Entry
from broadside.kinds import Report
from broadside.papers.describing import describe_blocks, describe_document, make_paper, read_document, write_day
from broadside.press.papers import Paper
from broadside.tallies import Figures, Years, word_report
from broadside.texts import read_texts

NAME = "report"


def make_report_paper(catalog: Catalog, entry: Entry, language: str) -> Paper:
    """Return the paper of a report. It names no day of printing: the same files make the same bytes."""
    report = cast("Report", entry.fields)
    described = describe_document(catalog, entry, language, report.date)
    figures = word_report(catalog, entry, language)
    site = read_texts(language)["site"]["report"]
    texts = {**site, **read_texts(language)["press"]["report"]}
    campaign = catalog.entries[f"campaigns/{report.campaign}"]
    keys = ("counted", "entered", "by_week", "by_unit", "years", "figure", "number", "counted_by", "until", "unit", "week", "sum")
    labels = {
        **described["labels"],
        **{
            key: texts[key] for key in (*keys, "change", "none", "nothing_entered", "counted_how", "entered_how", "signs", "keeper")
        },
        "written": texts["written"].format(day=write_day(report.date, language), campaign=campaign.say("title", language)),
        "example": texts["example_paper"] if report.example else "",
        "no_year": "" if figures.before else texts["no_year"],
        "years_note": texts["years_note"].format(campaign=figures.before.say("title", language)) if figures.before else "",
    }
    data = {
        **described,
        "labels": labels,
        "blocks": describe_blocks(read_document(catalog, entry, language, notes=False)),
        "totals": [[name, texts["none"] if count is None else str(count)] for name, count in figures.totals],
        "entered": _list_entered(figures, language),
        "names": figures.names,
        "units": figures.units,
        "week_names": figures.week_names,
        "weeks": figures.weeks,
        "year_names": [str(cast("Any", each.fields).starts.year) for each in (campaign, figures.before) if each],
        "counts": [_write_years(each, texts["none"]) for each in figures.counts],
        "figures": [_write_years(each, texts["none"]) for each in figures.figures],
    }
    return make_paper(catalog, entry, language, NAME, data)


def _list_entered(figures: Figures, language: str) -> list[list[str]]:
    """Return each entered figure as the cells of a row; a number and the word of its unit stand together in Chinese."""
    space = "" if language == "zh" else " "
    return [
        [
            each.name + (f" ({each.unit})" if each.unit else ""),
            f"{each.count}{space}{each.counted}",
            each.by,
            write_day(each.until, language),
        ]
        for each in figures.entered
    ]


def _write_years(row: Years, none: str) -> dict[str, Any]:
    """Describe a row with its bars as shares of the longer one; one bar alone compares nothing."""
    most = max(row.now or 0, row.before or 0, 1)
    return {
        "cells": [row.name, *(none if each is None else str(each) for each in (row.now, row.before)), row.change],
        "shares": [(each or 0) / most for each in (row.now, row.before)] if row.change else [],
    }
