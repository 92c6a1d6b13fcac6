"""A blackboard newspaper -> its page and its cards: the two papers, what each column holds, and the articles it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from broadside.boards import list_languages, plan_board
from broadside.boards.papers import say_counts
from broadside.catalog import Entry, choose
from broadside.kinds import Blackboard
from broadside.pages.paperfiles import Say, list_paper_racks, name_paper_file
from broadside.pages.values import Card, Picture, Shelf
from broadside.press.papers import PrintedPaper
from broadside.press.working import PAPER_WIDTH_PX


def view_boards(shelf: Shelf, language: str) -> Mapping[str, Any]:
    """Return what the list of all blackboards shows: the newest first."""
    return {"cards": list_board_cards(shelf, language)}


def list_board_cards(shelf: Shelf, language: str, campaign: str = "") -> tuple[Card, ...]:
    """Return the blackboards as they stand in a list, the newest first: all, or those of one campaign (the last of its id)."""
    boards = [entry for entry in shelf.catalog.of_kind("blackboard") if campaign in {"", _board(entry).campaign}]
    return tuple(_make_card(shelf, entry, language) for entry in sorted(boards, key=lambda entry: _board(entry).date, reverse=True))


def _board(entry: Entry) -> Blackboard:
    return cast("Blackboard", entry.fields)


def _speak(shelf: Shelf, entry: Entry, language: str) -> str:
    """Return the language a blackboard shows itself in to readers of ``language``."""
    return language if language in list_languages(shelf.catalog, entry) else shelf.catalog.language


def _make_card(shelf: Shelf, entry: Entry, language: str) -> Card:
    spoken = _speak(shelf, entry, language)
    pictures = dict(_list_pictures(shelf, entry, spoken))
    return Card(
        title=_say_title(shelf, entry, spoken),
        address=shelf.address(entry.id, language),
        language=spoken,
        summary=str(entry.say("summary", spoken) or ""),
        kind=entry.kind,
        picture=pictures.get("panel"),
        facts=(shelf.texts(language)["blackboard"]["columns"].format(count=len(_board(entry).columns)),),
        day=_board(entry).date,
    )


def _say_title(shelf: Shelf, entry: Entry, language: str) -> str:
    masthead = choose(_board(entry).masthead, language, shelf.catalog.language)
    return str(shelf.texts(language)["blackboard"]["name"]).format(masthead=masthead, title=entry.say("title", language))


def _list_pictures(shelf: Shelf, entry: Entry, language: str) -> Iterator[tuple[str, Picture]]:
    """Yield the pictures of a blackboard's papers in ``language`` by the papers' names."""
    texts = shelf.texts(language)["blackboard"]
    for printed in shelf.papers.get(entry.id, ()):
        paper = printed.paper
        if paper.language == language:
            height = round(PAPER_WIDTH_PX * paper.height_mm / paper.width_mm)
            alt = str(texts["alt"]).format(paper=texts["papers"][paper.name], title=_say_title(shelf, entry, language))
            yield paper.name, Picture(name_paper_file(printed, ".webp"), PAPER_WIDTH_PX, height, alt)


def view_blackboard(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return what a blackboard's template shows."""
    spoken = _speak(shelf, entry, language)
    board, plan = _board(entry), plan_board(shelf.catalog, entry, spoken)
    texts = shelf.texts(language)["blackboard"]
    return {
        "board": board,
        "masthead": choose(board.masthead, language, shelf.catalog.language),
        "unit": choose(shelf.catalog.brands[board.unit or shelf.catalog.settings.unit].name, language, shelf.catalog.language),
        "size": texts["size"].format(width=f"{plan.width_mm / 10:g}", height=f"{plan.height_mm / 10:g}"),
        "cell": texts["cell"].format(letter=f"{plan.letter_mm / 10:g}", across=plan.across, rows=len(plan.rows_mm)),
        "pictures": [(texts["papers"][name], picture) for name, picture in _list_pictures(shelf, entry, spoken)],
        "rows": [
            {
                "title": column.title,
                "language": column.language,
                "address": shelf.address(column.article, language),
                "characters": column.characters,
                "cells": texts["cells"].format(used=column.used, cells=column.cells),
                "sentences": say_counts(column, language),
            }
            for column in plan.columns
        ],
        "downloads": tuple(list_paper_racks(shelf, entry, language, _say_papers(shelf, language))),
    }


def _say_papers(shelf: Shelf, language: str) -> Say:
    texts = shelf.texts(language)["blackboard"]

    def say(printed: PrintedPaper) -> tuple[str, str]:
        paper = printed.paper
        return texts["papers"][paper.name], texts["print_at"].format(width=f"{paper.width_mm:g}", height=f"{paper.height_mm:g}")

    return say
