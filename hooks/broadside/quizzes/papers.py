"""A quiz in one language -> its papers to print: A and B without a trace of what is right, and the key to both."""

from __future__ import annotations

import dataclasses
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from broadside.catalog import Catalog, Entry, choose
from broadside.kinds import Question, QuestionPicture, Quiz
from broadside.papers.describing import make_paper
from broadside.papers.faces import VOICES, list_families
from broadside.press.papers import Paper
from broadside.press.photos import name_photo
from broadside.quizzes.mixing import LETTERS, Asked, mix_papers, name_right
from broadside.texts import read_texts

PHOTO_WIDTH_MM, PHOTO_PPI = 50.0, 200
"""Our choices: a quarter of the page's width; what an office printer can show."""


def list_quiz_papers(catalog: Catalog) -> Iterator[Paper]:
    """Yield the papers of every quiz in each of its languages."""
    for entry in catalog.of_kind("quiz"):
        yield from list_papers(catalog, entry)


def list_languages(catalog: Catalog, entry: Entry) -> tuple[str, ...]:
    """Return the languages in which a quiz has its questions, the site's first one before the others."""
    translated = (code for code, each in entry.translations.items() if each.fields.get("questions") is not None)
    return (catalog.language, *translated)


def list_papers(catalog: Catalog, entry: Entry) -> Iterator[Paper]:
    """Yield A, B and the key of a quiz in each of its languages."""
    mixed = mix_papers(entry.id, cast("Quiz", entry.fields))
    for language in list_languages(catalog, entry):
        questions = cast("Sequence[Question]", entry.say("questions", language))
        texts = read_texts(language)["press"]["quiz"]
        for letter, asked in mixed.items():
            told = {
                "letter": letter,
                "head": texts["paper"].format(letter=letter),
                "intro": texts["intro"].format(count=len(asked)),
                "labels": texts["labels"],
                "questions": [_ask(catalog, entry, questions[each.index], each, texts) for each in asked],
            }
            yield _make_paper(catalog, entry, language, f"quiz-{letter.lower()}", "quiz", told)
        told = {
            "letter": "",
            "head": texts["key"],
            "intro": texts["key_intro"],
            "labels": texts["labels"],
            "rows": list(_list_rows(questions, mixed, texts)),
        }
        yield _make_paper(catalog, entry, language, "quiz-key", "quiz-key", told)


def _ask(catalog: Catalog, entry: Entry, question: Question, asked: Asked, texts: Mapping[str, Any]) -> dict[str, Any]:
    """Describe a question as a paper asks it: nothing in it tells what is right."""
    options = [question.answers[number].text for number in asked.answers]
    return {
        "ask": question.ask,
        "how": texts["how"][question.kind],
        "kind": question.kind,
        "options": [[LETTERS[place], words] for place, words in enumerate(options)],
        "verdicts": [texts["verdicts"][verdict] for verdict in ("right", "wrong")] if question.kind == "true-false" else [],
        "picture": _describe_picture(catalog, entry, question.picture) if question.picture else None,
    }


def _describe_picture(catalog: Catalog, entry: Entry, picture: QuestionPicture) -> dict[str, Any]:
    """Describe a picture: the name of a drawing, or a small copy of a photograph."""
    photo: dict[str, Any] = {}
    if picture.photograph:
        place = posixpath.normpath(posixpath.join(posixpath.dirname(entry.path), picture.photograph))
        photo = dataclasses.asdict(name_photo(catalog.settings.root, place, PHOTO_WIDTH_MM, None, PHOTO_PPI))
    return {"draw": picture.draw or "", "photo": photo, "alt": picture.alt, "credit": picture.credit or ""}


def _list_rows(
    questions: Sequence[Question], mixed: Mapping[str, tuple[Asked, ...]], texts: Mapping[str, Any]
) -> Iterator[list[str]]:
    """Yield a row of the key for each question in A's order: its number and right letters in A, the same in B, its words."""
    second = {each.index: (place, each) for place, each in enumerate(mixed["B"], 1)}
    for place, each in enumerate(mixed["A"], 1):
        question, (other_place, other) = questions[each.index], second[each.index]
        yield [
            str(place),
            _say_right(question, each, texts),
            str(other_place),
            _say_right(question, other, texts),
            question.ask,
            question.why,
        ]


def _say_right(question: Question, asked: Asked, texts: Mapping[str, Any]) -> str:
    if question.kind == "true-false":
        return str(texts["verdicts"][question.verdict])
    return name_right(question, asked.answers)


def _make_paper(catalog: Catalog, entry: Entry, language: str, name: str, template: str, told: Mapping[str, Any]) -> Paper:
    tongue, unit = catalog.languages[language], getattr(entry.fields, "unit", None) or catalog.settings.unit
    brand = catalog.brands[unit]
    data = {
        **told,
        "title": str(entry.say("title", language)),
        "language": {"lang": tongue.lang, "region": tongue.region, "script": tongue.script},
        "faces": {voice: list_families(catalog, language, voice) for voice in VOICES},
        "unit": {
            "name": choose(brand.name, language, catalog.language),
            "logo": f"{unit}/{brand.logo}",
            "alt": choose(brand.logo_alt, language, catalog.language),
        },
    }
    return dataclasses.replace(make_paper(catalog, entry, language, name, data), template=f"/papers/{template}.typ")
