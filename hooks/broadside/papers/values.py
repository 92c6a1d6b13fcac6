"""What a printed page of running text is made of: spans of words, and blocks of them, as plain values for a template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from broadside.press.papers import PaperPhoto

What = Literal["heading", "paragraph", "list", "table", "box", "quote", "code", "rule", "picture"]


@dataclass(frozen=True)
class Span:
    """A run of words in one style. ``note`` is the footnote that stands after it; ``breaks`` ends the line."""

    text: str
    strong: bool = False
    code: bool = False
    raised: bool = False
    note: tuple[Span, ...] = ()
    breaks: bool = False


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Block:
    """One block of a text.

    A heading has ``level`` (2 is a section's) and ``spans``; a paragraph ``spans``; a list ``items``, which ``start`` numbers
    (0: it is not numbered), and ``ticks`` where its items are boxes to tick; a table ``rows``, the first ``heads`` of them its
    head; a box ``kind``, ``spans`` (its title) and ``items`` of one; a quotation ``items`` of one; code one span; a picture its
    file (``data``), and in ``spans`` the words that stand for it.
    """

    what: What
    spans: Spans = ()
    level: int = 0
    items: tuple[tuple[Block, ...], ...] = ()
    start: int = 0
    ticks: bool = False
    rows: tuple[tuple[Spans, ...], ...] = ()
    heads: int = 0
    kind: str = ""
    data: PaperPhoto | None = None


@dataclass(frozen=True)
class Section:
    """The blocks under one heading of the second level; those before the first have no ``title``."""

    title: str
    blocks: tuple[Block, ...]


def say_spans(spans: Spans) -> str:
    """Return spans as plain words."""
    return "".join(" " if span.breaks else span.text for span in spans).strip()


def say_blocks(blocks: tuple[Block, ...]) -> str:
    """Return blocks as plain words, a line a block, as somebody reads them aloud: tables row by row, no footnotes."""
    lines: list[str] = []
    for block in blocks:
        lines += [say_spans(block.spans), *(say_blocks(item) for item in block.items)]
        lines += [", ".join(say_spans(cell) for cell in row) for row in block.rows]
    return "\n".join(line for line in lines if line)


def split_sections(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """Return the blocks by the headings of the second level that they stand under."""
    sections: list[Section] = []
    title, inside = "", list[Block]()
    for block in blocks:
        if block.what == "heading" and block.level <= 2:
            if title or inside:
                sections.append(Section(title, tuple(inside)))
            title, inside = say_spans(block.spans), []
        else:
            inside.append(block)
    return (*sections, Section(title, tuple(inside))) if title or inside else tuple(sections)
