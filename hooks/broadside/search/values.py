"""What the index is made from and what its parts are before they are written: pages, their facts, their sections."""

from __future__ import annotations

import datetime
import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from broadside.search.packing import write_json


@dataclass(frozen=True)
class Facts:
    """What a page can be narrowed by and what its rank depends on, apart from its words; ids, not names.

    ``boost`` multiplies its score; ``expires`` is its last day in force: the browser compares it with the reader's day.
    """

    language: str
    kind: str
    topics: tuple[str, ...] = ()
    campaign: str = ""
    boost: float = 1
    expires: datetime.date | None = None


@dataclass(frozen=True)
class SearchPage:
    """One page to be found: ``html`` as rendered from its Markdown, ``tags`` and ``extra`` further words of it, plain.

    ``address`` is relative to the site; ``document`` is the same for a page and its translations, empty where there are none;
    ``picture`` is address, width and height in pixels.
    """

    address: str
    title: str
    html: str
    facts: Facts
    tags: tuple[str, ...] = ()
    extra: str = ""
    document: str = ""
    picture: tuple[str, int, int] | None = None


@dataclass(frozen=True)
class Names:
    """How ids read in one language: of kinds, topics, languages and campaigns."""

    kind: Mapping[str, str]
    topic: Mapping[str, str]
    language: Mapping[str, str]
    campaign: Mapping[str, str]


@dataclass(frozen=True)
class Section:
    """A part of a page under one heading: ``anchor`` is empty for what stands before the first."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True)
class Said:
    """The words of one page.

    ``terms``, ``worths`` and ``places`` belong together: a term, what its occurrences count, the number of the section to show,
    both packed.
    ``words`` are its words as written and ``runs`` the unspaced runs of its title, headings and tags, each once; ``texts`` are
    the unspaced runs of each section. Terms, words and runs are parted by blanks.
    """

    terms: str
    worths: str
    places: str
    words: str
    runs: str
    texts: Sequence[str]


@dataclass(frozen=True)
class Extract:
    """What the index keeps of one page; nothing in it depends on another page.

    ``length`` and ``room`` are the letters of its text and of its record, ``sections`` are counted. Those of all pages are there at
    once, so what a page ``said`` and the record that is ``shown`` of it are JSON in UTF-8: half of the memory, and quickly sent.
    """

    facts: Facts
    document: str
    length: int
    sections: int
    room: int
    said: bytes
    shown: bytes

    @classmethod
    def pack(cls, page: SearchPage, length: int, said: Said, record: str) -> Extract:
        """Return what is kept of a page, given its words and the record that is shown of it."""
        packed = write_json([*vars(said).values()]).encode()
        return cls(page.facts, page.document, length, len(said.texts), len(record), packed, record.encode())

    def read(self) -> Said:
        """Return the page's words."""
        return Said(*json.loads(self.said))


Postings: TypeAlias = "array[int]"
"""The pages of a term in order, each ``page << 16 | saturation << 8 | section``; 32 bits each, or 64 where there are more pages."""

Change = tuple[int, Extract, Extract]
"""A page's number, what the index kept of it in the build before, and what it keeps now."""
