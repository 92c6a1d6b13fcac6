"""What the index is made from and what its parts are before they are written: pages, their facts, their sections."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass


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
