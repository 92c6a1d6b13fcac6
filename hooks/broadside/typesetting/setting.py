"""Words and a box -> placed lines in the largest type that fits, or the reason that none does. Lengths are in mm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from broadside.fonts import Face, Shaped, shape
from broadside.typesetting.breaking import MOST_LINES, Paragraph, list_cuts

# Our choices, found by eye on the sample slogans: how much type size an even block, fewer lines and a whole clause are worth.
UNEVEN_LINES_COST = 0.25
LINE_COST = 0.02
SPLIT_CLAUSE_GAIN = 1.35
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
    def _paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(Paragraph(line, self._shape(line)) for line in self._lines)

    @cached_property
    def _one_line(self) -> tuple[Paragraph, ...]:
        joined = " ".join(self._lines)
        return (Paragraph(joined, self._shape(joined)),)

    def _shape(self, line: str) -> Shaped:
        if line not in self._shaped:
            self._shaped[line] = shape(line, self._faces, language=self._tongue.tag, direction=self._tongue.direction)
        return self._shaped[line]

    def set_in(self, box: Box, fit: Fit) -> SetWords:
        """Set the words in ``box`` as large as they go; a setting that can be read beats a finer one that cannot.

        Lines are aligned by their ink, not their side bearings. Raises :class:`TooLong` where the letters come out smaller
        than ``fit`` allows, and ``ValueError`` for words without ink.
        """
        paragraphs = self._paragraphs if len(self._lines) <= fit.lines_max else self._one_line
        chosen: _Setting | None = None
        for inside in (False, True) if any(each.splits_clauses for each in paragraphs) else (False,):
            found = self._choose(paragraphs, box, fit, 0.0, inside_clauses=inside)
            if found and len(paragraphs) > 1:
                # The widest line of all sets the size: the other paragraphs need not be cut narrower than that.
                widest = max(item.right_em - item.left_em for item in found.shaped)
                found = self._choose(paragraphs, box, fit, widest, inside_clauses=inside)
            if found and (chosen is None or found.size_mm > chosen.size_mm * SPLIT_CLAUSE_GAIN):
                chosen = found
        if chosen is None:
            raise ValueError("no words to set")
        return _place(chosen, self._tongue, box, fit)

    def _choose(
        self, paragraphs: Sequence[Paragraph], box: Box, fit: Fit, floor_em: float, *, inside_clauses: bool
    ) -> _Setting | None:
        """Return the best setting: one that can be read first, then the best score, then the fewest lines."""
        size_min_mm = fit.letter_min_mm / LETTER_HEIGHT_EM[self._tongue.script]
        settings = (
            self._measure(lines, price, box, fit)
            for price, lines in list_cuts(paragraphs, fit.lines_max, floor_em, inside_clauses=inside_clauses)
        )
        return max(settings, key=lambda item: (item.size_mm >= size_min_mm, item.score, -len(item.lines)), default=None)

    def _measure(self, lines: tuple[str, ...], price: float, box: Box, fit: Fit) -> _Setting:
        """Find the largest size of ``lines`` in ``box`` and how good that is."""
        shaped = tuple(map(self._shape, lines))
        widths = [item.right_em - item.left_em for item in shaped]
        if max(widths) <= 0:
            raise ValueError("words without ink")
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
