"""Articles -> those that ask for papers for families and are not written for them."""

from __future__ import annotations

from collections.abc import Iterator

from broadside.catalog.values import Catalog
from broadside.kinds import Knowledge
from broadside.problems import Problem, make_problem

FIELDS = ("letter_home", "promise")


def check_families(catalog: Catalog) -> Iterator[Problem]:
    """Report a letter home or a family's promise in an article of another kind: it would be sent to families all the same."""
    for entry in catalog.of_kind("knowledge"):
        for field in FIELDS if isinstance(entry.fields, Knowledge) and entry.fields.kind != "family" else ():
            if getattr(entry.fields, field):
                at = entry.parsed.keys.get((field,), entry.parsed.find((field,)))
                yield make_problem(entry.path, at, "family-only", field=field, value=getattr(entry.fields, "kind", ""))
