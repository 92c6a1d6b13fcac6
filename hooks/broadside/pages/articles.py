"""Articles and lessons -> their lists and pages: what to do first, what happened, and what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

from broadside.catalog import Entry, choose
from broadside.kinds import Knowledge, Lesson
from broadside.pages.films import show_film
from broadside.pages.listing import find_related, list_topics, make_cards, sort_lessons, sort_titles
from broadside.pages.values import Card, Group, Shelf
from broadside.papers.signs import view_signs

RELATED_MOST = {"checklist": 2, "drill": 2, "knowledge": 4, "lesson": 3, "notice": 3, "quiz": 2, "faq": 3, "slogan": 6}
"""Our choices: what stands beside an article without a scroll, and a row of posters."""
HEADING = re.compile(r"^## +\S.*$", re.MULTILINE)
STEPS = re.compile(r"\s*1\. ")


def view_knowledge(shelf: Shelf, language: str) -> Mapping[str, Any]:
    """Return what the list of articles shows: a group a topic, by the first topic of each."""
    entries = sort_titles(shelf, shelf.catalog.of_kind("knowledge"), language)
    groups = []
    for topic, record in shelf.catalog.topics.items():
        inside = [entry for entry in entries if cast("Knowledge", entry.fields).topics[0] == topic]
        if inside:
            title = choose(record.name, language, shelf.catalog.language)
            groups.append(Group(topic, title, make_cards(shelf, inside, language)))
    return {"groups": tuple(groups)}


def view_lessons(shelf: Shelf, language: str) -> Mapping[str, Any]:
    """Return what the list of lessons shows: the newest event first, and the filters above it."""
    entries = tuple(sort_lessons(shelf.catalog.of_kind("lesson")))
    used = {cast("Lesson", entry.fields).severity for entry in entries}
    severities = [(key, name) for key, name in shelf.texts(language)["severities"].items() if key in used]
    return {
        "cards": make_cards(shelf, entries, language),
        "filters": {"topic": list_topics(shelf, entries, language), "severity": severities},
    }


def view_article(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return what an article's template shows."""
    return {
        "article": entry.fields,
        "signs": view_signs(shelf.texts(language)["signs"]) if cast("Knowledge", entry.fields).reference == "signs" else None,
        "source": entry.say("source", language),
        "related": list_related(shelf, entry, ("checklist", "drill", "quiz", "faq", "lesson", "knowledge", "notice"), language),
        "slogans": _find_cards(shelf, entry, "slogan", language),
    }


def view_lesson(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return what a lesson's template shows."""
    return {
        "lesson": entry.fields,
        "film": show_film(shelf, entry, language),
        "source": entry.say("source", language),
        "closure": entry.say("closure", language),
        "discussion": entry.say("discussion", language),
        "related": list_related(shelf, entry, ("checklist", "drill", "quiz", "faq", "knowledge", "lesson", "notice"), language),
        "slogans": _find_cards(shelf, entry, "slogan", language),
    }


def list_related(shelf: Shelf, entry: Entry, kinds: tuple[str, ...], language: str) -> tuple[Group, ...]:
    """Return the documents that belong to ``entry``, a group a kind, without the kinds that have none."""
    names = shelf.texts(language)["document"]["kinds"]
    groups = (Group(f"related-{kind}", names[kind], _find_cards(shelf, entry, kind, language)) for kind in kinds)
    return tuple(group for group in groups if group.cards)


def _find_cards(shelf: Shelf, entry: Entry, kind: str, language: str) -> tuple[Card, ...]:
    return make_cards(shelf, find_related(shelf, entry, (kind,), RELATED_MOST[kind]), language)


def mark_first_steps(body: str) -> str:
    """Put the first section of an article into a box of its own where it is a list of steps: what to do first.

    Any other body is returned as it is.
    """
    first = HEADING.search(body)
    if first is None or body[: first.start()].strip() or not STEPS.match(body, first.end()):
        return body
    following = HEADING.search(body, first.end())
    end = following.start() if following else len(body)
    return f'<div class="bs-first" markdown="1">\n\n{body[first.start() : end].strip()}\n\n</div>\n\n{body[end:]}'
