"""Notices -> their list by validity, and the page of one: in force, coming or expired, and what it replaces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from broadside.catalog import Entry, choose
from broadside.kinds import Notice
from broadside.pages.listing import find_related, make_card, make_cards, sort_notices
from broadside.pages.sheetfiles import write_size
from broadside.pages.validity import Standing
from broadside.pages.values import Card, Download, Shelf


def view_notices(shelf: Shelf, language: str) -> Mapping[str, Any]:
    """Return what the list of notices shows: by how they stand on the day of the build, the archive by the year of issue.

    Every year has a place in the archive, also one that has nothing in it yet: the reader's clock may move a notice there.
    """
    cards = make_cards(shelf, sort_notices(shelf.catalog.of_kind("notice")), language)
    expired = sorted(_select(shelf, cards, "expired"), key=_ordinal, reverse=True)
    years = sorted({card.day.year for card in cards if card.day}, reverse=True)
    return {
        "in_force": _select(shelf, cards, "in-force"),
        "coming": sorted(_select(shelf, cards, "coming"), key=lambda card: card.validity.starts if card.validity else shelf.today),
        "years": [(year, [card for card in expired if card.day and card.day.year == year]) for year in years],
        "expired_count": len(expired),
        "orders": {card.address: order for order, card in enumerate(cards)},
    }


def _select(shelf: Shelf, cards: tuple[Card, ...], standing: Standing) -> list[Card]:
    return [card for card in cards if card.validity and card.validity.stand(shelf.today) == standing]


def _ordinal(card: Card) -> int:
    return card.day.toordinal() if card.day else 0


def view_notice(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return what a notice's template shows."""
    notice = cast("Notice", entry.fields)
    successor = shelf.successors.get(entry.id)
    older = shelf.catalog.entries[notice.supersedes] if notice.supersedes else None
    return {
        "notice": notice,
        "number": entry.say("number", language) or "",
        "unit": choose(shelf.catalog.brands[notice.unit].name, language, shelf.catalog.language),
        "validity": shelf.find_validity(entry),
        "is_expired": shelf.is_expired(entry),
        "successor": make_card(shelf, successor, language) if successor else None,
        "supersedes": make_card(shelf, older, language) if older else None,
        "attachments": [_describe_attachment(shelf, entry, file, language) for file in list_attachments(entry)],
        "related": make_cards(shelf, find_related(shelf, entry, ("slogan", "knowledge", "lesson")), language),
    }


def _describe_attachment(shelf: Shelf, entry: Entry, file: str, language: str) -> Download:
    """Return a file of a notice with its type in words and its size."""
    types = shelf.texts(language)["notice"]["file_types"]
    address = name_attachment(entry, file)
    ending = file.rpartition(".")[2].lower()
    size = write_size(shelf.sizes[address]) if address in shelf.sizes else ""
    return Download(address, file.rpartition("/")[2], types.get(ending, types["other"]), size, ending)


def name_attachment(entry: Entry, file: str) -> str:
    """Return the address of a file that stands beside a notice."""
    return f"{entry.id.rpartition('/')[0]}/{file}"


def list_attachments(entry: Entry) -> tuple[str, ...]:
    """Return the files that lie with a notice, as it names them."""
    return cast("Notice", entry.fields).attachments
