"""Pages and all that they show beside themselves -> keys: where one is the same as in the build before, so is what was made of it.

A page's file is made of its own values, which hold whatever its kind's template shows of other documents, and of the frame that
all pages share. The key hashes both, so nothing is said twice of what depends on what; a page whose values do not say all they are
has no key and is always made.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from broadside.catalog import Entry
from broadside.pages.feeds import Feed
from broadside.pages.finding import describe_found
from broadside.pages.forge import Edit
from broadside.pages.sharing import Sharing
from broadside.pages.values import Shelf, SitePage
from broadside.remembering import hash_files
from broadside.store import make_key

NAMELESS = " at 0x"
"""How Python writes a value that does not say what it is: by its place in memory."""

SHOWN = frozenset({"script", "work"})
"""The kinds whose cards say more than their fields: how long a script lasts, how a poem begins."""


def hash_frame(
    shelf: Shelf, ground: str, tabs: Iterable[SitePage], feeds: Sequence[Feed], folders: Iterable[Path], policy: str
) -> str:
    """Return the hash of what all pages show: the ground, looks, words, terms, menus, the day; ``folders`` are the theme's.

    Of ``feeds`` pages name the addresses and the titles, and never what is in them.
    """
    catalog = shelf.catalog
    return make_key(
        ground,
        hash_files(folders),
        shelf.today.isoformat(),
        policy,
        repr(catalog.terms),
        repr(catalog.brands[catalog.settings.unit]),
        repr([(tab.address, tab.title) for tab in tabs]),
        repr([(feed.address, feed.title) for feed in feeds]),
        repr("contributing/index" in catalog.entries),
    )


def list_around(shelf: Shelf, ground: str, *more: object) -> tuple[object, ...]:
    """Return all that a document's page may show beside its own document; ``ground`` is the hash of posters and settings.

    ``more`` is what pages show of files beside documents. Of other documents that are the outlines: all their fields, and the
    bodies of those whose cards show something of them.
    """
    catalog = shelf.catalog
    outlines = [entry.recall.ask("outline", None, functools.partial(_outline, entry)) for entry in catalog.entries.values()]
    made = (shelf.printed, shelf.samples, shelf.papers, shelf.kits, shelf.sizes, shelf.editions)
    return (ground, shelf.today, outlines, dict(catalog.brands), dict(catalog.terms), *made, *more)


def _outline(entry: Entry) -> bytes:
    bodies = [parsed.body for _, parsed in entry.files] if entry.kind in SHOWN else []
    said = [(path, parsed.values) for path, parsed in entry.files]
    return hashlib.sha256(repr((entry.id, entry.kind, said, bodies)).encode()).digest()


def name_page(shelf: Shelf, frame: str, page: SitePage, sharing: Sharing, edits: Sequence[Edit]) -> str:
    """Return the key of a page, empty where it has none."""
    said = (repr(page), repr(page.show(shelf)), repr(describe_found(shelf, page, "")), repr(sharing), repr(edits))
    return "" if any(NAMELESS in each for each in said) else make_key(frame, *said)


def group_pages(pages: Iterable[SitePage], language: str) -> dict[str, list[SitePage]]:
    """Return the pages that show one document, by its address in ``language``."""
    groups: dict[str, list[SitePage]] = {}
    for page in pages:
        groups.setdefault(page.alternates.get(language) or page.address, []).append(page)
    return groups


def list_samples(shelf: Shelf, groups: Mapping[str, Sequence[SitePage]]) -> tuple[str, ...]:
    """Return the first group for each template that shows documents: what it needs, all others need as well."""
    samples: dict[str, str] = {}
    for name, pages in groups.items():
        if pages[0].address in shelf.documents:
            samples.setdefault(pages[0].template, name)
    return tuple(dict.fromkeys(samples.values()))
