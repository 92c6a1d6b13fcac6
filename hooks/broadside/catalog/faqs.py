"""Questions of the help desk -> what is wrong with them: no answer, or the name of whoever asked or answered."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from broadside.catalog.values import Catalog, Entry
from broadside.frontmatter import Parsed
from broadside.lint import find_persons
from broadside.problems import Problem, make_problem

FIELDS = ("title", "summary", "answered_by")


def check_faqs(catalog: Catalog) -> Iterator[Problem]:
    """Report for each question and its translations an answer that is not there, and the names of persons."""
    for entry in catalog.of_kind("faq"):
        yield from entry.recall.ask("answer", catalog.language, functools.partial(_check_answers, entry, catalog.language))


def _check_answers(entry: Entry, default: str) -> tuple[Problem, ...]:
    its = [(entry.path, entry.parsed, default)]
    its += ((translation.path, translation.parsed, language) for language, translation in entry.translations.items())
    return tuple(problem for path, parsed, language in its for problem in _check_answer(path, parsed, language, entry))


def _check_answer(path: str, parsed: Parsed, language: str, entry: Entry) -> Iterator[Problem]:
    if not parsed.body.strip():
        yield make_problem(path, (parsed.body_line, 1), "faq-no-answer", value=entry.say("title", language))
    for field in FIELDS:
        words = parsed.values.get(field)
        if isinstance(words, str):
            for _, name in find_persons(words, 0, len(words), language):
                yield make_problem(path, parsed.find((field,)), "faq-person", value=name)
    for start, name in find_persons(parsed.body, 0, len(parsed.body), language):
        line = parsed.body.count("\n", 0, start)
        column = start - parsed.body.rfind("\n", 0, start)
        yield make_problem(path, (parsed.body_line + line, column), "faq-person", value=name)
