"""The Markdown of one document -> every mistake in it that could harm a reader or hold up a build."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from broadside.problems import Problem, make_problem
from broadside.sanitising.cleaning import Removed, clean_html, find_removed
from broadside.sanitising.limits import (
    BYTES_MAX,
    NESTED_MAX,
    OPEN_MAX,
    PAGE_SECONDS,
    TooDeepError,
    TooSlowError,
    find_nested,
    limit_seconds,
)
from broadside.sanitising.lists import (
    ADDRESSES,
    BOXES,
    EVERYWHERE,
    SCHEMES,
    TAGS,
    is_fit_class,
    is_known_host,
    read_address,
)

EXTENSIONS = (
    *("toc", "tables", "fenced_code"),
    *("admonition", "attr_list", "def_list", "footnotes", "md_in_html"),
    *("pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist"),
)
"""Those of ``mkdocs.yml``, after the three that its generator always takes: a test holds them together."""


def make_configs() -> dict[str, dict[str, Any]]:
    """Return how ``mkdocs.yml`` configures them."""
    from pymdownx.slugs import slugify  # noqa: PLC0415  as in render()

    return {"toc": {"permalink": True, "slugify": slugify(case="lower")}, "pymdownx.tasklist": {"custom_checkbox": True}}


HTML = re.compile(r"<[A-Za-z/!?]|&[#A-Za-z]|~~~|```\S*\{|\{(?::|[ ]*[#.]|[^}\n]{0,300}=|[^}\n]{300})")
"""Where HTML may begin, a letter be written as a number, or attributes stand in braces."""
NOTE = re.compile(r"^<!-- ((?:[^<>&`~\n-]|`(?!`))*) -->$", re.MULTILINE)
"""A comment that is a line of its own, as the tables made from the kinds have, and that can neither end early nor begin code; its
words are looked at like all others."""
OWN_NAMES = re.compile(r"bs-|md-|__|\\_", re.IGNORECASE)
"""Names that belong to the theme: a heading could make an id of them."""
BOX = re.compile(r"^[ \t>*+-]*(?:!!!|\?\?\?\+?)[ \t]*(.*?)(?:\"|$)", re.MULTILINE)
"""The kind of an admonition: it becomes a class."""
FENCE = re.compile(r"```[\w+-]{0,40}[ \t]*$", re.ASCII)
CODE = re.compile(r"`[^`]*`")
TARGET = re.compile(r"\](?:\(|:)\s*<?\s*([^\s)>\]]*)")
"""What may be the address of a link or picture, in its place or named below."""
PLAIN_TARGET = re.compile(r"[\w/.#%?=,+~:@-]*$")
COSTLY_MARKS = re.compile(r"[\[\]*_`<>!&|\\~^=]")
COSTLY_MARKS_MAX, COSTLY_LINE_MAX, COSTLY_MAX = 1_500, 4_000, 20_000
"""Our choices, from what makes Markdown slow: a page with more marks, a longer line or more letters than any here is tried out."""


def check_body(path: str, body: str, body_line: int, hosts: Collection[str]) -> tuple[Problem, ...]:
    """Return what may not stand in the page at ``path``; links may lead to ``hosts``.

    Most pages are told to be harmless by a look; what has HTML in it, an unusual link or unusual size is rendered, within limits,
    and compared with what a reader would get of it.
    """
    size, nested = len(body.encode()), find_nested(body)
    if size > BYTES_MAX:
        return (make_problem(path, (body_line, 1), "page-too-long", size=round(size / 1000), most=BYTES_MAX // 1000),)
    if nested is not None:
        return (make_problem(path, (body_line + nested, 1), "page-too-deep", most=NESTED_MAX),)
    return () if is_harmless(body, hosts) else tuple(_try(path, body, body_line, hosts))


def _try(path: str, body: str, body_line: int, hosts: Collection[str]) -> Iterator[Problem]:
    """Render a page within limits, and report what a reader would not get of it."""
    at = (path, (body_line, 1))
    try:
        with limit_seconds(PAGE_SECONDS):
            html = render(body)
            removed = tuple(find_removed(html, clean_html(html, hosts)))
    except TooSlowError:
        yield make_problem(*at, "page-too-slow", seconds=round(PAGE_SECONDS))
    except (TooDeepError, RecursionError):
        yield make_problem(*at, "page-too-deep", most=OPEN_MAX)
    except Exception as error:  # noqa: BLE001  whatever the Markdown library says of a page it cannot read, the page is why
        yield make_problem(*at, "page-unreadable", reason=str(error) or type(error).__name__)
    else:
        yield from _word(path, body, body_line, removed, hosts)


def is_harmless(body: str, hosts: Collection[str]) -> bool:
    """Say whether a look is enough: of a usual size, no HTML, no attributes, no address but plain ones. In doubt it is not."""
    is_long = len(body) > COSTLY_MAX or any(len(line) > COSTLY_LINE_MAX for line in body.split("\n"))
    if is_long or len(COSTLY_MARKS.findall(body)) > COSTLY_MARKS_MAX:
        return False
    words = hide_code(NOTE.sub(r"\1", body))
    return (
        not HTML.search(words)
        and not OWN_NAMES.search(words)
        and all(is_fit_class(name) for box in BOX.finditer(words) for name in box.group(1).split())
        and all(_is_plain_target(match.group(1), hosts) for match in TARGET.finditer(words))
    )


def hide_code(body: str) -> str:
    """Return a body without its code, where it leaves no doubt what is code; otherwise all of it.

    No doubt are blocks between two lines of three backticks at the very left, and single backticks that pair on each line.
    """
    lines, is_code = list[str](), False
    for line in body.split("\n"):
        if "```" in line or "~~~" in line:
            if not FENCE.match(line) or (is_code and line.rstrip() != "```"):
                return body
            is_code = not is_code
            lines.append("")
        elif not is_code and "`" in line:
            if line.count("`") % 2 or "``" in line or "\\" in line:
                return body
            lines.append(CODE.sub("", line))
        else:
            lines.append("" if is_code else line)
    return body if is_code else "\n".join(lines)


def _is_plain_target(target: str, hosts: Collection[str]) -> bool:
    scheme, host = read_address(target)
    return bool(PLAIN_TARGET.match(target)) and (not scheme or (scheme in {"http", "https"} and is_known_host(host, hosts)))


def render(body: str) -> str:
    """Return the HTML of Markdown as the site's generator renders it, except for the addresses of links between pages."""
    import markdown  # noqa: PLC0415  most checks need it for no page, and it takes longer to load than they take

    from broadside.sanitising.rendering import quicken_markdown  # noqa: PLC0415  as above

    return quicken_markdown(markdown.Markdown(extensions=EXTENSIONS, extension_configs=make_configs())).convert(body)


