"""Terms in a page's HTML: the first of each, the longest form, and never where they would break what is there."""

from __future__ import annotations

import pytest

from broadside.catalog.terms import Term
from broadside.pages.marking import Marker, mark_html

TERMS = {
    "hot-work": Term(
        term={"en": "hot work", "zh": "动火作业"}, says={"en": 'Sparks & "fire".', "zh": "冒火花。"}, aliases={"zh": ("动火",)}
    ),
    "three": Term(term={"en": "three preventions", "zh": "三防"}, says={"en": "Three.", "zh": "三样。"}),
    "one-three": Term(term={"en": "one ventilation, three preventions", "zh": "一通三防"}, says={"en": "Four.", "zh": "四样。"}),
    "rule": Term(term={"en": 'four "not let go"', "zh": "四不放过"}, says={"en": "Closed.", "zh": "销案。"}),
    "aed": Term(term={"en": "AED", "zh": "AED"}, says={"en": "A machine.", "zh": "一台机器。"}),
}
MARKER = Marker(TERMS, ("en", "zh"))


def mark(body: str, language: str = "en") -> str:
    """Mark a body and write the marks short: <name:words>."""
    marked = mark_html(MARKER, body, "../g/", language)
    for name, term in TERMS.items():
        says = term.says[language].replace("&", "&amp;").replace('"', "&quot;")
        marked = marked.replace(f'<a class="bs-term" href="../g/#{name}" title="{says}">', f"[{name}:")
    return marked.replace("</a>", "]")


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        ("<p>Hot work, then hot work.</p>", "<p>[hot-work:Hot work], then hot work.</p>"),
        ("<p>hot\n works</p>", "<p>[hot-work:hot\n works]</p>"),
        ("<p>shot work, hot workers</p>", "<p>shot work, hot workers</p>"),
        ("<p>HOT WORK</p>", "<p>HOT WORK</p>"),
        ("<p>the four “not let go”</p>", "<p>the [rule:four “not let go”]</p>"),
        ("<h2>hot work</h2><p>hot work</p>", "<h2>hot work</h2><p>[hot-work:hot work]</p>"),
        (
            '<p><a href="x">a <b>hot work</b> b</a> hot work</p>',
            '<p><a href="x">a <b>hot work</b> b] [hot-work:hot work]</p>',
        ),
        ("<p><code>hot work</code></p><pre>hot work</pre>", "<p><code>hot work</code></p><pre>hot work</pre>"),
        ('<p class="bs-standfirst">hot work</p><p>hot work', '<p class="bs-standfirst">hot work</p><p>[hot-work:hot work]'),
        ('<img alt="hot work > hot work">', '<img alt="hot work > hot work">'),
        ("<p>AED在墙上，3个AED</p>", "<p>[aed:AED]在墙上，3个AED</p>"),
    ],
)
def test_english(body: str, marked: str) -> None:
    assert mark(body) == marked


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        ("<p>一通三防，一通三防，雨季三防</p>", "<p>[one-three:一通三防]，一通三防，雨季[three:三防]</p>"),
        ("<p>不动火；办动火作业票</p>", "<p>不[hot-work:动火]；办动火作业票</p>"),
        ("<p>办动火作业票，不动火</p>", "<p>办[hot-work:动火作业]票，不动火</p>"),
        ("<p>做hot work以前</p>", "<p>做[hot-work:hot work]以前</p>"),
        ("<p>第2四不放过</p>", "<p>第2[rule:四不放过]</p>"),
    ],
)
def test_chinese_takes_the_longest(body: str, marked: str) -> None:
    assert mark(body, "zh") == marked


def test_without_terms_a_page_stays_as_it_is() -> None:
    assert mark_html(Marker({}, ("en",)), "<p>hot work</p>", "g/", "en") == "<p>hot work</p>"
