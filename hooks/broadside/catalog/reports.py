"""Reports -> what is wrong with their entered figures: one told twice, counted after the report, of an unknown unit or language."""

from __future__ import annotations

from collections.abc import Iterator

from broadside.catalog.values import Catalog, Entry
from broadside.frontmatter import Position
from broadside.kinds import Report
from broadside.problems import Problem, find_nearest, make_problem


def check_reports(catalog: Catalog) -> Iterator[Problem]:
    """Report what of the entered figures contradicts another or leads nowhere."""
    for entry in catalog.of_kind("report"):
        if isinstance(entry.fields, Report):
            yield from _check_figures(catalog, entry, entry.fields)


def _check_figures(catalog: Catalog, entry: Entry, report: Report) -> Iterator[Problem]:
    seen = dict[tuple[str, str | None], int]()
    for index, figure in enumerate(report.entered):
        field, parsed = f"entered {index + 1}", entry.parsed
        first = seen.setdefault((figure.what, figure.unit), index)
        if first != index:
            position = parsed.find(("entered", index, "what"))
            yield make_problem(entry.path, position, "figure-twice", field=field, value=figure.what, other=f"entered {first + 1}")
        if figure.until > report.date:
            facts = {"field": "date", "value": report.date, "other": f"{field} until", "before": figure.until}
            yield make_problem(entry.path, parsed.find(("entered", index, "until")), "dates-order", **facts)
        if figure.unit is not None and figure.unit not in catalog.brands:
            position = parsed.find(("entered", index, "unit"))
            yield _say_unknown(entry, position, "unit-unknown", f"{field} unit", figure.unit, sorted(catalog.brands))
        for language in figure.by:
            if language and language not in catalog.settings.languages:  # words without a language are in the site's first
                position = parsed.keys.get(("entered", index, "by", language), parsed.find(("entered", index, "by")))
                yield _say_unknown(entry, position, "language-unknown", f"{field} by", language, list(catalog.settings.languages))


def _say_unknown(entry: Entry, position: Position, rule: str, field: str, value: str, legal: list[str]) -> Problem:
    return make_problem(entry.path, position, rule, field=field, value=value, legal=legal, nearest=find_nearest(value, legal))
