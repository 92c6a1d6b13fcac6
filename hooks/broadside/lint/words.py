"""A writing and the editors' list -> the words in it that have better ones."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from broadside.lint.writings import SEEN_MAX, TOLD_MAX, Writing
from broadside.problems import Problem, make_problem

QUOTED = frozenset({"source", "number", "credit"})
"""Fields that name what others have written: their words are not ours to choose."""
UNSPACED_FROM = "\u2e80"
"""From here on stand scripts without spaces between words (Unicode: CJK Radicals Supplement); before it a word has edges."""
LETTERS = re.compile("[a-z]{4,}")
"""Words of Latin letters; shorter ones stand in every text."""
ANY_ENDING = "*"
"""What an editor writes behind a word that is meant with every ending."""


@dataclass(frozen=True)
class Words:
    """Words of one language in lower case, and what is said of each; nothing is said of a name.

    ``stems`` are those that are meant with every ending.
    """

    said: Mapping[str, str | None]
    stems: frozenset[str]

    @functools.cached_property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Each of them with its longest whole word of letters, by which a text is known not to have it; "" where it has none."""
        return tuple((each, max(self._list_wholes(each), key=len, default="")) for each in self.said)

    def _list_wholes(self, words: str) -> list[str]:
        whole = words.rpartition(" ")[0] if words in self.stems else words
        return LETTERS.findall(whole)

    def find(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Yield where words stand in ``text``, the words as it writes them, and what is said of them; of two that overlap one."""
        lower = text.lower()
        if len(lower) != len(text):  # a letter whose small form is two would move all others
            lower = "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
        lower = lower.replace("\n", " ")  # a line that was broken goes on
        places = sorted((start, -len(each), each) for each in self._list_present(lower) for start in self._list_places(lower, each))
        end = 0
        for start, _, each in places:
            if start >= end:
                end = start + len(each)
                if (said := self.said[each]) is not None:
                    yield start, " ".join(text[start:end].split()), said

    def _list_present(self, lower: str) -> list[str]:
        """Return the words that a text has, mostly none: so many searches take less time than one expression of them all."""
        letters = frozenset(LETTERS.findall(lower) if any(key for _, key in self.keys) else ())
        return [each for each, key in self.keys if (not key or key in letters) and each in lower]

    def _list_places(self, lower: str, words: str) -> Iterator[int]:
        """Yield where words stand that are no part of longer ones."""
        start, seen = lower.find(words), 0
        while start >= 0 and seen < SEEN_MAX:
            end, seen = start + len(words), seen + 1
            begins = not (_has_edges(words[0]) and _has_edges(lower[start - 1 : start]))
            if begins and (words in self.stems or not (_has_edges(words[-1]) and _has_edges(lower[end : end + 1]))):
                yield start
            start = lower.find(words, end)


@dataclass(frozen=True)
class WordList:
    """The editors' list by language: words to avoid with better ones, words that blame; and telephones that are an office's."""

    avoid: Mapping[str, Words]
    blame: Mapping[str, Words]
    phones: frozenset[str]


def make_word_list(
    avoid: Mapping[str, Mapping[str, str]],
    names: Mapping[str, Iterable[str]],
    blame: Mapping[str, Iterable[str]],
    phones: Iterable[str],
) -> WordList:
    """Make a list of words by language; ``names`` hold words that would be avoided elsewhere and are left alone in them."""
    return WordList(
        avoid={
            language: _compile({**dict.fromkeys(names.get(language, ())), **better}) for language, better in avoid.items() if better
        },
        blame={language: _compile(dict.fromkeys(words, "")) for language, words in blame.items() if words},
        phones=frozenset(re.sub("[^0-9]", "", phone)[-11:] for phone in phones),
    )


def check_words(writing: Writing, words: WordList) -> Iterator[Problem]:
    """Report words that have better ones, except in what others have written."""
    listed = words.avoid.get(writing.language)
    for index, value, better in itertools.islice(list_meant(writing, listed), TOLD_MAX) if listed else ():
        yield make_problem(writing.path, writing.locate(index), "word-listed", value=value, better=better)


def list_meant(writing: Writing, words: Words) -> Iterator[tuple[int, str, str]]:
    """Yield where words stand in a writing, the words and what is said of them, but what is quoted there."""
    for index, value, said in words.find(writing.text):
        if writing.find(index).field not in QUOTED and not writing.is_quoted(index):
            yield index, value, said


def _compile(said: Mapping[str, str | None]) -> Words:
    plain = {words.removesuffix(ANY_ENDING).strip().lower(): each for words, each in said.items()}
    plain.pop("", None)
    stems = frozenset(words.removesuffix(ANY_ENDING).strip().lower() for words in said if words.endswith(ANY_ENDING))
    return Words(plain, stems)


def _has_edges(letter: str) -> bool:
    """Say whether a letter belongs to a script that parts words by spaces."""
    return letter.isalnum() and letter < UNSPACED_FROM
