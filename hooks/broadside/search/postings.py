"""Sections of pages -> for every term the pages that hold it, how much it says of each, and in which section.

The score is BM25F (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, 3.5): a term's occurrences count by the
field they stand in, and their sum saturates. Saturation is made here; how rare a term is follows from its pages, in the browser.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from broadside.search.values import SearchPage, Section
from broadside.search.words import Runs, cut, list_terms, normalise

IN_TITLE, IN_FIRST_TAG, IN_TAG, IN_HEADING, IN_LEAD, IN_TEXT = 10, 8, 2, 4, 2, 1
"""What an occurrence counts for: our choice, tuned on the questions of tests/search/ that are not held out. A page is about
its first tag, and has to do with the others; the lead is what stands before its first heading."""
SATURATION, LENGTH = 1.6, 0.6
"""BM25's k1 and b; our choice within the usual 1.2 to 2 and 0.5 to 0.8, tuned likewise."""
IMPACTS = 90
"""The most a saturation is written as: with zero it fits one printed ASCII character."""
SECTIONS_MOST = 255
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


def read_lexicon(pages: Sequence[SearchPage], sections: Sequence[Sequence[Section]]) -> Lexicon:
    """Count the terms of all pages; ``sections`` are those of each page."""
    lexicon = Lexicon()
    lengths = [sum(len(section.text) for section in parts) + len(page.extra) for page, parts in zip(pages, sections, strict=True)]
    average = _average(pages, lengths)
    for number, page in enumerate(pages):
        slack = SATURATION * (1 - LENGTH + LENGTH * lengths[number] / average[page.facts.language])
        _count_page(lexicon, number, page, sections[number], slack)
    return lexicon


def _average(pages: Sequence[SearchPage], lengths: Sequence[int]) -> Mapping[str, float]:
    """Return the mean length of the pages of each language, at least one letter."""
    of: dict[str, list[int]] = {}
    for page, length in zip(pages, lengths, strict=True):
        of.setdefault(page.facts.language, []).append(length)
    return {language: max(1, sum(found) / len(found)) for language, found in of.items()}


def _count_page(lexicon: Lexicon, number: int, page: SearchPage, sections: Sequence[Section], slack: float) -> None:
    """Add a page's terms. A term's section is the first whose heading has it, else the first whose text has it.

    This is the inner loop of the whole index: what can be left to ``Counter`` and ``dict`` is.
    """
    kept = sections[: SECTIONS_MOST + 1]
    title, tags = _cut(page.title), [_cut(tag) for tag in page.tags]
    headings, texts = [_cut(section.heading) for section in kept], [_cut(section.text) for section in kept]
    extra = _cut(page.extra)
    where: dict[str, int] = {}
    counts = Counter(list_terms(extra))
    where.update(dict.fromkeys(counts, 0))
    for parts, weight in ((texts, IN_TEXT), (headings, IN_HEADING)):
        for place in range(len(parts) - 1, -1, -1):
            terms = list_terms(parts[place])
            counts.update(terms * (IN_LEAD if weight == IN_TEXT and not place else weight))
            where.update(dict.fromkeys(terms, place))
    for parts_of_head, weight in ((title, IN_TITLE), *((tag, IN_TAG if at else IN_FIRST_TAG) for at, tag in enumerate(tags))):
        terms = list_terms(parts_of_head)
        counts.update(terms * weight)
        where.update(dict.fromkeys(terms, 0))
    saturations = [
        number << 16 | int(IMPACTS * worth / (worth + slack) + 0.5) << 8 for worth in range(max(counts.values(), default=0) + 1)
    ]
    postings = lexicon.postings
    for term, worth in counts.items():
        postings[term].append(saturations[worth] | where[term])
    everything = (title, extra, *tags, *headings, *texts)
    lexicon.words.update({word for parts in everything for _, word in parts if word})
    lexicon.runs.update({run for parts in (title, *tags, *headings) for run, _ in parts if run})


def _cut(text: str) -> Runs:
    return cut(normalise(text))


def keep_best(entries: Sequence[int]) -> Sequence[int]:
    """Return the pages of a term that are written: all, or the best :data:`PAGES_MOST`, in order."""
    if len(entries) <= PAGES_MOST:
        return entries
    return sorted(sorted(entries, key=lambda entry: -(entry >> 8 & 0xFF))[:PAGES_MOST])
