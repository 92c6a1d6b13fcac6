"""A blackboard newspaper -> what is wrong with its columns: how many, what they take from, in which languages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from broadside.catalog.values import Entry
from broadside.frontmatter import Path
from broadside.kinds import Blackboard
from broadside.problems import Problem, make_problem

BOARD_COLUMNS = (3, 5)
"""Our choice, after what is usual: with two a blackboard newspaper is a poster, with six nobody reads it to the end."""

Spot = tuple[str, tuple[int, int]]
Report = Callable[[Spot, str, str, Collection[str], str], Iterator[Problem]]
"""Reports a value that is not among the legal ones: place, rule, value, legal, field."""


def check_board(entry: Entry, unknown: Report, articles: Collection[str], languages: Collection[str]) -> Iterator[Problem]:
    """Check a blackboard's number of columns, the ``articles`` they take from, and the ``languages`` of its words."""
    board, parsed = entry.fields, entry.parsed
    if not isinstance(board, Blackboard):
        return
    if not BOARD_COLUMNS[0] <= len(board.columns) <= BOARD_COLUMNS[1]:
        yield make_problem(entry.path, parsed.find(("columns",)), "board-columns", count=len(board.columns))
    texts: list[tuple[str, Path, Mapping[str, str]]] = [("masthead", ("masthead",), board.masthead)]
    for index, column in enumerate(board.columns):
        field, place = f"columns {index + 1}", ("columns", index)
        at = (entry.path, parsed.find((*place, "article")))
        yield from unknown(at, "article-unknown", column.article, articles, f"{field} article")
        texts.append((f"{field} text", (*place, "text"), column.text or {}))
    for field, where, words in texts:
        for language in words:
            at = (entry.path, parsed.keys.get((*where, language), parsed.find(where)))
            if language:  # words without a language are in the site's first
                yield from unknown(at, "language-unknown", language, languages, field)
