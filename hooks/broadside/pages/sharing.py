"""Pages -> how they show when their address is shared in a message, and what they say to search programs (JSON-LD)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from broadside.catalog import Entry, choose
from broadside.kinds import Activity, Blackboard, Campaign, Knowledge, Lesson, Notice, Slogan
from broadside.kinds.values import Instant
from broadside.pages.days import find_change
from broadside.pages.feeds import name_unit
from broadside.pages.listing import name_topics
from broadside.pages.sheetfiles import find_picture, make_picture
from broadside.pages.values import Picture, Shelf, SitePage

TYPES: Mapping[str, str] = {
    "slogan": "CreativeWork",
    "notice": "Article",
    "knowledge": "Article",
    "lesson": "Article",
    "campaign": "Event",
    "activity": "Event",
    "drill": "Article",
    "responsibility": "Article",
    "checklist": "Article",
    "work": "Article",
    "blackboard": "CreativeWork",
    "quiz": "Quiz",
    "script": "CreativeWork",
    "report": "Report",
    "faq": "Question",
}
"""What each kind is among the types of schema.org: no more than it can claim to be."""


@dataclass(frozen=True)
class Sharing:
    """What a page's head says: its Open Graph type, its picture, and its JSON-LD, which is safe inside a script element."""

    type: str
    picture: Picture | None
    data: str


def find_screens(shelf: Shelf) -> Mapping[str, Picture | None]:
    """Return the picture of a page that has none of its own, by language: the running campaign's screen."""
    return {language: _find_campaign_screen(shelf, language) for language in shelf.languages}


def make_sharing(shelf: Shelf, page: SitePage, screens: Mapping[str, Picture | None]) -> Sharing:
    """Return what a page's head says."""
    entry = shelf.documents.get(page.address)
    own = _find_own(shelf, entry, page.language) if entry and isinstance(entry.fields, Slogan) else None
    picture = own or screens[page.language]
    data = _describe(shelf, page, entry, picture)
    return Sharing("article" if entry else "website", picture, write_script(data))


def write_script(data: Mapping[str, Any]) -> str:
    """Write JSON that cannot end the script element it stands in, whatever its words are."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("&", "\\u0026")


def _find_wide(shelf: Shelf, slogan: str, language: str) -> Picture | None:
    """Return a slogan's lying screen in ``language``: PNG, which every messenger shows."""
    for printed in shelf.printed.get(slogan, ()):
        sheet = printed.sheet
        if sheet.language == language and sheet.carrier.group == "screen" and "screen" in printed.files:
            picture = make_picture(printed, "screen")
            if picture.width > picture.height:
                return picture
    return None


def _find_own(shelf: Shelf, entry: Entry, language: str) -> Picture | None:
    """Return a slogan's picture: its lying screen, else the preview of whatever it is printed on."""
    groups = ("screen", "poster", "banner")
    return _find_wide(shelf, entry.name, language) or find_picture(shelf, entry.name, language, groups, "preview")


def _find_campaign_screen(shelf: Shelf, language: str) -> Picture | None:
    """Return the screen of the running campaign: of the slogan that says its theme, else of the first that has one."""
    catalog = shelf.catalog
    theme = choose(getattr(catalog.campaign.fields, "theme", {}), language, catalog.language).split()
    slogans = [entry for entry in catalog.of_kind("slogan") if getattr(entry.fields, "campaign", None) == catalog.settings.campaign]

    def says(entry: Entry) -> bool:
        return isinstance(entry.fields, Slogan) and choose(entry.fields.text, language, catalog.language).split() == theme

    pictures = (_find_wide(shelf, entry.name, language) for entry in sorted(slogans, key=lambda entry: not says(entry)))
    return next((picture for picture in pictures if picture), None)


def _describe(shelf: Shelf, page: SitePage, entry: Entry | None, picture: Picture | None) -> Mapping[str, Any]:
    """Return a page's description in the words of schema.org; only what the document itself says."""
    base = shelf.catalog.settings.site_url
    kind = (
        TYPES.get(entry.kind, "WebPage")
        if entry
        else "WebSite"
        if page.address == shelf.address("index", page.language)
        else "WebPage"
    )
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": kind,
        "@id": base + page.address,
        "url": base + page.address,
        "inLanguage": page.language if page.is_translated else page.spoken,
        "name": page.title,
    }
    if page.summary:
        data["description"] = page.summary
    if picture:
        data["image"] = base + picture.address
    return {**data, **(_describe_document(shelf, page, entry) if entry else {})}


def _describe_document(shelf: Shelf, page: SitePage, entry: Entry) -> Mapping[str, Any]:
    fields, language = entry.fields, page.language
    data: dict[str, Any] = {}
    unit = choose(shelf.catalog.brands[name_unit(shelf, entry)].name, language, shelf.catalog.language)
    if isinstance(fields, Campaign | Activity):
        return _describe_event(entry, fields, language) | {"organizer": _name("Organization", unit)}
    changed = find_change(shelf.catalog, entry)
    if TYPES.get(entry.kind) == "Article":
        data["headline"] = page.title
    if entry.kind in TYPES:
        data["publisher"] = _name("Organization", unit)
    if isinstance(fields, Notice | Blackboard):
        data["datePublished"] = str(fields.date)
    if changed:
        data["dateModified"] = str(changed)
    if isinstance(fields, Notice) and fields.expires:
        data["expires"] = str(fields.expires)
    if isinstance(fields, Knowledge | Lesson) and (source := entry.say("source", language)):
        data["citation"] = source
    if topics := name_topics(shelf, entry, language):
        data["keywords"] = list(topics)
    if isinstance(fields, Slogan):
        data["text"] = page.title
    return data


def _describe_event(entry: Entry, event: Campaign | Activity, language: str) -> dict[str, Any]:
    if isinstance(event, Campaign):
        return {"startDate": str(event.starts), "endDate": str(event.ends)}
    last = event.ends or event.starts
    place = _name("Place", str(entry.say("place", language)))
    return {"startDate": write_moment(event.starts), "endDate": write_moment(last), "location": place}


def write_moment(moment: Instant) -> str:
    """Write a day, or a day and its hour without a zone, as ISO 8601 has it."""
    return str(moment).replace(" ", "T")


def _name(kind: str, name: str) -> Mapping[str, str]:
    return {"@type": kind, "name": name}
