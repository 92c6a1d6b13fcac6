"""One document in one language -> its page: the Markdown of its body and the view its kind's template shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any, cast

from broadside.catalog import Entry, choose
from broadside.kinds import Campaign, Lesson, Notice, Slogan
from broadside.pages.boards import list_board_cards, view_blackboard
from broadside.pages.listing import (
    find_related,
    find_spoken,
    is_expired,
    list_spoken,
    make_card,
    make_cards,
    name_topics,
    say_title,
)
from broadside.pages.sheetfiles import find_picture, list_downloads, list_previews
from broadside.pages.values import Shelf, SitePage

TEMPLATES = {
    "slogan": "slogan.html",
    "notice": "notice.html",
    "knowledge": "article.html",
    "lesson": "lesson.html",
    "campaign": "campaign.html",
    "blackboard": "blackboard.html",
    "page": "main.html",
}
SECTIONS = {
    "slogan": "slogans",
    "notice": "notices",
    "knowledge": "knowledge",
    "lesson": "lessons",
    "campaign": "campaigns",
    "blackboard": "campaigns",
}
"""The kinds that have a section of the site, and its folder."""
BOOSTS = {"knowledge": 2, "campaign": 1.5, "lesson": 1.3, "slogan": 0.7}
"""Our choice: who searches for a danger wants to know what to do, then what happened, and a slogan last."""


def make_document_page(shelf: Shelf, entry: Entry, language: str) -> SitePage:
    """Return the page of ``entry`` in ``language``; where it is not translated the page says so and shows the original."""
    translation = entry.translations.get(language)
    body = translation.body if translation else entry.parsed.body
    spoken = find_spoken(entry, language, shelf.catalog.language)
    summary = str(entry.say("summary", language) or "")
    if isinstance(entry.fields, Slogan):
        body = _write_slogan(shelf, entry, language, body)
    return SitePage(
        address=shelf.address(entry.id, language),
        language=language,
        template=TEMPLATES[entry.kind],
        title=say_title(shelf, entry, language),
        markdown=_write_summary(summary) + body,
        is_folder=entry.name == "index",
        section=SECTIONS.get(entry.kind, ""),
        source=translation.path if translation else entry.path,
        summary=summary,
        spoken=spoken,
        written=language if translation else shelf.catalog.language,
        speaks=list_spoken(shelf, entry),
        newer=entry.find_newer(language),
        is_searchable=spoken == language,
        boost=_weigh(shelf, entry),
        hide=("navigation", *(("toc",) if entry.kind in {"slogan", "blackboard"} else getattr(entry.fields, "hide", ()))),
        alternates={other: shelf.address(entry.id, other) for other in shelf.languages},
        view={"topics": name_topics(shelf, entry, language), **_VIEWS[entry.kind](shelf, entry, language)},
    )


def _weigh(shelf: Shelf, entry: Entry) -> float:
    """Return how much a document counts in search: what is over counts half, the running campaign as much as an article."""
    boost = BOOSTS.get(entry.kind, 1)
    if entry.id == shelf.catalog.campaign.id:
        boost = BOOSTS["knowledge"]
    return boost / 2 if is_expired(shelf, entry) else boost


def _write_summary(summary: str) -> str:
    """Put the summary above the body, as search reads nothing else; the template moves it up to the title."""
    return f'<p class="bs-standfirst">{escape(summary)}</p>\n\n' if summary else ""


def _write_slogan(shelf: Shelf, entry: Entry, language: str, body: str) -> str:
    """Put the words in every other language above the body, each marked with its language, so that search finds them."""
    slogan = cast("Slogan", entry.fields)
    others = [(code, text) for code, text in slogan.text.items() if code != language]
    rows = [
        f"{' '.join(text.split())}\n{{: .bs-words lang={code} dir={shelf.catalog.languages[code].direction} }}\n"
        for code, text in others
    ]
    return "\n".join([*rows, body])


def _view_slogan(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    slogan = cast("Slogan", entry.fields)
    spoken = find_spoken(entry, language, shelf.catalog.language)
    return {
        "words": slogan.text[spoken].strip().splitlines(),
        "previews": list_previews(shelf, entry.name, spoken),
        "others": [
            (code, shelf.catalog.languages[code].name, words, find_picture(shelf, entry.name, code, ("poster", "screen", "banner")))
            for code, words in slogan.text.items()
            if code != spoken
        ],
        "credit": slogan.photo.credit if slogan.photo else None,
        "downloads": list_downloads(shelf, entry.name, language),
        "related": make_cards(shelf, find_related(shelf, entry, ("lesson", "knowledge", "notice")), language),
    }


def _view_notice(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    notice = cast("Notice", entry.fields)
    successor = shelf.successors.get(entry.id)
    older = shelf.catalog.entries[notice.supersedes] if notice.supersedes else None
    folder = entry.id.rsplit("/", 1)[0]
    return {
        "notice": notice,
        "unit": choose(shelf.catalog.brands[notice.unit].name, language, shelf.catalog.language),
        "is_expired": is_expired(shelf, entry),
        "successor": make_card(shelf, successor, language) if successor else None,
        "supersedes": make_card(shelf, older, language) if older else None,
        "attachments": [(f"{folder}/{file}", file) for file in notice.attachments],
        "related": make_cards(shelf, find_related(shelf, entry, ("slogan", "knowledge")), language),
    }


def _view_article(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    return {
        "article": entry.fields,
        "source": entry.say("source", language),
        "related": make_cards(shelf, find_related(shelf, entry, ("lesson", "knowledge")), language),
        "slogans": make_cards(shelf, find_related(shelf, entry, ("slogan",)), language),
    }


def _view_lesson(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    lesson = cast("Lesson", entry.fields)
    return {
        "lesson": lesson,
        "source": entry.say("source", language),
        "closure": entry.say("closure", language),
        "discussion": entry.say("discussion", language),
        "related": make_cards(shelf, find_related(shelf, entry, ("knowledge", "lesson")), language),
        "slogans": make_cards(shelf, find_related(shelf, entry, ("slogan",)), language),
    }


def _view_campaign(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    campaign = cast("Campaign", entry.fields)
    notices = (other for other in shelf.catalog.of_kind("notice") if cast("Notice", other.fields).campaign == entry.name)
    return {
        "campaign": campaign,
        "theme": choose(campaign.theme, language, shelf.catalog.language),
        "key_days": entry.say("key_days", language),
        "plan": entry.say("plan", language),
        "notices": make_cards(shelf, notices, language),
        "boards": list_board_cards(shelf, language, entry.name),
    }


_VIEWS: Mapping[str, Callable[[Shelf, Entry, str], Mapping[str, Any]]] = {
    "slogan": _view_slogan,
    "notice": _view_notice,
    "knowledge": _view_article,
    "lesson": _view_lesson,
    "campaign": _view_campaign,
    "blackboard": view_blackboard,
    "page": lambda _shelf, _entry, _language: {},
}
