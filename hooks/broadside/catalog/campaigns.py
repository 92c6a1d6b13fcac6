"""Campaigns -> what in their files does not hold in every language: a plan whose days differ, a pledge that some cannot read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadside.catalog.values import Catalog, Entry
from broadside.kinds import Campaign, Task
from broadside.problems import Problem, find_nearest, make_problem


def check_campaigns(catalog: Catalog) -> Iterator[Problem]:
    """Report plans whose days differ from the original's, for both hang side by side, and pledges that lack a language."""
    for entry in catalog.of_kind("campaign"):
        if not isinstance(entry.fields, Campaign):
            continue
        yield from _check_pledge(catalog, entry)
        due = [f"{task.due}" for task in entry.fields.plan]
        for translation in entry.translations.values():
            said: Sequence[Task] | None = translation.fields.get("plan")
            if said is not None and [f"{task.due}" for task in said] != due:
                at = (translation.path, translation.parsed.find(("plan",)))
                yield make_problem(*at, "plan-translation", legal=due)


def _check_pledge(catalog: Catalog, entry: Entry) -> Iterator[Problem]:
    """Report a pledge that is not in each of the site's languages: nobody signs what they cannot read."""
    pledge = entry.fields.pledge if isinstance(entry.fields, Campaign) else None
    for field, words in (("text", pledge.text), ("who", pledge.who)) if pledge else ():
        missing = [language for language in catalog.settings.languages if language not in words]
        if missing:
            at = (entry.path, entry.parsed.find(("pledge", field)))
            yield make_problem(*at, "pledge-language", field=f"pledge {field}", legal=missing)
        for language in words:
            if language not in catalog.languages:
                at = (entry.path, entry.parsed.find(("pledge", field, language)))
                legal = list(catalog.languages)
                nearest = find_nearest(language, legal)
                yield make_problem(*at, "language-unknown", field=f"pledge {field}", value=language, legal=legal, nearest=nearest)