def _word(path: str, body: str, body_line: int, removed: Collection[Removed], hosts: Collection[str]) -> Iterator[Problem]:
    """Say of each thing that a reader would not get where it stands and why."""
    taken: dict[str, int] = {}
    for each in removed:
        wanted = {"tag": rf"<{re.escape(each.tag)}\b", "words": r"<[!?/]"}.get(each.what) or _find_attribute(each)
        start = taken.get(wanted, 0)
        found = re.compile(wanted, re.IGNORECASE).search(body, start)
        taken[wanted] = found.end() if found else start
        index = found.start() if found else 0
        position = (body_line + body.count("\n", 0, index), index - body.rfind("\n", 0, index))
        yield _make(path, position, each, hosts)


def _find_attribute(each: Removed) -> str:
    """Return the pattern of an attribute in Markdown: a link's address stands there without its name."""
    if each.name in ADDRESSES and each.value:
        return re.escape(each.value)
    if each.name in {"id", "class"} and each.value:
        return rf"(?<![\w-]){re.escape(_find_unfit(each) if each.name == 'class' else each.value)}"
    return rf"(?<![\w-]){re.escape(each.name)}(?![\w-])"


def _find_unfit(each: Removed) -> str:
    """Return the first class of an element that it may not have."""
    return next((name for name in each.value.split() if not is_fit_class(name)), each.value)


def _make(path: str, position: tuple[int, int], each: Removed, hosts: Collection[str]) -> Problem:
    """Word one thing that was removed."""
    if each.what == "words":
        return make_problem(path, position, "html-broken")
    if each.what == "tag":
        return make_problem(path, position, "html-forbidden", tag=each.tag)
    if each.name in ADDRESSES and each.name in TAGS.get(each.tag, ()):
        return _make_address(path, position, each, hosts)
    if each.name == "class":
        return make_problem(path, position, "html-class", value=_find_unfit(each), legal=BOXES)
    if each.name == "id":
        return make_problem(path, position, "html-id", value=each.value)
    legal = sorted({*EVERYWHERE, *TAGS.get(each.tag, ())})
    return make_problem(path, position, "html-attribute", tag=each.tag, value=each.name, legal=legal)


def _make_address(path: str, position: tuple[int, int], each: Removed, hosts: Collection[str]) -> Problem:
    """Word an address that leads where none may."""
    scheme, host = read_address(each.value)
    if each.name != "href":
        return make_problem(path, position, "picture-elsewhere", value=each.value)
    if scheme not in SCHEMES:
        return make_problem(path, position, "link-scheme", value=each.value, legal=sorted(SCHEMES))
    return make_problem(path, position, "host-unknown", value=host, legal=sorted(hosts))
