"""Counts -> the marks of a chart, and a chart of them as SVG, which takes its colours from the page's style sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate

WIDTH, HEIGHT, FOOT, HEAD = 720, 220, 34, 22
"""Our choice, in the chart's own units: a telephone shows half of it, where its letters still measure 11 px."""
GAP = 0.34
"""Our choice: the share of a column's room that stays free."""
LETTER = 15


@dataclass(frozen=True)
class Column:
    """One column: what stands below it, and its parts from below."""

    label: str
    parts: tuple[int, ...]


def share(count: int | None, most: int) -> float:
    """Return how much of the longest bar a count takes, 0 to 1."""
    return (count or 0) / most if most else 0.0


def draw_columns(columns: Sequence[Column], says: str) -> str:
    """Return stacked columns as an SVG element; ``says`` tells those who cannot see it what it shows and where the numbers are."""
    most = max((sum(column.parts) for column in columns), default=0)
    room, step = HEIGHT - FOOT - HEAD, WIDTH / max(len(columns), 1)
    marks = [f'<path class="bs-chart__line" d="M0 {HEIGHT - FOOT}H{WIDTH}"/>']
    for index, column in enumerate(columns):
        left, wide, top = (index + GAP / 2) * step, (1 - GAP) * step, 0.0
        for part, end in enumerate(accumulate(column.parts)):
            tall, top = room * share(column.parts[part], most), room * share(end, most)
            if tall:
                place = f'x="{left:.1f}" y="{HEIGHT - FOOT - top:.1f}" width="{wide:.1f}" height="{tall:.1f}"'
                marks.append(f'<rect class="bs-chart__part--{part + 1}" {place}/>')
        middle = left + wide / 2
        marks.append(f'<text x="{middle:.1f}" y="{HEIGHT - FOOT - top - 6:.1f}">{sum(column.parts)}</text>')
        marks.append(
            f'<text class="bs-chart__label" x="{middle:.1f}" y="{HEIGHT - FOOT + LETTER + 6}">{escape(column.label)}</text>'
        )
    inside = "".join(marks)
    return f'<svg class="bs-chart" role="img" aria-label="{escape(says)}" viewBox="0 0 {WIDTH} {HEIGHT}">{inside}</svg>'


def draw_bar(count: int | None, most: int) -> str:
    """Return a bar beside the number that it shows, which is all that those need who cannot see it."""
    wide = f"{100 * share(count, most):.1f}"
    bar = f'<rect width="{wide}" height="10"/>'
    return f'<svg class="bs-bar" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">{bar}</svg>'
