"""Campaigns -> what in their files contradicts itself: a plan whose days differ from language to language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadside.catalog.values import Catalog
from broadside.kinds import Campaign, Task
from broadside.problems import Problem, make_problem


def check_campaigns(catalog: Catalog) -> Iterator[Problem]:
    """Report translations of a plan that name other days than the original: two wall schedules would hang side by side."""
    for entry in catalog.of_kind("campaign"):
        if not isinstance(entry.fields, Campaign):
            continue
        due = [f"{task.due}" for task in entry.fields.plan]
        for translation in entry.translations.values():
            said: Sequence[Task] | None = translation.fields.get("plan")
            if said is not None and [f"{task.due}" for task in said] != due:
                at = (translation.path, translation.parsed.find(("plan",)))
                yield make_problem(*at, "plan-translation", legal=due)
