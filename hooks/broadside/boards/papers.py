"""The plan of a blackboard -> the papers to print: the chalk plan on A3, and the same newspaper as an exhibition panel."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from broadside.boards.faces import HAND, list_faces
from broadside.boards.planning import list_languages, plan_board
from broadside.boards.values import BoardPlan, ChalkLine, ColumnPlan
from broadside.catalog import Catalog
from broadside.kinds import Material
from broadside.press.codes import draw_code
from broadside.press.papers import Paper
from broadside.texts import read_texts

TEMPLATE = "/papers/blackboard.typ"
PLAN_MM = (420.0, 297.0)
"""A3 across (ISO 216)."""
DRAWING_MM = (376.0, 118.0)
"""What the plan leaves for the board itself: our choice."""
SCALES = (2.5, 5.0, 7.5, 10.0, 12.5, 15.0, 20.0, 25.0, 30.0, 40.0)
"""Scales that a ruler reads without a calculator: our choice."""
PANEL_WIDTH_MM = 2400.0
"""The panel: as wide as exhibition panels are high (posters/carriers.yml, display-panel), in the board's own proportions."""


def list_board_papers(catalog: Catalog) -> Iterator[Paper]:
    """Yield the papers of every blackboard in each of its languages."""
    for entry in catalog.of_kind("blackboard"):
        for language in list_languages(catalog, entry):
            yield from make_papers(catalog, plan_board(catalog, entry, language))


def make_papers(catalog: Catalog, plan: BoardPlan) -> tuple[Paper, Paper]:
    """Return the chalk plan and the panel of one blackboard in one language."""
    data = _describe(catalog, plan)
    drawn = max(plan.width_mm / DRAWING_MM[0], plan.height_mm / DRAWING_MM[1])
    scale = next((each for each in SCALES if each >= drawn), SCALES[-1])
    panel = (PANEL_WIDTH_MM, round(PANEL_WIDTH_MM * plan.height_mm / plan.width_mm, 1))
    return (
        _make_paper(catalog, plan, "plan", PLAN_MM, {**data, "scale": scale, "texts": _word_plan(catalog, plan, scale)}),
        _make_paper(catalog, plan, "panel", panel, {**data, "scale": plan.width_mm / PANEL_WIDTH_MM}),
    )


def _make_paper(catalog: Catalog, plan: BoardPlan, name: str, size: tuple[float, float], data: Mapping[str, Any]) -> Paper:
    faces = {face.sha256 for hand in HAND for each in catalog.languages for face in list_faces(catalog, each, hand)}
    told = {**data, "paper": name, "size_mm": size}
    return Paper(
        document=plan.id,
        name=name,
        language=plan.language,
        title=f"{plan.id} ({name}, {plan.language})",
        template=TEMPLATE,
        data=json.dumps(told, ensure_ascii=False, sort_keys=True),
        faces=tuple(sorted(faces)),
        width_mm=size[0],
        height_mm=size[1],
    )


def _describe(catalog: Catalog, plan: BoardPlan) -> dict[str, Any]:
    """Describe a plan as the data its template reads; what differs between the two papers is added to it."""
    keys = ("width_mm", "height_mm", "letter_mm", "pitch_mm", "edge_mm", "band_mm", "column_mm", "across", "titles_mm", "rows_mm")
    return {
        "title": f"{plan.masthead}: {plan.title}",
        "date": [plan.date.year, plan.date.month, plan.date.day],
        "language": _describe_language(catalog, plan.language),
        "board": {key: getattr(plan, key) for key in keys},
        "masthead": plan.masthead,
        "sides": plan.sides,
        "head": [_describe_line(line) for line in plan.head],
        "columns": [_describe_column(catalog, column) for column in plan.columns],
        "read_on": read_texts(plan.language)["press"]["blackboard"]["panel"]["read_on"],
    }


