"""A page's rendered HTML -> its sections as plain text, each with the anchor of its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from broadside.search.values import Section

_TAG = r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
_SILENT = re.compile(r"<(script|style|svg|template)\b.*?</\1\s*>|<!--.*?-->|<a class=\"headerlink\".*?</a>", re.DOTALL)
_HEADING = re.compile(rf"<h([1-6])\b({_TAG})(.*?)</h\1\s*>", re.DOTALL)
_ANCHOR = re.compile(r"\bid\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_INLINE = re.compile(
    rf"</?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr)\b{_TAG}"
)
_BLOCK = re.compile(rf"</?[a-zA-Z]{_TAG}")


def parse_sections(html: str) -> Iterator[Section]:
    """Yield the parts of a page; a heading without an anchor belongs to the part before it.

    The generator's own HTML is read, not any: an inline tag joins what stands around it, every other tag parts it.
    """
    cut = _SILENT.sub("", html)
    anchor, heading, begin, text = "", "", 0, ""
    for found in _HEADING.finditer(cut):
        text += cut[begin : found.start()]
        begin = found.end()
        marked = _ANCHOR.search(found[2])
        if marked is None:
            text += f"<p>{found[3]}</p>"
            continue
        yield Section(anchor, heading, strip(text))
        anchor, heading, text = unescape(marked[1] or marked[2] or ""), strip(found[3]), ""
    yield Section(anchor, heading, strip(text + cut[begin:]))


def strip(html: str) -> str:
    """Return the words of a piece of HTML, white space drawn together."""
    return " ".join(unescape(_BLOCK.sub(" ", _INLINE.sub("", html))).split())
