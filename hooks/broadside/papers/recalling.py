"""A document -> the part of the catalog that its papers are made from, and that part's hash: the same hash, the same papers.

Describing papers renders their text, which takes longer than all else of a build that prints nothing. So what was printed of a
document is recorded under this hash. Nobody writes down what a paper looks at: its makers get that part and see nothing else.
"""

from __future__ import annotations

import dataclasses
import functools
import importlib.metadata
import sys
from pathlib import Path

from broadside.catalog import Catalog, Entry
from broadside.sheets.choosing import campaign_of
from broadside.store import hash_folder, make_key

KINDS = frozenset({"notice", "knowledge", "lesson", "checklist"})
"""Of these a site has thousands; papers of the others look at more than a part can hold, or there are few."""
PICTURES = ("![", "<img")
"""A text with pictures is described anew each time: their bytes belong to it."""
LIBRARIES = ("markdown", "pymdown-extensions", "nh3")
"""What renders and cleans a text."""


def narrow(catalog: Catalog, entry: Entry) -> Catalog | None:
    """Return ``catalog`` with what the papers of ``entry`` may look at and nothing else; none where they may look at more."""
    if entry.kind not in KINDS or any(mark in parsed.body.lower() for _, parsed in entry.files for mark in PICTURES):
        return None
    older = catalog.entries.get(getattr(entry.fields, "supersedes", None) or "")
    beside = {each.id: each for each in (catalog.campaign, campaign_of(catalog, entry), older, entry) if each is not None}
    unit = getattr(entry.fields, "unit", None) or catalog.settings.unit
    return dataclasses.replace(
        catalog,
        settings=dataclasses.replace(catalog.settings, editing=None),
        entries=beside,
        brands={name: catalog.brands[name] for name in sorted({unit, catalog.settings.unit})},
        carriers={},
        designs={},
        face_records={},
        pictures=(),
        moves={},
        record=None,
        synonyms=(),
        terms={},
    )


class Hashing:
    """Hashes the parts of one catalog; what they share is hashed once."""

    def __init__(self, catalog: Catalog) -> None:
        settings = catalog.settings
        self._words = functools.cache(lambda identity: make_key(*catalog.entries[identity].list_words()))
        self._house = make_key(
            _hash_program(),
            settings.site_url,
            settings.campaign,
            settings.unit,
            settings.name,
            repr((settings.languages, sorted(settings.hosts))),
            repr(catalog.languages),
            repr(catalog.topics),
            repr([(name, face.family, face.weight, face.sha256) for name, face in catalog.faces.items() if face.is_here]),
        )

    def hash(self, part: Catalog) -> str:
        """Return the hash of the part for one document."""
        return make_key(self._house, repr(part.brands), *map(self._words, part.entries))


@functools.cache
def _hash_program() -> str:
    """Return the hash of all that describes papers: this package with its texts, and the libraries that it renders text with."""
    package = Path(__file__).parents[1]
    versions = (f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES)
    return make_key(sys.version, *versions, *(hash_folder(package, pattern) for pattern in ("*.py", "*.yml")))
