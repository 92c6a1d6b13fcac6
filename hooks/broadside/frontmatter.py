"""One Markdown file's bytes -> its front matter with the line and column of every value, and its body.

Front matter is plain YAML: no anchors, aliases, tags or duplicate keys. Dates stay text as written; only true, false, null
and numbers become something else (YAML 1.2.2, 10.3.2, the core schema without its octal and hexadecimal forms).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import yaml

from broadside.problems import Problem, make_problem

Path = tuple[str | int, ...]
Position = tuple[int, int]

FENCE = re.compile(r"---[ \t]*$")
HEADING = re.compile(r"^## +(\S.*)$", re.MULTILINE)
"""Its end is taken off in words: an expression for "#" and blanks at the end of a line takes minutes for a line full of them."""
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})$")
REAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}$")
"""Numbers of up to 15 digits, which a float holds exactly (IEEE 754-2019, binary64); longer ones stay text."""
WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
FULL_WIDTH = {"：": ":", "“": '"', "”": '"', "，": ",", "【": "[", "】": "]", "｛": "{", "｝": "}"}
FULL_WIDTH_COLON = re.compile(r"^[ -]*[A-Za-z_]+ *(：)", re.MULTILINE)
FULL_WIDTH_PLACES = (
    FULL_WIDTH_COLON,
    re.compile(r": +([“”【｛])"),
    re.compile(r"[\[{][^\]}]*(，)"),
    re.compile(r': +"[^"]*(”) *$'),
)
"""Where a full-width letter is a slip of the keyboard and not Chinese prose: after a field's name, where a value begins,
between brackets, and where the half-width quote that closes a value belongs."""
LINE_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
"""What YAML counts as the end of a line and an editor's program does not; blanks in their place keep the line numbers."""
YAML_TAG = "tag:yaml.org,2002:"
CLOSED = re.compile(r"[\"'] *$")
CONTROL = yaml.reader.Reader.NON_PRINTABLE
DEPTH_MAX = 8
"""Our choice: the deepest contract field is three down; deeper is a mistake or an attack."""


@dataclass(frozen=True)
class Most:
    """The most letters and values that a file's fields may have; beyond it reading takes seconds and hundreds of megabytes."""

    letters: int
    values: int


FIELDS = Most(64_000, 2_000)
"""Our choice for front matter: a campaign's plan of a hundred tasks has 500 values and 20,000 letters."""
DATA = Most(4_000_000, 200_000)
"""Our choice for a data file: the addresses of a site of 40,000 pages."""


@dataclass(frozen=True)
class Parsed:
    """Plain values and where each one stands; a path of keys and indexes leads to each."""

    values: Mapping[str, Any]
    positions: Mapping[Path, Position]
    keys: Mapping[Path, Position] = field(repr=False)
    body: str = ""
    body_line: int = 1

    def find(self, path: Path) -> Position:
        """Return where the value at ``path`` stands, or the nearest one around it."""
        while path and path not in self.positions:
            path = path[:-1]
        return self.positions.get(path, (1, 1))


class _Refused(Exception):  # noqa: N818  a private signal, always caught in this module
    def __init__(self, position: Position, rule: str, **facts: object) -> None:
        super().__init__(rule)
        self.position, self.rule, self.facts = position, rule, facts


