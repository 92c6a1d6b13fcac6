"""Catalog -> the characters of its documents that no font of the site has: on paper they would be blanks."""

from __future__ import annotations

from collections.abc import Iterator

from broadside.catalog import Catalog, Entry
from broadside.fonts import find_missing
from broadside.frontmatter import Position
from broadside.papers.describing import list_languages, read_body
from broadside.papers.faces import list_faces
from broadside.papers.printing import MAKERS
from broadside.problems import Problem, make_problem
from broadside.sheets.wording import name_letters

FIELDS = ("title", "summary")


def check_papers(catalog: Catalog) -> tuple[Problem, ...]:
    """Return a mistake for each printed document that has such a character, at the first place of the first."""
    return tuple(problem for language in catalog.settings.languages for problem in _check_language(catalog, language))


def _check_language(catalog: Catalog, language: str) -> Iterator[Problem]:
    spoken = [entry for kind in MAKERS for entry in catalog.of_kind(kind) if language in list_languages(catalog, entry)]
    faces = list_faces(catalog, language, "text")
    # All at once first: of most sites no character is missing, and a font is asked for each of them once.
    letters = {letter for entry in spoken for part in _list_parts(entry, language) for letter in part[1]}
    if not find_missing("".join(sorted(letters)), faces):
        return
    for entry in spoken:
        for position, text in _list_parts(entry, language):
            missing = find_missing(text, faces)
            if missing:
                index = text.index(missing[0])
                line, column = text.count("\n", 0, index), index - text.rfind("\n", 0, index)
                place = (position[0] + line, column if line else position[1] + column - 1)
                yield make_problem(read_body(entry, language)[0], place, "paper-glyph", letters=name_letters(missing))
                break


def _list_parts(entry: Entry, language: str) -> Iterator[tuple[Position, str]]:
    """Yield the texts of a document that are printed, each with where it begins in its file."""
    translation = entry.translations.get(language)
    parsed = translation.parsed if translation else entry.parsed
    for field in FIELDS:
        text = parsed.values.get(field)
        if isinstance(text, str):
            yield parsed.find((field,)), text
    yield (parsed.body_line, 1), parsed.body
