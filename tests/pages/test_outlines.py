"""What is kept while no field changes: it is the same whatever the bodies of all documents say."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType

import pytest

from broadside.building import Site, make_site
from broadside.catalog import Entry
from broadside.frontmatter import Parsed
from broadside.keeping import SHOWN
from broadside.pages import OWN_EYES, SitePage, make_pages
from sites import REPOSITORY

MORE = "\n\n## A zebra crosses\n\nZebras [lead](index.md) for 45 minutes.\n\n![Zebra](zebra.jpg)\n"
LISTED_WHOLE = "faqs.html"
"""The list that shows bodies: it is asked about them too."""


@pytest.fixture(scope="module")
def site() -> Site:
    """Return this repository's site: it has every kind of document."""
    return make_site(REPOSITORY / "mkdocs.yml", press=False)


def say_more(entry: Entry) -> Entry:
    """Return a document whose files all say more, in their bodies alone."""

    def add(parsed: Parsed) -> Parsed:
        return dataclasses.replace(parsed, body=parsed.body + MORE)

    others = {language: dataclasses.replace(each, parsed=add(each.parsed)) for language, each in entry.translations.items()}
    return dataclasses.replace(entry, parsed=add(entry.parsed), translations=MappingProxyType(others))


def change(site: Site) -> Site:
    """Return the site with more in every body that no list may show."""
    entries = {name: entry if entry.kind in SHOWN else say_more(entry) for name, entry in site.catalog.entries.items()}
    catalog = dataclasses.replace(site.catalog, entries=MappingProxyType(entries))
    shelf = dataclasses.replace(site.shelf, catalog=catalog, around=object())
    return dataclasses.replace(site, catalog=catalog, shelf=shelf, pages=tuple(make_pages(shelf)))


def show(site: Site, page: SitePage) -> str:
    """Return what a page shows beside its own body."""
    return repr(dataclasses.replace(page, markdown="") if page.source else page) + repr(page.show(site.shelf))


def is_kept(site: Site, page: SitePage) -> bool:
    """Say whether a page is kept while no field changes."""
    entry = site.shelf.documents.get(page.address)
    return page.template != LISTED_WHOLE and (entry is None or entry.kind not in OWN_EYES)


def test_pages_and_texts_show_no_other_document_s_body(site: Site) -> None:
    changed = change(site)
    before, after = ({page.address: show(each, page) for page in each.pages if is_kept(each, page)} for each in (site, changed))
    assert before == after
    assert changed.list_texts() == site.list_texts()
    assert changed.sitemap == site.sitemap
    assert [dataclasses.replace(feed, entries=()) for feed in changed.feeds] == [
        dataclasses.replace(feed, entries=()) for feed in site.feeds
    ]


def test_what_shows_bodies_would_be_noticed(site: Site) -> None:
    changed = change(site)
    for template in (LISTED_WHOLE, "blackboard.html"):
        before, after = ([show(each, page) for page in each.pages if page.template == template] for each in (site, changed))
        assert before
        assert before != after
