"""The documents of a section -> its list page: the slogan wall, notices, articles, lessons, campaigns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from broadside.kinds import Slogan
from broadside.pages.articles import view_knowledge, view_lessons
from broadside.pages.campaigns import view_campaigns
from broadside.pages.listing import list_topics, make_cards
from broadside.pages.notices import view_notices
from broadside.pages.values import Shelf, SitePage

SECTION_NAMES = ("slogans", "notices", "knowledge", "lessons", "campaigns")
"""The sections in the order of the tabs."""


def make_section_page(shelf: Shelf, name: str, language: str) -> SitePage:
    """Return the list page of one section."""
    texts = shelf.texts(language)
    return SitePage(
        address=shelf.address(f"{name}/index", language),
        language=language,
        template=f"{name}.html",
        title=texts["sections"][name],
        markdown="",
        is_folder=True,
        section=name,
        summary=texts["section_summaries"][name],
        is_searchable=False,
        hide=("toc", "navigation"),
        alternates={other: shelf.address(f"{name}/index", other) for other in shelf.languages},
        view=_SECTION_VIEWS[name](shelf, language),
    )


def _view_slogans(shelf: Shelf, language: str) -> Mapping[str, Any]:
    entries = shelf.catalog.of_kind("slogan")
    running = shelf.catalog.settings.campaign
    first = sorted(entries, key=lambda entry: (cast("Slogan", entry.fields).campaign != running, entry.id))
    cards = make_cards(shelf, first, language)
    return {
        "cards": cards,
        "filters": {"topic": list_topics(shelf, entries, language), "carrier": _list_carriers(shelf, language)},
    }


def _list_carriers(shelf: Shelf, language: str) -> list[tuple[str, str]]:
    groups = dict.fromkeys(carrier.group for carrier in shelf.catalog.carriers.values())
    return [(group, shelf.texts(language)["carrier_groups"][group]) for group in groups]


_SECTION_VIEWS = {
    "slogans": _view_slogans,
    "notices": view_notices,
    "knowledge": view_knowledge,
    "lessons": view_lessons,
    "campaigns": view_campaigns,
}