def _describe_language(catalog: Catalog, language: str) -> dict[str, Any]:
    """Describe a language as the engine needs it, with the families that draw its words in each hand."""
    tongue = catalog.languages[language]
    families = {hand: [face.family for face in list_faces(catalog, language, hand)] for hand in HAND}
    weights = {hand: list_faces(catalog, language, hand)[0].weight for hand in HAND}
    return {"lang": tongue.lang, "region": tongue.region, "script": tongue.script, "families": families, "weights": weights}


def _describe_line(line: ChalkLine) -> dict[str, Any]:
    letters = [[letter.text, letter.at, letter.wide] for letter in line.letters]
    return {"role": line.role, "x_mm": line.x_mm, "y_mm": line.y_mm, "cell_mm": line.cell_mm, "letters": letters}


def _say_line(line: ChalkLine) -> str:
    """Return a line as running text: an empty cell, or half of one between letters, is a space."""
    text, end, was = "", 0, 2
    for letter in line.letters:
        gap = letter.at - end
        text += (" " if gap >= 2 or (gap and was == letter.wide == 1) else "") + letter.text
        end, was = letter.at + letter.wide, letter.wide
    return text


def _describe_column(catalog: Catalog, column: ColumnPlan) -> dict[str, Any]:
    topics = cast("Material", catalog.entries[column.article].fields).topics
    gap = "" if catalog.languages[column.language].script == "Hans" else " "
    parts = (column.title, column.summary, gap.join(column.sentences), column.more)
    return {
        "language": _describe_language(catalog, column.language),
        "x_mm": column.x_mm,
        "name": column.title,
        "title": [_say_line(line) for line in column.lines if line.role == "title"],
        "summary": column.summary,
        "body": gap.join(column.sentences),
        "alt": "\n".join(part for part in parts if part),
        "lines": [_describe_line(line) for line in column.lines],
        "picture": catalog.topics[topics[0]].picture if topics else "",
        "address": column.url.split("//", 1)[-1].rstrip("/"),
        "url": column.url,
        "code": draw_code(column.url),
    }


def say_counts(column: ColumnPlan, language: str) -> str:
    """Say in ``language`` how much of its article a column holds: ``the first 8 of 56 sentences``."""
    texts = read_texts(language)["press"]["blackboard"]["plan"]
    if column.is_own:
        return str(texts["own"])
    kind = "all" if len(column.sentences) == column.of else "taken" if column.sentences else "none"
    return str(texts[kind]).format(count=len(column.sentences), of=column.of)


def _count(column: ColumnPlan, language: str) -> tuple[str, str]:
    """Say in two lines what a column takes up and what it holds."""
    counts = str(read_texts(language)["press"]["blackboard"]["plan"]["counts"])
    return counts.format(characters=column.characters, used=column.used, cells=column.cells), say_counts(column, language)


def _word_plan(catalog: Catalog, plan: BoardPlan, scale: float) -> dict[str, Any]:
    """Word what stands round the drawing, in the language of the board."""
    texts = read_texts(plan.language)["press"]["blackboard"]["plan"]
    is_chinese = catalog.languages[plan.language].script == "Hans"
    size = {"width": f"{plan.width_mm / 10:g}", "height": f"{plan.height_mm / 10:g}"}
    grid = {
        "columns": len(plan.columns),
        "column": f"{round(plan.column_mm / 10, 1):g}",
        "across": plan.across,
        "letter": f"{plan.letter_mm / 10:g}",
        "a_cell": texts["a_cell_of"]["han" if is_chinese else "letters"],
    }
    return {
        "heading": texts["heading"].format(masthead=plan.masthead, title=plan.title),
        "scale": texts["scale"].format(scale=f"{scale:g}", **size),
        "counts": [_count(column, plan.language) for column in plan.columns],
        "how": texts["how"],
        "steps": [step.format(**grid) for step in texts["steps"]],
        "cells": texts["cells"].format(letter=grid["letter"], scale="{scale}"),
    }
