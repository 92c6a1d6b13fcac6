"""What no template of ours can reach is mended, and nothing else is touched."""

from __future__ import annotations

import markdown
import pytest

from broadside.pages.markup import mend_markup
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
