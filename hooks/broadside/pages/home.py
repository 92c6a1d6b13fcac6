"""The running campaign and what is new -> the home page."""

from __future__ import annotations

from typing import Any, cast

from broadside.catalog import Entry, choose
from broadside.kinds import Campaign, KeyDay, Slogan
from broadside.pages.campaigns import find_next_key_day, list_campaign_slogans
from broadside.pages.listing import make_cards, say_title, sort_lessons, sort_notices
from broadside.pages.sheetfiles import find_picture
from broadside.pages.values import Shelf, SitePage

HOME_NOTICES, HOME_LESSONS, HOME_SLOGANS = 4, 3, 4
"""Our choices: what fits a desktop's first two screens."""


def find_slogan_of_the_day(shelf: Shelf) -> Entry | None:
    """Return the day's slogan: the running campaign's slogans by turns, one a day."""
    entries = list_campaign_slogans(shelf)
    return entries[shelf.today.toordinal() % len(entries)] if entries else None


def make_home_page(shelf: Shelf, language: str) -> SitePage:
    """Return the home page: the running campaign, the day's slogan, the next key day, notices and lessons."""
    running = shelf.catalog.campaign
    campaign = cast("Campaign", running.fields)
    theme = choose(campaign.theme, language, shelf.catalog.language)
    days = cast("tuple[KeyDay, ...]", running.say("key_days", language))
    notices = [entry for entry in sort_notices(shelf.catalog.of_kind("notice")) if not shelf.is_expired(entry)]
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
