"""The documents of a catalog -> what is worth a second look in them: warnings, and what must not be published of people."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from pathlib import Path

from broadside.catalog.values import Catalog, Entry
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
from broadside.recalling import KnownFiles, Recall
from broadside.sanitising.limits import BYTES_MAX

GUIDES = "docs/contributing/"
"""Where editors and developers are told how to write: these pages speak about words. What is personal is looked for there too."""
ATTACHED = (".csv", ".txt")
"""The kinds of attachments that are plain text: a list of participants is soon attached with all its columns."""


def lint_catalog(catalog: Catalog, words: WordList, known: Recall) -> Iterator[Problem]:
    """Report what the lint finds in every document and translation; what is ``known`` of earlier ones is not looked for again."""
    scripts = {name: language.script for name, language in catalog.languages.items()}
    rules = known.ask("lint", (words, scripts, catalog.language), object)
    for entry in catalog.entries.values():
        yield from entry.recall.ask("lint", rules, functools.partial(_lint_entry, catalog, words, entry))


def _lint_entry(catalog: Catalog, words: WordList, entry: Entry) -> tuple[Problem, ...]:
    return (*_lint_writings(catalog, words, entry), *_check_translations(entry))


def _lint_writings(catalog: Catalog, words: WordList, entry: Entry) -> Iterator[Problem]:
    for writing in _list_writings(catalog, entry):
        yield from check_numbers(writing, words.phones)
        if writing.path.startswith(GUIDES) or len(writing.text) > 2 * BYTES_MAX:  # page-too-long says enough
            continue
        yield from check_words(writing, words)
        language = catalog.languages.get(writing.language)
        if language is not None:
            yield from check_characters(writing, language.script)
        if writing.kind == "lesson":
            yield from check_lesson(writing, words)


def lint_attachments(root: Path, files: Iterable[str], words: WordList, known: KnownFiles) -> Iterator[Problem]:
    """Report numbers of persons in the tables and texts that lie beside documents."""
    for path in files:
        if path.endswith(ATTACHED):
            yield from known.ask("numbers", f"{root}/{path}", functools.partial(_lint_attachment, root, path, words), words.phones)


def _lint_attachment(root: Path, path: str, words: WordList) -> tuple[Problem, ...]:
    text, _ = decode(path, (root / path).read_bytes())
    return tuple(check_numbers(write_plain(path, text), words.phones))


def _list_writings(catalog: Catalog, entry: Entry) -> Iterator[Writing]:
    spoken = catalog.languages.keys()
    yield from make_writings(entry.path, entry.kind, entry.parsed, catalog.language, spoken)
    for language, translation in entry.translations.items():
        yield from make_writings(translation.path, entry.kind, translation.parsed, language, spoken)


def _check_translations(entry: Entry) -> Iterator[Problem]:
    """Report translations that are older than their original."""
    for language, translation in entry.translations.items():
        if revised := entry.find_newer(language):
            at = translation.parsed.find(("revised",) if translation.fields.get("revised") else ("title",))
            yield make_problem(translation.path, at, "translation-older", original=entry.path, revised=revised)
