"""A parsed file -> its words as one text a language, and where in the file each letter of it stands."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from broadside.frontmatter import Parsed, Path, Position, list_texts

BODY = ""
"""The name of the field that a body stands in: it has none."""
CODE = r"(?m)^ {0,3}(`{3,}|~{3,})(?s:.*?)(?:^ {0,3}\1|\Z)|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)"
"""Fenced code, and code among the words of a line (CommonMark 0.31.2, 4.5 and 6.1)."""
TOLD_MAX = 20
"""Our choice: how often one rule is told of one file. Who has more of the same looks through the whole file."""
LINE_MAX = 2_000
"""Our choice: how many letters before a word are looked at for the quote that it stands in."""
SEEN_MAX = 200
"""Our choice: at how many places of one file is looked closely, most of which may be quoted."""
QUOTES = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"))
"""What opens and closes a quotation, or the name of a text. A ’ that is an apostrophe closes more than was opened: no harm."""


class Passage(NamedTuple):
    """A field's words within a writing: where they begin in its text, and the keys and indexes that lead to the field."""

    start: int
    place: Path

    @property
    def field(self) -> str:
        """The first of the keys; a body has none."""
        return str(self.place[0]) if self.place else BODY


@dataclass(frozen=True)
class Writing:
    """What one file says in one language: the texts of its fields, and its body where that is in this language."""

    path: str
    kind: str
    language: str
    text: str
    passages: tuple[Passage, ...]
    parsed: Parsed

    def find(self, index: int) -> Passage:
        """Return the passage that the letter at ``index`` belongs to."""
        return self.passages[bisect.bisect_right(self.passages, index, key=lambda passage: passage.start) - 1]

    def locate(self, index: int) -> Position:
        """Return line and column of the letter at ``index``: exactly in a body, which begins a line; of a field its value."""
        passage = self.find(index)
        if passage.field != BODY:
            return self.parsed.find(passage.place)
        before = self.text[passage.start : index]
        return self.parsed.body_line + before.count("\n"), len(before) - before.rfind("\n")

    def is_quoted(self, index: int) -> bool:
        """Say whether the letter at ``index`` stands in quotes or in code: words that are shown, not meant."""
        line = self.text[max(index - LINE_MAX, self.text.rfind("\n", 0, index) + 1) : index]
        if line.count('"') % 2 or any(line.count(opens) > line.count(closes) for opens, closes in QUOTES):
            return True
        passage = self.find(index)
        return passage.field == BODY and any(start <= index < end for start, end in self._codes)

    @functools.cached_property
    def _codes(self) -> tuple[tuple[int, int], ...]:
        """Where code begins and ends in the body."""
        body = next((passage.start for passage in self.passages if passage.field == BODY), len(self.text))
        return tuple(found.span() for found in re.compile(CODE).finditer(self.text, body))


def make_writings(path: str, kind: str, parsed: Parsed, language: str, languages: Collection[str]) -> tuple[Writing, ...]:
    """Return what a file in ``language`` says, a writing a language: fields may hold texts by the names in ``languages``."""
    parts: dict[str, list[tuple[Path, str]]] = {language: []}
    for place, text in list_texts(parsed.values):
        named = (step for step in place[1:] if isinstance(step, str) and step in languages) if len(place) > 1 else ()
        parts.setdefault(next(iter(named), language), []).append((place, text))
    if parsed.body:
        parts[language].append(((), parsed.body))
    return tuple(_join(path, kind, spoken, parsed, texts) for spoken, texts in parts.items() if texts)


def write_plain(path: str, text: str) -> Writing:
    """Return a file without fields, such as a table that is attached to a notice."""
    nothing: Mapping[Any, Any] = MappingProxyType({})
    return Writing(path, "", "", text, (Passage(0, ()),), Parsed(nothing, nothing, nothing, text))


def _join(path: str, kind: str, language: str, parsed: Parsed, parts: list[tuple[Path, str]]) -> Writing:
    passages: list[Passage] = []
    start = 0
    for place, text in parts:
        passages.append(Passage(start, place))
        start += len(text) + 1
    return Writing(path, kind, language, "\n".join([text for _, text in parts]), tuple(passages), parsed)
