"""Set words in a box: choose where the lines break and the largest type that fits, or say why none does.

Breaks follow phrases: an author's newline always breaks; Chinese breaks after a clause before anywhere else; English never
leaves an article or a preposition hanging at a line's end. Lines are then balanced. Lengths are in mm.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from broadside.fonts import Face, Shaped, is_joined, shape

# UAX 14 classes CL, EX and IS as they occur in Chinese copy: a line may end with them and never begins with one.
CLAUSE_ENDS = frozenset("，。；、！？：）」』》…,.;:!?")
OPENERS = frozenset("（「『《“‘([")
# English words that lean on the next one; a line that ends with one reads as broken off. Our choice, from setting these posters.
# fmt: off
LEANING_WORDS = frozenset({
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "but", "if", "is", "are", "be",
    "your", "our", "my", "no", "not", "every", "before", "after", "as",
})
# fmt: on
TIBETAN_TSHEG = "\u0f0b"
# Our choices, found by eye on the sample slogans: how much type size a better break is worth.
LEANING_COST = 0.12
INSIDE_CLAUSE_COST = 0.03
SHORT_CLAUSE_COST = {2: 0.25, 3: 0.18}
STRADDLE_COST = 0.25
LINE_COST = 0.02
SPLIT_CLAUSE_GAIN = 1.35
SHORTEST_SPLIT_CLAUSE = 7
SHORTEST_PIECE = 3
UNEVEN_LINES_COST = 0.25
MOST_LINES = 8
# Chinese, Devanagari, Tibetan and Thai need more room between lines than Latin capitals; in em, baseline to baseline.
LINE_PITCH_EM = {"Latn": 1.0, "Hans": 1.18, "Hant": 1.18, "Arab": 1.3, "Thai": 1.3, "Deva": 1.3, "Tibt": 1.25}
# The height of a letter that a reader sees, in em: the capital for Latin, the square for Chinese (ISO 3864-1 measures so).
LETTER_HEIGHT_EM = {"Latn": 0.7, "Hans": 0.88, "Hant": 0.88, "Arab": 0.6, "Thai": 0.6, "Deva": 0.65, "Tibt": 0.6}


@dataclass(frozen=True)
class Tongue:
    """What the setting needs to know of a language: its BCP 47 tag, ISO 15924 script and direction."""

    tag: str
    script: str
    direction: str


@dataclass(frozen=True)
class Box:
    """Where words may stand: the left top corner and the size, in mm from the trimmed sheet's left top corner."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float


@dataclass(frozen=True)
class Fit:
    """How words stand in a box and what they may become.

    ``align`` is "start" or "centre", ``anchor`` (where the block stands in the box's height) "top", "centre" or "bottom".
    Letters must be at least ``letter_min_mm`` high, one em at most ``size_max_mm``. ``pitch_em`` is the distance of baselines;
    without it, that of the script.
    """

    align: str
    anchor: str
    letter_min_mm: float
    size_max_mm: float
    lines_max: int = MOST_LINES
    pitch_em: float | None = None


@dataclass(frozen=True)
class SetLine:
    """One set line: its words, where its origin stands (mm from the sheet's left top) and how wide it advances."""

    text: str
    x_mm: float
    baseline_mm: float
    advance_mm: float


@dataclass(frozen=True)
class SetWords:
    """Words as they are drawn: the type size (mm of one em) and the placed lines."""

    size_mm: float
    lines: tuple[SetLine, ...]
    letter_height_mm: float

    def scaled(self, factor: float) -> SetWords:
        """Return the same setting with every length times ``factor``."""
        lines = (
            SetLine(
                line.text, round(line.x_mm * factor, 4), round(line.baseline_mm * factor, 4), round(line.advance_mm * factor, 4)
            )
            for line in self.lines
        )
        return SetWords(round(self.size_mm * factor, 4), tuple(lines), round(self.letter_height_mm * factor, 4))


class TooLong(Exception):  # noqa: N818  it is an answer, not a fault of the program
    """Words that fit only in type too small to read: what they reach and what they need, letter heights in mm."""

    def __init__(self, reached_mm: float, needed_mm: float) -> None:
        super().__init__(f"letters {reached_mm:.1f} mm high, {needed_mm:.1f} mm needed")
        self.reached_mm = reached_mm
        self.needed_mm = needed_mm


@dataclass(frozen=True)
class _Break:
    """A place where a line may end: the index after it, the index where the next line begins, and its price.

    ``splits_clause``: between two Chinese characters of one clause; ``ends_clause``: where the sense pauses.
    """

    end: int
    start: int
    cost: float = 0.0
    splits_clause: bool = False
    ends_clause: bool = False


def _clause_length(text: str, index: int) -> tuple[int, int]:
    """Return how many letters the clause around ``index`` has before it and after it."""
    before = after = 0
    while before < index and text[index - 1 - before] not in CLAUSE_ENDS and not text[index - 1 - before].isspace():
        before += 1
    while index + after < len(text) and text[index + after] not in CLAUSE_ENDS and not text[index + after].isspace():
        after += 1
    return before, after


CLAUSE_GAP = re.compile(r"(?<=[,.;:!?，。；：！？])\s")