class _Builder:
    """Builds plain values from YAML events, noting where each stands and collecting what is not plain."""

    def __init__(self, path: str, events: Iterator[Any], line_before: int, most: Most) -> None:
        self.path, self.events, self.line_before, self.most = path, events, line_before, most
        self.positions: dict[Path, Position] = {}
        self.keys: dict[Path, Position] = {}
        self.problems: list[Problem] = []

    def locate(self, event: Any) -> Position:
        return event.start_mark.line + 1 + self.line_before, event.start_mark.column + 1

    def refuse(self, event: Any, rule: str, **facts: object) -> None:
        self.problems.append(make_problem(self.path, self.locate(event), rule, **facts))

    def build(self, event: Any, path: Path) -> Any:
        self.positions[path] = self.locate(event)
        if len(path) > DEPTH_MAX:
            raise _Refused(self.locate(event), "yaml-deep")
        if len(self.positions) > self.most.values:
            raise _Refused(self.locate(event), "yaml-large", letters=self.most.letters, values=self.most.values)
        if isinstance(event, yaml.AliasEvent):
            self.refuse(event, "yaml-alias", mark=f"*{event.anchor}")
            return None
        if event.anchor is not None:
            self.refuse(event, "yaml-alias", mark=f"&{event.anchor}")
        if event.tag is not None:
            self.refuse(event, "yaml-tag", tag=event.tag.replace(YAML_TAG, "!!"))
        if isinstance(event, yaml.ScalarEvent):
            return event.value if event.style else _plain(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        return self.mapping(path)

    def sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.build(event, (*path, len(items))))
        return items

    def mapping(self, path: Path) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or not event.value:
                raise _Refused(self.locate(event), "yaml-key")
            if event.anchor is not None:
                self.refuse(event, "yaml-alias", mark=f"&{event.anchor}")
            if event.tag is not None:
                self.refuse(event, "yaml-tag", tag=event.tag.replace(YAML_TAG, "!!"))
            key = event.value
            value = self.build(next(self.events), (*path, key))
            if key in fields:
                self.refuse(event, "yaml-duplicate-key", key=key, line=self.keys[(*path, key)][0])
                continue
            fields[key] = value
            self.keys[(*path, key)] = self.locate(event)
        return fields


def _plain(text: str) -> Any:
    if text.casefold() in WORDS and (text == text.casefold() or text in {"True", "False", "Null", "TRUE", "FALSE", "NULL"}):
        return WORDS[text.casefold()]
    if INTEGER.match(text):
        return int(text)
    return float(text) if REAL.match(text) else text


