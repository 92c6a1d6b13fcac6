"""Rendered Markdown -> the same without what is not on the lists, and the account of what that was."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from typing import Literal

import nh3

from broadside.sanitising.limits import check_depth
from broadside.sanitising.lists import EVERYWHERE, INPUT, TAGS, filter_attribute

SILENT = {"script", "style", "template", "noscript", "iframe", "object", "textarea", "title", "noembed", "noframes", "xmp"}
"""What goes with all that is in it: its words were never meant to be read."""

ATTRIBUTES_KEPT = 1000
"""Our choice: of so many attributes the verdict is kept; those that many pages have are few, and those of one page some dozens."""
PLAIN = re.compile(r"[\w ,.;:!?()/\u2010-\u201f\u3000-\u301f\uff01-\uff5e'-]*")
"""Words in which nothing can be HTML and that are written as they are: no ``<``, ``>`` or ``&``, no ``"``."""


@dataclass(frozen=True)
class Removed:
    """Something that may not stand in a page: an element, an attribute with its value, or words inside neither."""

    what: Literal["tag", "attribute", "words"]
    tag: str = ""
    name: str = ""
    value: str = ""


def clean_html(html: str, hosts: Collection[str]) -> str:
    """Return ``html`` with nothing in it that is not on the lists; links lead to ``hosts`` or stay on the site.

    Raises :class:`~broadside.sanitising.limits.TooDeepError` for what would take the parser minutes.
    """
    check_depth(html)
    return _make_cleaner(frozenset(hosts)).clean(html)


@functools.cache
def _make_cleaner(hosts: frozenset[str]) -> nh3.Cleaner:
    """Return what cleans for these hosts; a site has thousands of pages, and some attributes on each of them."""

    @functools.lru_cache(ATTRIBUTES_KEPT)
    def judge(tag: str, name: str, value: str) -> str | None:
        return filter_attribute(tag, name, value, hosts)

    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=SILENT,
        attributes={"*": set(EVERYWHERE), **{tag: set(own) for tag, own in TAGS.items() if own}},
        attribute_filter=judge,
        set_tag_attribute_values={"input": INPUT},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


def clean_words(html: str) -> str:
    """Return the words of a piece of HTML, safe to stand in a page or in an attribute."""
    if PLAIN.fullmatch(html):
        return html
    return nh3.clean(html, tags=set(), clean_content_tags=SILENT).replace('"', "&quot;")


class _Inventory(HTMLParser):
    """Counts the elements, attributes and letters of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: Counter[Removed] = Counter()
        self.letters: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[Removed("tag", tag)] += 1
        for name, value in attrs:
            plain = value or ""
            self.found[Removed("attribute", tag, name, " ".join(plain.split()) if name == "class" else plain)] += 1

    def handle_data(self, data: str) -> None:
        self.letters.update(data)

    def handle_comment(self, data: str) -> None:
        if "<" in data or ">" in data:  # where it ends, a browser may see otherwise (HTML 13.2.5.43); plain notes are left alone
            self.letters.update(data)

    def handle_decl(self, decl: str) -> None:
        self.letters.update(decl)

    def handle_pi(self, data: str) -> None:
        self.letters.update(data)

    def unknown_decl(self, data: str) -> None:
        self.letters.update(data)


def find_removed(html: str, cleaned: str) -> Iterator[Removed]:
    """Yield what is in ``html`` and no longer in ``cleaned``, as a second parser reads both.

    Two parsers: what only one of them takes for an element is found as well.
    """
    if _is_same(html, cleaned):
        return
    before, after = take_inventory(html), take_inventory(cleaned)
    lost = before.found - after.found
    tags = {each.tag for each in lost if each.what == "tag"}
    for each in lost.elements():
        if each.what == "tag" or each.tag not in tags:
            yield each
    letters = Counter({letter: count for letter, count in (before.letters - after.letters).items() if not letter.isspace()})
    if letters and not tags:
        yield Removed("words")


def _is_same(html: str, cleaned: str) -> bool:
    """Say whether two texts differ in nothing but how HTML is written: references, empty values, the slash of void elements."""
    return html.count("<") == cleaned.count("<") and _write_plainly(html) == _write_plainly(cleaned)


def _write_plainly(html: str) -> str:
    return unescape(html.replace(" />", ">").replace("/>", ">").replace('=""', ""))


def take_inventory(html: str) -> _Inventory:
    """Count what a piece of HTML is made of."""
    inventory = _Inventory()
    inventory.feed(html)
    inventory.close()
    return inventory
