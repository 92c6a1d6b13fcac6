"""Words and a box -> placed lines in the largest type that fits, or the reason that none does. Lengths are in mm."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

from broadside.fonts import Face, Shaped, shape
from broadside.typesetting.columns import set_columns
from broadside.typesetting.cutting import Paragraph, list_cuts
from broadside.typesetting.scripts import LETTER_HEIGHT_EM, LINE_PITCH_EM, WHOLE_SQUARES, read_line
from broadside.typesetting.spreading import can_spread, open_cells, spread_line
from broadside.typesetting.values import Box, Fit, SetLine, SetWords, Tongue, TooLong

# Our choices, found by eye on the sample slogans: how much type size an even block, fewer lines and a whole clause are worth.
UNEVEN_LINES_COST = 0.25
LINE_COST = 0.02
SPLIT_CLAUSE_GAIN = 1.35
OVERLAP_EM = 0.1
"""Our choice: how far the deepest ink of a line may reach past the top of the next one's; they seldom meet in one place."""


@dataclass(frozen=True)
class _Setting:
    """One way to cut the words, measured: what it can be scaled to."""

    score: float
    size_mm: float
    pitch_em: float
    lines: tuple[str, ...]
    shaped: tuple[Shaped, ...]


class Words:
    """Words to be set: shaped once, then set in as many boxes as there are sheets."""

    def __init__(self, text: str, faces: Sequence[Face], tongue: Tongue) -> None:
        """Take ``text``, every letter of which is in one of ``faces``; raises ``LookupError`` for one that is not."""
        self._faces, self._tongue = tuple(faces), tongue
        self._shaped: dict[str, Shaped] = {}
        text = text if tongue.script in WHOLE_SQUARES else unicodedata.normalize("NFC", text)
        self._lines = tuple(line for part in text.splitlines() for line in [read_line(part, tongue.script)] if line[0])

    @cached_property
    def _paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(self._make_paragraph(*line) for line in self._lines)

    @cached_property
    def _one_line(self) -> tuple[Paragraph, ...]:
        return (self._make_paragraph(" ".join(line for line, _ in self._lines), MappingProxyType({})),)

    def _make_paragraph(self, line: str, marks: Mapping[int, str]) -> Paragraph:
        hyphen_em = self._shape("-").advance_em if any(marks.values()) else 0.0
        return Paragraph(line, self._shape(line), self._tongue, marks, hyphen_em)

    def _shape(self, line: str) -> Shaped:
        if line not in self._shaped:
            tongue = self._tongue
            shaped = shape(line, self._faces, language=tongue.tag, direction=tongue.direction, script=tongue.script)
            self._shaped[line] = shaped
        return self._shaped[line]

    def set_in(self, box: Box, fit: Fit) -> SetWords:
        """Set the words in ``box`` as large as they go; a setting that can be read beats a finer one that cannot.

        Lines are aligned by their ink, not their side bearings. Words that cannot be spread are set on one line. Raises
        :class:`TooLong` where the letters come out smaller than ``fit`` allows, :class:`NotVertical` for columns of characters
        that do not stand in them, and ``ValueError`` for words without ink.
        """
        if fit.vertical:
            return set_columns([line for line, _ in self._lines], self._faces, self._tongue, box, fit)
        if fit.spread:
            return self._spread_in(box, fit)
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
        return _check_height(_place(chosen, self._tongue, box, fit), fit)

    def _spread_in(self, box: Box, fit: Fit) -> SetWords:
        """Set the words across ``box``; on one line as they are where they are not all square characters."""
        text = open_cells(" ".join(line for line, _ in self._lines))
        if text and can_spread(text, self._shape(text)):
            return _check_height(spread_line(text, self._shape(text), box, fit, LETTER_HEIGHT_EM[self._tongue.script]), fit)
        return self.set_in(box, dataclasses.replace(fit, spread=False))

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
        pitch = max(
            fit.pitch_em or LINE_PITCH_EM[self._tongue.script],
            *(after.top_em - before.bottom_em - OVERLAP_EM for before, after in pairwise(shaped)),
            0.0,
        )
        height = shaped[0].top_em + pitch * (len(lines) - 1) - shaped[-1].bottom_em
        size = min(box.width_mm / max(widths), box.height_mm / height, fit.size_max_mm)
        unevenness = 1.0 - (sum(widths) / len(widths)) / max(widths)
        worth = (1.0 - price) * (1.0 - UNEVEN_LINES_COST * unevenness) * (1.0 - LINE_COST * (len(lines) - 1))
        return _Setting(size * worth, size, pitch, lines, shaped)


def _check_height(words: SetWords, fit: Fit) -> SetWords:
    """Return ``words`` if they can be read; raises :class:`TooLong`."""
    if words.letter_height_mm < fit.letter_min_mm:
        raise TooLong(reached_mm=words.letter_height_mm, needed_mm=fit.letter_min_mm)
    return words


def _place(setting: _Setting, tongue: Tongue, box: Box, fit: Fit) -> SetWords:
    """Give each line of ``setting`` its place in ``box``."""
    size, pitch = setting.size_mm, setting.size_mm * setting.pitch_em
    top, bottom = setting.shaped[0].top_em * size, setting.shaped[-1].bottom_em * size
    baseline = box.y_mm + top + fit.share(box.height_mm - (top + pitch * (len(setting.lines) - 1) - bottom))
    placed = []
    for number, (text, shaped) in enumerate(zip(setting.lines, setting.shaped, strict=True)):
        spare_width = box.width_mm - (shaped.right_em - shaped.left_em) * size
        before = spare_width / 2 if fit.align == "centre" else (spare_width if tongue.direction == "rtl" else 0.0)
        x = box.x_mm + before - shaped.left_em * size
        placed.append(SetLine(text, x, baseline + number * pitch, shaped.advance_em * size))
    return SetWords(size, tuple(placed), size * LETTER_HEIGHT_EM[tongue.script])
