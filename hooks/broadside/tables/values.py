"""What a spreadsheet says: rows of texts with their numbers, and what in it cannot be taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from broadside.problems import Problem, make_problem

MB = 1_000_000
BYTES_MAX = 5 * MB
"""Our choice: a table of 2000 slogans in five languages has half of one."""
UNPACKED_MAX = 30 * MB
"""Our choice: what is read of a workbook, unpacked; Excel packs a table to about a tenth."""
ROWS_MAX = 2000
COLUMNS_MAX = 120
LETTERS_MAX = 5000
"""Our choices: more than a company's slogans, than its languages ask for, than any cell's text."""
DANGEROUS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""How a cell begins that a spreadsheet would calculate (OWASP, CSV Injection), behind any apostrophes that were put before it."""


@dataclass(frozen=True)
class Row:
    """A row that says something: its number, from 1, and its texts by the number of their column, from 1."""

    number: int
    cells: Mapping[int, str]


@dataclass(frozen=True)
class Table:
    """The first sheet of a file: ``name`` is how its places are told, ``others`` are the sheets that were not looked at."""

    name: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
    others: tuple[str, ...] = ()
    is_1904: bool = False


class UnreadableTableError(Exception):
    """A file that is no table, or more of one than is read; ``rule`` and ``facts`` say so."""

    def __init__(self, rule: str, position: tuple[int, int] = (1, 1), **facts: object) -> None:
        super().__init__(rule)
        self.rule, self.position, self.facts = rule, position, facts

    def report(self, name: str) -> Problem:
        """Word it as a problem of the file ``name``."""
        return make_problem(name, self.position, self.rule, **self.facts)


def make_rows(cells: Iterable[tuple[int, int, str]]) -> tuple[Row, ...]:
    """Gather texts with their row and column into rows; what is blank is left out. Raises :class:`UnreadableTableError`."""
    rows: dict[int, dict[int, str]] = {}
    for row, column, given in cells:
        text = given.replace("\r\n", "\n").replace("\r", "\n").strip()
        if not text:
            continue
        if len(text) > LETTERS_MAX:
            raise UnreadableTableError("cell-long", (row, column), most=LETTERS_MAX)
        if column > COLUMNS_MAX:
            raise UnreadableTableError("table-columns", (row, column), most=COLUMNS_MAX)
        rows.setdefault(row, {})[column] = text
        if len(rows) > ROWS_MAX + 1:
            raise UnreadableTableError("table-rows", (row, column), most=ROWS_MAX)
    return tuple(Row(number, rows[number]) for number in sorted(rows))
