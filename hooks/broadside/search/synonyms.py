"""Words of equal meaning -> one more term for each group: the pages that hold any of its words."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from broadside.search.values import Postings
from broadside.search.words import COMMON_SET, cut, normalise, stem


@dataclass(frozen=True)
class Group:
    """One group: the term that stands for it, and the terms of each of its words; a page holds a word that holds all its terms."""

    term: str
    words: tuple[tuple[str, ...], ...]


def name_parts(words: str) -> tuple[str, ...]:
    """Return the parts by which words of a question and of an editor are compared: unspaced runs and stems, no common words."""
    return tuple(run or stem(word) for run, word in cut(normalise(words)) if word not in COMMON_SET)


def find_terms(parts: Sequence[str]) -> tuple[str, ...]:
    """Return the terms that a page holds which says ``parts``: the neighbours within and between them."""
    terms: list[str] = []
    before = ""
    for part in parts:
        if not cut(part)[0][0]:
            terms.append(f"{before}+{part}" if before else part)
            before = part
            continue
        before = ""
        terms += [part[at : at + 2] for at in range(len(part) - 1)] or [part]
    return tuple(terms)


def read_groups(groups: Iterable[Sequence[str]]) -> tuple[tuple[Group, ...], Mapping[str, int]]:
    """Return the groups, whose terms are ``=number``, and which group each of their words belongs to."""
    read, members = [], dict[str, int]()
    for number, group in enumerate(groups):
        named = [parts for words in group if (parts := name_parts(words))]
        members |= {" ".join(parts): number for parts in named}
        read.append(Group(f"={number}", tuple(map(find_terms, named))))
    return tuple(read), members


def join_pages(group: Group, postings: Mapping[str, Postings]) -> Postings:
    """Return the pages of a group: each holds it as much as the best of its words, and a word as much as the least of its terms."""
    pages: dict[int, int] = {}
    for terms in group.words:
        for page, low in _find_pages(postings, terms).items():
            pages[page] = max(pages.get(page, 0), low)
    return array("Q", (page << 16 | low for page, low in sorted(pages.items())))


def _find_pages(postings: Mapping[str, Postings], terms: Sequence[str]) -> dict[int, int]:
    """Return the pages that hold all of ``terms``, with saturation and section of the one that says least."""
    found: dict[int, int] | None = None
    for term in terms:
        here = {entry >> 16: entry & 0xFFFF for entry in postings.get(term, ())}
        found = here if found is None else {page: min(low, here[page]) for page, low in found.items() if page in here}
    return found or {}
