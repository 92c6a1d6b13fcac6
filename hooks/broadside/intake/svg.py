"""A drawing's bytes (SVG) -> whatever in it could run, fetch, or look different on another machine; nothing is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from broadside.problems import Problem, make_problem

SVG = "http://www.w3.org/2000/svg"
LIVING = frozenset({"http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"})
"""The namespaces besides SVG's own that a browser gives life to; what editors note in theirs means nothing to it."""
# fmt: off
TAKEN = frozenset({
    "svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "metadata", "style", "image",
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker", "view",
    "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feFlood", "feFuncA", "feFuncB", "feFuncG",
    "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset", "feDropShadow",
})
# fmt: on
"""The elements of SVG 1.1 that draw; scripts, animations, links and foreign objects are not among them."""
LETTERS = frozenset({"text", "tspan", "textPath", "tref"})
PICTURE = re.compile(r"data:image/(png|jpeg|webp);base64,")
FETCHES = re.compile(r"url\((?!\s*['\"]?\s*#)[^)]*|@import[^;]*|\\[^;]*", re.IGNORECASE)
"""What of a style leads out of the drawing; a backslash could write any of it otherwise (CSS Syntax 3, 4.3.7)."""
DEPTH_MAX = 100
"""Our choice: groups in groups; a drawing program makes ten, and what draws them goes one step down its stack for each."""


class _OtherError(Exception):
    """The file is something else than a drawing; the problem that says so."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem


@dataclass
class _Reader:
    """What has been seen of one drawing."""

    path: str
    parser: expat.XMLParserType
    problems: list[Problem] = field(default_factory=list)
    open_ids: list[str] = field(default_factory=list)
    holding_use: set[str] = field(default_factory=set)
    uses: list[tuple[tuple[int, int], str]] = field(default_factory=list)
    is_style: bool = False

    @property
    def place(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def report(self, what: str) -> None:
        self.problems.append(make_problem(self.path, self.place, "logo-active", value=what))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        self.open_ids.append(attributes.get("id", ""))
        if len(self.open_ids) == DEPTH_MAX + 1:
            self.problems.append(make_problem(self.path, self.place, "logo-broken", reason=f"more than {DEPTH_MAX} levels"))
        if len(self.open_ids) == 1 and (space, tag) != (SVG, "svg"):
            raise _OtherError(make_problem(self.path, self.place, "logo-broken", reason=f"<{tag}>, not <svg>"))
        if space in LIVING or (space == SVG and tag not in TAKEN | LETTERS):
            self.report(f"<{tag}>")
        elif space == SVG and tag in LETTERS:
            self.problems.append(make_problem(self.path, self.place, "logo-letters", value=tag))
        if space == SVG:
            self.is_style = tag == "style"
            for key, value in attributes.items():
                self.look_at(tag, key.rpartition(" ")[2], value.strip())

    def look_at(self, tag: str, key: str, value: str) -> None:
        if key.lower().startswith("on"):
            self.report(key)
        elif key in {"href", "src"}:
            if tag == "use":
                self.holding_use.update(filter(None, self.open_ids))
                self.uses.append((self.place, value.removeprefix("#")))
            if not value.startswith("#") and not (tag == "image" and PICTURE.match(value)):
                self.report(f'{key}="{value}"')
        elif found := FETCHES.search(value):
            self.report(found.group())

    def end(self, _name: str) -> None:
        self.open_ids.pop()
        self.is_style = False

    def characters(self, words: str) -> None:
        if self.is_style and (found := FETCHES.search(words)):
            self.report(found.group())

    def declare(self, name: str, *_: object) -> None:
        self.report(f"<!ENTITY {name}>")

    def instruct(self, target: str, _data: str) -> None:
        self.report(f"<?{target}?>")


def check_svg(path: str, data: bytes) -> Iterator[Problem]:
    """Report all in a drawing that is more than a drawing (SVG 1.1), and a file that is none.

    Nothing is fetched and no entity is put in. A copy of what holds a copy could grow without end, and is refused.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text, parser.buffer_size = True, len(data) + 1  # a style comes in one piece
    reader = _Reader(path, parser)
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler, parser.ProcessingInstructionHandler = reader.characters, reader.instruct
    parser.EntityDeclHandler = reader.declare
    try:
        parser.Parse(data, True)  # noqa: FBT003  the library takes it by place
    except expat.ExpatError as error:
        yield make_problem(path, (error.lineno, error.offset + 1), "logo-broken", reason=expat.ErrorString(error.code))
        return
    except _OtherError as other:
        yield other.problem
        return
    yield from reader.problems
    for place, target in reader.uses:
        if target in reader.holding_use:
            yield make_problem(path, place, "logo-active", value=f'<use href="#{target}">')
