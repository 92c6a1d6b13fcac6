"""What setting takes and gives: a language's script, a box, how words fit it, and the placed lines. Lengths are in mm."""

from __future__ import annotations

from dataclasses import dataclass

MOST_LINES = 8
"""Our choice: words in more lines are an article."""


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
    without it, that of the script; lines with taller marks stand further apart. ``spread`` gives the characters of one Chinese,
    Japanese or Korean line equal distances across the whole box, ``vertical`` makes each author's line a column; ``apart`` stands
    the first half of the columns at the box's right side, the others at its left, characters spread down the box.
    """

    align: str
    anchor: str
    letter_min_mm: float
    size_max_mm: float
    lines_max: int = MOST_LINES
    pitch_em: float | None = None
    spread: bool = False
    vertical: bool = False
    apart: bool = False

    def share(self, spare_mm: float) -> float:
        """Return how much of a box's spare height stands above the block."""
        return {"top": 0.0, "centre": spare_mm / 2, "bottom": spare_mm}[self.anchor]


@dataclass(frozen=True)
class SetLine:
    """One set line: its words, where its origin stands (mm from the sheet's left top) and how wide it advances.

    ``tracking_mm`` is added after each letter but the last; ``advance_mm`` counts it. A tracked line is drawn with its script
    named (Typst: ``script: "hani"``), or the engine forgets the tracking between Chinese characters and kana.
    """

    text: str
    x_mm: float
    baseline_mm: float
    advance_mm: float
    tracking_mm: float = 0.0

    def scaled(self, factor: float) -> SetLine:
        """Return the same line with every length times ``factor``."""
        lengths = (self.x_mm, self.baseline_mm, self.advance_mm, self.tracking_mm)
        return SetLine(self.text, *(round(length * factor, 4) for length in lengths))


@dataclass(frozen=True)
class SetWords:
    """Words as they are drawn: the type size (mm of one em) and the placed lines."""

    size_mm: float
    lines: tuple[SetLine, ...]
    letter_height_mm: float

    def scaled(self, factor: float) -> SetWords:
        """Return the same setting with every length times ``factor``."""
        lines = tuple(line.scaled(factor) for line in self.lines)
        return SetWords(round(self.size_mm * factor, 4), lines, round(self.letter_height_mm * factor, 4))


class TooLong(Exception):  # noqa: N818  it is an answer, not a fault of the program
    """Words that fit only in type too small to read: what they reach and what they need, letter heights in mm."""

    def __init__(self, reached_mm: float, needed_mm: float) -> None:
        super().__init__(f"letters {reached_mm:.1f} mm high, {needed_mm:.1f} mm needed")
        self.reached_mm = reached_mm
        self.needed_mm = needed_mm


class NotVertical(Exception):  # noqa: N818  it is an answer, not a fault of the program
    """Words that cannot stand in a column, and the first character that cannot."""

    def __init__(self, character: str) -> None:
        super().__init__(f"{character!r} (U+{ord(character):04X}) does not stand in a column")
        self.character = character
