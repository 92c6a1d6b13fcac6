"""Pages and all that they show beside themselves -> keys: where one is the same as in the build before, so is what was made of it.

A page's file is made of its own values, which hold whatever its kind's template shows of other documents, and of the frame that
all pages share. The key hashes both, so nothing is said twice of what depends on what; a page whose values do not say all they are
has no key and is always made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from broadside.pages.feeds import Feed
from broadside.pages.finding import describe_found
from broadside.pages.forge import Edit
from broadside.pages.sharing import Sharing
from broadside.pages.values import Shelf, SitePage
from broadside.remembering import hash_files, hash_ground
from broadside.store import make_key

NAMELESS = " at 0x"
"""How Python writes a value that does not say what it is: by its place in memory."""


def hash_frame(shelf: Shelf, tabs: Iterable[SitePage], feeds: Sequence[Feed], folders: Iterable[Path], policy: str) -> str:
    """Return the hash of what all pages show: settings, looks, words, terms, menus, the day; ``folders`` are those of the theme."""
    catalog = shelf.catalog
    return make_key(
        hash_ground(catalog.settings.root),
        hash_files(folders),
        shelf.today.isoformat(),
        policy,
        repr(catalog.terms),
        repr(catalog.brands[catalog.settings.unit]),
        repr([(tab.address, tab.title) for tab in tabs]),
        repr(feeds),
        repr("contributing/index" in catalog.entries),
    )


def name_page(shelf: Shelf, frame: str, page: SitePage, sharing: Sharing, edits: Sequence[Edit]) -> str:
    """Return the key of a page, empty where it has none."""
    said = (repr(page), repr(describe_found(shelf, page, "")), repr(sharing), repr(edits))
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
