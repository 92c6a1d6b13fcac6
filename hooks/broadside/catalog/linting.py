"""The documents of a catalog -> what is worth a second look in them: warnings, and what must not be published of people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from broadside.catalog.values import Catalog
from broadside.frontmatter import decode
from broadside.lint import (
    WordList,
    Writing,
    check_characters,
    check_lesson,
    check_numbers,
    check_words,
    make_writings,
    write_plain,
)
from broadside.problems import Problem, make_problem
from broadside.sanitising.limits import BYTES_MAX

GUIDES = "docs/contributing/"
"""Where editors and developers are told how to write: these pages speak about words. What is personal is looked for there too."""
ATTACHED = (".csv", ".txt")
"""The kinds of attachments that are plain text: a list of participants is soon attached with all its columns."""


def lint_catalog(catalog: Catalog, words: WordList) -> Iterator[Problem]:
    """Report what the lint finds in every document and translation."""
    for writing in _list_writings(catalog):
        yield from check_numbers(writing, words.phones)
        if writing.path.startswith(GUIDES) or len(writing.text) > 2 * BYTES_MAX:  # page-too-long says enough
            continue
        yield from check_words(writing, words)
        language = catalog.languages.get(writing.language)
        if language is not None:
            yield from check_characters(writing, language.script)
        if writing.kind == "lesson":
            yield from check_lesson(writing, words)
    yield from _check_translations(catalog)


def lint_attachments(root: Path, files: Iterable[str], words: WordList) -> Iterator[Problem]:
    """Report numbers of persons in the tables and texts that lie beside documents."""
    for path in files:
        if path.endswith(ATTACHED):
            text, _ = decode(path, (root / path).read_bytes())
            yield from check_numbers(write_plain(path, text), words.phones)


def _list_writings(catalog: Catalog) -> Iterator[Writing]:
    spoken = catalog.languages.keys()
    for entry in catalog.entries.values():
        yield from make_writings(entry.path, entry.kind, entry.parsed, catalog.language, spoken)
        for language, translation in entry.translations.items():
            yield from make_writings(translation.path, entry.kind, translation.parsed, language, spoken)


def _check_translations(catalog: Catalog) -> Iterator[Problem]:
    """Report translations that are older than their originals."""
    for entry in catalog.entries.values():
        for language, translation in entry.translations.items():
            if revised := entry.find_newer(language):
                at = translation.parsed.find(("revised",) if translation.fields.get("revised") else ("title",))
                yield make_problem(translation.path, at, "translation-older", original=entry.path, revised=revised)
