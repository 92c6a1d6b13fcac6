"""Catalog and the day -> what a safety officer still has to see to: what is missing, overdue, about to end or behind."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from broadside.catalog import Catalog, Entry, choose
from broadside.catalog.data import Form
from broadside.kinds import Activity, Blackboard, Knowledge, Material, Quiz, Slogan
from broadside.pages.feeds import name_unit
from broadside.pages.listing import find_spoken, say_title
from broadside.pages.values import Shelf

ON_A_SCREEN = frozenset({"screen", "preview", "thumbnail"})
PRINTED = frozenset(get_args(Form)) - ON_A_SCREEN
"""The forms of a sheet that become paper, film or cloth."""
TOPICS_FILE = "docs/topics.yml"


@dataclass(frozen=True)
class Gap:
    """One thing to see to: its title and that title's language, its page, the file to change, and in words what is wrong.

    ``begins`` is the kind of the document that would close the gap, where another one is needed; a file with ``path`` empty has
    nothing to change in it.
    """

    title: str
    language: str
    address: str
    path: str
    says: str = ""
    begins: str = ""


def list_gaps(shelf: Shelf, language: str) -> Mapping[str, tuple[Gap, ...]]:
    """Return the gaps by their matter, all matters, in the order in which they are read; in the words of ``language``."""
    if language not in shelf.gaps:
        shelf.gaps[language] = {matter: tuple(find(shelf, language)) for matter, find in _FINDERS.items()}
    return shelf.gaps[language]


def _show(shelf: Shelf, entry: Entry, language: str, says: str = "", begins: str = "") -> Gap:
    spoken = find_spoken(entry, language, shelf.catalog.language)
    return Gap(say_title(shelf, entry, language), spoken, shelf.address(entry.id, language), entry.path, says, begins)


def _find_unprinted(shelf: Shelf, language: str) -> Iterator[Gap]:
    """Yield the slogans that no carrier puts on paper."""
    for entry in shelf.catalog.of_kind("slogan"):
        if isinstance(entry.fields, Slogan) and not _is_printed(shelf.catalog, entry.fields):
            yield _show(shelf, entry, language, ", ".join(entry.fields.carriers))


def _is_printed(catalog: Catalog, slogan: Slogan) -> bool:
    asked = set(slogan.carriers)
    return any(asked & {name, each.group} and PRINTED & set(each.files) for name, each in catalog.carriers.items())


def _find_unasked(shelf: Shelf, language: str) -> Iterator[Gap]:
    """Yield the lessons that no question of a quiz leads to."""
    quizzes = (entry.fields for entry in shelf.catalog.of_kind("quiz"))
    asked = {question.see for quiz in quizzes if isinstance(quiz, Quiz) for question in quiz.questions}
    for entry in shelf.catalog.of_kind("lesson"):
        if entry.id not in asked:
            yield _show(shelf, entry, language, begins="quiz")


def _find_unexplained(shelf: Shelf, language: str) -> Iterator[Gap]:
    """Yield the topics of the controlled list that no article explains."""
    articles = (entry.fields for entry in shelf.catalog.of_kind("knowledge"))
    explained = {topic for article in articles if isinstance(article, Knowledge) for topic in article.topics}
    address = shelf.address("knowledge/index", language)
    for topic, record in shelf.catalog.topics.items():
        if topic not in explained:
            name = choose(record.name, language, shelf.catalog.language)
            yield Gap(name, language if language in record.name else "", address, TOPICS_FILE, topic, "knowledge")


def _find_overdue(shelf: Shelf, language: str) -> Iterator[Gap]:
    """Yield the articles whose day of review is over, the longest overdue first."""
    dated = [
        (entry.fields.review_by, entry)
        for entry in shelf.catalog.of_kind("knowledge")
        if isinstance(entry.fields, Knowledge) and entry.fields.review_by and entry.fields.review_by < shelf.today
    ]
    for day, entry in sorted(dated, key=lambda each: (each[0], each[1].id)):
        yield _show(shelf, entry, language, _say_day(shelf, language, "due", day))


def _find_ending(shelf: Shelf, language: str) -> Iterator[Gap]:
    """Yield the notices that are in force and end soon, the nearest first: by their own day, or because another one follows."""
    dated = [
        (validity.ends, entry)
        for entry in shelf.catalog.of_kind("notice")
        if (validity := shelf.find_validity(entry)) and validity.ends and "soon" in validity.list_states(shelf.today)
    ]
    for day, entry in sorted(dated, key=lambda each: (each[0], each[1].id)):
        yield _show(shelf, entry, language, _say_day(shelf, language, "ends", day))


def _find_behind(shelf: Shelf, language: str) -> Iterator[Gap]:
    """Yield the translations whose original was revised after them, each by its own file."""
    for entry in shelf.catalog.entries.values():
        for into in shelf.languages[1:]:
            newer = entry.find_newer(into)
            if newer is not None:
                gap = _show(shelf, entry, language, _say_day(shelf, language, "revised", newer, into))
                yield Gap(gap.title, gap.language, shelf.address(entry.id, into), entry.translations[into].path, gap.says)


def _find_untranslated(shelf: Shelf, language: str) -> Iterator[Gap]:
    """Yield the material that is not in all of the site's languages; blackboards and plain pages have words of their own."""
    for entry in shelf.catalog.entries.values():
        if not isinstance(entry.fields, Material) or isinstance(entry.fields, Blackboard):
            continue
        spoken = entry.fields.text if isinstance(entry.fields, Slogan) else {shelf.catalog.language, *entry.translations}
        missing = [each for each in shelf.languages if each not in spoken]
        if missing:
            yield _show(shelf, entry, language, ", ".join(shelf.catalog.languages[each].name for each in missing))


def _find_unit_without(shelf: Shelf, language: str) -> Iterator[Gap]:
    """Yield the units that issue no document."""
    issuing = {name_unit(shelf, entry) for entry in shelf.catalog.entries.values() if isinstance(entry.fields, Material)}
    for name, brand in shelf.catalog.brands.items():
        if name not in issuing:
            said = choose(brand.name, language, shelf.catalog.language)
            home, spoken = shelf.address("index", language), language if language in brand.name else ""
            yield Gap(said, spoken, home, f"posters/brands/{name}/brand.yml", name, "notice")


def _find_untold(shelf: Shelf, language: str) -> Iterator[Gap]:
    """Yield the activities that are over and do not say what came of them, which the month's report is written from."""
    for entry in shelf.catalog.of_kind("activity"):
        activity = entry.fields
        if isinstance(activity, Activity) and activity.last < shelf.today:
            missing = [field for field in ("head_count", "outcome") if getattr(activity, field) is None]
            if missing:
                words = shelf.texts(language)["coverage"]["untold"]
                named = words["and"].join(words[field] for field in missing)
                yield _show(shelf, entry, language, words["since"].format(day=activity.last, missing=named))


def _say_day(shelf: Shelf, language: str, key: str, day: datetime.date, into: str = "") -> str:
    name = shelf.catalog.languages[into].name if into else ""
    return str(shelf.texts(language)["coverage"]["says"][key].format(day=day, language=name))


_FINDERS = {
    "ending": _find_ending,
    "overdue": _find_overdue,
    "behind": _find_behind,
    "untold": _find_untold,
    "unprinted": _find_unprinted,
    "unasked": _find_unasked,
    "unexplained": _find_unexplained,
    "untranslated": _find_untranslated,
    "units": _find_unit_without,
}
"""What finds each matter: first what has a day, then what is missing."""
