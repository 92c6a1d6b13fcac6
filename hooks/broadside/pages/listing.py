"""Documents -> cards, and which documents belong together."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from broadside.catalog import Entry, choose
from broadside.kinds import (
    Activity,
    Campaign,
    Checklist,
    Document,
    Drill,
    Knowledge,
    Lesson,
    Material,
    Notice,
    Quiz,
    Report,
    Responsibility,
    Script,
    Slogan,
    Work,
)
from broadside.pages.sheetfiles import find_picture
from broadside.pages.values import Card, Shelf
from broadside.papers.describing import read_body
from broadside.papers.speaking import read_script, write_clock

RELATED_MOST = 6
"""Our choice: as many as stand beside an article without a scroll."""


def say_title(shelf: Shelf, entry: Entry, language: str) -> str:
    """Return a document's title in ``language``; a slogan's words are its title."""
    if isinstance(entry.fields, Slogan):
        return " ".join(choose(entry.fields.text, language, shelf.catalog.language).split())
    title = entry.say("title", language)
    return str(title) if title else entry.name.replace("-", " ").capitalize()


def name_topics(shelf: Shelf, entry: Entry, language: str) -> tuple[str, ...]:
    """Return the names of a document's topics in ``language``."""
    topics = getattr(entry.fields, "topics", ())
    return tuple(choose(shelf.catalog.topics[topic].name, language, shelf.catalog.language) for topic in topics)


def find_spoken(entry: Entry, language: str, default: str) -> str:
    """Return the language in which a reader of ``language`` meets a document's title; a slogan's words are its title."""
    if isinstance(entry.fields, Slogan):
        return next(code for code in (language, default, *entry.fields.text) if code in entry.fields.text)
    return language if language in entry.translations else default


def list_spoken(shelf: Shelf, entry: Entry) -> tuple[str, ...]:
    """Return those of the site's languages that a document is in."""
    return tuple(code for code in shelf.languages if find_spoken(entry, code, shelf.catalog.language) == code)


def make_card(shelf: Shelf, entry: Entry, language: str) -> Card:
    """Show ``entry`` as it stands in a list of ``language``."""
    return entry.recall.ask(("card", language), shelf.around, functools.partial(_make_card, shelf, entry, language))


def _make_card(shelf: Shelf, entry: Entry, language: str) -> Card:
    fields = entry.fields
    texts = shelf.texts(language)
    picture = find_picture(shelf, entry.name, language, ("poster", "screen", "banner")) if isinstance(fields, Slogan) else None
    day = fields.date if isinstance(fields, Notice | Lesson) else None
    return Card(
        title=say_title(shelf, entry, language),
        address=shelf.address(entry.id, language),
        language=find_spoken(entry, language, shelf.catalog.language),
        summary=str(entry.say("summary", language) or ""),
        kind=entry.kind,
        picture=picture,
        facts=_list_facts(shelf, entry, language),
        tags=fields.topics if isinstance(fields, Material) else (),
        carriers=_list_groups(shelf, entry),
        severity=texts["severities"][fields.severity] if isinstance(fields, Lesson) else "",
        severity_id=fields.severity if isinstance(fields, Lesson) else "",
        day=day,
        is_pinned=isinstance(fields, Notice) and fields.pinned,
        validity=shelf.find_validity(entry),
        is_expired=shelf.is_expired(entry),
    )


def _list_facts(shelf: Shelf, entry: Entry, language: str) -> tuple[str, ...]:
    fields = entry.fields
    texts = shelf.texts(language)
    facts: list[str] = list(filter(None, [entry.say("answered_by", language)]))
    if isinstance(fields, Notice):
        facts = [fields.date.isoformat(), choose(shelf.catalog.brands[fields.unit].name, language, shelf.catalog.language)]
    elif isinstance(fields, Lesson):
        facts = [texts["severities"][fields.severity], texts["bases"][fields.basis]]
    elif isinstance(fields, Knowledge):
        facts = [texts["article_kinds"][fields.kind]]
    elif isinstance(fields, Activity):
        facts = [str(fields.starts), texts["activity"]["sorts"][fields.sort], str(entry.say("place", language))]
    elif isinstance(fields, Script):
        seconds = read_script(*read_body(entry, language)[1:]).seconds
        facts = [write_clock(seconds), *(texts["script"]["slots"][each] for each in fields.when)]
    elif isinstance(fields, Work):
        facts = [texts["work"]["media"][fields.medium]]
    elif isinstance(fields, Report):
        facts = [fields.date.isoformat(), *([texts["report"]["example"]] if fields.example else [])]
    elif isinstance(fields, Campaign):
        facts = [f"{fields.starts.isoformat()} – {fields.ends.isoformat()}"]
    return (*facts, *_count_parts(fields, texts), *name_topics(shelf, entry, language))


def _count_parts(fields: Document, texts: Mapping[str, Any]) -> Iterator[str]:
    """Yield how many parts a document has that is made of them."""
    if isinstance(fields, Checklist):
        yield texts["checklist"]["items"].format(count=sum(len(group.items) for group in fields.groups))
    elif isinstance(fields, Drill):
        yield texts["drill"]["steps"].format(count=len(fields.timeline), minutes=fields.timeline[-1].minute)
    elif isinstance(fields, Responsibility):
        yield texts["responsibility"]["posts"].format(count=len(fields.posts))
    elif isinstance(fields, Quiz):
        yield texts["quiz"]["question_count"].format(count=len(fields.questions))


def _list_groups(shelf: Shelf, entry: Entry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(printed.sheet.carrier.group for printed in shelf.printed.get(entry.name, ())))


def find_related(shelf: Shelf, entry: Entry, kinds: Sequence[str], most: int = RELATED_MOST) -> tuple[Entry, ...]:
    """Return documents that belong to ``entry``: those that it names or that name it, then those that share its topics."""
    return tuple(shelf.catalog.entries[identity] for identity in shelf.relations.find(entry, kinds, most))


def list_topics(shelf: Shelf, entries: Iterable[Entry], language: str) -> list[tuple[str, str]]:
    """Return the topics that ``entries`` have, in the order of the controlled list: their ids and names."""
    used = {topic for entry in entries for topic in getattr(entry.fields, "topics", ())}
    topics = shelf.catalog.topics
    return [(topic, choose(topics[topic].name, language, shelf.catalog.language)) for topic in topics if topic in used]


def make_cards(shelf: Shelf, entries: Iterable[Entry], language: str) -> tuple[Card, ...]:
    """Show each of ``entries`` as a card."""
    return tuple(make_card(shelf, entry, language) for entry in entries)


def sort_notices(entries: Iterable[Entry]) -> list[Entry]:
    """Return notices newest first, pinned ones before all."""

    def rank(entry: Entry) -> tuple[bool, int, str]:
        fields = cast("Notice", entry.fields)
        return not fields.pinned, -fields.date.toordinal(), entry.id

    return sorted(entries, key=rank)


def sort_lessons(entries: Iterable[Entry]) -> list[Entry]:
    """Return lessons newest first, by the day of the event."""
    return sorted(entries, key=lambda entry: (-cast("Lesson", entry.fields).date.toordinal(), entry.id))


def sort_titles(shelf: Shelf, entries: Iterable[Entry], language: str) -> list[Entry]:
    """Return documents by title in ``language``."""
    return sorted(entries, key=lambda entry: say_title(shelf, entry, language).casefold())