def decode(path: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Decode a file: UTF-8 with or without BOM, LF or CRLF; anything else is a problem that names the byte's place."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        position = before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1
        return "", (make_problem(path, position, "file-encoding", byte=f"0x{data[error.start]:02X}"),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def parse_yaml(path: str, text: str, line_before: int = 0, most: Most = DATA) -> tuple[Parsed, tuple[Problem, ...]]:
    """Parse plain YAML that is a map; ``line_before`` is how many lines of the file stand above ``text``."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = text.translate(LINE_BREAKS)
    nothing = Parsed(MappingProxyType({}), MappingProxyType({(): (line_before + 1, 1)}), MappingProxyType({}))
    builder = _Builder(path, iter(()), line_before, most)
    try:
        if len(text) > most.letters:
            raise _Refused((line_before + 1, 1), "yaml-large", letters=most.letters, values=most.values)
        if control := CONTROL.search(text):
            where = _locate(text, control.start(), line_before)
            raise _Refused(where, "yaml-control", letter=f"U+{ord(control.group()):04X}")
        events = yaml.parse(text, loader)
        builder.events = events
        next(events)
        if isinstance(next(events), yaml.StreamEndEvent):
            return nothing, ()
        first = next(events)
        if isinstance(first, yaml.ScalarEvent) and first.value == "":
            return nothing, ()
        if not isinstance(first, yaml.MappingStartEvent):
            colon = FULL_WIDTH_COLON.search(text)
            where = _locate(text, colon.start(1), line_before) if colon else builder.locate(first)
            raise _Refused(where, "yaml-full-width-colon" if colon else "front-matter-not-map")
        values = builder.build(first, ())
        if not isinstance(ahead := next(events), yaml.DocumentEndEvent) or not isinstance(
            ahead := next(events), yaml.StreamEndEvent
        ):
            raise _Refused(builder.locate(ahead), "yaml-key")
    except yaml.YAMLError as error:
        return nothing, (*builder.problems, _explain(path, text, error, line_before))
    except _Refused as error:
        return nothing, (*builder.problems, make_problem(path, error.position, error.rule, **error.facts))
    positions = {**builder.positions, (): (line_before + 1, 1)}
    parsed = Parsed(MappingProxyType(values), MappingProxyType(positions), MappingProxyType(builder.keys))
    return parsed, tuple(builder.problems)


def _locate(text: str, index: int, line_before: int) -> Position:
    """Return the line and column of the letter at ``index`` of ``text``."""
    return text.count("\n", 0, index) + 1 + line_before, index - text.rfind("\n", 0, index)


# The engine's words for a mistake, by the rule that says the same to an editor; `context` says that the place to name is
# where the unfinished thing begins, not where the engine gave up.
YAML_RULES = {
    "mapping values are not allowed in this context": "yaml-colon-inside",
    "found character that cannot start any token": "yaml-letter",
}
YAML_CONTEXT_RULES = {
    ("while scanning a quoted scalar", "found unexpected end of stream"): "yaml-quote",
    ("while scanning a simple key", "could not find expected ':'"): "yaml-colon-missing",
    ("while parsing a flow sequence", "did not find expected ',' or ']'"): "yaml-bracket",
    ("while parsing a flow mapping", "did not find expected ',' or '}'"): "yaml-bracket",
}


def _explain(path: str, text: str, error: yaml.YAMLError, line_before: int) -> Problem:
    """Word a YAML error: full-width punctuation where YAML needs half-width is said so."""
    reason, context = str(getattr(error, "problem", None) or error), getattr(error, "context", None)
    rule = YAML_CONTEXT_RULES.get((str(context), reason))
    mark = getattr(error, "context_mark" if rule else "problem_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    for number in range(min(line, len(lines) - 1), max(line - 2, -1), -1):
        found = next((match for place in FULL_WIDTH_PLACES if (match := place.search(lines[number]))), None)
        if found is not None:
            letter = found.group(1)
            facts = {"letter": letter, "half": FULL_WIDTH[letter]}
            return make_problem(path, (number + 1 + line_before, found.start(1) + 1), "yaml-full-width", **facts)
    position = line + 1 + line_before, column + 1
    rule = rule or YAML_RULES.get(reason, "yaml-syntax")
    at = lines[line] if line < len(lines) else ""
    letter = at[column : column + 1]
    if letter == "\t":
        rule = "yaml-tab"
    elif rule == "yaml-syntax" and letter and CLOSED.search(at[:column]):
        rule = "yaml-quote-inside"
    return make_problem(path, position, rule, reason=reason, letter=letter)


def parse_document(path: str, data: bytes, *, required: bool = True) -> tuple[Parsed, tuple[Problem, ...]]:
    """Parse a Markdown file: front matter between two lines of ``---``, then the body.

    A plain page may leave front matter out (``required=False``). Returns what could be read and all problems found.
    """
    text, problems = decode(path, data)
    empty = Parsed(MappingProxyType({}), MappingProxyType({(): (1, 1)}), MappingProxyType({}))
    if problems:
        return empty, problems
    if not text.strip():
        return empty, (make_problem(path, (1, 1), "file-empty"),)
    lines = text.split("\n")
    if not FENCE.match(lines[0]):
        if required:
            return empty, (make_problem(path, (1, 1), "front-matter-missing"),)
        return Parsed(empty.values, empty.positions, empty.keys, text, 1), ()
    end = next((number for number in range(1, len(lines)) if FENCE.match(lines[number])), None)
    if end is None:
        return empty, (make_problem(path, (1, 1), "front-matter-open"),)
    parsed, problems = parse_yaml(path, "\n".join(lines[1:end]), 1, FIELDS)
    return Parsed(parsed.values, parsed.positions, parsed.keys, "\n".join(lines[end + 1 :]), end + 2), problems


def list_texts(value: Any, place: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text among plain values, with the keys and indexes that lead to it."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from list_texts(each, (*place, index))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from list_texts(each, (*place, key))


def list_headings(body: str, start: int = 0) -> Iterator[tuple[int, str]]:
    """Yield where headings of the second level begin in a Markdown body, from ``start`` on, and what they say."""
    for found in HEADING.finditer(body, start):
        yield found.start(), found.group(1).rstrip().rstrip("#").rstrip()
