"""One page as rendered -> what the index keeps of it, so that pages can be read apart from one another and in any order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from broadside.search.packing import PACKED, pack, write_json
from broadside.search.sections import parse_sections
from broadside.search.values import Extract, Said, SearchPage, Section
from broadside.search.words import Runs, cut, list_terms, normalise

IN_TITLE, IN_FIRST_TAG, IN_TAG, IN_HEADING, IN_LEAD, IN_TEXT = 10, 8, 2, 4, 2, 1
"""What an occurrence counts for: our choice, tuned on the questions of tests/search/ that are not held out. A page is about
its first tag, and has to do with the others; the lead is what stands before its first heading."""
SECTIONS_MOST = 255
LEAD_WORDS, LEAD_CHARACTERS = 150, 70
"""How many letters of a section are shown under a result: two lines, of words and of Chinese."""


def extract_page(page: SearchPage) -> Extract:
    """Count the terms of a page. A term's section is the first whose heading has it, else the first whose text has it.

    This is the inner loop of the whole index: what can be left to ``Counter`` and ``dict`` is.
    """
    sections = tuple(parse_sections(page.html))
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
    everything = (title, extra, *tags, *headings, *texts)
    said = Said(
        terms=" ".join(counts),
        worths="".join(map(pack, counts.values())),
        places="".join(map(PACKED.__getitem__, map(where.__getitem__, counts))),
        words=" ".join(sorted({word for parts in everything for _, word in parts if word})),
        runs=" ".join(sorted({run for parts in (title, *tags, *headings) for run, _ in parts if run})),
        texts=[
            " ".join(run for run, _ in runs if run) for runs in (*texts, *(_cut(section.text) for section in sections[len(kept) :]))
        ],
    )
    length = sum(len(section.text) for section in sections) + len(page.extra)
    return Extract.pack(page, length, said, _write_record(page, sections))


def _write_record(page: SearchPage, sections: Sequence[Section]) -> str:
    """Write what is shown of a page: address, title, lead, its picture, and anchor, heading and lead of each section."""
    lead, *others = ((section.anchor, section.heading, _shorten(section.text)) for section in sections)
    return write_json((page.address, page.title, lead[-1], page.picture or 0, others))


def _cut(text: str) -> Runs:
    return cut(normalise(text))


def _shorten(text: str) -> str:
    """Return the beginning of a text, cut between words."""
    most = LEAD_WORDS if text[:LEAD_CHARACTERS].isascii() else LEAD_CHARACTERS
    if len(text) <= most:
        return text
    kept = text[:most]
    words_kept = kept.rsplit(" ", 1)[0]
    return (words_kept if len(words_kept) > most * 2 // 3 else kept) + "…"
