"""Works of employees -> their gallery, a page each, and the small pictures that both show."""

from __future__ import annotations

import functools
import hashlib
import math
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from broadside.catalog import Catalog, Entry
from broadside.catalog.works import list_ballot
from broadside.intake import read_picture
from broadside.kinds import Work
from broadside.pages.listing import find_related, make_card, make_cards, say_title
from broadside.pages.values import Card, Picture, SheetFile, Shelf
from broadside.papers.works import say_credit
from broadside.press.photos import shrink_photo
from broadside.recalling import Recall, know_files
from broadside.store import Store, make_key
from broadside.units import MM_PER_INCH

SMALL_PX = 480
"""Our choice: the width of a small picture, for a grid of three on a screen of two pixels to one."""
EXCERPT = 4
"""Our choice: lines of a text in the gallery, a stanza."""


@dataclass(frozen=True)
class ShownWork:
    """A work in the gallery: its number on the ballot (0: it is on none), how its author is named, its picture or first lines."""

    card: Card
    number: int
    medium: str
    credit: str
    award: str
    small: Picture | None
    whole: Picture | None
    lines: tuple[str, ...]
    written: str


def view_works(shelf: Shelf, language: str) -> Mapping[str, Any]:
    """Return what the gallery shows: a group a campaign, the running one first."""
    campaigns = sorted(shelf.catalog.of_kind("campaign"), key=lambda each: (each.id != shelf.catalog.campaign.id, each.id))
    texts = shelf.texts(language)["work"]
    works = shelf.catalog.of_kind("work")
    groups = [
        (say_title(shelf, campaign, language), [each for each in works if _work(each).campaign == campaign.name])
        for campaign in campaigns
    ]
    groups.append((texts["others"], [each for each in works if _work(each).campaign is None]))
    return {
        "groups": [(title, [show_work(shelf, entry, language) for entry in inside]) for title, inside in groups if inside],
        "empty": texts["empty"],
    }


def view_work(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return what a work's page shows."""
    return {
        "shown": show_work(shelf, entry, language),
        "work": _work(entry),
        "licence": str(entry.say("licence", language)),
        "related": make_cards(shelf, find_related(shelf, entry, ("knowledge", "lesson", "slogan")), language),
        "gallery": shelf.address("works/index", language),
    }


def _work(entry: Entry) -> Work:
    return cast("Work", entry.fields)


def show_work(shelf: Shelf, entry: Entry, language: str) -> ShownWork:
    """Return a work as the gallery and its own page show it."""
    work, texts = _work(entry), shelf.texts(language)["work"]
    campaign = shelf.catalog.entries.get(f"campaigns/{work.campaign}")
    ballot = list_ballot(shelf.catalog, campaign) if campaign and getattr(campaign.fields, "vote", None) else ()
    translation = entry.translations.get(language)
    body = translation.body if translation and translation.body.strip() else entry.parsed.body
    return ShownWork(
        card=make_card(shelf, entry, language),
        number=ballot.index(entry) + 1 if entry in ballot else 0,
        medium=texts["media"][work.medium],
        credit=say_credit(entry, language, texts["anonymous"]),
        award=str(entry.say("award", language) or ""),
        small=_find_picture(shelf, entry, language, is_small=True),
        whole=_find_picture(shelf, entry, language, is_small=False),
        lines=() if work.image else tuple(line.strip(" \\>") for line in body.strip().splitlines() if line.strip())[:EXCERPT],
        written=language if translation and translation.body.strip() else shelf.catalog.language,
    )


def _find_picture(shelf: Shelf, entry: Entry, language: str, *, is_small: bool) -> Picture | None:
    """Return a work's picture, whole or small; a picture with an EXIF turn has the sizes that it is shown with."""
    work = _work(entry)
    if work.image is None:
        return None
    width, height = _measure(shelf.catalog.settings.root, _locate(entry))
    if is_small:
        width, height = min(SMALL_PX, width), max(1, round(height * min(SMALL_PX, width) / width))
    place = posixpath.normpath(posixpath.join(posixpath.dirname(entry.id), work.image))
    return Picture(name_small(entry) if is_small else place, width, height, str(entry.say("alt", language) or ""))


def _measure(root: Path, path: str) -> tuple[int, int]:
    found = read_picture(root, path)
    return (found.width_px, found.height_px) if found else (1, 1)


def measure_works(catalog: Catalog, known: Recall) -> tuple[tuple[int, int], ...]:
    """Return the sizes in pixels of all works' pictures: what pages show of them beside what documents say."""
    root = catalog.settings.root
    beside, paths = know_files(root, known), [_locate(entry) for entry in catalog.of_kind("work") if _work(entry).image]
    return tuple(beside.ask("measure", f"{root}/{path}", functools.partial(_measure, root, path)) for path in paths)


def _locate(entry: Entry) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(entry.path), _work(entry).image or ""))


def name_small(entry: Entry) -> str:
    """Return where the site serves the small picture of a work."""
    return f"papers/{entry.id}/small.jpg"


def list_small_pictures(shelf: Shelf, store: Store) -> Iterator[SheetFile]:
    """Yield the small pictures of works, made where ``store`` lacks them."""
    for entry in shelf.catalog.of_kind("work"):
        if _work(entry).image is not None:
            file = shelf.catalog.settings.root / _locate(entry)
            key = make_key("work", str(SMALL_PX), hashlib.sha256(file.read_bytes()).hexdigest())
            yield SheetFile(name_small(entry), store.get_or_make(key, ".jpg", lambda file=file: _make_small(file)))  # type: ignore[misc]


def _make_small(file: Path) -> bytes:
    """Return a JPEG of at most :data:`SMALL_PX` pixels across."""
    return shrink_photo(file, SMALL_PX, math.inf, MM_PER_INCH)  # a pixel to the millimetre: the size is in pixels


def list_words(entry: Entry, language: str) -> Iterator[str]:
    """Yield the words of a work that its page shows beside its text."""
    work = _work(entry)
    if work.named in {"full", "first-name"}:
        yield work.author or ""
    for field in ("team", "alt", "award"):
        yield str(entry.say(field, language) or "")
