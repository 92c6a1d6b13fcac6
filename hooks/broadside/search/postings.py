"""Extracts of pages -> for every term the pages that hold it, how much it says of each, and in which section.

The score is BM25F (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, 3.5): a term's occurrences count by the
field they stand in, and their sum saturates. Saturation is made here; how rare a term is follows from its pages, in the browser.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from broadside.search.values import Extract

SATURATION, LENGTH = 1.6, 0.6
"""BM25's k1 and b; our choice within the usual 1.2 to 2 and 0.5 to 0.8, tuned on the questions of tests/search/ that are not
held out."""
IMPACTS = 90
"""The most a saturation is written as: with zero it fits one printed ASCII character."""
PAGES_MOST = 2048
"""How many pages a term keeps, the best: no reader goes further, and a term that more pages hold tells little."""


@dataclass(frozen=True)
class Lexicon:
    """What all pages together say: ``postings`` by term, pages in order, each ``page << 16 | saturation << 8 | section``.

    ``words`` are the words as written and ``runs`` the unspaced runs of titles, headings and tags, with how many pages hold them.
    """

    postings: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    words: Counter[str] = field(default_factory=Counter)
    runs: Counter[str] = field(default_factory=Counter)


def read_lexicon(pages: Sequence[Extract]) -> Lexicon:
    """Join what all pages say."""
    lexicon, average = Lexicon(), _average(pages)
    postings = lexicon.postings
    for number, page in enumerate(pages):
        slack = SATURATION * (1 - LENGTH + LENGTH * page.length / average[page.facts.language])
        saturations = [
            number << 16 | int(IMPACTS * worth / (worth + slack) + 0.5) << 8 for worth in range(max(page.worths, default=0) + 1)
        ]
        for term, worth, place in zip(_read(page.terms), page.worths, page.places, strict=True):
            postings[term].append(saturations[worth] | place)
        lexicon.words.update(_read(page.words))
        lexicon.runs.update(_read(page.runs))
    return lexicon


def _read(lines: str) -> Sequence[str]:
    return lines.split("\n") if lines else ()


def _average(pages: Sequence[Extract]) -> Mapping[str, float]:
    """Return the mean length of the pages of each language, at least one letter."""
    of: dict[str, list[int]] = {}
    for page in pages:
        of.setdefault(page.facts.language, []).append(page.length)
    return {language: max(1, sum(found) / len(found)) for language, found in of.items()}


def keep_best(entries: Sequence[int]) -> Sequence[int]:
    """Return the pages of a term that are written: all, or the best :data:`PAGES_MOST`, in order."""
    if len(entries) <= PAGES_MOST:
        return entries
    return sorted(sorted(entries, key=lambda entry: -(entry >> 8 & 0xFF))[:PAGES_MOST])
