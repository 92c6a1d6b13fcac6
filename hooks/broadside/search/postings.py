"""Extracts of pages -> for every term the pages that hold it, how much it says of each, and in which section.

The score is BM25F (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, 3.5): a term's occurrences count by the
field they stand in, and their sum saturates. Saturation is made here; how rare a term is follows from its pages, in the browser.
"""

from __future__ import annotations

import operator
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from broadside.search.packing import PACKED, unpack
from broadside.search.values import Change, Extract, Postings, Said

SATURATION, LENGTH = 1.6, 0.6
"""BM25's k1 and b; our choice within the usual 1.2 to 2 and 0.5 to 0.8, tuned on the questions of tests/search/ that are not
held out."""
MEAN_BITS = 6
"""How exactly the mean length of pages is known, in binary digits: our choice, within 1.6 %. One paragraph more then seldom changes
the mean, on which what every term says of every page depends."""
IMPACTS = 90
"""The most a saturation is written as: with zero it fits one printed ASCII character."""
PAGES_MOST = 2048
"""How many pages a term keeps, the best: no reader goes further, and a term that more pages hold tells little."""
_PLACES = {letter: number for number, letter in enumerate(PACKED[:256])}
NARROW = 1 << 16
"""So many pages fit the upper half of 32 bits."""


@dataclass(frozen=True)
class Lexicon:
    """What all pages together say: ``postings`` by term, pages in order, each ``page << 16 | saturation << 8 | section``.

    ``words`` are the words as written and ``runs`` the unspaced runs of titles, headings and tags, with how many pages hold them;
    ``means`` the mean lengths of pages that saturations were made with, by language.
    """

    postings: Mapping[str, Postings]
    words: Counter[str]
    runs: Counter[str]
    means: Mapping[str, int]


def read_lexicon(pages: Sequence[Extract]) -> Lexicon:
    """Join what all pages say. This is most of a new index: what can be left to ``map`` is."""
    means = measure_pages(pages)
    width = _choose_width(len(pages))
    postings: defaultdict[str, Postings] = defaultdict(lambda: array(width))
    words, runs = Counter[str](), Counter[str]()
    for number, page in enumerate(pages):
        said = page.read()
        deque(map(array.append, map(postings.__getitem__, _read(said.terms)), _weigh(number, page, said, means)), 0)
        words.update(_read(said.words))
        runs.update(_read(said.runs))
    return Lexicon(dict(postings), words, runs, means)


def renew_lexicon(lexicon: Lexicon, changes: Sequence[Change], count: int) -> tuple[Lexicon, Mapping[str, Sequence[int]]]:
    """Return what ``count`` pages say after changes that left the means as they were, and which pages of which terms differ now."""
    postings, words, runs = dict(lexicon.postings), lexicon.words.copy(), lexicon.runs.copy()
    width, touched = _choose_width(count), defaultdict[str, list[int]](list)
    for number, old, new in changes:
        told = [(page, page.read()) for page in (old, new)]
        was, now = (dict(zip(_read(said.terms), _weigh(number, page, said, lexicon.means), strict=True)) for page, said in told)
        for term in was.keys() | now.keys():
            gone, come = was.get(term), now.get(term)
            if gone == come:
                continue
            entries = postings.get(term, array(width))
            at = bisect_left(entries, number << 16)
            put = array(width, () if come is None else (come,))
            postings[term] = entries[:at] + put + entries[at + (gone is not None) :]
            touched[term].append(number)
        (_, before), (_, after) = told
        for counts, less, more in ((words, before.words, after.words), (runs, before.runs, after.runs)):
            counts.subtract(_read(less))
            counts.update(_read(more))
    for term in touched:
        if not postings[term]:
            del postings[term]
    return Lexicon(postings, +words, +runs, lexicon.means), touched


def measure_pages(pages: Sequence[Extract]) -> Mapping[str, int]:
    """Return the mean length of the pages of each language in letters, at least one, to :data:`MEAN_BITS`."""
    of: dict[str, list[int]] = {}
    for page in pages:
        of.setdefault(page.facts.language, []).append(page.length)
    return {language: _round(max(1, sum(found) // len(found))) for language, found in of.items()}


def _round(number: int) -> int:
    step = 1 << max(0, number.bit_length() - MEAN_BITS)
    return (number + step // 2) // step * step


def _weigh(number: int, page: Extract, said: Said, means: Mapping[str, int]) -> Iterator[int]:
    """Return the entry of each of a page's terms."""
    slack = SATURATION * (1 - LENGTH + LENGTH * page.length / means[page.facts.language])
    worths = {letter: unpack(letter) for letter in set(said.worths)}
    saturations = {letter: number << 16 | int(IMPACTS * worth / (worth + slack) + 0.5) << 8 for letter, worth in worths.items()}
    return map(operator.or_, map(saturations.__getitem__, said.worths), map(_PLACES.__getitem__, said.places))


def _choose_width(count: int) -> str:
    return "I" if count <= NARROW else "Q"


def _read(said: str) -> Sequence[str]:
    return said.split(" ") if said else ()


def keep_best(entries: Postings) -> Postings:
    """Return the pages of a term that are written: all, or the best :data:`PAGES_MOST`, in order; of equals the first ones."""
    if len(entries) <= PAGES_MOST:
        return entries
    counts, room = Counter(entry >> 8 & 0xFF for entry in entries), PAGES_MOST
    least = IMPACTS
    while counts[least] <= room:
        room -= counts[least]
        least -= 1
    kept = array(entries.typecode)
    for entry in entries:
        saturation = entry >> 8 & 0xFF
        if saturation > least or (saturation == least and room > 0):
            kept.append(entry)
            room -= saturation == least
    return kept
