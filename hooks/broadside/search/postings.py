"""Sections of pages -> for every term the pages that hold it, how much it says of each, and in which section.

The score is BM25F (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, 3.5): a term's occurrences count by the
field they stand in, and their sum saturates. Saturation is made here; how rare a term is follows from its pages, in the browser.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from broadside.search.values import SearchPage, Section
from broadside.search.words import cut, list_terms, normalise

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

    postings: dict[str, list[int]] = field(default_factory=dict)
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
    title, tags = normalise(page.title), [normalise(tag) for tag in page.tags]
    parts = [(0, IN_TITLE, title), (0, IN_TEXT, normalise(page.extra))]
    parts += [(0, IN_TAG if number else IN_FIRST_TAG, tag) for number, tag in enumerate(tags)]
    said = [title, *tags]
    for place, section in enumerate(sections[: SECTIONS_MOST + 1]):
        heading = normalise(section.heading)
        parts += [(place, IN_HEADING, heading), (place, IN_TEXT if place else IN_LEAD, normalise(section.text))]
        said.append(heading)
    sums: dict[str, int] = {}
    best: dict[str, int] = {}
    where: dict[str, int] = {}
    for place, weight, text in parts:
        for term, count in Counter(list_terms(text)).items():
            worth = count * weight
            if term not in sums:
                sums[term] = best[term] = worth
                where[term] = place
                continue
            sums[term] += worth
            if worth > best[term]:
                best[term], where[term] = worth, place
    postings = lexicon.postings
    high = number << 16
    for term, worth in sums.items():
        entry = high | int(IMPACTS * worth / (worth + slack) + 0.5) << 8 | where[term]
        if term in postings:
            postings[term].append(entry)
        else:
            postings[term] = [entry]
    lexicon.words.update({word for _, _, text in parts for _, word in cut(text) if word})
    lexicon.runs.update({run for text in said for run, _ in cut(text) if run})


def keep_best(entries: Sequence[int]) -> Sequence[int]:
    """Return the pages of a term that are written: all, or the best :data:`PAGES_MOST`, in order."""
    if len(entries) <= PAGES_MOST:
        return entries
    return sorted(sorted(entries, key=lambda entry: -(entry >> 8 & 0xFF))[:PAGES_MOST])
