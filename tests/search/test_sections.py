"""Rendered HTML -> sections: what is kept, what parts words and what joins them."""

from __future__ import annotations

from broadside.search.sections import parse_sections
from broadside.search.values import Section


def test_headings_with_anchors_begin_sections() -> None:
    link = '<a class="headerlink" href="#one">¶</a>'
    html = f'<p>Lead &amp; more</p><h2 id="one">One{link}</h2><p>First.</p><h3 id="两">二</h3><ul><li>a<li>b</ul>'
    assert list(parse_sections(html)) == [
        Section("", "", "Lead & more"),
        Section("one", "One", "First."),
        Section("两", "二", "a b"),
    ]


def test_a_heading_without_anchor_belongs_to_what_is_before_it() -> None:
    assert list(parse_sections("<p>a</p><h2>b</h2><p>c</p>")) == [Section("", "", "a b c")]


def test_inline_tags_join_and_blocks_part() -> None:
    assert [each.text for each in parse_sections("<p>灭<strong>火</strong>器</p><p>x</p>y<br>z")] == ["灭火器 x y z"]


def test_scripts_comments_and_attributes_say_nothing() -> None:
    html = '<script>one</script><!-- two --><img alt="a > b"><svg><text>three</text></svg><p title="<p>">four</p>'
    assert [each.text for each in parse_sections(html)] == ["four"]
