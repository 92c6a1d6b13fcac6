"""A text -> the characters in it that deceive a reader: unseen, turning the order round, or looking like others."""

from __future__ import annotations

import html
import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from broadside.frontmatter import Parsed, Path
from broadside.intake.alikes import LATIN_ALIKE, find_usual, name_script
from broadside.problems import Problem, make_problem

DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Embeddings, overrides and isolates (UAX #9, 2.1 to 2.5): they reorder everything up to their end. No slogan needs them: a line
of Arabic with a number in it is ordered by the algorithm itself, and a mark mends what it gets wrong."""
MARKS = frozenset("\u200e\u200f\u061c")
"""Marks of direction (UAX #9, 2.6), an unseen letter each: allowed on a line that has letters written from the right."""
UNSEEN = (
    "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2028\u2029\u2060-\u2065"
    "\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Default_Ignorable_Code_Point (Unicode, DerivedCoreProperties.txt) without the above, control characters but tab and line feed,
the separators of lines that editors' programs do not show, interlinear annotation, and what is no character."""
ALIKE = "\u2e80-\u2fd5\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\ufb00-\ufb06\U0001d400-\U0001d7ff\U0002f800-\U0002fa1f"
"""Radicals, ideographs kept for old character sets, full-width letters and digits, ligatures, and the alphabets of formulas."""
OTHER_SCRIPTS = (
    "\u0370-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u1f00-\u1fff\u2c80-\u2cff\u2de0-\u2dff\ua4d0-\ua4ff\ua640-\ua69f\uab70-\uabbf"
)
"""The blocks of the scripts that ``alikes`` names."""
SINGLE = re.compile(f"[{''.join(sorted(DIRECTION | MARKS))}{UNSEEN}{ALIKE}]")
MAPPED = re.compile(f"[{ALIKE}]")
IGNORED = re.compile(f"[{UNSEEN}]")
FOREIGN = re.compile(f"[{OTHER_SCRIPTS}]")
WORD = re.compile(r"[^\W\d_]+")
HAN_OR_LATIN = re.compile("[A-Za-z\u3400-\u9fff]")
MARK_RUN = re.compile("[\u0300-\u036f\u0483-\u1fff\u20d0-\u20ff\ua66f-\uabff\ufe20-\ufe2f]{6,}")
PILE_MAX = 5
"""Our choice: marks on one letter. Hebrew with points and accents has three, Vietnamese two, Tibetan four."""
SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Myanmar and Khmer: between their letters a zero-width space says where a line may break."""
MOST = 20
"""Our choice: messages for one file; nobody reads more, and a file full of such letters is thrown away."""
ESCAPE = re.compile(r"\\[0abefrvxuULPN_]")
ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z]{2,24});")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


@dataclass(frozen=True)
class Letter:
    """A character that deceives: its line and column in the text, from 1, the rule, and the one it stands for, if any."""

    line: int
    column: int
    letter: str
    rule: str
    usual: str = ""

    def report(self, path: str, position: tuple[int, int]) -> Problem:
        """Word it as a problem of the file at ``path``."""
        facts = {"usual": self.usual} if self.usual else {"most": PILE_MAX} if self.rule == "letter-pile" else {}
        return make_problem(path, position, self.rule, letter=name_letter(self.letter), **facts)


def name_letter(letter: str) -> str:
    """Write a character by its code point and name, seen where it can be: ``U+0430 а CYRILLIC SMALL LETTER A``."""
    shown = letter if letter.isprintable() and not unicodedata.combining(letter) and not IGNORED.match(letter) else ""
    return " ".join(part for part in (f"U+{ord(letter):04X}", shown, unicodedata.name(letter, "")) if part)


def find_letters(text: str) -> Iterator[Letter]:
    """Yield the characters of ``text`` that deceive, line by line."""
    for number, line in enumerate(text.split("\n"), 1):
        if not (line.isascii() and line.isprintable()):
            yield from _find_single(number, line)
            if FOREIGN.search(line):
                yield from _find_mixed(number, line)
            yield from _find_piles(number, line)


def _find_single(number: int, line: str) -> Iterator[Letter]:
    """Yield what is suspect by itself and does not do here what it is for."""
    rightward: bool | None = None
    for match in SINGLE.finditer(line):
        letter, column = match.group(), match.start() + 1
        if letter in DIRECTION:
            yield Letter(number, column, letter, "letter-direction")
        elif letter in MARKS:
            if rightward is None:
                rightward = any(unicodedata.bidirectional(each) in {"R", "AL"} for each in line if each not in MARKS)
            if not rightward:
                yield Letter(number, column, letter, "letter-unseen")
        elif MAPPED.match(letter):
            if usual := find_usual(letter):
                yield Letter(number, column, letter, "letter-alike", usual)
        elif not _is_needed(line, match.start()):
            yield Letter(number, column, letter, "letter-unseen")


def _is_needed(line: str, index: int) -> bool:
    """Say whether an unseen character does what it is for where it stands."""
    letter = line[index]
    before, after = line[index - 1 : index], line[index + 1 : index + 2]
    if letter in "\ufe0e\ufe0f":
        return bool(before) and unicodedata.category(before) in SIGNS
    if not before or not after:
        return False
    if letter in "\u180b\u180c\u180d\u180f":  # forms of Mongolian letters
        return "\u1820" <= before <= "\u18aa"
    if letter == "\u200b":
        return bool(SPACELESS.match(before) and SPACELESS.match(after))
    return letter in "\u200c\u200d" and (unicodedata.combining(before) == VIRAMA or _joins(letter, before, after))


def _joins(letter: str, before: str, after: str) -> bool:
    """Say whether a joiner or non-joiner stands between two characters that it concerns."""
    if letter == "\u200c":  # between letters that would join (RFC 5892, A.1): Arabic script
        return unicodedata.bidirectional(before) == unicodedata.bidirectional(after) == "AL"
    joined = unicodedata.category(before) in {"So", "Sk"} or before == "\ufe0f"
    return joined and unicodedata.category(after) == "So"  # signs to one (UTS #51, 2.2)


SIGNS = frozenset({"So", "Sm", "Po", "Pd", "Nd"})
"""Categories after which a selector chooses between the drawn and the written form (UTS #51, 2.7)."""
VIRAMA = 9
"""The combining class after which joiners are needed (RFC 5892, A.1 and A.2)."""


def _find_mixed(number: int, line: str) -> Iterator[Letter]:
    """Yield the letters of a line's words that pass for Latin ones."""
    # One letter that no Latin one looks like says that the line is Russian or Greek.
    plain = any(FOREIGN.match(each) and name_script(each) and each not in LATIN_ALIKE for each in line)
    among = bool(HAN_OR_LATIN.search(line))
    for word in WORD.finditer(line):
        if not FOREIGN.search(word.group()):
            continue
        is_latin = any(name_script(letter) == "LATIN" for letter in word.group())
        for column, letter in enumerate(word.group(), word.start() + 1):
            if letter in LATIN_ALIKE and (is_latin or (among and not plain)):
                yield Letter(number, column, letter, "letter-alike", LATIN_ALIKE[letter])
            elif is_latin and name_script(letter) not in {"", "LATIN", "GREEK"}:  # Greek: units and formulas, such as kΩ
                yield Letter(number, column, letter, "letter-mixed")


def _find_piles(number: int, line: str) -> Iterator[Letter]:
    """Yield the first mark too many on a letter."""
    for run in MARK_RUN.finditer(line):
        marks = 0
        for column, letter in enumerate(run.group(), run.start() + 1):
            marks = marks + 1 if unicodedata.category(letter) in {"Mn", "Me"} else 0
            if marks == PILE_MAX + 1:
                yield Letter(number, column, letter, "letter-pile")


def check_letters(path: str, text: str, parsed: Parsed) -> tuple[Problem, ...]:
    """Report the characters of a content file that deceive: as they stand, as YAML and HTML write them in codes.

    At most ``MOST``, and each once a line.
    """
    found: dict[tuple[int, str], Problem] = {}
    all_found = itertools.chain(
        (((each.line, each.column), each) for each in find_letters(text) if not _is_yaml_s(each, parsed)),
        _find_escapes(text, parsed) if ESCAPE.search(text) else (),
        _find_entities(parsed) if "&" in parsed.body else (),
    )
    for position, letter in itertools.islice(all_found, 50 * MOST):  # enough of the same to be done with a file full of it
        if (position[0], letter.letter) not in found:
            found[position[0], letter.letter] = letter.report(path, position)
        if len(found) == MOST:
            break
    return tuple(found.values())


def _is_yaml_s(letter: Letter, parsed: Parsed) -> bool:
    """Say whether YAML's own rule reports it: a control character in the front matter."""
    return letter.line < parsed.body_line and unicodedata.category(letter.letter) == "Cc"


def _find_escapes(text: str, parsed: Parsed) -> Iterator[tuple[tuple[int, int], Letter]]:
    """Yield characters that a value has and the text has not, but as a code after a backslash."""
    for place, value in _list_texts(parsed.values, ()):
        for each in find_letters(value):
            if each.letter not in text:
                yield parsed.find(place), each


def _list_texts(value: Any, place: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield (*place, key), key
            yield from _list_texts(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _list_texts(inner, (*place, index))


def _find_entities(parsed: Parsed) -> Iterator[tuple[tuple[int, int], Letter]]:
    """Yield the unseen characters that a body writes as HTML entities, outside of code."""
    fence = ""
    for number, line in enumerate(parsed.body.split("\n"), parsed.body_line):
        match = FENCE.match(line)
        if match and (not fence or match.group(1).startswith(fence)):
            fence = "" if fence else match.group(1)
        elif not fence:
            ticks, before = 0, 0
            for entity in ENTITY.finditer(line):
                ticks, before = ticks + line.count("`", before, entity.start()), entity.start()
                is_code = ticks % 2 == 1
                for letter in html.unescape(entity.group()):
                    if not is_code and (letter in DIRECTION | MARKS or IGNORED.match(letter)):
                        rule = "letter-direction" if letter in DIRECTION else "letter-unseen"
                        column = entity.start() + 1
                        yield (number, column), Letter(number, column, letter, rule)
