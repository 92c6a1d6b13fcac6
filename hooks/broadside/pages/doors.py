"""The lists that have no tab of their own -> their pages, and the doors to them on the list page of their section."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from broadside.pages.activities import view_activities
from broadside.pages.boards import view_boards
from broadside.pages.coverage import view_coverage
from broadside.pages.desks import view_faqs, write_faqs
from broadside.pages.glossary import view_glossary, write_glossary
from broadside.pages.listing import make_cards, say_title, sort_titles
from broadside.pages.units import count_units, view_units, write_units
from broadside.pages.values import Shelf, SitePage
from broadside.pages.works import view_works


@dataclass(frozen=True)
class Listing:
    """A list page: its ``section`` is the tab it is reached from, ``texts`` the words it is called by (title, summary, empty).

    Without a ``view`` of its own it shows a card for each document of ``kind``, by title, as ``list.html`` lays them out. A page
    made of something else than documents has no ``kind``; ``write`` is its Markdown, where it has any,
    and then ``count`` says of how many things it tells.
    """

    section: str
    kind: str
    texts: str
    view: Callable[[Shelf, str], Mapping[str, Any]] | None = None
    template: str = "list.html"
    write: Callable[[Shelf, str], str] | None = None
    count: Callable[[Shelf], int] | None = None


LISTINGS: Mapping[str, Listing] = {
    "activities": Listing("campaigns", "activity", "activity", view_activities, "activities.html"),
    "drills": Listing("campaigns", "drill", "drill"),
    "responsibilities": Listing("campaigns", "responsibility", "responsibility"),
    "checklists": Listing("knowledge", "checklist", "checklist"),
    "blackboards": Listing("campaigns", "blackboard", "blackboard", view_boards, "blackboards.html"),
    "quizzes": Listing("knowledge", "quiz", "quiz"),
    "faq": Listing("knowledge", "faq", "faq", view_faqs, "faqs.html", write_faqs),
    "glossary": Listing(
        "knowledge", "", "glossary", view_glossary, "glossary.html", write_glossary, lambda shelf: len(shelf.catalog.terms)
    ),
    "scripts": Listing("campaigns", "script", "script"),
    "reports": Listing("campaigns", "report", "report"),
    "coverage": Listing("campaigns", "", "coverage", view_coverage, "coverage.html"),
    "works": Listing("campaigns", "work", "work", view_works, "works.html"),
    "units": Listing("campaigns", "", "units", view_units, "units.html", write_units, count_units),
}
"""Each list by its folder, in the order in which its section names them."""


@dataclass(frozen=True)
class Door:
    """The way to a list: what it is called, where it is, and how many documents stand in it; of some pages that says nothing."""

    title: str
    address: str
    count: int | None


def list_doors(shelf: Shelf, section: str, language: str) -> tuple[Door, ...]:
    """Return the doors on the list page of a section; a list in which nothing stands has none.

    An article that is a reference has a door of its own.
    """
    lists = tuple(
        Door(shelf.texts(language)[listing.texts]["title"], shelf.address(f"{name}/index", language), count)
        for name, listing in LISTINGS.items()
        for count in [_count(shelf, listing)]
        if listing.section == section and count != 0
    )
    shown = [entry for entry in shelf.catalog.of_kind("knowledge") if getattr(entry.fields, "reference", None)]
    references = (Door(say_title(shelf, entry, language), shelf.address(entry.id, language), None) for entry in shown)
    return (*lists, *(references if section == "knowledge" else ()))


def _count(shelf: Shelf, listing: Listing) -> int | None:
    if listing.count:
        return listing.count(shelf)
    return len(shelf.catalog.of_kind(listing.kind)) if listing.kind else None


def make_list_pages(shelf: Shelf, language: str) -> Iterator[SitePage]:
    """Yield the list pages that no editor has written."""
    for name, listing in LISTINGS.items():
        if f"{name}/index" not in shelf.catalog.entries:
            make = functools.partial(_make_list_page, shelf, name, listing, language)
            bodies = (
                [parsed.body for entry in shelf.catalog.of_kind(listing.kind) for _, parsed in entry.files] if listing.write else []
            )
            yield shelf.ask(("list", name, language), make, bodies)


def _make_list_page(shelf: Shelf, name: str, listing: Listing, language: str) -> SitePage:
    texts = shelf.texts(language)[listing.texts]
    return SitePage(
        address=shelf.address(f"{name}/index", language),
        language=language,
        template=listing.template,
        title=texts["title"],
        markdown=listing.write(shelf, language) if listing.write else "",
        is_folder=True,
        section=listing.section,
        summary=texts["summary"],
        is_searchable=listing.count is not None,
        hide=("toc", "navigation"),
        alternates={other: shelf.address(f"{name}/index", other) for other in shelf.languages},
        view=listing.view(shelf, language) if listing.view else _view_cards(shelf, listing, language),
    )


def _view_cards(shelf: Shelf, listing: Listing, language: str) -> Mapping[str, Any]:
    entries = sort_titles(shelf, shelf.catalog.of_kind(listing.kind), language)
    return {"cards": make_cards(shelf, entries, language), "empty": shelf.texts(language)[listing.texts]["empty"]}
