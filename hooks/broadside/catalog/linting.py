"""The documents of a catalog -> what is worth a second look in them: warnings, and what must not be published of people."""

from __future__ import annotations

from collections.abc import Iterator

from broadside.catalog.values import Catalog
from broadside.problems import Problem, make_problem


def lint_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report what the lint finds in every document and translation."""
    yield from _check_translations(catalog)


def _check_translations(catalog: Catalog) -> Iterator[Problem]:
    """Report translations that are older than their originals."""
    for entry in catalog.entries.values():
        for language, translation in entry.translations.items():
            if revised := entry.find_newer(language):
                at = translation.parsed.find(("revised",) if translation.fields.get("revised") else ("title",))
                yield make_problem(translation.path, at, "translation-older", original=entry.path, revised=revised)
