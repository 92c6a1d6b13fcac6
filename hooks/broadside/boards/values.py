"""The frozen values of a planned blackboard: its letters in their cells, its columns and what each of them says."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

Role = Literal["name", "side", "title", "summary", "body", "more"]


@dataclass(frozen=True)
class Letter:
    """One character in its cell; ``at`` and ``wide`` count half cells from the line's beginning."""

    text: str
    at: int
    wide: int


@dataclass(frozen=True)
class ChalkLine:
    """A line on the board: where its cells begin, in mm from the board's left top corner, and how large they are."""

    role: Role
    letters: tuple[Letter, ...]
    x_mm: float
    y_mm: float
    cell_mm: float


@dataclass(frozen=True)
class ColumnPlan:
    """A column: its words as taken from the article ``article``, and where they stand.

    ``sentences`` are the whole sentences that are chalked, of ``of`` that the article has; ``more`` leads to the rest, where there
    is one. ``cells`` are the cells of the column below its title, ``used`` those with a letter in them, ``characters`` all letters
    of the column, its title included.
    """

    article: str
    language: str
    title: str
    summary: str
    sentences: tuple[str, ...]
    of: int
    more: str
    url: str
    is_own: bool
    x_mm: float
    cells: int
    used: int
    characters: int
    lines: tuple[ChalkLine, ...]


@dataclass(frozen=True)
class BoardPlan:
    """A whole board in one language. Lengths in mm on the board; ``band_mm`` is the height of the masthead.

    ``rows_mm`` are the upper edges of the lines that all columns share, ``titles_mm`` those of the titles' lines above them.
    """

    id: str
    language: str
    title: str
    masthead: str
    sides: tuple[str, str, str, str]
    date: datetime.date
    width_mm: float
    height_mm: float
    letter_mm: float
    pitch_mm: float
    edge_mm: float
    band_mm: float
    column_mm: float
    across: int
    head: tuple[ChalkLine, ...]
    titles_mm: tuple[float, ...]
    rows_mm: tuple[float, ...]
    columns: tuple[ColumnPlan, ...]
