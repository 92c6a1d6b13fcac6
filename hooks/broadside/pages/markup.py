"""A rendered page of the theme -> the same page as HTML's standard and readers without a mouse or a screen need it."""

from __future__ import annotations

from collections.abc import Mapping

TOGGLE = '<input class="md-toggle" data-md-toggle="{name}" type="checkbox" id="__{name}"'
TASK = '<input type="checkbox" disabled=""{checked}><span class="task-list-indicator">'


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
