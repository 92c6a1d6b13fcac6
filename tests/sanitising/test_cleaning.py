"""What two parsers make of a page: what is taken out is taken out, and accounted for."""

from __future__ import annotations

import nh3
import pytest

from broadside.sanitising import TooDeepError, clean_html, clean_words, find_removed
from broadside.sanitising.bodies import render
from broadside.sanitising.cleaning import PLAIN

HOSTS = frozenset({"safety.example"})
PROSE = """\
## What to do

!!! warning "Never alone"
    Wait for *two* others.

??? note "More"
    A `<script>` in code, and a line \\
    that ends.

- [x] done
- [ ] to do

| a | b |
|:--|--:|
| 1 | 2 |

Belt
:   What holds you[^1].

```yaml
text: {en: "Look first <b>"}
```

<figure markdown="span">
![A belt](belt.png "Belt"){: width=300 }
<figcaption>A belt</figcaption>
</figure>

<div class="bs-first" markdown="1">

## 第一步

1. Look.

</div>

<kbd>Ctrl</kbd> [law](https://safety.example/?a=1&b=2) <mailto:x@safety.example>

[^1]: On [the page](belts.md#worn).
"""


def test_all_that_our_markdown_writes_stays() -> None:
    html = render(PROSE)
    cleaned = clean_html(html, HOSTS)
    assert list(find_removed(html, cleaned)) == []
    for word in (
        'class="admonition warning"',
        "<details",
        'type="checkbox"',
        "text-align: right",
        'class="footnote-ref"',
        'width="300"',
    ):
        assert word in cleaned


def test_cleaning_twice_changes_nothing() -> None:
    once = clean_html(render(PROSE), HOSTS)
    assert clean_html(once, HOSTS) == once


@pytest.mark.parametrize(
    ("html", "left", "removed"),
    [
        ("<p>a<script>b</script></p>", "<p>a</p>", [("tag", "script", "")]),
        ("<p onclick=x>a</p>", "<p>a</p>", [("attribute", "p", "onclick")]),
        ("<form action=x><b>a</b></form>", "<b>a</b>", [("tag", "form", "")]),
        ("<svg><a href=javascript:x>a</a></svg>", "", [("tag", "svg", ""), ("tag", "a", "")]),
        ("<a href='javascript:x'>a</a>", "<a>a</a>", [("attribute", "a", "href")]),
        ("<a href=a href=b>a</a>", '<a href="a">a</a>', [("attribute", "a", "href")]),
        ("<input type=password>", '<input type="checkbox" disabled="">', [("attribute", "input", "type")]),
        ("a <!--> b <script>x</script> -->", "a  b  --&gt;", [("words", "", "")]),
        ("a <!-- a note --> b", "a  b", []),
        ("<b\x00c>a</b>", "a", [("words", "", "")]),
    ],
)
def test_what_is_taken_out_is_accounted_for(html: str, left: str, removed: list[tuple[str, str, str]]) -> None:
    cleaned = clean_html(html, HOSTS)
    assert cleaned == left
    assert [(each.what, each.tag, each.name) for each in find_removed(html, cleaned)] == removed


def test_what_would_take_a_parser_minutes_is_not_given_to_it() -> None:
    with pytest.raises(TooDeepError):
        clean_html("<b>" * 101, HOSTS)
    assert clean_html("<b>" * 100 + "a" + "</b>" * 100, HOSTS).count("<b>") == 100


def test_the_words_of_a_heading() -> None:
    assert clean_words('a <b onclick=x>b</b> &lt;script&gt; " <script>c</script>') == "a b &lt;script&gt; &quot; "


def test_words_that_are_left_alone_are_those_that_the_cleaner_leaves_alone() -> None:
    letters = "".join(letter for letter in map(chr, range(0x110000)) if PLAIN.fullmatch(letter))
    assert len(letters) > 100_000
    assert nh3.clean(f"a{letters}b", tags=set()) == f"a{letters}b"
    assert not any(map(PLAIN.fullmatch, '<>&"\r\n\0\xa0'))
