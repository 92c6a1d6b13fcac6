"""A Markdown object of the library -> the same without what cannot have anything to do on a page; its HTML is equal.

The library tries every rule on every piece of text. Most rules need a certain letter to apply at all, and most pieces have none of
them. Only rules of a version that was looked through stand here, each by its name; whatever else is set up does what it did before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown import Markdown, blockparser, inlinepatterns, treeprocessors
from markdown.util import STX, AtomicString

VERSION = (3, 11)
"""The version of the library whose rules these are; a test compares both for every document that there is."""
INDENT = "    "
ALWAYS = ("",)
"""What is in every text: the needle of a rule that is not known."""
NEEDLES = {
    "markdown.extensions.admonition.AdmonitionProcessor": ("!!!", INDENT),
    "pymdownx.details.DetailsProcessor": ("???", INDENT),
    "markdown.extensions.md_in_html.MarkdownInHtmlProcessor": (STX,),
    "markdown.extensions.def_list.DefListIndentProcessor": (INDENT,),
    "markdown.blockprocessors.ListIndentProcessor": (INDENT,),
    "pymdownx.superfences.SuperFencesCodeBlockProcessor": (INDENT,),
    "markdown.extensions.tables.TableProcessor": ("|",),
    "markdown.blockprocessors.HashHeaderProcessor": ("#",),
    "markdown.blockprocessors.SetextHeaderProcessor": ("\n=", "\n-"),
    "markdown.blockprocessors.HRProcessor": ("-", "_", "*"),
    "markdown.extensions.def_list.DefListProcessor": (":",),
    "markdown.blockprocessors.BlockQuoteProcessor": (">",),
    "markdown.extensions.footnotes.FootnoteBlockProcessor": ("[^",),
    "markdown.blockprocessors.ReferenceProcessor": ("]:",),
}
"""Of each rule of blocks: one of these is in a block that it takes."""
MARKS = {
    inlinepatterns.BACKTICK_RE: "`",
    inlinepatterns.ESCAPE_RE: "\\",
    inlinepatterns.LINK_RE: "[",
    inlinepatterns.IMAGE_LINK_RE: "![",
    r"\[\^([^\]]*)\]": "[^",
    inlinepatterns.AUTOLINK_RE: "<",
    inlinepatterns.AUTOMAIL_RE: "<",
    inlinepatterns.LINE_BREAK_RE: "  \n",
    inlinepatterns.HTML_RE: "<",
    inlinepatterns.ENTITY_RE: "&",
}
"""Of each rule within a line, by its expression: what is in all that it matches."""
NEWLINE = "\n"
FIRST = re.compile(r'<p class="[\w -]*">[^<>&\n]*</p>(?=\n\n)', re.ASCII)
"""A paragraph in HTML on a page's first line, with a blank line below it."""
EMPHASIS = r"\*|_"
"""The one rule with two marks."""
MARK = re.compile("|".join(map(re.escape, sorted({*MARKS.values(), "*", "_"}, key=len))))
"""What must be in a text for any of those rules."""


def quicken_markdown(md: Markdown) -> Markdown:
    """Let ``md``, all of whose extensions are set up, pass over what cannot apply; returns it."""
    if markdown.__version_info__[:2] != VERSION or md.tab_length != len(INDENT):
        return md
    if type(md.parser) is blockparser.BlockParser:
        _quicken_blocks(md.parser)
    if type(md.treeprocessors["inline"]) is treeprocessors.InlineProcessor:
        md.treeprocessors.register(_Inline(md), "inline", 20)
    first = next(iter(md.preprocessors))
    if _name(first) == "markdown.preprocessors.NormalizeWhitespace":
        _quicken_processors(md, _Source(first))
    return md


def _name(rule: object) -> str:
    """Return the full name of a rule's class."""
    return f"{type(rule).__module__}.{type(rule).__qualname__}"