def _price_space(text: str, index: int) -> _Break:
    """Return the break at the space at ``index``: free after a clause, dearest where it breaks a clause of two words."""
    if text[index - 1] in CLAUSE_ENDS or is_han(text[index - 1]) or is_han(text[index + 1]):
        return _Break(index, index + 1, ends_clause=True)  # in Chinese copy a space is itself the end of a clause
    before = CLAUSE_GAP.split(text[:index])[-1].split()
    after = CLAUSE_GAP.split(text[index + 1 :])[0].split()
    plain = LEANING_COST if before[-1].casefold() in LEANING_WORDS else INSIDE_CLAUSE_COST
    return _Break(index, index + 1, SHORT_CLAUSE_COST.get(len(before) + len(after), plain))


def is_han(character: str) -> bool:
    """Say whether ``character`` is a Chinese character (CJK Unified Ideographs, extensions A and B on, compatibility)."""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"


def find_breaks(text: str) -> Iterator[_Break]:
    """Yield the places where ``text``, one author's line, may break, in order."""
    for index in range(1, len(text)):
        last, following = text[index - 1], text[index]
        if following == " ":
            yield _price_space(text, index)
        elif last == " " or following in CLAUSE_ENDS or last in OPENERS or is_joined(following):
            continue
        elif (last in CLAUSE_ENDS and is_han(following)) or last == TIBETAN_TSHEG:
            yield _Break(index, index, ends_clause=last in CLAUSE_ENDS)
        elif is_han(last) and is_han(following):
            before, after = _clause_length(text, index)
            if before + after >= SHORTEST_SPLIT_CLAUSE and min(before, after) >= SHORTEST_PIECE:
                yield _Break(index, index, splits_clause=True)


class _Paragraph:
    """One author's line, shaped once, and the cheapest way to cut it into a given number of lines."""

    def __init__(self, text: str, shaped: Shaped) -> None:
        self.text = text
        self.shaped = shaped
        self._cuts: dict[tuple[int, bool], tuple[float, float, tuple[str, ...]] | None] = {}

    @cached_property
    def breaks(self) -> tuple[_Break, ...]:
        return tuple(find_breaks(self.text))

    def width_em(self, start: int, end: int) -> float:
        return self.shaped.offsets_em[end] - self.shaped.offsets_em[start]

    def _price_straddling(self, first: _Break, last: _Break) -> float:
        """Return the price of a line that holds the end of one clause and the start of another, and not both whole."""
        if first.ends_clause and last.ends_clause:
            return 0.0
        return STRADDLE_COST if CLAUSE_GAP.search(self.text, first.start, last.end) else 0.0

    @staticmethod
    def _is_scrap(first: _Break, last: _Break) -> bool:
        """Say whether a line between two breaks is a piece of a clause too short to stand alone."""
        return (first.splits_clause or last.splits_clause) and last.end - first.start < SHORTEST_PIECE

    def cuts(self, count: int, *, inside_clauses: bool) -> tuple[float, float, tuple[str, ...]] | None:
        """Return the best cut into ``count`` lines, found once."""
        key = (count, inside_clauses)
        if key not in self._cuts:
            self._cuts[key] = self._cut(count, inside_clauses=inside_clauses)
        return self._cuts[key]

    def _cut(self, count: int, *, inside_clauses: bool) -> tuple[float, float, tuple[str, ...]] | None:
        """Cut into ``count`` lines: the widest line in em, the price of the breaks, and the lines; None if impossible.

        The widest line is made as narrow as can be (dynamic programming over the breaks); a dearer break must make it
        narrower by its price.
        """
        breaks = [item for item in self.breaks if inside_clauses or not item.splits_clause]
        if len(breaks) < count - 1:
            return None
        stops = [_Break(0, 0, ends_clause=True), *breaks, _Break(len(self.text), len(self.text), ends_clause=True)]
        # best[k] for each stop: the least (score, widest, price, previous stop) of cutting all before it into k lines.
        best: list[dict[int, tuple[float, float, float, int]]] = [{0: (0.0, 0.0, 0.0, -1)}]
        for _ in range(count):
            row: dict[int, tuple[float, float, float, int]] = {}
            for place in range(1, len(stops)):
                for previous, (_score, widest, price, _back) in best[-1].items():
                    if previous >= place or self._is_scrap(stops[previous], stops[place]):
                        continue
                    width = max(widest, self.width_em(stops[previous].start, stops[place].end))
                    total = price + stops[place].cost + self._price_straddling(stops[previous], stops[place])
                    score = width * (1.0 + total)
                    if place not in row or score < row[place][0]:
                        row[place] = (score, width, total, previous)
            best.append(row)
        last = len(stops) - 1
        if last not in best[count]:
            return None
        _, widest, price, _ = best[count][last]
        lines: list[str] = []
        place = last
        for number in range(count, 0, -1):
            previous = best[number][place][3]
            lines.append(self.text[stops[previous].start : stops[place].end])
            place = previous
        return widest, price, tuple(reversed(lines))


