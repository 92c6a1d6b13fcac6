"""The pages that no editor writes: the home page, the slogan wall, and the list of each section."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, cast

from broadside.catalog import Entry, choose
from broadside.kinds import Campaign, KeyDay, Knowledge, Lesson, Slogan
from broadside.pages.listing import is_expired, make_cards, say_title, sort_lessons, sort_notices, sort_titles
from broadside.pages.sheetfiles import find_picture
from broadside.pages.values import Group, Shelf, SitePage

SECTION_NAMES = ("slogans", "notices", "knowledge", "lessons", "campaigns")
"""The sections in the order of the tabs."""

HOME_NOTICES, HOME_LESSONS, HOME_SLOGANS = 4, 3, 4
"""Our choices: what fits a desktop's first two screens."""


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
        "filters": {"topic": _list_topics(shelf, entries, language), "carrier": _list_carriers(shelf, language)},
    }


def _list_topics(shelf: Shelf, entries: tuple[Entry, ...], language: str) -> list[tuple[str, str]]:
    used = {topic for entry in entries for topic in getattr(entry.fields, "topics", ())}
    topics = shelf.catalog.topics
    return [(topic, choose(topics[topic].name, language, shelf.catalog.language)) for topic in topics if topic in used]


def _list_carriers(shelf: Shelf, language: str) -> list[tuple[str, str]]:
    groups = dict.fromkeys(carrier.group for carrier in shelf.catalog.carriers.values())
    return [(group, shelf.texts(language)["carrier_groups"][group]) for group in groups]


def _view_notices(shelf: Shelf, language: str) -> Mapping[str, Any]:
    entries = sort_notices(shelf.catalog.of_kind("notice"))
    return {
        "valid": make_cards(shelf, (entry for entry in entries if not is_expired(shelf, entry)), language),
        "expired": make_cards(shelf, (entry for entry in entries if is_expired(shelf, entry)), language),
    }


def _group_by_topic(shelf: Shelf, kind: str, language: str) -> tuple[Group, ...]:
    """Group the documents of a kind by their first topic."""
    entries = sort_titles(shelf, shelf.catalog.of_kind(kind), language)
    groups = []
    for topic, record in shelf.catalog.topics.items():
        inside = [entry for entry in entries if cast("Knowledge | Lesson", entry.fields).topics[0] == topic]
        if inside:
            title = choose(record.name, language, shelf.catalog.language)
            groups.append(Group(topic, title, make_cards(shelf, inside, language)))
    return tuple(groups)


def _view_knowledge(shelf: Shelf, language: str) -> Mapping[str, Any]:
    return {"groups": _group_by_topic(shelf, "knowledge", language)}


def _view_lessons(shelf: Shelf, language: str) -> Mapping[str, Any]:
    entries = tuple(sort_lessons(shelf.catalog.of_kind("lesson")))
    used = {cast("Lesson", entry.fields).severity for entry in entries}
    severities = [(key, name) for key, name in shelf.texts(language)["severities"].items() if key in used]
    return {
        "cards": make_cards(shelf, entries, language),
        "filters": {"topic": _list_topics(shelf, entries, language), "severity": severities},
    }


def _view_campaigns(shelf: Shelf, language: str) -> Mapping[str, Any]:
    entries = sorted(shelf.catalog.of_kind("campaign"), key=lambda entry: cast("Campaign", entry.fields).starts, reverse=True)
    running = shelf.catalog.campaign
    return {"cards": make_cards(shelf, entries, language), "running": shelf.address(running.id, language)}


_SECTION_VIEWS = {
    "slogans": _view_slogans,
    "notices": _view_notices,
    "knowledge": _view_knowledge,
    "lessons": _view_lessons,
    "campaigns": _view_campaigns,
}


def find_slogan_of_the_day(shelf: Shelf) -> Entry | None:
    """Return the day's slogan: the running campaign's slogans by turns, one a day."""
    entries = list_campaign_slogans(shelf)
    return entries[shelf.today.toordinal() % len(entries)] if entries else None


def list_campaign_slogans(shelf: Shelf) -> list[Entry]:
    """Return the slogans of the running campaign, by id; all slogans where it has none."""
    entries = shelf.catalog.of_kind("slogan")
    running = shelf.catalog.settings.campaign
    return [entry for entry in entries if cast("Slogan", entry.fields).campaign == running] or list(entries)


def find_next_key_day(days: tuple[KeyDay, ...], today: datetime.date) -> KeyDay | None:
    """Return the first of ``days`` that is not over."""
    return next((day for day in sorted(days, key=lambda day: day.date) if day.date >= today), None)


def make_home_page(shelf: Shelf, language: str) -> SitePage:
    """Return the home page: the running campaign, the day's slogan, the next key day, notices and lessons."""
    running = shelf.catalog.campaign
    campaign = cast("Campaign", running.fields)
    theme = choose(campaign.theme, language, shelf.catalog.language)
    days = cast("tuple[KeyDay, ...]", running.say("key_days", language))
    notices = [entry for entry in sort_notices(shelf.catalog.of_kind("notice")) if not is_expired(shelf, entry)]
    slogans = list_campaign_slogans(shelf)
    of_the_day = find_slogan_of_the_day(shelf)
    view: dict[str, Any] = {
        "campaign": campaign,
        "campaign_title": say_title(shelf, running, language),
        "campaign_address": shelf.address(running.id, language),
        "theme": theme,
        "hero": _find_hero(shelf, theme, slogans, language),
        "of_the_day": make_cards(shelf, [of_the_day] if of_the_day else [], language),
        "turns": make_cards(shelf, slogans, language),
        "key_days": days,
        "next_key_day": find_next_key_day(days, shelf.today),
        "notices": make_cards(shelf, notices[:HOME_NOTICES], language),
        "lessons": make_cards(shelf, sort_lessons(shelf.catalog.of_kind("lesson"))[:HOME_LESSONS], language),
        "slogans": make_cards(shelf, _pick(slogans, shelf.today.toordinal()), language),
        "today": shelf.today,
    }
    return SitePage(
        address=shelf.address("index", language),
        language=language,
        template="home.html",
        title=shelf.texts(language)["home"],
        markdown="",
        is_folder=True,
        summary=str(running.say("summary", language) or ""),
        is_searchable=False,
        hide=("toc", "navigation"),
        alternates={other: shelf.address("index", other) for other in shelf.languages},
        view=view,
    )


def _pick(slogans: list[Entry], turn: int) -> list[Entry]:
    """Return a few slogans, others each day, none of them the day's own."""
    return [slogans[(turn + 1 + step * 3) % len(slogans)] for step in range(min(HOME_SLOGANS, len(slogans) - 1))]


def _find_hero(shelf: Shelf, theme: str, slogans: list[Entry], language: str) -> Any:
    """Return the banner of the slogan that says the theme, else any banner of the campaign."""

    def says(entry: Entry) -> bool:
        return choose(cast("Slogan", entry.fields).text, language, shelf.catalog.language).split() == theme.split()

    for entry in sorted(slogans, key=lambda entry: not says(entry)):
        picture = find_picture(shelf, entry.name, language, ("banner",), "preview")
        if picture and "banner" in picture.address:
            return {"picture": picture, "address": shelf.address(entry.id, language)}
    return None