class _Source:
    """The text of the page at hand, as the library's first processor hands it to all others."""

    def __init__(self, first: Any) -> None:
        self._run, self.text = first.run, ""
        first.run = self.run

    def run(self, lines: list[str]) -> list[str]:
        """Do what the first processor does, and keep what comes of it."""
        normal: list[str] = self._run(lines)
        self.text = "\n".join(normal)
        return normal


def _quicken_processors(md: Markdown, source: _Source) -> None:
    """Let what works on the whole page run only where its marks stand anywhere in the page."""
    for processor in (*md.preprocessors, *md.treeprocessors):
        match _name(processor):
            case "markdown.extensions.md_in_html.HtmlBlockPreprocessor":
                _quicken_html(md, processor)
            case "markdown.extensions.attr_list.AttrListTreeprocessor":
                _pass_over(processor, lambda: "{" in source.text, lambda _: None)
            case "markdown.treeprocessors.UnescapeTreeprocessor":
                _pass_over(processor, lambda: "\\" in source.text, lambda _: None)
            case "markdown.extensions.toc.TocTreeprocessor":
                _quicken_toc(processor, source)


def _pass_over(processor: Any, is_needed: Callable[[], bool], idle: Callable[[Any], Any]) -> None:
    """Let a processor run only where it is needed."""
    run = processor.run
    processor.run = lambda given: run(given) if is_needed() else idle(given)


def _quicken_html(md: Markdown, processor: Any) -> None:
    """Let no parser look for HTML where there is none, or one paragraph alone, with which most documents begin: their summary."""
    run = processor.run

    def put_aside(lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if "<" not in text and "&" not in text:
            return lines
        first = FIRST.match(text)
        if first is None or "&" in text or text.find("<", first.end()) > 0:
            found: list[str] = run(lines)
            return found
        return f"\n{md.htmlStash.store(first[0] + NEWLINE)}\n\n{text[first.end() :]}".split("\n")

    processor.run = put_aside


def _quicken_toc(processor: Any, source: _Source) -> None:
    """Let the list of headings be drawn only where the page has a place for it; the generator reads the headings, not the list."""
    run, draw, marker = processor.run, processor.build_toc_div, processor.marker

    def run_with_marker(root: Element) -> None:
        is_shown = bool(marker) and marker in source.text
        processor.marker = marker if is_shown else ""
        processor.build_toc_div = draw if is_shown else lambda _: Element("div")
        run(root)

    processor.run = run_with_marker


def _quicken_blocks(parser: blockparser.BlockParser) -> None:
    """Let a block be tried by the rules alone that it has a letter for."""
    steps = tuple((rule.test, rule.run, NEEDLES.get(_name(rule), ALWAYS)) for rule in parser.blockprocessors)

    def parse_blocks(parent: Element, blocks: list[str]) -> None:
        while blocks:
            block = blocks[0]
            for test, run, needles in steps:
                for needle in needles:
                    if needle in block:
                        break
                else:
                    continue
                if test(parent, block):
                    if run(parent, blocks) is not False:
                        break
                    block = blocks[0]

    vars(parser)["parseBlocks"] = parse_blocks


class _Inline(treeprocessors.InlineProcessor):
    """The library's own, which gives a text only to the rules that it has a mark for."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._apply = vars(treeprocessors.InlineProcessor)["_InlineProcessor__applyPattern"]
        rules = [*self.inlinePatterns]
        plain = [type(rule).getCompiledRegExp is inlinepatterns.Pattern.getCompiledRegExp for rule in rules]
        self._steps = [(rule, MARKS.get(rule.pattern, "") if is_plain else "") for rule, is_plain in zip(rules, plain, strict=True)]
        self._is_known = all(mark or rule.pattern == EMPHASIS for rule, mark in self._steps)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803  the library's names
        if isinstance(data, AtomicString) or (self._is_known and not MARK.search(data)):
            return data
        for place in range(patternIndex, len(self._steps)):
            rule, mark = self._steps[place]
            matched, start = mark in data, 0
            while matched:
                data, matched, start = self._apply(self, rule, data, place, start)
        return data
