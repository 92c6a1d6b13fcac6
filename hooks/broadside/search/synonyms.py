"""Words of equal meaning -> one more term for each group: the pages that hold any of its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from broadside.search.words import COMMON_SET, cut, normalise, stem


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


def add_groups(postings: dict[str, list[int]], groups: Iterable[Sequence[str]]) -> Mapping[str, int]:
    """Add a term ``=number`` for each group and return which group each of its words belongs to.

    A page holds a group as much as it holds the best of its words, and a word as much as the least of the word's terms.
    """
    members: dict[str, int] = {}
    for number, group in enumerate(groups):
        pages: dict[int, int] = {}
        for words in group:
            parts = name_parts(words)
            if not parts:
                continue
            members[" ".join(parts)] = number
            for page, low in _find_pages(postings, find_terms(parts)).items():
                pages[page] = max(pages.get(page, 0), low)
        if pages:
            postings[f"={number}"] = [page << 16 | low for page, low in sorted(pages.items())]
    return members


def _find_pages(postings: Mapping[str, list[int]], terms: Sequence[str]) -> dict[int, int]:
    """Return the pages that hold all of ``terms``, with saturation and section of the one that says least."""
    found: dict[int, int] | None = None
    for term in terms:
        here = {entry >> 16: entry & 0xFFFF for entry in postings.get(term, ())}
        found = here if found is None else {page: min(low, here[page]) for page, low in found.items() if page in here}
    return found or {}
