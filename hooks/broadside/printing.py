"""Sheets and documents -> their files in the site's store, or every mistake that is found while printing."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Executor
from pathlib import Path

from broadside.boards.papers import list_board_papers
from broadside.catalog import Catalog
from broadside.clock import read_today
from broadside.papers.printing import print_documents
from broadside.press.papers import PrintedPaper
from broadside.press.printed import Printed
from broadside.press.running import Press, Progress, hear_nothing
from broadside.press.said import Said
from broadside.press.sharding import WHOLE, Shard
from broadside.problems import ContentMistakes, Problem, make_problem
from broadside.quizzes.papers import list_quiz_papers
from broadside.sheets import Sheet, find_document
from broadside.store import Store, open_store


def locate_store(root: Path) -> Store:
    """Return the site's store: ``.broadside/store`` beside its configuration, or where ``BROADSIDE_STORE`` says.

    Raises :class:`~broadside.store.AddressError` where that is a URL that nothing here can open.
    """
    address, secret = (os.environ.get(f"BROADSIDE_STORE{name}", "") for name in ("", "_SECRET"))
    return open_store(root / ".broadside" / "store", address, secret)


Report = Callable[[Progress], None]


def open_press(
    catalog: Catalog,
    store: Store | None = None,
    workers: int | None = None,
    executor: Executor | None = None,
    said: Said | None = None,
) -> Press:
    """Return the press of a site, for a ``with`` block, into ``store``: the site's own where none is given.

    It has the workers that :class:`~broadside.press.running.Press` is given.
    """
    root = catalog.settings.root
    return Press(root / "posters", root / "slogans", store or locate_store(root), workers, executor, said)


def print_site(
    catalog: Catalog,
    sheets: tuple[Sheet, ...],
    report: Report = hear_nothing,
    store: Store | None = None,
    press: Press | None = None,
) -> tuple[Printed, ...]:
    """Print ``sheets``, those that ``store`` lacks, the site's own where none is given; by ``press``, which is opened for it.

    Raises :class:`~broadside.problems.ContentMistakes` where words cannot be told from what is behind them.
    """
    with press or open_press(catalog, store) as opened:
        return _print_sheets(catalog, opened, sheets, report)


def print_papers(
    catalog: Catalog, documents: Collection[str] = (), store: Store | None = None
) -> Mapping[str, tuple[PrintedPaper, ...]]:
    """Print the papers of the documents with these ids, of all where none is named: those that ``store`` lacks, or the site's.

    Raises :class:`~broadside.problems.ContentMistakes` where words do not fit their paper.
    """
    with open_press(catalog, store) as press:
        return _print_papers(catalog, press, documents, hear_nothing)


def print_all(
    catalog: Catalog,
    sheets: tuple[Sheet, ...],
    report: Report = hear_nothing,
    press: Press | None = None,
    shard: Shard = WHOLE,
    said: Said | None = None,
) -> tuple[tuple[Printed, ...], Mapping[str, tuple[PrintedPaper, ...]]]:
    """Print sheets and papers, or one share of them, by ``press``, which is opened for it, or by one of its own.

    ``said`` is what the presses of a preview's builds before said; it learns what this one says.
    Raises ContentMistakes with what is wrong with any of both.
    """
    printed: tuple[Printed, ...] = ()
    papers: Mapping[str, tuple[PrintedPaper, ...]] = {}
    problems: list[Problem] = []
    with press or open_press(catalog, said=said) as opened:
        try:
            printed = _print_sheets(catalog, opened, sheets, report, shard)
        except ContentMistakes as mistakes:
            problems.extend(mistakes.problems)
        try:
            papers = _print_papers(catalog, opened, (), report, shard)
        except ContentMistakes as mistakes:
            problems.extend(mistakes.problems)
    if problems:
        raise ContentMistakes(problems)
    return printed, papers


def _print_sheets(
    catalog: Catalog, press: Press, sheets: tuple[Sheet, ...], report: Report, shard: Shard = WHOLE
) -> tuple[Printed, ...]:
    printed = press.print_sheets(sheets, report, shard)
    faint = [_say_faint(catalog, item) for item in printed if item.faint is not None]
    if faint:
        raise ContentMistakes(faint)
    return printed


def _print_papers(
    catalog: Catalog, press: Press, documents: Collection[str], report: Report, shard: Shard = WHOLE
) -> Mapping[str, tuple[PrintedPaper, ...]]:
    others = (*list_board_papers(catalog), *list_quiz_papers(catalog))
    wanted = (paper for paper in others if not documents or paper.document in documents)
    papers, problems = print_documents(catalog, press, documents, read_today(), wanted, report, shard)
    if problems:
        raise ContentMistakes(problems)
    return papers


def _say_faint(catalog: Catalog, printed: Printed) -> Problem:
    """Word the mistake of faint words, at the slogan's photograph where it has one."""
    sheet, faint = printed.sheet, printed.faint
    entry = find_document(catalog, sheet.slogan)
    facts = {"words": faint.words, "ground": faint.ground, "ratio": faint.ratio, "needed": faint.needed} if faint else {}
    sample = sheet.slogan == f"design-{sheet.design_id}"
    path = entry.path if entry else f"posters/designs/{sheet.design_id}/design.yml" if sample else "words"
    position = entry.parsed.find(("photo", "file") if sheet.photo_file else ("design",)) if entry else (1, 1)
    return make_problem(path, position, "words-faint", design=sheet.design_id, carrier=sheet.carrier_id, **facts)
