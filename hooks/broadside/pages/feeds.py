"""The documents of a kind or of a unit -> an Atom feed in each language (RFC 4287), for readers of news and other programs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from broadside.catalog import Entry, choose
from broadside.kinds import Slogan
from broadside.pages.days import find_day
from broadside.pages.listing import find_spoken, name_topics, say_title
from broadside.pages.sheetfiles import find_picture
from broadside.pages.values import Shelf

ATOM = "http://www.w3.org/2005/Atom"
SECTION_KINDS = {
    "notices": "notice",
    "knowledge": "knowledge",
    "lessons": "lesson",
    "campaigns": "campaign",
    "activities": "activity",
    "slogans": "slogan",
}
"""The sections that have a feed, in the order in which the home page offers them, and the kind in each."""
ENTRIES_MOST = 50
"""Our choice: a reader asks often, and has kept what came before."""


@dataclass(frozen=True)
class Feed:
    """One feed in one language: where it is served, its title, the page that shows the same to people, its section."""

    address: str
    title: str
    page: str
    language: str
    section: str
    entries: tuple[Entry, ...]


def list_feeds(shelf: Shelf, language: str) -> Iterator[Feed]:
    """Yield the feeds in ``language``: one a section, then one a unit that has a page."""
    texts, root = shelf.texts(language), shelf.address("index", language)
    news = _list_news(shelf)
    for section, kind in SECTION_KINDS.items():
        title = str(texts["feeds"]["title"]).format(site=shelf.catalog.say_name(language), what=texts["sections"][section])
        inside = tuple(entry for entry in news if entry.kind == kind)
        page = shelf.address(f"{section}/index", language)
        yield Feed(f"{root}feeds/{section}.xml", title, page, language, section, inside[:ENTRIES_MOST])
    by_unit: dict[str, list[Entry]] = {}
    for entry in news:
        by_unit.setdefault(name_unit(shelf, entry), []).append(entry)
    for unit in shelf.paged_units:
        name = choose(shelf.catalog.brands[unit].name, language, shelf.catalog.language)
        title, inside = str(texts["feeds"]["unit"]).format(unit=name), tuple(by_unit.get(unit, ()))
        page = shelf.address(f"units/{unit}", language)
        yield Feed(name_feed(shelf, unit, language), title, page, language, "", inside[:ENTRIES_MOST])


def name_feed(shelf: Shelf, unit: str, language: str) -> str:
    """Return the address of the feed of a unit that has a page."""
    return f"{shelf.address('index', language)}feeds/units/{unit}.xml"


def _list_news(shelf: Shelf) -> list[Entry]:
    """Return what feeds may hold, the newest first: documents that have a day of their own and are not over."""
    dated = [
        (-day.toordinal(), entry.id)
        for entry in shelf.catalog.entries.values()
        if (day := find_day(shelf.catalog, entry)) and not shelf.is_expired(entry)
    ]
    return [shelf.catalog.entries[identity] for _, identity in sorted(dated)]


def name_unit(shelf: Shelf, entry: Entry) -> str:
    """Return the unit that a document is of: its own, else the one that runs the site."""
    return getattr(entry.fields, "unit", None) or shelf.catalog.settings.unit


def write_feed(shelf: Shelf, feed: Feed) -> str:
    """Return a feed as XML. Ids are addresses; its day is that of its newest entry, or of the running campaign's start."""
    base, language = shelf.catalog.settings.site_url, feed.language
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _add(root, "title", feed.title)
    _add(root, "id", base + feed.address)
    _add(root, "link", rel="self", type="application/atom+xml", href=base + feed.address)
    _add(root, "link", rel="alternate", type="text/html", hreflang=language, href=base + feed.page)
    newest = next(iter(feed.entries), shelf.catalog.campaign)
    _add(root, "updated", _write_day(find_day(shelf.catalog, newest)))
    _add(_add(root, "author"), "name", shelf.catalog.say_name(language))
    _add(root, "icon", base + shelf.logo.address)
    for entry in feed.entries:
        _add_entry(shelf, root, entry, language)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _add_entry(shelf: Shelf, feed: ET.Element, entry: Entry, language: str) -> None:
    base, default = shelf.catalog.settings.site_url, shelf.catalog.language
    address = base + shelf.address(entry.id, language)
    spoken = find_spoken(entry, language, default)
    own = {"xml:lang": spoken} if spoken != language else {}
    item = _add(feed, "entry")
    _add(item, "title", say_title(shelf, entry, language), own)
    _add(item, "id", address)
    _add(item, "link", rel="alternate", type="text/html", hreflang=language, href=address)
    _add(item, "updated", _write_day(find_day(shelf.catalog, entry)))
    author = choose(shelf.catalog.brands[name_unit(shelf, entry)].name, language, default)
    _add(_add(item, "author"), "name", author)
    for topic, name in zip(getattr(entry.fields, "topics", ()), name_topics(shelf, entry, language), strict=True):
        _add(item, "category", term=topic, label=name)
    summary = str(entry.say("summary", language) or "")
    if summary:
        _add(item, "summary", summary, own)
    picture = (
        find_picture(shelf, entry.name, language, ("poster", "screen"), "preview") if isinstance(entry.fields, Slogan) else None
    )
    if picture:
        image = ET.Element("img", {"src": base + picture.address, "alt": picture.alt})
        _add(item, "content", ET.tostring(image, encoding="unicode", method="html"), {"type": "html", **own})


def _add(parent: ET.Element, name: str, text: str = "", attributes: Mapping[str, str] | None = None, **more: str) -> ET.Element:
    element = ET.SubElement(parent, name, {**(attributes or {}), **more})
    element.text = text or None
    return element


def _write_day(day: datetime.date | None) -> str:
    """Write a day as the moment it begins (RFC 3339); documents state no hour and no zone."""
    return f"{day}T00:00:00Z"
