"""A rendered page of the theme -> the same page as HTML's standard and readers without a mouse or a screen need it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

TOGGLE = '<input class="md-toggle" data-md-toggle="{name}" type="checkbox" id="__{name}"'
TASK = '<input type="checkbox" disabled=""{checked}><span class="task-list-indicator">'
FETCHING = ("href", "src")
"""The attributes whose addresses the audit looks at."""
CANONICAL = re.compile(r"""\s*<link rel="canonical" href="([\w:/.-]+)">""", re.ASCII)
"""How the frame of every page says what its own address is, where nothing in it is written in any other way."""


def audit_tags(html: str, home: str, audit: Callable[[str], str]) -> str:
    """Let ``audit`` replace each tag of a page that may have a whole address in it, and look at nothing else.

    An audit that finds a tag by an address within it, as Material's does, is right about each tag by itself, and a page has some
    hundred that it need not read. Of the page's own address, below ``home``, there is nothing to say.
    """
    parts, begin, found = list[str](), 0, html.find("//")
    while found >= 0:
        start, end = html.rfind(">", begin, found) + 1 or begin, html.find(">", found) + 1 or len(html)
        tag = html[start:end]
        own = CANONICAL.fullmatch(tag)
        is_fetched = any(name in tag.casefold() for name in FETCHING)
        is_ours = own and home.endswith("/") and own[1].startswith(home)
        parts += html[begin:start], audit(tag) if is_fetched and not is_ours else tag
        begin, found = end, html.find("//", end)
    return "".join((*parts, html[begin:]))


def mend_markup(html: str, words: Mapping[str, str]) -> str:
    """Mend what no template of ours can reach; ``words`` are the texts ``reach`` in the page's language.

    - A check box has no ``autocomplete`` (HTML 4.10.5.1.15), but Material's base template writes one.
    - The link past the header needs a place to lead to on pages without headings.
    - The box of a task has no words within its label: its state is its name (WCAG 2.2, 4.1.2).
    """
    for name in ("drawer", "search"):
        html = html.replace(TOGGLE.format(name=name) + ' autocomplete="off">', TOGGLE.format(name=name) + ">", 1)
    html = html.replace(
        '<article class="md-content__inner md-typeset">', '<article class="md-content__inner md-typeset" id="bs-content">', 1
    )
    for checked, word in (("", words["to_do"]), (' checked=""', words["done"])):
        box = TASK.format(checked=checked)
        html = html.replace(box, box.replace(" disabled", f' aria-label="{word}" disabled', 1))
    return html
