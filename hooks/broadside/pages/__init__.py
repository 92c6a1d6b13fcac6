"""Catalog and printed sheets -> every page of the site, in every language."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Iterator, Mapping

from broadside.catalog import Catalog, Entry
from broadside.editions import Edition
from broadside.pages.basket import ADDRESS as BASKET
from broadside.pages.basket import make_basket_page
from broadside.pages.documents import make_document_page
from broadside.pages.doors import make_list_pages
from broadside.pages.gallery import make_design_page, make_gallery_page
from broadside.pages.home import make_home_page
from broadside.pages.kit import make_kit_page
from broadside.pages.months import make_months_page
from broadside.pages.rules import make_rule_pages
from broadside.pages.sections import SECTION_NAMES, make_section_page
from broadside.pages.sheetfiles import list_files
from broadside.pages.signage import make_signage_page
from broadside.pages.units import make_unit_pages
from broadside.pages.unseen import make_unseen_page
from broadside.pages.values import Card, SheetFile, Shelf, SitePage
from broadside.press.papers import PrintedPaper
from broadside.press.printed import Printed

__all__ = ["SECTION_NAMES", "Card", "SheetFile", "Shelf", "SitePage", "fill_shelf", "list_files", "make_pages"]


OWN_EYES = frozenset({"blackboard", "report"})
"""The kinds whose pages show what stands in the bodies of other documents; all others show of them what stands in their fields."""


def fill_shelf(
    catalog: Catalog,
    printed: Iterable[Printed],
    samples: Iterable[Printed],
    papers: Mapping[str, tuple[PrintedPaper, ...]],
    today: datetime.date,
    sizes: Mapping[str, int] | None = None,
    editions: tuple[Edition, ...] = (),
    kits: Iterable[Printed] = (),
) -> Shelf:
    """Sort what was printed by slogan, the designs' samples by design, ``kits`` by unit; ``papers`` are by their document."""
    by_slogan: dict[str, list[Printed]] = {}
    for item in printed:
        by_slogan.setdefault(item.sheet.slogan, []).append(item)
    by_design: dict[str, list[Printed]] = {}
    for item in samples:
        by_design.setdefault(item.sheet.design_id, []).append(item)
    by_unit: dict[str, list[Printed]] = {}
    for item in kits:
        by_unit.setdefault(item.sheet.unit, []).append(item)
    return Shelf(
        catalog,
        {name: tuple(items) for name, items in by_slogan.items()},
        {name: tuple(items) for name, items in by_design.items()},
        today,
        papers,
        sizes or {},
        editions,
        {unit: tuple(items) for unit, items in by_unit.items()},
    )


def make_pages(shelf: Shelf) -> Iterator[SitePage]:
    """Yield every page: made ones unless an editor has written that page, then the documents."""
    written = shelf.catalog.entries
    for language in shelf.languages:
        yield from shelf.ask(("doors", language), functools.partial(_make_doors, shelf, language))
        yield from make_list_pages(shelf, language)
        yield from shelf.ask(("made", language), functools.partial(_make_others, shelf, language))
        yield from (_make_page(shelf, entry, language) for entry in written.values())


def _make_doors(shelf: Shelf, language: str) -> tuple[SitePage, ...]:
    """Return the home page, the sections' and what else the menus lead to, but for those that an editor has written."""
    written = shelf.catalog.entries
    pages = [make_home_page(shelf, language)] if "index" not in written else []
    pages += (make_section_page(shelf, name, language) for name in SECTION_NAMES if f"{name}/index" not in written)
    if "signage/index" not in written:
        pages.append(make_signage_page(shelf, language))
    if BASKET not in written:
        pages.append(make_basket_page(shelf, language))
    return tuple(pages)


def _make_others(shelf: Shelf, language: str) -> tuple[SitePage, ...]:
    """Return the campaigns' months and kits, the units, the rules, the designs."""
    written = shelf.catalog.entries
    campaigns = shelf.catalog.of_kind("campaign")
    pages = [make_months_page(shelf, entry, language) for entry in campaigns if f"{entry.id}/calendar" not in written]
    pages += (
        make_kit_page(shelf, entry, language, _make_page(shelf, entry, language).show(shelf)["kit"])
        for entry in campaigns
        if f"{entry.id}/kit" not in written
    )
    pages += make_unit_pages(shelf, language)
    pages.append(make_unseen_page(shelf, language))
    pages += make_rule_pages(shelf, language)
    if shelf.samples:
        pages.append(make_gallery_page(shelf, language))
        pages += (make_design_page(shelf, name, language) for name in shelf.samples)
    return tuple(pages)


def _make_page(shelf: Shelf, entry: Entry, language: str) -> SitePage:
    """Return a document's page: that of the build before, where nothing that it shows has changed."""
    make = functools.partial(make_document_page, shelf, entry, language)
    return make() if entry.kind in OWN_EYES else entry.recall.ask(("page", language), shelf.around, make)
