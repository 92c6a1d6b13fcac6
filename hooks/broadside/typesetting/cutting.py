"""Places where lines may end and their widths -> the best cut of words into a number of lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from broadside.fonts import Shaped
from broadside.typesetting.breaking import CLAUSE_GAP, SHORTEST_PIECE, Break, find_breaks
from broadside.typesetting.values import MOST_LINES, Tongue

STRADDLE_COST = 0.25
"""Our choice, found by eye: how much type size it is worth not to put half of two sentences on one line."""

Cut = tuple[float, float, tuple[str, ...]]
"""A way to cut words: the widest line in em, the price of the breaks, and the lines."""


class Paragraph:
    """One author's line, shaped once, and the cheapest way to cut it into a given number of lines."""

    def __init__(self, text: str, shaped: Shaped, tongue: Tongue, marks: Mapping[int, str], hyphen_em: float) -> None:
        """Take a line, how it is shaped, its language, where the author marked breaks, and the advance of a hyphen."""
        self.text = text
        self.shaped = shaped
        self._tongue, self._marks, self._hyphen_em = tongue, marks, hyphen_em
        self._cuts: dict[tuple[float, bool], dict[int, Cut]] = {}

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """Where the line may break, in order."""
        return tuple(find_breaks(self.text, self._tongue, self._marks))

    def _width_em(self, first: Break, last: Break) -> float:
        """Return the advance of the line from one break to another, in em."""
        added = self._hyphen_em if last.prints else 0.0
        return self.shaped.offsets_em[last.end] - self.shaped.offsets_em[first.start] + added

    def _price_straddling(self, first: Break, last: Break) -> float:
        """Return the price of a line that holds the end of one clause and the start of another, and not both whole."""
        if first.ends_clause and last.ends_clause:
            return 0.0
        return STRADDLE_COST if CLAUSE_GAP.search(self.text, first.start, last.end) else 0.0

    @staticmethod
    def _is_scrap(first: Break, last: Break) -> bool:
        """Say whether a line between two breaks is a piece of a clause too short to stand alone."""
        return (first.splits_clause or last.splits_clause) and last.end - first.start < SHORTEST_PIECE

    @property
    def splits_clauses(self) -> bool:
        """Say whether there is a break inside a clause at all."""
        return any(item.splits_clause for item in self.breaks)

    def cuts(self, count: int, floor_em: float, *, inside_clauses: bool) -> Cut | None:
        """Return the best cut into ``count`` lines where another line is ``floor_em`` wide anyway; None if impossible."""
        key = (floor_em, inside_clauses)
        if key not in self._cuts:
            self._cuts[key] = self._cut(floor_em, inside_clauses=inside_clauses)
        return self._cuts[key].get(count)

    def _cut(self, floor_em: float, *, inside_clauses: bool) -> dict[int, Cut]:
        """Cut into each possible number of lines, up to the most there may be.

        The widest line is made as narrow as can be (dynamic programming over the breaks); a dearer break must make it
        narrower by its price.
        """
        breaks = [item for item in self.breaks if inside_clauses or not item.splits_clause]
        stops = [Break(0, 0, ends_clause=True), *breaks, Break(len(self.text), len(self.text), ends_clause=True)]
        prices = {
            (first, last): stops[last].cost + self._price_straddling(stops[first], stops[last])
            for last in range(1, len(stops))
            for first in range(last)
            if not self._is_scrap(stops[first], stops[last])
        }
        # best[k] for each stop: the least (score, widest, price, previous stop) of cutting all before it into k lines.
        best: list[dict[int, tuple[float, float, float, int]]] = [{0: (0.0, floor_em, 0.0, -1)}]
        cuts: dict[int, Cut] = {}
        for count in range(1, min(len(stops) - 1, MOST_LINES) + 1):
            row: dict[int, tuple[float, float, float, int]] = {}
            for (previous, place), added in prices.items():
                if previous in best[-1]:
                    _, widest, price, _ = best[-1][previous]
                    width = max(widest, self._width_em(stops[previous], stops[place]))
                    total = price + added
                    score = width * (1.0 + total)
                    if place not in row or score < row[place][0]:
                        row[place] = (score, width, total, previous)
            best.append(row)
            if len(stops) - 1 in row:
                cuts[count] = self._trace(stops, best)
        return cuts

    def _trace(self, stops: Sequence[Break], best: Sequence[dict[int, tuple[float, float, float, int]]]) -> Cut:
        """Follow the table of :meth:`_cut` back from the last stop."""
        place = len(stops) - 1
        _, widest, price, _ = best[-1][place]
        lines: list[str] = []
        for row in reversed(best[1:]):
            previous = row[place][3]
            lines.append(self.text[stops[previous].start : stops[place].end] + stops[place].prints)
            place = previous
        return widest, price, tuple(reversed(lines))


def list_cuts(
    paragraphs: Sequence[Paragraph], lines_max: int, floor_em: float, *, inside_clauses: bool
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Yield ways to cut all paragraphs into at most ``lines_max`` lines: the price of the breaks and the lines."""
    if not paragraphs:
        yield 0.0, ()
        return
    first, rest = paragraphs[0], paragraphs[1:]
    for count in range(1, lines_max - len(rest) + 1):
        cut = first.cuts(count, floor_em, inside_clauses=inside_clauses)
        if cut is not None:
            for price, lines in list_cuts(rest, lines_max - count, floor_em, inside_clauses=inside_clauses):
                yield cut[1] + price, cut[2] + lines
