"""An element, an attribute and its value -> whether rendered Markdown may have it: lists of what is allowed, not of what is not."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Collection

_PLAIN = """
abbr aside b bdi bdo blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd
label li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr
"""
TAGS: dict[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN.split(), frozenset[str]()),
    "a": frozenset({"href", "hreflang"}),
    "audio": frozenset({"src", "controls", "preload"}),
    "details": frozenset({"open"}),
    "img": frozenset({"src", "alt", "width", "height", "loading", "decoding"}),
    "input": frozenset({"type", "disabled", "checked"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "type", "reversed"}),
    "source": frozenset({"src", "type"}),
    "td": frozenset({"colspan", "rowspan", "style"}),
    "th": frozenset({"colspan", "rowspan", "scope", "style"}),
    "time": frozenset({"datetime"}),
    "track": frozenset({"src", "kind", "srclang", "label", "default"}),
    "video": frozenset({"src", "controls", "preload", "poster", "width", "height"}),
}
"""Each element that may stand in a page, with the attributes of its own. Our choice: what our Markdown extensions write, the
elements of prose (HTML 4.3 to 4.5), tables, and pictures, sound and films of the site. ``label`` and ``input`` are the boxes of
task lists: the one cannot name what it opens (``for``), the other is made a box that cannot be changed."""
EVERYWHERE = frozenset({"class", "dir", "id", "lang", "title"})
"""The attributes that every one of them may have."""
INPUT = {"type": "checkbox", "disabled": ""}
"""What every ``input`` becomes, whatever it was: a box for a password is none of an editor's business."""
BOXES = "note abstract info tip success question warning failure danger bug example quote".split()  # noqa: SIM905
"""The kinds of boxes that a page may have (Material's reference, "Admonitions"), one name each."""
_CLASSES = """
admonition admonition-title note abstract summary tldr info todo tip hint important success check done question help faq
warning caution attention failure fail missing danger error bug example quote cite inline end
footnote footnote-ref footnote-backref headerlink highlight linenums
task-list task-list-item task-list-control task-list-indicator
md-button md-button--primary grid bs-first bs-standfirst bs-words
"""
CLASSES = frozenset(_CLASSES.split())
"""The classes that a page may use: those that our Markdown extensions write and Material draws (its reference, "Admonitions",
"Buttons", "Grids"), and three of ours. Any other may be one that the theme lays over the page or that a script acts on."""
CODE_CLASS = re.compile(r"language-[\w+#.-]{1,40}|[a-z][a-z0-9]{0,2}(-[A-Z][A-Za-z]{1,20}){0,3}", re.ASCII)
"""The language of a block of code, and the short names of its parts (Pygments, ``STANDARD_TYPES``)."""
ID = re.compile(r"(?!bs-|md-|__)\w[\w:.-]*", re.IGNORECASE)
"""An id that no script of the theme or of ours looks for: letters, digits, and nothing that could end an attribute."""
ALIGNED = re.compile(r"text-align:\s*(left|right|center);?")
"""The one style there is: the columns of Markdown's own tables."""
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
ADDRESSES = frozenset({"href", "src", "poster"})
"""Attributes that hold an address; the last two load it."""
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
"""RFC 3986, 3.1."""
IGNORED = re.compile(r"[\t\n\r]")
EDGES = "".join(map(chr, range(0x21)))
"""What a browser takes out of an address before it reads it, and what it cuts off at both ends (WHATWG URL, 4.4)."""


def read_address(written: str) -> tuple[str, str]:
    """Return the scheme and the host of an address as a browser reads it; both are empty for a place on the site itself."""
    address = IGNORED.sub("", written.strip(EDGES)).replace("\\", "/")
    scheme = SCHEME.match(address)
    name = scheme.group(1).casefold() if scheme else ""
    rest = address[scheme.end() :] if scheme else address
    if not rest.startswith("//") and name not in {"http", "https"}:
        return name, ""
    try:
        host = urllib.parse.urlsplit(f"//{rest.lstrip('/')}").hostname
    except ValueError:  # an address that is none, such as http://[
        host = None
    return name or "https", host or rest.strip("/") or "//"


def is_known_host(host: str, hosts: Collection[str]) -> bool:
    """Say whether ``host`` is one of ``hosts``, whatever the case of its letters; a subdomain is a host of its own."""
    return host.casefold().rstrip(".") in hosts


def is_free_id(value: str) -> bool:
    """Say whether an element of a page may have this id: none that the theme's scripts look for."""
    return bool(ID.fullmatch(value))


def is_fit_class(name: str) -> bool:
    """Say whether an element of a page may have this class."""
    return name in CLASSES or bool(CODE_CLASS.fullmatch(name))


def filter_attribute(tag: str, name: str, value: str, hosts: Collection[str]) -> str | None:
    """Return the value of an attribute from the lists as it may stand in a page, or ``None`` where it may not."""
    if name == "class":
        return " ".join(filter(is_fit_class, value.split())) or None
    if name == "id":
        return value if is_free_id(value) else None
    if name == "style":
        return value if ALIGNED.fullmatch(value) else None
    if name in ADDRESSES:
        scheme, host = read_address(value)
        is_link = tag == "a"
        is_good = (not host or is_known_host(host, hosts)) and scheme in SCHEMES if is_link and scheme else not scheme
        return value if is_good else None
    return value
