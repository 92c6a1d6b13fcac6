"""A document's Markdown -> the sentences of its plain prose: paragraphs and list items, without marks, tables or code."""

from __future__ import annotations

import re
from collections.abc import Iterator

FENCE = re.compile(r"\s*(```|~~~)")
LEFT_OUT = re.compile(r"\s*(#|\||!!!|\?\?\?|---\s*$|\*\*\*\s*$|\[\^|\*\[|\[[^\]]+\]:\s|\{:|<|!\[)")
"""Lines that are not prose: headings, tables, boxes, rules, notes, references, attributes, tags, pictures."""
ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?")
QUOTE = re.compile(r"\s*>\s?")
MARKS = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"\[\^[^\]]+\]|\{:?[^}]*\}|</?[A-Za-z][^>]*>"), ""),
    (re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!-])"), r"\1"),
)
"""Inline marks of Markdown and what is left of each: links keep their words, emphasis its letters."""
SENTENCE_END = re.compile(r"(?<=[。！？])[”’」』）]*|(?<=[.!?…])[\"”’)]*(?=\s)")
SHORTENED = re.compile(r"\b(?:e\.g|i\.e|etc|vs|approx|No|Nos|Art|Fig|Mr|Mrs|Ms|Dr|St|[A-Z])\.$")
"""Words that end with a stop which ends no sentence."""
LEADS_ON = (":", "：")
ENDED = re.compile(r"[。！？.!?…;；:：][\"”’」』）)]*$")
HAN = re.compile(r"[\u3400-\u9fff]")


def list_sentences(markdown: str) -> tuple[str, ...]:
    """Return the sentences of a body in order; a list item is one, or several, and what leads to a list stands with its first."""
    sentences: list[str] = []
    for passage in _list_passages(markdown):
        for sentence in split_sentences(passage):
            if sentences and sentences[-1].endswith(LEADS_ON):
                gap = "" if sentences[-1].endswith("：") else " "
                sentences[-1] += gap + sentence
            else:
                sentences.append(sentence)
    return tuple(sentences)


def split_sentences(passage: str) -> Iterator[str]:
    """Yield the sentences of a passage without marks; one that ends without a stop is given it."""
    start = 0
    for match in SENTENCE_END.finditer(passage):
        sentence = passage[start : match.end()].strip()
        if sentence and not SHORTENED.search(sentence):
            yield sentence
            start = match.end()
    rest = passage[start:].strip()
    if rest:
        stop = "。" if HAN.search(rest) else "."
        yield rest if ENDED.search(rest) else rest.rstrip("，,") + stop


def _list_passages(markdown: str) -> Iterator[str]:
    """Yield paragraphs and list items, each on one line, without marks."""
    passage: list[str] = []
    is_code = False
    for line in [*markdown.split("\n"), ""]:
        if FENCE.match(line):
            is_code = not is_code
        item = ITEM.match(line)
        is_end = is_code or not line.strip() or FENCE.match(line) or (not item and LEFT_OUT.match(line))
        if is_end or item:
            yield from _join(passage)
            passage = []
        if not is_end:
            passage.append(line[item.end() :] if item else QUOTE.sub("", line, count=1))
    yield from _join(passage)


def _join(lines: list[str]) -> Iterator[str]:
    """Yield the lines of a passage as one, if they say anything; between two Chinese characters a line's end is no space."""
    text = re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef])\n\s*(?=[\u3000-\u9fff\uff00-\uffef])", "", "\n".join(lines))
    text = " ".join(text.split())
    for mark, left in MARKS:
        text = mark.sub(left, text)
    if text.strip():
        yield " ".join(text.split())
