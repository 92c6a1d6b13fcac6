"""The running campaign and what is new -> the home page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from broadside.catalog import Entry, choose
from broadside.kinds import Campaign, Lesson
from broadside.pages.boards import list_board_cards
from broadside.pages.calendar import make_calendar
from broadside.pages.campaigns import list_campaign_slogans
from broadside.pages.coming import find_next, list_coming
from broadside.pages.days import find_change
from broadside.pages.gallery import show_design
from broadside.pages.listing import make_card, make_cards, say_title, sort_lessons, sort_notices
from broadside.pages.sheetfiles import find_picture
from broadside.pages.values import Card, Picture, Shelf, SitePage

HOME_NOTICES, HOME_SLOGANS, HOME_NEWS = 4, 4, 6
"""Our choices: what fits a desktop's first two screens."""
NEWS_OF_A_KIND = 3
"""Our choice: a review of all articles in one week must not push everything else off the page."""
DAYS_A_WEEK = 7


def find_slogan_of_the_day(shelf: Shelf) -> Entry | None:
    """Return the day's slogan: the running campaign's slogans by turns, one a day."""
    entries = list_campaign_slogans(shelf)
    return entries[shelf.today.toordinal() % len(entries)] if entries else None


def make_home_page(shelf: Shelf, language: str) -> SitePage:
    """Return the home page: the running campaign, its days, the day's slogan, notices, what is new, what there is to put up."""
    running = shelf.catalog.campaign
    campaign = cast("Campaign", running.fields)
    coming = list_coming(shelf, running, language)
    slogans = list_campaign_slogans(shelf)
    of_the_day = find_slogan_of_the_day(shelf)
    view: dict[str, Any] = {
        "campaign": campaign,
        "campaign_title": say_title(shelf, running, language),
        "campaign_address": shelf.address(running.id, language),
        "theme": choose(campaign.theme, language, shelf.catalog.language),
        "turns": [_make_turn(shelf, entry, language) for entry in slogans],
        "of_the_day": _make_turn(shelf, of_the_day, language) if of_the_day else None,
        "coming": coming,
        "next": find_next(coming, shelf.today),
        "months": make_calendar(shelf, language),
        "notices": make_cards(shelf, _list_notices(shelf), language),
        "most_notices": HOME_NOTICES,
        "ending": _list_ending(shelf, language),
        "news": list_news(shelf, language),
        "question": _ask_of_the_week(shelf, language),
        "slogans": make_cards(shelf, _pick(slogans, shelf.today.toordinal()), language),
        "doors": tuple(_list_doors(shelf, slogans, language)),
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


def _make_turn(shelf: Shelf, entry: Entry, language: str) -> tuple[Card, Picture | None]:
    """Return a slogan's card, and its picture once more for screens with two points a pixel."""
    return make_card(shelf, entry, language), find_picture(shelf, entry.name, language, ("poster", "screen", "banner"), "preview")


def _list_notices(shelf: Shelf) -> list[Entry]:
    """Return the notices that are in force or coming, the pinned ones and the newest first."""
    return [entry for entry in sort_notices(shelf.catalog.of_kind("notice")) if not shelf.is_expired(entry)]


def _list_ending(shelf: Shelf, language: str) -> list[Card]:
    """Return the notices that have a last day, the nearest first; the reader's clock says which of them end soon."""
    cards = make_cards(shelf, _list_notices(shelf), language)
    ending = [(card.validity.ends, card.address, card) for card in cards if card.validity and card.validity.ends]
    return [card for _, _, card in sorted(ending, key=lambda each: each[:2])]


def list_news(shelf: Shelf, language: str) -> tuple[tuple[datetime.date, Card], ...]:
    """Return the newest documents of all kinds with the day on which they changed, as they state it; slogans state none."""
    changes = ((find_change(shelf.catalog, entry), entry) for entry in shelf.catalog.entries.values() if entry.kind != "page")
    dated = [(day, entry) for day, entry in changes if day and day <= shelf.today and not shelf.is_expired(entry)]
    counts: dict[str, int] = {}
    news = []
    for day, entry in sorted(dated, key=lambda each: (-each[0].toordinal(), each[1].id)):
        counts[entry.kind] = counts.get(entry.kind, 0) + 1
        if counts[entry.kind] <= NEWS_OF_A_KIND:
            news.append((day, make_card(shelf, entry, language)))
    return tuple(news[:HOME_NEWS])


def _ask_of_the_week(shelf: Shelf, language: str) -> Mapping[str, Any] | None:
    """Return a lesson and one of its questions to talk about, another lesson each week."""
    lessons = [entry for entry in sort_lessons(shelf.catalog.of_kind("lesson")) if cast("Lesson", entry.fields).discussion]
    if not lessons:
        return None
    week = shelf.today.toordinal() // DAYS_A_WEEK
    entry = lessons[week % len(lessons)]
    questions = cast("Sequence[str]", entry.say("discussion", language))
    return {"words": questions[week // len(lessons) % len(questions)], "card": make_card(shelf, entry, language)}


def _list_doors(shelf: Shelf, slogans: list[Entry], language: str) -> Iterator[Mapping[str, Any]]:
    """Yield the ways to what can be put up or shown: the designs, the screens, the newest blackboard newspaper."""
    texts = shelf.texts(language)
    if shelf.samples:
        picture = show_design(shelf, next(iter(shelf.samples)), language)["picture"]
        yield _make_door(shelf, "designs/index", texts["gallery"], language, picture)
    screens = (find_picture(shelf, entry.name, language, ("screen",)) for entry in slogans)
    picture = next((each for each in screens if each and each.width > each.height), None)
    yield _make_door(shelf, "signage/index", texts["signage"], language, picture)
    boards = list_board_cards(shelf, language)
    yield {**_make_door(shelf, "blackboards/index", texts["blackboard"], language, None), "board": boards[0] if boards else None}


def _make_door(shelf: Shelf, identity: str, texts: Mapping[str, Any], language: str, picture: Picture | None) -> Mapping[str, Any]:
    return {
        "title": texts["title"],
        "summary": texts["summary"],
        "address": shelf.address(identity, language),
        "picture": picture,
        "board": None,
    }


def _pick(slogans: list[Entry], turn: int) -> list[Entry]:
    """Return a few slogans, others each day, none of them the day's own."""
    return [slogans[(turn + 1 + step * 3) % len(slogans)] for step in range(min(HOME_SLOGANS, len(slogans) - 1))]
