"""One page's HTML -> the same page for a folder of files: links name files, and nothing needs a server or an address."""

from __future__ import annotations

import posixpath
import re
import urllib.parse
from collections.abc import Collection
from html import escape, unescape

SKIPPED = r"<!--.*?-->|<(?:script|style)\b(?:\"[^\"]*\"|'[^']*'|[^'\">])*>.*?</(?:script|style)\s*>"
TAG = r"<[a-zA-Z](?:\"[^\"]*\"|'[^']*'|[^'\">])*>"
PIECE = re.compile(f"{SKIPPED}|{TAG}", re.DOTALL | re.IGNORECASE)
"""A comment, a script or style with what is inside it, or the start of an element (HTML, 13.1.2)."""
START = re.compile(TAG)
ATTRIBUTE = re.compile(r"(\s(?:href|src|poster|action)\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s>\"']+)", re.IGNORECASE)
SOURCES = re.compile(r"(\ssrcset\s*=\s*)(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
REFRESH = re.compile(r"(\scontent\s*=\s*\"\d+;\s*url=)([^\"]*)(\")", re.IGNORECASE)
DOWNLOAD = re.compile(r"\sdownload(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?(?=[\s>/])", re.IGNORECASE)
ELSEWHERE = (
    re.compile(r"<link\b[^>]*\brel=\"?canonical\b", re.IGNORECASE),
    re.compile(r"<link\b[^>]*\btype=\"application/atom\+xml\"", re.IGNORECASE),
    re.compile(r"<meta\b[^>]*\bproperty=\"og:", re.IGNORECASE),
    re.compile(r"<script\b[^>]*\btype=\"application/ld\+json\"", re.IGNORECASE),
)
"""What a page says to those who read it over the network: messengers, feed readers, search programs."""
HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
LEFT_OUT = "left-out.html"
"""The page that says of a file that this copy does not have it."""
SCRIPT = "js/copy.js"


def rewrite_page(text: str, page: str, files: Collection[str], missing: Collection[str] = ()) -> str:
    """Return the page at ``page`` for a copy that holds ``files`` and that leaves ``missing`` out; all are relative to the site.

    A link to a folder names the page in it, a link to what was left out leads to the page that says so. Addresses that other
    pages make while they are read are completed by :data:`SCRIPT`.
    """

    def turn(match: re.Match[str]) -> str:
        piece = match.group(0)
        if piece.startswith("<!--"):
            return piece
        if any(each.match(piece) for each in ELSEWHERE):
            return ""
        start = START.match(piece)
        return _rewrite_tag(start.group(0), page, files, missing) + piece[start.end() :] if start else piece

    rewritten = PIECE.sub(turn, text)
    end = HEAD_END.search(rewritten)
    script = f'<script src="{posixpath.relpath(SCRIPT, posixpath.dirname(page) or ".")}"></script>'
    return rewritten[: end.start()] + script + rewritten[end.start() :] if end else rewritten


def _rewrite_tag(tag: str, page: str, files: Collection[str], missing: Collection[str]) -> str:
    """Rewrite the addresses in the start of one element."""

    def point(written: str) -> str:
        return rewrite_address(written, page, files, missing)

    def change(match: re.Match[str]) -> str:
        value = match.group(2)
        bare = value[1:-1] if value[0] in "\"'" else value
        return match.group(1) + '"' + escape(point(unescape(bare))) + '"'

    def change_sources(match: re.Match[str]) -> str:
        parts = [part.strip().split(maxsplit=1) for part in unescape(match.group(2)[1:-1]).split(",")]
        return match.group(1) + '"' + escape(", ".join(" ".join([point(part[0]), *part[1:]]) for part in parts if part)) + '"'

    changed = SOURCES.sub(change_sources, ATTRIBUTE.sub(change, tag))
    changed = REFRESH.sub(lambda match: match.group(1) + escape(point(unescape(match.group(2)))) + match.group(3), changed)
    return DOWNLOAD.sub("", changed) if LEFT_OUT in changed else changed


def rewrite_address(written: str, page: str, files: Collection[str], missing: Collection[str] = ()) -> str:
    """Return an address on ``page`` as a copy needs it; what leaves the site and what stays on the page remains as it is."""
    try:
        parts = urllib.parse.urlsplit(written)
    except ValueError:  # an address that is none, in an editor's own HTML
        return written
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return written
    place = posixpath.normpath(posixpath.join(posixpath.dirname(page), urllib.parse.unquote(parts.path)))
    if place in missing:
        left = posixpath.relpath(LEFT_OUT, posixpath.dirname(page) or ".")
        return f"{left}#{urllib.parse.quote(place)}"
    if place in files or posixpath.normpath(f"{place}/index.html") not in files:
        return written
    return urllib.parse.urlunsplit(parts._replace(path=posixpath.join(parts.path, "index.html")))
