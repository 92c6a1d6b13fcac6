"""A quiz -> its characters that no font of the site has: on a paper they would be blanks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from broadside.catalog import Catalog, Entry
from broadside.fonts import find_missing
from broadside.frontmatter import Path
from broadside.kinds import Question
from broadside.papers.faces import list_faces
from broadside.problems import Problem, make_problem
from broadside.quizzes.papers import list_languages
from broadside.sheets.wording import name_letters


def check_quiz(catalog: Catalog, entry: Entry) -> Iterator[Problem]:
    """Report each text of a quiz that has such a character, in each of its languages."""
    for language in list_languages(catalog, entry):
        yield from _check(catalog, entry, language)


def _check(catalog: Catalog, entry: Entry, language: str) -> Iterator[Problem]:
    faces, translation = list_faces(catalog, language, "text"), entry.translations.get(language)
    path, parsed = (translation.path, translation.parsed) if translation else (entry.path, entry.parsed)
    texts = dict(_list_texts(entry, language))
    # All at once first: of most quizzes no character is missing, and a font is asked for each of them once.
    if not find_missing("".join(sorted(set("".join(texts.values())))), faces):
        return
    for place, text in texts.items():
        missing = find_missing(text, faces)
        if missing:
            yield make_problem(path, parsed.find(place), "paper-glyph", letters=name_letters(missing))


def _list_texts(entry: Entry, language: str) -> Iterator[tuple[Path, str]]:
    """Yield each text that a paper or the key prints, with its place in the front matter."""
    yield ("title",), str(entry.say("title", language))
    for number, question in enumerate(cast("Sequence[Question]", entry.say("questions", language))):
        place: Path = ("questions", number)
        yield (*place, "ask"), question.ask
        yield (*place, "why"), question.why
        for index, answer in enumerate(question.answers):
            yield (*place, "answers", index, "text"), answer.text
