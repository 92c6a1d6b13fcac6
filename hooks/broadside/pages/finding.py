"""Pages as the site shows them -> what the search index is made from: words, facts, and how these read in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import cast

from broadside.catalog import Entry, choose
from broadside.kinds import (
    Activity,
    AgendaRow,
    Campaign,
    KeyDay,
    Knowledge,
    Lesson,
    Notice,
    Question,
    Quiz,
    Script,
    Slogan,
    Task,
)
from broadside.pages import checklists, drills, reports, responsibilities, works
from broadside.pages.boards import list_board_cards
from broadside.pages.listing import make_card, name_topics, say_title
from broadside.pages.values import Picture, Shelf, SitePage
from broadside.search import Extract, Facts, Index, KeptIndex, Names, SearchPage, extract_page, make_index

BOOSTS = {
    "knowledge": 1.35,
    "lesson": 1.15,
    "faq": 0.95,
    "campaign": 0.8,
    **dict.fromkeys(("drill", "checklist", "responsibility", "activity", "report"), 0.7),
    **dict.fromkeys(("script", "work", "page"), 0.5),
}
"""Our choice: who searches for a danger wants to know what to do, then what happened, and a slogan last; the pages for editors
are for few readers. The running campaign counts as an article; one that is over is an archive."""
FAMILY = 1.0
"""What is written for the family comes after what is written for the workplace."""


def make_site_index(shelf: Shelf, extracts: Iterable[Extract], before: KeptIndex | None = None) -> Index:
    """Return the search index, made from what it keeps of each page; ``before`` is what the one left that stands."""
    names = {language: _list_names(shelf, language) for language in shelf.languages}
    return make_index(tuple(extracts), names, shelf.catalog.synonyms, before)


def extract_found(shelf: Shelf, page: SitePage, html: str) -> Extract | None:
    """Return what the index keeps of a page and its rendered HTML; nothing of one that is not searched."""
    found = describe_found(shelf, page, html)
    return extract_page(found) if found else None


def describe_found(shelf: Shelf, page: SitePage, html: str) -> SearchPage | None:
    """Return what search knows of a page; one that shows no document has only its words, one that is not searched nothing."""
    entry = shelf.documents.get(page.address)
    if not page.is_searchable:
        return None
    if entry is None:
        return SearchPage(page.address, page.title, html, Facts(page.language, "page", boost=BOOSTS["page"]))
    fields = entry.fields
    running = entry.id == shelf.catalog.campaign.id
    validity = shelf.find_validity(entry)
    facts = Facts(
        language=page.language,
        kind=entry.kind,
        topics=tuple(getattr(fields, "topics", ())),
        campaign=getattr(fields, "campaign", None) or "",
        boost=BOOSTS["knowledge"] if running else _weigh(entry),
        expires=validity.ends if validity else None,
    )
    tags = (*name_topics(shelf, entry, page.language), *_list_tags(shelf, entry, page.language))
    found = _find_picture(shelf, entry, page.language)
    picture = (found.address, found.width, found.height) if found else None
    extra = " \n".join(each for each in _list_extra(shelf, entry, page.language) if each)
    return SearchPage(page.address, page.title, html, facts, tags, extra, entry.id, picture)


def _weigh(entry: Entry) -> float:
    if isinstance(entry.fields, Knowledge) and entry.fields.kind == "family":
        return FAMILY
    return BOOSTS.get(entry.kind, 1)


def _find_picture(shelf: Shelf, entry: Entry, language: str) -> Picture | None:
    if entry.kind == "blackboard":
        address = shelf.address(entry.id, language)
        return next((card.picture for card in list_board_cards(shelf, language) if card.address == address), None)
    return make_card(shelf, entry, language).picture


NAMED = frozenset({"quiz", "faq", "report", "drill", "responsibility", "checklist"})
"""The kinds that a reader asks for by their name."""


def _list_tags(shelf: Shelf, entry: Entry, language: str) -> Iterator[str]:
    """Yield what a document is called beside its topics: how a case ended, what sort of article it is."""
    texts = shelf.texts(language)
    if isinstance(entry.fields, Lesson):
        yield texts["severities"][entry.fields.severity]
    if isinstance(entry.fields, Activity):
        yield texts["activity"]["sorts"][entry.fields.sort]
    if isinstance(entry.fields, Knowledge):
        yield texts["article_kinds"][entry.fields.kind]
    if entry.kind in NAMED:
        yield texts["finding"]["kinds"][entry.kind]
    if entry.kind == "drill":
        yield from (texts["printables"]["papers"][paper] for paper in ("emergency-card-a6", "assembly-sign-a4"))
    if isinstance(entry.fields, Script):
        yield texts["finding"]["kinds"]["script"]
        yield from (texts["script"]["slots"][each] for each in entry.fields.when)


def _list_extra(shelf: Shelf, entry: Entry, language: str) -> Iterator[str]:
    """Yield what the page's template shows of the fields and not of the body."""
    fields, texts = entry.fields, shelf.texts(language)
    yield str(entry.say("source", language) or "")
    yield from cast("Sequence[str]", entry.say("voices", language) or ())
    yield from OWN_WORDS.get(entry.kind, _say_nothing)(entry, language)
    yield str(entry.say("answered_by", language) or "")
    if isinstance(fields, Notice):
        yield fields.number or ""
        yield choose(shelf.catalog.brands[fields.unit].name, language, shelf.catalog.language)
        yield from fields.attachments
    elif isinstance(fields, Lesson):
        closure = entry.say("closure", language)
        parts = closure if isinstance(closure, Mapping) else closure.model_dump()
        yield from (f"{texts['closure'][part]}. {words}" for part, words in parts.items())
        yield from cast("Sequence[str]", entry.say("discussion", language) or ())
    elif isinstance(fields, Campaign):
        yield choose(fields.theme, language, shelf.catalog.language)
        for day in cast("Sequence[KeyDay]", entry.say("key_days", language) or ()):
            yield f"{day.title} {day.what or ''}"
        for task in cast("Sequence[Task]", entry.say("plan", language) or ()):
            yield f"{task.task} {task.owner} {task.deliverable or ''}"
    elif isinstance(fields, Activity):
        yield from (str(entry.say(field, language) or "") for field in ("place", "lead", "outcome"))
        yield from cast("Sequence[str]", entry.say("bring", language))
        for row in cast("Sequence[AgendaRow]", entry.say("agenda", language)):
            yield f"{row.what} {row.who or ''}"
    elif isinstance(fields, Quiz):
        # What is asked and no more: an excerpt must not give an answer away.
        yield from (question.ask for question in cast("Sequence[Question]", entry.say("questions", language)))
    elif isinstance(fields, Slogan):
        yield fields.photo.credit if fields.photo and fields.photo.credit else ""


def _say_nothing(_entry: Entry, _language: str) -> Iterator[str]:
    yield from ()


OWN_WORDS: Mapping[str, Callable[[Entry, str], Iterator[str]]] = {
    "responsibility": responsibilities.list_words,
    "checklist": checklists.list_words,
    "drill": drills.list_words,
    "work": works.list_words,
    "report": reports.list_words,
}
"""The kinds whose module says what its template shows of the fields."""


def _list_names(shelf: Shelf, language: str) -> Names:
    """Return how every id that pages can be narrowed by reads in ``language``."""
    texts, default = shelf.texts(language), shelf.catalog.language
    return Names(
        kind=texts["finding"]["kinds"],
        topic={topic: choose(record.name, language, default) for topic, record in shelf.catalog.topics.items()},
        language={code: texts["language_names"][code] for code in shelf.languages},
        campaign={entry.name: say_title(shelf, entry, language) for entry in shelf.catalog.of_kind("campaign")},
    )
