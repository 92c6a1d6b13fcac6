"""Markdown that passes over what cannot apply becomes the HTML that the library makes of it."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import markdown
import pytest
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from bench.material import make_material
from broadside.frontmatter import parse_document
from broadside.sanitising import rendering
from broadside.sanitising.bodies import EXTENSIONS, make_configs
from broadside.sanitising.rendering import quicken_markdown
from sites import REPOSITORY

PIECES = (
    *("word", "灭火器 先停机", "*em*", "**strong**", "_a_", "__b__", "***c***", "`code`", "``a`b``", "\\*", "\\[", "\\`"),
    *("[link](page.md)", '[link](page.md "t")', "[ref][r]", "[r]", "[r]: https://x.example 'T'", "![alt](p.png)", "![r]"),
    *("![a][r]", "[^1]", "[^1]: note", "    more note", "<https://x.example>", "<a@b.example>", "  \n", "<b>x</b>", "<div>"),
    *("</div>", '<div markdown="1">', "<!-- c -->", "&amp;", "&", "&#42;", "&#123; .x }", "\\|", "\\\\", "a@b.example"),
    *("&copy;", "{#id .note}", "{: .tip}", "{ .x }", "# H1", "## H2 {#x}", "### H3 #", "Head\n===", "Head\n---", "---"),
    *("***", "- a", "* b", "+ c", "1. d", "2) e", "    - nested", "  - two", "- [ ] todo", "- [x] done"),
    *("| a | b |\n|---|:-:|\n| 1 | `x|y` |", "Term\n:   def", "Term\n\n:   def\n\n    more", "> quote", "> > deep"),
    *("!!! note", '!!! warning "T"\n    body', '??? tip "D"\n    body', "???+ note\n    body", "```\ncode\n```"),
    *("```python\nx = 1\n```", "~~~\nt\n~~~", "    indented code", "[TOC]", "[T\x02OC]", "\t", "STX \x02klzzwxh:0001\x03"),
    *("wzxhzdk:0", "|", "_", "*", "**", "[", "]", "(", ")", "!", "`", "{", "}", "<", ">", "\\", ":", "=", "\n", "\n", "\n\n"),
    *("\n\n", "\n\n", " ", " ", "    "),
)
"""Of every syntax that pages may have, and of halves of it."""


def _make(extensions: Iterable[str | Extension] = EXTENSIONS) -> Markdown:
    return Markdown(extensions=[*extensions], extension_configs=make_configs())


def _convert(md: Markdown, text: str) -> tuple[str, Any]:
    """Return the HTML of a page and its headings."""
    html = md.reset().convert(text)
    return html, md.toc_tokens if text.strip() else []  # type: ignore[attr-defined]


def test_every_document_becomes_what_the_library_makes_of_it(tmp_path: Path) -> None:
    made = make_material(tmp_path / "made", 60, seed=5).folder
    paths = [
        path for folder in (REPOSITORY, made) for part in ("docs", "slogans") for path in sorted((folder / part).rglob("*.md"))
    ]
    assert len(paths) > 200
    plain, quick = _make(), quicken_markdown(_make())
    for path in paths:
        text = f'<p class="bs-standfirst">{path.stem}</p>\n\n{parse_document(path.name, path.read_bytes())[0].body}'
        assert _convert(quick, text) == _convert(plain, text), path


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_put_together_becomes_what_the_library_makes_of_it(seed: int) -> None:
    dice, plain, quick = random.Random(seed), _make(), quicken_markdown(_make())  # noqa: S311  no secret
    pieces = PIECES if seed else [piece for piece in PIECES if "<" not in piece and "&" not in piece]
    ends = ("", "\n", " ", "\n\n", "\n\n")
    begins = ("", '<p class="bs-standfirst">What it is *about*.</p>\n\n', '<p class="a">b</p>', "<p>c</p>\n")
    for _ in range(250):
        text = dice.choice(begins) + "".join(piece + dice.choice(ends) for piece in dice.choices(pieces, k=dice.randint(1, 25)))
        assert _convert(quick, text) == _convert(plain, text), repr(text)


class _Shout(Extension):
    """A rule that nobody looked through: it needs none of the known marks."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the library's name
        """Set the rule up."""

        class Shouting(InlineProcessor):
            def handleMatch(self, m: Any, data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
                del data
                element = Element("big")
                element.text = m[1]
                return element, m.start(), m.end()

        md.inlinePatterns.register(Shouting(r"\$(\w+)\$", md), "shout", 45)


def test_a_rule_that_is_not_known_is_tried_everywhere() -> None:
    text = "a $b$ c\n\n- *d* $e$"
    quick, plain = quicken_markdown(_make((*EXTENSIONS, _Shout()))), _make((*EXTENSIONS, _Shout()))
    assert _convert(quick, text) == _convert(plain, text)
    assert "<big>b</big>" in _convert(quick, text)[0]


def test_another_version_of_the_library_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert markdown.__version_info__[:2] == rendering.VERSION, "look its rules through, and say so"
    monkeypatch.setattr(rendering, "VERSION", (3, 12))
    md = quicken_markdown(_make())
    assert "parseBlocks" not in vars(md.parser)
    assert type(md.treeprocessors["inline"]) is markdown.treeprocessors.InlineProcessor
