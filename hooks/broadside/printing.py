"""Sheets and documents -> their files in the site's store, or every mistake that is found while printing."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from broadside.boards.papers import print_boards
from broadside.catalog import Catalog
from broadside.clock import read_today
from broadside.papers.printing import print_documents
from broadside.press.papers import PrintedPaper
from broadside.press.running import Press, Printed, Progress
from broadside.problems import ContentMistakes, Problem, make_problem
from broadside.quizzes.papers import print_quizzes
from broadside.sheets import Sheet, find_document
from broadside.store import Store


def locate_store(root: Path) -> Store:
    """Return the site's store: ``.broadside/store`` beside its configuration, or where ``BROADSIDE_STORE`` says."""
    return Store(Path(os.environ.get("BROADSIDE_STORE") or root / ".broadside" / "store"))


def print_site(
    catalog: Catalog,
    sheets: tuple[Sheet, ...],
    report: Callable[[Progress], None] = lambda _: None,
    store: Store | None = None,
) -> tuple[Printed, ...]:
    """Print ``sheets``, those that ``store`` lacks: the site's own where none is given.

    Raises :class:`~broadside.problems.ContentMistakes` where words cannot be told from what is behind them.
    """
    root = catalog.settings.root
    with Press(root / "posters", root / "slogans", store or locate_store(root)) as press:
        printed = press.print_sheets(sheets, report)
    faint = [_say_faint(catalog, item) for item in printed if item.faint is not None]
    if faint:
        raise ContentMistakes(faint)
    return printed


def print_papers(
    catalog: Catalog, documents: Collection[str] = (), store: Store | None = None
) -> Mapping[str, tuple[PrintedPaper, ...]]:
    """Print the papers of the documents with these ids, of all where none is named: those that ``store`` lacks, or the site's.

    Raises :class:`~broadside.problems.ContentMistakes` where words do not fit their paper.
    """
    root = catalog.settings.root
    with Press(root / "posters", root / "slogans", store or locate_store(root)) as press:
        papers, problems = print_documents(catalog, press, documents, read_today())
        if problems:
            raise ContentMistakes(problems)
        kinds = {catalog.entries[document].kind for document in documents}
        for kind, print_kind in (("blackboard", print_boards), ("quiz", print_quizzes)):
            if not documents or kind in kinds:
                papers |= print_kind(catalog, press)
        return {document: its for document, its in papers.items() if not documents or document in documents}


def print_all(
    catalog: Catalog,
    sheets: tuple[Sheet, ...],
    report: Callable[[Progress], None] = lambda _: None,
    store: Store | None = None,
) -> tuple[tuple[Printed, ...], Mapping[str, tuple[PrintedPaper, ...]]]:
    """Print sheets and papers; raises ContentMistakes with what is wrong with any of both."""
    printed: tuple[Printed, ...] = ()
    papers: Mapping[str, tuple[PrintedPaper, ...]] = {}
    problems: list[Problem] = []
    try:
        printed = print_site(catalog, sheets, report, store)
    except ContentMistakes as mistakes:
        problems.extend(mistakes.problems)
    try:
        papers = print_papers(catalog, store=store)
    except ContentMistakes as mistakes:
        problems.extend(mistakes.problems)
    if problems:
        raise ContentMistakes(problems)
    return printed, papers


def _say_faint(catalog: Catalog, printed: Printed) -> Problem:
    """Word the mistake of faint words, at the slogan's photograph where it has one."""
    sheet, faint = printed.sheet, printed.faint
    entry = find_document(catalog, sheet.slogan)
    facts = {"words": faint.words, "ground": faint.ground, "ratio": faint.ratio, "needed": faint.needed} if faint else {}
    sample = sheet.slogan == f"design-{sheet.design_id}"
    path = entry.path if entry else f"posters/designs/{sheet.design_id}/design.yml" if sample else "words"
    position = entry.parsed.find(("photo", "file") if sheet.photo_file else ("design",)) if entry else (1, 1)
    return make_problem(path, position, "words-faint", design=sheet.design_id, carrier=sheet.carrier_id, **facts)
