"""Cleaned HTML -> the tree of its elements, as the standard library's parser reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "wbr", "source", "track"})
"""Elements without an end tag (HTML 13.1.2) among those that may stand in a page."""


@dataclass
class Node:
    """An element, its attributes, and what is in it."""

    tag: str
    attributes: Mapping[str, str]
    inside: list[Node | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """Its classes."""
        return frozenset(self.attributes.get("class", "").split())

    def find(self, tag: str) -> list[Node]:
        """Return the elements ``tag`` below this one, in order."""
        found: list[Node] = []
        for each in self.inside:
            if isinstance(each, Node):
                found += ([each] if each.tag == tag else []) + each.find(tag)
        return found

    @property
    def words(self) -> str:
        """All text in it."""
        return "".join(each if isinstance(each, str) else each.words for each in self.inside)


class _Builder(HTMLParser):
    """Builds the tree."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if any(node.tag == tag for node in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def grow_tree(html: str) -> Node:
    """Return the root of the tree of ``html``, which :func:`~broadside.sanitising.clean_html` has made whole."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.open[0]
