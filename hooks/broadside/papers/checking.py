"""A document -> its characters that no font of the site has: on paper they would be blanks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from broadside.catalog import Catalog, Entry
from broadside.fonts import Face, find_missing
from broadside.frontmatter import Position, list_texts
from broadside.papers.describing import list_languages, read_body
from broadside.papers.faces import list_faces
from broadside.problems import Problem, make_problem
from broadside.sheets.wording import name_letters


def check_document(catalog: Catalog, entry: Entry) -> Iterator[Problem]:
    """Report for each language of a printed document the first place of such a character."""
    for language in list_languages(catalog, entry):
        faces, parts = list_faces(catalog, language, "text"), tuple(_list_parts(catalog, entry, language))
        # All at once first: of most documents no character is missing, and a font is asked for each of them once.
        if find_missing("".join(sorted(set().union(*(text for _, text in parts)))), faces):
            yield next(_find_first(entry, language, parts, faces))


def _find_first(entry: Entry, language: str, parts: Iterable[tuple[Position, str]], faces: tuple[Face, ...]) -> Iterator[Problem]:
    for position, text in parts:
        missing = find_missing(text, faces)
        if missing:
            index = text.index(missing[0])
            line, column = text.count("\n", 0, index), index - text.rfind("\n", 0, index)
            place = (position[0] + line, column if line else position[1] + column - 1)
            yield make_problem(read_body(entry, language)[0], place, "paper-glyph", letters=name_letters(missing))


def _list_parts(catalog: Catalog, entry: Entry, language: str) -> Iterator[tuple[Position, str]]:
    """Yield the texts of a document that may be printed in ``language``, each with where it begins in its file."""
    translation = entry.translations.get(language)
    parsed = translation.parsed if translation else entry.parsed
    others = catalog.languages.keys() - {language}
    for place, text in list_texts(parsed.values):
        if others.isdisjoint(map(str, place)):  # of words that stand there by language, this one's
            yield parsed.find(place), text
    yield (parsed.body_line, 1), parsed.body
