"""A campaign -> the documents that are its own, and those that go with it."""

from __future__ import annotations

from collections.abc import Iterable

from broadside.catalog import Entry
from broadside.pages.listing import find_related, make_cards, sort_titles
from broadside.pages.values import Card, Shelf

CAMPAIGN_DOCUMENTS = 6
"""Our choice: as many articles or lessons as are read in a month."""


def list_belonging(shelf: Shelf, campaign: Entry, kind: str) -> tuple[Entry, ...]:
    """Return the documents of a kind that name ``campaign`` as theirs, by id."""
    return tuple(entry for entry in shelf.catalog.of_kind(kind) if getattr(entry.fields, "campaign", None) == campaign.name)


def make_belonging_cards(shelf: Shelf, campaign: Entry, kind: str, language: str) -> tuple[Card, ...]:
    """Return the cards of those documents, by title."""
    return make_cards(shelf, sort_titles(shelf, list_belonging(shelf, campaign, kind), language), language)


def find_documents(shelf: Shelf, campaign: Entry, kind: str) -> Iterable[Entry]:
    """Return the campaign's own documents of a kind, then those on its topics."""
    found = (*list_belonging(shelf, campaign, kind), *find_related(shelf, campaign, (kind,)))
    return list({entry.id: entry for entry in found}.values())[:CAMPAIGN_DOCUMENTS]
