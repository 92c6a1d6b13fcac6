"""A lesson's writing -> where it blames: before it has told the reasons, or a person by name; and sections out of order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from broadside.frontmatter import list_headings
from broadside.kinds import Lesson
from broadside.lint.persons import find_persons
from broadside.lint.words import WordList, list_meant
from broadside.lint.writings import BODY, TOLD_MAX, Writing
from broadside.problems import Problem, make_problem

SENTENCE = r"[^。！？；!?;\n]*?(?:[。！？；!?;\n]|\.(?=\s)(?<!\b(?:Mr|Ms|Dr|No)\.)(?<!\bMrs\.)|\Z)"
FIRST_FIELDS = frozenset({"title", "summary"})
GOOD_DEEDS = (
    r"(?i)发现|制止|报告|上报|提醒|纠正|指出|认为|批评|调查|"
    r"\b(?:found|find|report|stop|warn|notic|criticis|criticiz|investigat|conclud|sa(?:id|w|ys))"
)
"""What somebody does who is not the one that is blamed in the same sentence."""


def check_lesson(writing: Writing, words: WordList) -> Iterator[Problem]:
    """Report the sections of a lesson that are out of order, judgement before explanation, and persons beside blame."""
    sections = Lesson.sections.get(writing.language, ())
    body = next((passage.start for passage in writing.passages if passage.field == BODY), len(writing.text))
    headings = [(index, heading) for index, heading in list_headings(writing.text, body) if heading in sections]
    yield from _check_order(writing, headings, sections)
    blame = words.blame.get(writing.language)
    found = [(index, value) for index, value, _ in (itertools.islice(list_meant(writing, blame), TOLD_MAX) if blame else ())]
    reasons = next((index for index, section in headings if section == sections[1]), len(writing.text)) if sections else 0
    for index, value in found:
        field = writing.find(index).field
        if field in FIRST_FIELDS or (field == BODY and index < reasons):
            yield make_problem(writing.path, writing.locate(index), "blame-first", value=value, section=sections[1])
    yield from _check_persons(writing, found)


def _check_order(writing: Writing, headings: list[tuple[int, str]], sections: tuple[str, ...]) -> Iterator[Problem]:
    """Report the first section that stands before one that belongs before it."""
    places = [sections.index(section) for _, section in headings]
    wrong = next((number for number, place in enumerate(places) if number and place < places[number - 1]), None)
    if wrong is not None:
        index, section = headings[wrong]
        yield make_problem(writing.path, writing.locate(index), "sections-order", section=section, legal=sections)


def _check_persons(writing: Writing, blamed: list[tuple[int, str]]) -> Iterator[Problem]:
    """Report a name before a word that blames, in one sentence, unless its bearer is the one who found it out."""
    for sentence in re.finditer(SENTENCE, writing.text) if blamed else ():
        here = [(index, value) for index, value in blamed if sentence.start() <= index < sentence.end()]
        for index, value in here[:1]:
            for start, name in find_persons(writing.text, sentence.start(), index, writing.language):
                if not re.search(GOOD_DEEDS, writing.text[start + len(name) : index]):
                    yield make_problem(writing.path, writing.locate(start), "person-blamed", value=name, word=value)
