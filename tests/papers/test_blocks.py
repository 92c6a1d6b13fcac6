"""Markdown -> blocks: what each element becomes, and that nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.papers.blocks import read_blocks
from broadside.papers.values import Block, Section, Span, say_blocks, say_spans, split_sections
from broadside.press.papers import PaperPhoto


def read(markdown: str, hosts: tuple[str, ...] = ()) -> tuple[Block, ...]:
    return read_blocks(markdown, hosts)


def words(*texts: str) -> tuple[Span, ...]:
    return tuple(Span(text) for text in texts)


@pytest.mark.parametrize(
    ("markdown", "block"),
    [
        ("One\ntwo.", Block("paragraph", words("One two."))),
        ("先看\n后干。", Block("paragraph", words("先看后干。"))),
        ("A **bold** word", Block("paragraph", (Span("A "), Span("bold", strong=True), Span(" word")))),
        ("Say `stop`", Block("paragraph", (Span("Say "), Span("stop", code=True)))),
        ("One  \ntwo", Block("paragraph", (Span("One"), Span("", breaks=True), Span(" two")))),
        ("### Third", Block("heading", words("Third"), level=3)),
        ("- a\n- b", Block("list", items=((Block("paragraph", words("a")),), (Block("paragraph", words("b")),)))),
        ("1. a", Block("list", items=((Block("paragraph", words("a")),),), start=1)),
        ("- [ ] a", Block("list", items=((Block("paragraph", words("a")),),), ticks=True)),
        ("| a | b |\n| - | - |\n| 1 | 2 |", Block("table", rows=((words("a"), words("b")), (words("1"), words("2"))), heads=1)),
        ('!!! danger "Stop"\n    Now.', Block("box", words("Stop"), items=((Block("paragraph", words("Now.")),),), kind="danger")),
        ('??? note "Stop"\n    Now.', Block("box", words("Stop"), items=((Block("paragraph", words("Now.")),),), kind="note")),
        ("> Words.", Block("quote", items=((Block("paragraph", words("Words.")),),))),
        ("```\na  b\n```", Block("code", words("a  b"))),
        ("---", Block("rule")),
        ("m<sup>3</sup>", Block("paragraph", (Span("m"), Span("3", raised=True)))),
        ("Say #set page(width: 1mm) $x$ *b*", Block("paragraph", (Span("Say #set page(width: 1mm) $x$ "), Span("b", strong=True)))),
    ],
)
def test_what_an_element_becomes(markdown: str, block: Block) -> None:
    assert read(markdown) == (block,)


HOOK, ROPE = (PaperPhoto(f"docs/{name}", "", 120, None, 200) for name in ("hook.png", "rope.svg"))


def test_a_picture_is_a_block_of_its_own_and_words_where_none_may_stand() -> None:
    markdown = "Look ![a hook](hook.png) here.\n\n[![a rope](rope.svg)](x.md)\n\n### See ![a hook](hook.png)"
    hook, rope = Block("picture", words("a hook"), data=HOOK), Block("picture", words("a rope"), data=ROPE)
    shown = read_blocks(markdown, (), show=lambda source: {"hook.png": HOOK, "rope.svg": ROPE}[source])
    heading = Block("heading", words("See a hook"), level=3)
    assert shown == (Block("paragraph", words("Look")), hook, Block("paragraph", words("here.")), rope, heading)
    assert read(markdown)[0] == Block("paragraph", words("Look a hook here."))


def test_terms_stand_above_what_is_said_of_them() -> None:
    assert read("Permit\n:   A paper.") == (
        Block("paragraph", (Span("Permit", strong=True),)),
        Block("quote", items=((Block("paragraph", words("A paper.")),),)),
    )


def test_a_list_in_a_list() -> None:
    inner = Block("list", items=((Block("paragraph", words("b")),),))
    assert read("- a\n    - b") == (Block("list", items=((Block("paragraph", words("a")), inner),)),)


def test_a_link_has_its_address_in_a_footnote() -> None:
    (block,) = read_blocks("See [the rule](rule.md).", (), lambda target: f"https://x/{target}")
    assert block.spans == (Span("See the rule"), Span("", note=(Span("https://x/rule.md", code=True),)), Span("."))


def test_a_footnote_stands_where_it_is_called() -> None:
    (block,) = read("Air[^1] first.\n\n[^1]: Fresh.")
    assert [say_spans(span.note) for span in block.spans if span.note] == ["Fresh."]
    assert say_spans(block.spans) == "Air first."


def test_a_picture_is_its_words() -> None:
    assert read("![A hat](hat.png)") == (Block("paragraph", words("A hat")),)


def test_what_may_not_reach_a_reader_is_not_printed() -> None:
    assert say_blocks(read("Wear <b>one</b>.<script>count()</script>")) == "Wear one."


def test_the_sections_of_a_text() -> None:
    first, second = split_sections(read("Before.\n\n## One\n\na\n\n### In it\n\nb"))
    assert (first.title, second.title) == ("", "One")
    assert say_blocks(second.blocks) == "a\nIn it\nb"
    assert split_sections(()) == ()
    assert split_sections(read("## One")) == (Section("One", ()),)


@given(st.lists(st.text("先看后干 abc*_`[]()#>|-1.\n\t~^", max_size=40), max_size=5).map("\n\n".join))
def test_any_text_becomes_blocks(markdown: str) -> None:
    for block in read(markdown):
        assert block.spans or block.items or block.rows or block.what in {"rule", "heading", "code"}
