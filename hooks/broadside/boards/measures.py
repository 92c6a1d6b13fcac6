"""A stated board -> its grid: edge, masthead, columns and lines, in mm from its left top corner."""

from __future__ import annotations

import dataclasses
import math

from broadside.kinds import Blackboard

ALPHABET_SHARE = 0.8
"""Our choice: letters of an alphabet stand in squares of four fifths of a Chinese character's. They are read from twice as far at
the same height (distance / 300 against / 150), but chalk closes a smaller eye."""
PITCH = 1.25
"""Our choice: a quarter of a letter of free board between two lines; with less, strokes of one touch the next."""
TITLE = 1.5
"""Our choice: a column's title is half as large again as its words."""
BAND_SHARE = 0.17
"""Our choice: the masthead's share of the board's height."""
GUTTER = 1.5
"""Our choice: letters between two columns; the chalked line that parts them stands in the middle."""
GAP = 0.5
"""Our choice: letters of free board below the masthead and below the titles."""


@dataclasses.dataclass(frozen=True)
class Measures:
    """The grid of a board; ``across`` are the cells of a column's line, ``title_cells`` those of its title's.

    ``x_mm`` is the left edge of the column at hand, the first one's before :meth:`lay` is asked.
    """

    width_mm: float
    height_mm: float
    letter_mm: float
    edge_mm: float
    band_mm: float
    column_mm: float
    step_mm: float
    across: int
    x_mm: float

    @property
    def pitch_mm(self) -> float:
        """From line to line."""
        return PITCH * self.letter_mm

    @property
    def title_mm(self) -> float:
        """The side of a title's cell."""
        return TITLE * self.letter_mm

    @property
    def title_cells(self) -> int:
        """The title's cells in one line of a column."""
        return max(1, int(self.column_mm / self.title_mm))

    def lay(self, index: int) -> Measures:
        """Return the measures of the column ``index``, from 0."""
        return dataclasses.replace(self, x_mm=self.edge_mm + index * self.step_mm)


def measure_board(board: Blackboard, *, is_chinese: bool) -> Measures:
    """Divide a board: a letter of free edge all round, equal columns of whole cells, what is over goes between the columns."""
    width, height, count = board.board.width_mm, board.board.height_mm, len(board.columns)
    letter = board.letter_mm if is_chinese else ALPHABET_SHARE * board.letter_mm
    across = max(2, math.floor((width - 2 * letter - (count - 1) * GUTTER * letter) / count / letter + 1e-9))
    column = across * letter
    step = (width - 2 * letter - column) / (count - 1) if count > 1 else 0.0
    return Measures(width, height, letter, letter, BAND_SHARE * height, column, step, across, letter)


def measure_rows(measures: Measures, titles: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the upper edges of ``titles`` lines of title, and of all lines that the board has room for below them."""
    letter = measures.letter_mm
    top = measures.edge_mm + measures.band_mm + GAP * letter
    below = top + titles * PITCH * measures.title_mm + GAP * letter - (PITCH - 1) * measures.title_mm
    # The last line needs no free board under it.
    free = measures.height_mm - measures.edge_mm - below + (PITCH - 1) * letter
    rows = max(0, math.floor(free / measures.pitch_mm + 1e-9))
    return (
        tuple(top + index * PITCH * measures.title_mm for index in range(titles)),
        tuple(below + index * measures.pitch_mm for index in range(rows)),
    )
