"""What a content mistake or warning is and how it reads: where it is, which rule it breaks, and how to mend it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from broadside.texts import LANGUAGES, read_texts

Facts = tuple[tuple[str, str], ...]
COMMANDING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters (ECMA-48), separators of lines, what orders letters (UAX #9), and bytes of names that are no UTF-8."""
VALUE_MAX = 80
"""Our choice: the most letters of a value that a message quotes; one line of a terminal."""
LEGAL_MAX, LEGAL_SHOWN = 100, 12
"""Our choices: so many legal values are all listed (there are 90 carriers); of a thousand units the nearest dozen is."""
SLIP_LETTERS = 3
"""Our choice: of names of two letters, such as languages, every one is near every other."""
WARNINGS = frozenset(
    {
        "activity-outside",
        "blame-first",
        "characters-mixed",
        "mailbox-private",
        "person-blamed",
        "picture-place",
        "sections-order",
        "translation-older",
        "word-listed",
    }
)
"""The rules whose breach is worth a look and stops nothing; a breach of any other is a mistake."""


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in the content, or one warning. ``path`` is relative to the site's folder; lines and columns count from 1.

    ``rule`` names the text under ``problems:`` in each language's file, ``facts`` fill its places.
    """

    path: str
    line: int
    column: int
    rule: str
    facts: Facts = ()

    @property
    def is_warning(self) -> bool:
        """Say whether it stops nothing."""
        return self.rule in WARNINGS

    def what(self, language: str = LANGUAGES[0]) -> str:
        """Say what is wrong, in ``language``."""
        return self._word("what", language)

    def mend(self, language: str = LANGUAGES[0]) -> str:
        """Say how to mend it, in ``language``."""
        return self._word("mend", language)

    def _word(self, part: str, language: str) -> str:
        texts = read_texts(language)["problems"]
        facts = dict(self.facts)
        if facts.get("legal") == "":
            facts["legal"] = texts["nothing"]
        facts["nearest"] = texts["nearest"].format(nearest=facts["nearest"]) if facts.get("nearest") else ""
        wording: str = texts["rules"][self.rule][part]
        return wording.format(**facts)


class ContentMistakes(Exception):  # noqa: N818  design.md calls them mistakes; the program itself did not err
    """All the mistakes of a site, raised once, and the warnings that are told with them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(format_text(self.problems))


def make_problem(path: str, position: tuple[int, int], rule: str, **facts: object) -> Problem:
    """Build a problem at ``position``, (line, column) from 1; facts are written on one line, as an editor would write them.

    What would command a terminal, or turn the order of a message's letters round, is written as its code point.
    """
    worded = {key: _write(value) for key, value in facts.items()}
    legal = facts.get("legal")
    if isinstance(legal, list | tuple) and len(legal) > LEGAL_MAX:
        near = difflib.get_close_matches(str(facts.get("value", "")), legal, n=LEGAL_SHOWN, cutoff=0)
        worded["legal"] = f"{_write(near)}, …"
    if len(worded.get("value", "")) > VALUE_MAX:
        worded["value"] = f"{worded['value'][:VALUE_MAX].rstrip()}…"
    return Problem(_show(path), position[0], position[1], rule, tuple(sorted(worded.items())))


def list_mistakes(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return those of ``problems`` that stop a build."""
    return tuple(problem for problem in problems if not problem.is_warning)


def _show(text: str) -> str:
    return COMMANDING.sub(lambda letter: f"<U+{ord(letter.group()):04X}>", text)


def _write(value: object) -> str:
    """Write a plain value as it stands in a file, without quotes and brackets."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_write(each)}" for key, each in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(_write, value))
    if value is None or isinstance(value, bool):
        return {None: "", True: "true", False: "false"}[value]
    return _show(" ".join(str(value).split()))


def find_nearest(value: str, legal: Sequence[str]) -> str:
    """Return the one of ``legal`` that ``value`` was probably meant to be, or an empty string."""
    written = value.casefold()
    slips = [each for each in legal if len(each) >= SLIP_LETTERS and _is_slip(written, each)]
    near = difflib.get_close_matches(written, slips or legal, n=1, cutoff=0.0 if slips else 0.6)
    return near[0] if near else ""


def _is_slip(written: str, meant: str) -> bool:
    """Say whether two names differ by one letter left out, added, changed, or taken for its neighbour."""
    start = _count_same(written, meant)
    end = _count_same(written[start:][::-1], meant[start:][::-1])
    left, other = written[start : len(written) - end], meant[start : len(meant) - end]
    return max(len(left), len(other)) <= 1 or (len(left) == len(other) == 2 and left == other[::-1])


def _count_same(first: str, second: str) -> int:
    """Return with how many same letters two texts begin."""
    different = (place for place, (one, other) in enumerate(zip(first, second, strict=False)) if one != other)
    return next(different, min(len(first), len(second)))


def format_text(problems: Sequence[Problem], language: str = LANGUAGES[0]) -> str:
    """Write mistakes and warnings as a person reads them in a terminal, with their numbers below."""
    texts = read_texts(language)["problems"]
    lead = {False: "", True: texts["warning"]}
    blocks = [
        f"{problem.path}:{problem.line}:{problem.column}: {lead[problem.is_warning]}{problem.what(language)}\n"
        f"  {texts['mend']}{problem.mend(language)}"
        for problem in problems
    ]
    mistakes = len(list_mistakes(problems))
    warnings = len(problems) - mistakes
    told = texts[{0: "none", 1: "one"}.get(mistakes, "many")].format(count=mistakes)
    if warnings:
        told += texts["warned-one" if warnings == 1 else "warned-many"].format(count=warnings)
    return "\n".join([*blocks, "", told]) if problems else told


def format_github(problems: Sequence[Problem], language: str = LANGUAGES[0]) -> str:
    """Write mistakes and warnings as GitHub workflow commands, which annotate the lines of a pull request."""

    def escape(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def escape_name(text: str) -> str:
        return escape(text).replace(":", "%3A").replace(",", "%2C")

    def name_command(problem: Problem) -> str:
        command = "warning" if problem.is_warning else "error"
        return f"::{command} file={escape_name(problem.path)},line={problem.line},col={problem.column},title={problem.rule}::"

    return "\n".join(
        f"{name_command(problem)}{escape(problem.what(language))} {escape(problem.mend(language))}" for problem in problems
    )
