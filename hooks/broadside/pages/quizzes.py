"""A quiz -> its page: questions with their answers mixed, what is right, why, and where that is to be read."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from broadside.catalog import Entry
from broadside.kinds import Question, Quiz
from broadside.pages.listing import make_card, make_cards
from broadside.pages.paperfiles import Say, list_paper_racks
from broadside.pages.values import SheetFile, Shelf
from broadside.quizzes.mixing import LETTERS, Asked, mix_page, name_right, sort_steps


def _quiz(entry: Entry) -> Quiz:
    return cast("Quiz", entry.fields)


def view_quiz(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return what a quiz's template shows."""
    questions = cast("Sequence[Question]", entry.say("questions", language))
    translation = entry.translations.get(language)
    is_spoken = translation is not None and translation.fields.get("questions") is not None
    shown = [_show(shelf, entry, questions[asked.index], asked, language) for asked in mix_page(entry.id, _quiz(entry))]
    return {
        "questions": shown,
        "spoken": language if is_spoken else shelf.catalog.language,
        # What was answered is kept under the words that were asked: a question that was changed is asked anew.
        "key": f"{entry.id}:{hashlib.sha256(repr(_quiz(entry).questions).encode()).hexdigest()[:12]}",
        "count": shelf.texts(language)["quiz"]["question_count"].format(count=len(shown)),
        "downloads": tuple(list_paper_racks(shelf, entry, language, _say_papers(shelf, language))),
        "articles": make_cards(shelf, _list_articles(shelf, entry), language),
    }


def _say_papers(shelf: Shelf, language: str) -> Say:
    texts = shelf.texts(language)["quiz"]
    return lambda printed: (texts["papers"][printed.paper.name], texts["print_at"])


def _list_articles(shelf: Shelf, entry: Entry) -> Iterator[Entry]:
    """Yield the articles and lessons that a quiz's answers stand in, each once."""
    for identity in dict.fromkeys(question.see for question in _quiz(entry).questions):
        yield shelf.catalog.entries[identity]


def _show(shelf: Shelf, entry: Entry, question: Question, asked: Asked, language: str) -> Mapping[str, Any]:
    texts = shelf.texts(language)["quiz"]
    options = [
        {"letter": LETTERS[place], "text": answer.text, "value": place, "right": answer.right, "place": answer.place}
        for place, answer in enumerate(question.answers[number] for number in asked.answers)
    ]
    if question.kind == "true-false":
        options = [
            {"letter": "", "text": texts["verdicts"][verdict], "value": place, "right": verdict == question.verdict, "place": None}
            for place, verdict in enumerate(("right", "wrong"))
        ]
        right = [str(texts["verdicts"][question.verdict])]
    elif question.kind == "ordering":
        right = [question.answers[number].text for number in sort_steps(question)]
    else:
        right = [str(option["text"]) for option in options if option["right"]]
    return {
        "number": asked.index + 1,
        "kind": question.kind,
        "how": texts["how"][question.kind],
        "ask": question.ask,
        "options": options,
        "right": right,
        "letters": name_right(question, asked.answers),
        "why": question.why,
        "see": make_card(shelf, shelf.catalog.entries[question.see], language),
        "picture": _find_picture(entry, question),
    }


def _find_picture(entry: Entry, question: Question) -> Mapping[str, str] | None:
    """Return a question's picture: its address on the site, what is to be seen on it, whose it is."""
    picture = question.picture
    if picture is None:
        return None
    if picture.photograph:
        address = posixpath.normpath(posixpath.join(posixpath.dirname(entry.id), picture.photograph))
    else:
        address = name_drawing(str(picture.draw))
    return {"address": address, "alt": picture.alt, "credit": picture.credit or ""}


def list_drawings(shelf: Shelf) -> Iterator[SheetFile]:
    """Yield the press's pictures that questions show."""
    quizzes = (_quiz(entry) for entry in shelf.catalog.of_kind("quiz"))
    pictures = (question.picture for quiz in quizzes for question in quiz.questions)
    for name in sorted({picture.draw for picture in pictures if picture and picture.draw}):
        yield SheetFile(name_drawing(name), shelf.catalog.settings.root / f"posters/parts/pictures/{name}.svg")


def name_drawing(picture: str) -> str:
    """Return where the site serves one of the press's drawn pictures."""
    return f"papers/pictures/{picture}.svg"