def _candidates(
    paragraphs: Sequence[_Paragraph], lines_max: int, *, inside_clauses: bool
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Yield ways to cut all paragraphs: the price of the breaks and the lines."""
    choices = []
    for paragraph in paragraphs:
        options = (paragraph.cuts(count, inside_clauses=inside_clauses) for count in range(1, lines_max + 1))
        choices.append([option for option in options if option is not None])
    for combination in itertools.product(*choices):
        lines = tuple(itertools.chain.from_iterable(option[2] for option in combination))
        if len(lines) <= lines_max:
            yield sum(option[1] for option in combination), lines


@dataclass(frozen=True)
class _Setting:
    """One way to cut the words, measured: what it can be scaled to."""

    score: float
    size_mm: float
    lines: tuple[str, ...]
    shaped: tuple[Shaped, ...]


class Words:
    """Words to be set: shaped once, then set in as many boxes as there are sheets."""

    def __init__(self, text: str, faces: Sequence[Face], tongue: Tongue) -> None:
        """Take ``text``, every letter of which is in one of ``faces``; raises ``LookupError`` for one that is not."""
        self._faces, self._tongue = tuple(faces), tongue
        self._shaped: dict[str, Shaped] = {}
        self._lines = tuple(" ".join(part.split()) for part in text.splitlines() if part.strip())

    @cached_property
    def _paragraphs(self) -> tuple[_Paragraph, ...]:
        return tuple(_Paragraph(line, self._shape(line)) for line in self._lines)

    @cached_property
    def _one_line(self) -> tuple[_Paragraph, ...]:
        joined = " ".join(self._lines)
        return (_Paragraph(joined, self._shape(joined)),)

    def _shape(self, line: str) -> Shaped:
        if line not in self._shaped:
            self._shaped[line] = shape(line, self._faces, language=self._tongue.tag, direction=self._tongue.direction)
        return self._shaped[line]

    def set_in(self, box: Box, fit: Fit) -> SetWords:
        """Set the words in ``box`` as large as they go; a setting that can be read beats a finer one that cannot.

        Lines are aligned by their ink, not their side bearings. Raises :class:`TooLong` where the letters come out smaller
        than ``fit`` allows.
        """
        paragraphs = self._paragraphs if len(self._lines) <= fit.lines_max else self._one_line
        size_min_mm = fit.letter_min_mm / LETTER_HEIGHT_EM[self._tongue.script]
        chosen: _Setting | None = None
        for inside in (False, True):
            settings = (
                self._measure(lines, price, box, fit)
                for price, lines in _candidates(paragraphs, fit.lines_max, inside_clauses=inside)
            )
            found = max(settings, key=lambda item: (item.size_mm >= size_min_mm, item.score, -len(item.lines)), default=None)
            if found and (chosen is None or found.size_mm > chosen.size_mm * SPLIT_CLAUSE_GAIN):
                chosen = found
        if chosen is None:
            raise ValueError("no words to set")
        return _place(chosen, self._tongue, box, fit)

    def _measure(self, lines: tuple[str, ...], price: float, box: Box, fit: Fit) -> _Setting:
        """Find the largest size of ``lines`` in ``box`` and how good that is."""
        shaped = tuple(map(self._shape, lines))
        widths = [item.right_em - item.left_em for item in shaped]
        pitch = fit.pitch_em or LINE_PITCH_EM[self._tongue.script]
        height = shaped[0].top_em + pitch * (len(lines) - 1) - shaped[-1].bottom_em
        size = min(box.width_mm / max(widths), box.height_mm / height, fit.size_max_mm)
        unevenness = 1.0 - (sum(widths) / len(widths)) / max(widths)
        worth = (1.0 - price) * (1.0 - UNEVEN_LINES_COST * unevenness) * (1.0 - LINE_COST * (len(lines) - 1))
        return _Setting(size * worth, size, lines, shaped)


def _place(setting: _Setting, tongue: Tongue, box: Box, fit: Fit) -> SetWords:
    """Give each line of ``setting`` its place in ``box``; raises :class:`TooLong`."""
    size = setting.size_mm
    letter = size * LETTER_HEIGHT_EM[tongue.script]
    if letter < fit.letter_min_mm:
        raise TooLong(reached_mm=letter, needed_mm=fit.letter_min_mm)
    pitch = size * (fit.pitch_em or LINE_PITCH_EM[tongue.script])
    top, bottom = setting.shaped[0].top_em * size, setting.shaped[-1].bottom_em * size
    spare = box.height_mm - (top + pitch * (len(setting.lines) - 1) - bottom)
    baseline = box.y_mm + top + {"top": 0.0, "centre": spare / 2, "bottom": spare}[fit.anchor]
    placed = []
    for number, (text, shaped) in enumerate(zip(setting.lines, setting.shaped, strict=True)):
        spare_width = box.width_mm - (shaped.right_em - shaped.left_em) * size
        before = spare_width / 2 if fit.align == "centre" else (spare_width if tongue.direction == "rtl" else 0.0)
        x = box.x_mm + before - shaped.left_em * size
        placed.append(SetLine(text, x, baseline + number * pitch, shaped.advance_em * size))
    return SetWords(size, tuple(placed), letter)
