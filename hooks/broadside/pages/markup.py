"""A rendered page of the theme -> the same page as HTML's standard and readers without a mouse or a screen need it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

TOGGLE = '<input class="md-toggle" data-md-toggle="{name}" type="checkbox" id="__{name}"'
TASK = '<input type="checkbox" disabled=""{checked}><span class="task-list-indicator">'
ELSEWHERE = re.compile(r"""=['"]?(?:https?:)?//""", re.IGNORECASE)
"""The beginning of an attribute's value that is a whole address."""
CANONICAL = re.compile(r"""\s*<link rel="canonical" href="([\w:/.-]+)">""", re.ASCII)
"""How the frame of every page says what its own address is, where nothing in it is written in any other way."""


def audit_tags(html: str, home: str, audit: Callable[[str], str]) -> str:
    """Let ``audit`` replace each tag of a page that has a whole address in it, and look at nothing else.

    An audit that finds a tag by an address within it, as Material's does, is right about each tag by itself, and a page has some
    hundred that it need not read. Of the page's own address, below ``home``, there is nothing to say.
    """
    parts, begin = list[str](), 0
    for found in ELSEWHERE.finditer(html):
        start, end = html.rfind(">", 0, found.start()) + 1, html.find(">", found.end()) + 1
        if start < begin or not end:
            continue
        tag = html[start:end]
        own = CANONICAL.fullmatch(tag)
        parts += html[begin:start], tag if own and home.endswith("/") and own[1].startswith(home) else audit(tag)
        begin = end
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
