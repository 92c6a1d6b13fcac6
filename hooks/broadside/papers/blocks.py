"""A document's Markdown -> the blocks of its text: what the site renders and cleans, read back as values."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from broadside.papers.trees import Node, grow_tree
from broadside.papers.values import Block, Span, Spans
from broadside.press.papers import PaperPhoto
from broadside.sanitising import clean_html, render

Resolve = Callable[[str], str]
"""The address of a link as it is written -> the whole address to print for it, or nothing: its words are enough."""

Show = Callable[[str], PaperPhoto | None]
"""The address of a picture as it is written -> the photograph to print, or none: its words are enough."""

HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
"""A page's title is not in its body: a first heading there is a section's, and paper needs no more than three levels."""
CONTAINERS = frozenset({"section", "figure", "aside", "label"})
LEFT_OUT = frozenset({"audio", "video", "source", "track", "input", "hr"})
"""What paper cannot show, and the parts of a list to tick that the tick itself stands for."""
LEFT_OUT_CLASSES = frozenset({"headerlink", "footnote-backref", "task-list-indicator"})
WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]"
SOFT_BREAK = re.compile(rf"(?<={WIDE})[ \t]*\n\s*(?={WIDE})")
"""Between two Chinese characters the end of a line in the source is no space."""


@dataclasses.dataclass(frozen=True)
class _Reading:
    """What is known of the whole page while a part of it is read: its footnotes by their ids, how links and pictures print."""

    notes: Mapping[str, Node]
    resolve: Resolve
    show: Show


def read_blocks(
    markdown: str, hosts: Collection[str], resolve: Resolve = lambda _: "", show: Show = lambda _: None
) -> tuple[Block, ...]:
    """Return the blocks of ``markdown``.

    ``resolve`` says what a link prints in its footnote, no footnote where it is empty; ``show`` what a picture prints. A picture
    in a heading or in a table is words.
    """
    root = grow_tree(clean_html(render(markdown), hosts))
    lists = [node for node in root.find("div") if "footnote" in node.classes]
    notes = {item.attributes.get("id", ""): item for each in lists for item in each.find("li")}
    return tuple(_read_inside(root.inside, _Reading(notes, resolve, show)))


def _read_inside(inside: Iterable[Node | str], page: _Reading) -> Iterator[Block]:
    """Yield the blocks of what stands in an element; words that stand between blocks are paragraphs."""
    loose: list[Node | str] = []
    for each in inside:
        blocks = None if isinstance(each, str) else _read_block(each, page)
        if blocks is None:
            loose.append(each)
            continue
        yield from _close(loose, page)
        loose = []
        yield from blocks
    yield from _close(loose, page)


def _close(loose: Iterable[Node | str], page: _Reading) -> Iterator[Block]:
    """Yield the paragraphs of what is part of a line, with the pictures between them: on paper a picture is a block."""
    line: list[Node | str] = []
    for each in loose:
        pictures = [] if isinstance(each, str) else [each] if each.tag == "img" else each.find("img")
        shown = [(node, data) for node in pictures if (data := page.show(node.attributes.get("src", "")))]
        if isinstance(each, str) or not shown or each.words.strip():
            line.append(each)
        if shown:
            yield from _close_line(line, page)
            line = []
        for node, data in shown:
            yield Block("picture", (Span(node.attributes.get("alt", "")),), data=data)
    yield from _close_line(line, page)


def _close_line(line: Iterable[Node | str], page: _Reading) -> Iterator[Block]:
    spans = _tidy(_read_spans(line, page, Span("")))
    if spans:
        yield Block("paragraph", spans)


def _read_block(node: Node, page: _Reading) -> list[Block] | None:
    """Return the blocks that an element stands for; ``None`` for one that is part of a line."""
    if node.tag == "details" or "admonition" in node.classes:
        return [_read_box(node, page)]
    if node.tag in READERS:
        return READERS[node.tag](node, page)
    if node.tag in CONTAINERS and any(isinstance(each, Node) and _read_block(each, page) for each in node.inside):
        return list(_read_inside(node.inside, page))
    return None


def _read_heading(node: Node, page: _Reading) -> list[Block]:
    return [Block("heading", _line(node, page), level=HEADINGS[node.tag])]


def _read_quote(node: Node, page: _Reading) -> list[Block]:
    return [Block("quote", items=(tuple(_read_inside(node.inside, page)),))]


def _read_division(node: Node, page: _Reading) -> list[Block]:
    return [] if "footnote" in node.classes else list(_read_inside(node.inside, page))


def _read_list(node: Node, page: _Reading) -> list[Block]:
    items = [each for each in node.inside if isinstance(each, Node) and each.tag == "li"]
    start = int(node.attributes.get("start") or 1) if node.tag == "ol" else 0
    ticks = any("task-list-item" in item.classes for item in items)
    return [Block("list", items=tuple(tuple(_read_inside(item.inside, page)) for item in items), start=start, ticks=ticks)]


def _read_terms(node: Node, page: _Reading) -> list[Block]:
    """Return a list of terms: each a paragraph in bold, what is said of it below, set in."""
    blocks: list[Block] = []
    for each in node.inside:
        if isinstance(each, Node) and each.tag == "dt":
            blocks.append(Block("paragraph", tuple(dataclasses.replace(span, strong=True) for span in _line(each, page))))
        elif isinstance(each, Node):
            blocks.append(Block("quote", items=(tuple(_read_inside(each.inside, page)),)))
    return blocks


def _read_table(node: Node, page: _Reading) -> list[Block]:
    lines = node.find("tr")
    rows = [tuple(_line(cell, page) for cell in line.inside if isinstance(cell, Node)) for line in lines]
    wide = max((len(row) for row in rows), default=0)
    heads = sum(1 for line in lines if any(isinstance(cell, Node) and cell.tag == "th" for cell in line.inside[:2]))
    return [Block("table", rows=tuple((*row, *[()] * (wide - len(row))) for row in rows), heads=min(heads, 1))]


def _read_box(node: Node, page: _Reading) -> Block:
    inside = [each for each in node.inside if isinstance(each, Node)]
    titles = [each for each in inside if "admonition-title" in each.classes or each.tag == "summary"]
    rest = [each for each in node.inside if each not in titles]
    kind = next((name for name in node.attributes.get("class", "").split() if name != "admonition"), "note")
    title = _line(titles[0], page) if titles else ()
    return Block("box", title, items=(tuple(_read_inside(rest, page)),), kind=kind)


def _line(node: Node, page: _Reading) -> Spans:
    return _tidy(_read_spans(node.inside, page, Span("")))


def _read_spans(inside: Iterable[Node | str], page: _Reading, style: Span) -> Iterator[Span]:
    """Yield the runs of a line, each with the style of the elements it stands in."""
    for each in inside:
        if isinstance(each, str):
            yield dataclasses.replace(style, text=each)
        elif each.tag == "br":
            yield Span("", breaks=True)
        elif each.tag == "img":
            yield dataclasses.replace(style, text=each.attributes.get("alt", ""))
        elif each.tag in LEFT_OUT or each.classes & LEFT_OUT_CLASSES:
            continue
        elif each.tag == "a":
            yield from _read_link(each, page, style)
        else:
            yield from _read_spans(each.inside, page, _restyle(style, each))


def _restyle(style: Span, node: Node) -> Span:
    if node.tag in {"strong", "em", "b", "i", "mark"}:  # our choice: a slanted Chinese character is no Chinese habit
        return dataclasses.replace(style, strong=True)
    if node.tag in {"code", "kbd", "samp"}:
        return dataclasses.replace(style, code=True)
    return dataclasses.replace(style, raised=True) if node.tag == "sup" and not node.find("a") else style


def _read_link(node: Node, page: _Reading, style: Span) -> Iterator[Span]:
    target = node.attributes.get("href", "")
    if "footnote-ref" in node.classes:
        note = page.notes.get(target.removeprefix("#"))
        words = [block.spans for block in _read_inside(note.inside, page)] if note else []
        yield Span("", note=tuple(span for spans in words for span in spans))
        return
    yield from _read_spans(node.inside, page, style)
    address = page.resolve(target)
    if address:
        yield Span("", note=(Span(address, code=True),))


def _tidy(spans: Iterable[Span]) -> Spans:
    """Join runs of one style, and leave of each gap one space, none at the ends, none where Chinese goes on."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last is not None and not (span.note or span.breaks or last.note or last.breaks) and _same(last, span):
            joined[-1] = dataclasses.replace(last, text=last.text + span.text)
        elif span.text or span.note or span.breaks:
            joined.append(span)
    tidied = [dataclasses.replace(span, text=re.sub(r"[ \t\n]+", " ", SOFT_BREAK.sub("", span.text))) for span in joined]
    if tidied:
        tidied[0] = dataclasses.replace(tidied[0], text=tidied[0].text.lstrip(" "))
        tidied[-1] = dataclasses.replace(tidied[-1], text=tidied[-1].text.rstrip(" "))
    return tuple(span for span in tidied if span.text or span.note or span.breaks)


def _same(one: Span, other: Span) -> bool:
    return (one.strong, one.code, one.raised) == (other.strong, other.code, other.raised)


READERS: Mapping[str, Callable[[Node, _Reading], list[Block]]] = {
    **dict.fromkeys(HEADINGS, _read_heading),
    "p": lambda node, page: list(_close(node.inside, page)),
    **dict.fromkeys(("ul", "ol"), _read_list),
    "dl": _read_terms,
    "table": _read_table,
    "hr": lambda _node, _page: [Block("rule")],
    "pre": lambda node, _page: [Block("code", (Span(node.words.rstrip("\n")),))],
    "blockquote": _read_quote,
    "div": _read_division,
}
"""What reads each element that is a block of its own."""
