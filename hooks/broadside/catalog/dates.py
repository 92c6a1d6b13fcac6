"""A document's days -> those that run backwards."""

from __future__ import annotations

from collections.abc import Iterator

from broadside.catalog.values import Entry
from broadside.kinds import Activity, Campaign, Lesson, Notice
from broadside.problems import Problem, make_problem

DATES_IN_ORDER = (
    (Notice, "date", "expires"),
    (Notice, "effective", "expires"),
    (Notice, "date", "revised"),
    (Lesson, "date", "revised"),
    (Campaign, "starts", "ends"),
    (Activity, "announced", "revised"),
)
"""Fields of which the second may not be a day before the first."""


def check_dates(entry: Entry) -> Iterator[Problem]:
    """Report dates that run backwards."""
    for kind, first, second in DATES_IN_ORDER:
        if isinstance(entry.fields, kind):
            before, value = getattr(entry.fields, first), getattr(entry.fields, second)
            if before and value and value < before:
                facts = {"field": second, "value": value, "other": first, "before": before}
                yield make_problem(entry.path, entry.parsed.find((second,)), "dates-order", **facts)
