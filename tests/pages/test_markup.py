"""What no template of ours can reach is mended, and nothing else is touched."""

from __future__ import annotations

import random
import re

import markdown
import pytest

from broadside.pages.markup import audit_tags, mend_markup
from broadside.sanitising import clean_html

WORDS = {"to_do": "To do", "done": "Done"}


@pytest.mark.parametrize("name", ["drawer", "search"])
def test_a_toggle_has_no_autocomplete(name: str) -> None:
    toggle = f'<input class="md-toggle" data-md-toggle="{name}" type="checkbox" id="__{name}"'
    assert mend_markup(f'{toggle} autocomplete="off"><input autocomplete="off">', WORDS) == f'{toggle}><input autocomplete="off">'


def test_the_content_can_be_led_to() -> None:
    mended = mend_markup('<article class="md-content__inner md-typeset"><article class="bs-row">', WORDS)
    assert mended == '<article class="md-content__inner md-typeset" id="bs-content"><article class="bs-row">'


def test_a_task_says_its_state() -> None:
    settings = {"pymdownx.tasklist": {"custom_checkbox": True}}
    html = markdown.markdown("- [ ] one\n- [x] two\n- [ ] three", extensions=["pymdownx.tasklist"], extension_configs=settings)
    mended = mend_markup(clean_html(html, ()), WORDS)
    assert mended.count('aria-label="To do" disabled="">') == 2
    assert mended.count('aria-label="Done" disabled="" checked="">') == 1


def test_other_pages_stay_as_they_are() -> None:
    page = "<p>autocomplete=&quot;off&quot; <input type='checkbox'></p>"
    assert mend_markup(page, WORDS) == page


PIECES = (
    *("<a ", "<A", "<img ", "<link ", "<image ", "<script ", "<p>", "</p>", "<", ">", ">", ">", " ", "\n", "words", "/>"),
    *('href="', "href=", "HREF='", 'src="', "src=", "https://law.example/a", "HTTP://", "//cdn.example", "/here", '"', "'", "="),
)
AUDIT = re.compile(r"""<(?:(?:a|link|image)[^>]+href|(?:script|img)[^>]+src)=['"]?(?:https?:)?//[^>]+>""", re.IGNORECASE)
"""How Material's audit finds what a page may fetch."""


def _audit(html: str) -> str:
    return AUDIT.sub(lambda found: f"({found.group()})", html)


def test_an_audit_of_tags_finds_what_an_audit_of_the_page_finds() -> None:
    dice = random.Random(7)  # noqa: S311  no secret
    pages = ["".join(dice.choices(PIECES, k=40)) for _ in range(3000)]
    assert sum("(" in _audit(page) for page in pages) > 300
    assert [audit_tags(page, "", _audit) for page in pages] == [_audit(page) for page in pages]


@pytest.mark.parametrize(
    ("tag", "is_audited"),
    [
        ('<link rel="canonical" href="https://safe.example/lessons/">', False),
        ('<link rel="canonical" href="https://safe.example.other/">', True),
        ('<link rel="canonical" href="https://other.example/">', True),
        ('<link rel="stylesheet" href="https://safe.example/a.css">', True),
        ('<link rel="canonical" href="https://safe.example/%22">', True),
        ('<a href="https://safe.example/">', True),
        ('<meta content="words">', False),
    ],
)
def test_only_the_address_of_the_page_itself_needs_no_audit(tag: str, *, is_audited: bool) -> None:
    audited = audit_tags(f"<p>{tag}</p>", "https://safe.example/", lambda each: f"({each})")
    assert audited == (f"<p>({tag})</p>" if is_audited else f"<p>{tag}</p>")
