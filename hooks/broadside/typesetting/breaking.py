"""Where words may break into lines, what each break costs, and the best cut into a number of lines.

Breaks follow phrases: an author's newline always breaks; Chinese breaks after a clause before anywhere else; English never
leaves an article or a preposition hanging at a line's end, nor puts half of two sentences on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from broadside.fonts import Shaped, is_joined

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
SHORTEST_SPLIT_CLAUSE = 7
SHORTEST_PIECE = 3
MOST_LINES = 8


@dataclass(frozen=True)
class Break:
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


def _price_space(text: str, index: int) -> Break:
    """Return the break at the space at ``index``: free after a clause, dearest where it breaks a clause of two words."""
    if text[index - 1] in CLAUSE_ENDS or is_han(text[index - 1]) or is_han(text[index + 1]):
        return Break(index, index + 1, ends_clause=True)  # in Chinese copy a space is itself the end of a clause
    before = CLAUSE_GAP.split(text[:index])[-1].split()
    after = CLAUSE_GAP.split(text[index + 1 :])[0].split()
    plain = LEANING_COST if before[-1].casefold() in LEANING_WORDS else INSIDE_CLAUSE_COST
    return Break(index, index + 1, SHORT_CLAUSE_COST.get(len(before) + len(after), plain))


def is_han(character: str) -> bool:
    """Say whether ``character`` is a Chinese character (CJK Unified Ideographs, extensions A and B on, compatibility)."""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"


def find_breaks(text: str) -> Iterator[Break]:
    """Yield the places where ``text``, one author's line, may break, in order."""
    for index in range(1, len(text)):
        last, following = text[index - 1], text[index]
        if following == " ":
            yield _price_space(text, index)
        elif last == " " or following in CLAUSE_ENDS or last in OPENERS or is_joined(following):
            continue
        elif (last in CLAUSE_ENDS and is_han(following)) or last == TIBETAN_TSHEG:
            yield Break(index, index, ends_clause=last in CLAUSE_ENDS)
        elif is_han(last) and is_han(following):
            before, after = _clause_length(text, index)
            if before + after >= SHORTEST_SPLIT_CLAUSE and min(before, after) >= SHORTEST_PIECE:
                yield Break(index, index, splits_clause=True)


Cut = tuple[float, float, tuple[str, ...]]
"""A way to cut words: the widest line in em, the price of the breaks, and the lines."""


class Paragraph:
    """One author's line, shaped once, and the cheapest way to cut it into a given number of lines."""

    def __init__(self, text: str, shaped: Shaped) -> None:
        self.text = text
        self.shaped = shaped
        self._cuts: dict[tuple[float, bool], dict[int, Cut]] = {}

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """Where the line may break, in order."""
        return tuple(find_breaks(self.text))

    def width_em(self, start: int, end: int) -> float:
        """Return the advance of the characters from ``start`` to ``end``, in em."""
        return self.shaped.offsets_em[end] - self.shaped.offsets_em[start]

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
                    width = max(widest, self.width_em(stops[previous].start, stops[place].end))
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
            lines.append(self.text[stops[previous].start : stops[place].end])
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
