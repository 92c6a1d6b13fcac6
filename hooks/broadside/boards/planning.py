"""Catalog -> the plan of a blackboard newspaper in one language, and every reason why it cannot be chalked."""

from __future__ import annotations

import dataclasses
import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import cast

from broadside.boards.faces import list_faces
from broadside.boards.measures import Measures, measure_board, measure_rows
from broadside.boards.prose import list_sentences
from broadside.boards.setting import count_halves, set_lines
from broadside.boards.values import BoardPlan, ChalkLine, ColumnPlan, Letter, Role
from broadside.catalog import Catalog, Entry, choose
from broadside.fonts import find_missing
from broadside.kinds import Blackboard, Campaign, Column
from broadside.problems import Problem, make_problem
from broadside.sheets import make_url
from broadside.sheets.choosing import campaign_of
from broadside.texts import read_texts
from broadside.typesetting import WHOLE_SQUARES

INDENT = 2
"""Cells that a Chinese paragraph begins in: the usage of Chinese print."""
NAME_SHARE = 0.62
"""Our choice: the height of the newspaper's name as a share of the masthead."""
COLON = re.compile(r"(?<=：)|(?<=:) ")
Set = tuple[tuple[Letter, ...], ...]


def list_languages(catalog: Catalog, entry: Entry) -> tuple[str, ...]:
    """Return the site's languages that a blackboard is written in: the default one and those of its translations."""
    return tuple(each for each in catalog.settings.languages if each == catalog.language or each in entry.translations)


def check_board(catalog: Catalog, entry: Entry) -> tuple[Problem, ...]:
    """Return why a blackboard cannot be chalked as it is asked for."""
    plans = (plan_board(catalog, entry, language) for language in list_languages(catalog, entry))
    return tuple(problem for plan in plans for problem in _check_plan(catalog, entry, plan))


def plan_board(catalog: Catalog, entry: Entry, language: str) -> BoardPlan:
    """Return the plan of ``entry`` in ``language``, every letter in its cell; :func:`check_board` says whether it fits."""
    board = cast("Blackboard", entry.fields)
    measures = measure_board(board, is_chinese=_is_chinese(catalog, language))
    articles = [_read_article(catalog, column, language) for column in board.columns]
    titles = _set_titles(catalog, articles, measures.title_cells)
    titles_mm, rows_mm = measure_rows(measures, max(len(lines) for lines in titles))
    columns = tuple(
        _plan_column(catalog, each, title, measures.lay(index), (titles_mm, rows_mm))
        for index, (each, title) in enumerate(zip(articles, titles, strict=True))
    )
    campaign = campaign_of(catalog, entry)
    unit = board.unit or catalog.settings.unit
    texts = read_texts(language)["press"]
    sides = (
        str(entry.say("title", language)),
        " ".join(choose(cast("Campaign", campaign.fields).theme, language, catalog.language).split()),
        str(texts["blackboard"]["date"]).format(date=board.date, month=texts["months"][board.date.month - 1]),
        choose(catalog.brands[unit].name, language, catalog.language),
    )
    masthead = choose(board.masthead, language, catalog.language)
    return BoardPlan(
        id=entry.id,
        language=language,
        title=sides[0],
        masthead=masthead,
        sides=sides,
        date=board.date,
        width_mm=board.board.width_mm,
        height_mm=board.board.height_mm,
        letter_mm=measures.letter_mm,
        pitch_mm=measures.pitch_mm,
        edge_mm=measures.edge_mm,
        band_mm=measures.band_mm,
        column_mm=measures.column_mm,
        across=measures.across,
        head=_plan_head(measures, masthead, sides, is_chinese=_is_chinese(catalog, language)),
        titles_mm=titles_mm,
        rows_mm=rows_mm,
        columns=columns,
    )


@dataclasses.dataclass(frozen=True)
class _Article:
    """What a column takes from: the article's words in the language they are in."""

    id: str
    language: str
    title: str
    summary: str
    sentences: tuple[str, ...]
    url: str
    is_own: bool


def _is_chinese(catalog: Catalog, language: str) -> bool:
    return catalog.languages[language].script in WHOLE_SQUARES


def _read_article(catalog: Catalog, column: Column, language: str) -> _Article:
    """Return an article's words in ``language``, else in its own; a column's own text stands in place of all but its title."""
    entry = catalog.entries[column.article]
    translation = entry.translations.get(language)
    own = column.text or {}
    text = own.get(language) or (own.get("", "") if language == catalog.language else "")
    return _Article(
        id=entry.id,
        language=language if translation or language == catalog.language else catalog.language,
        title=str(entry.say("title", language)),
        summary="" if text else str(entry.say("summary", language) or ""),
        sentences=list_sentences(text or (translation.body if translation else entry.parsed.body)),
        url=make_url(catalog, entry, language),
        is_own=bool(text),
    )


def _set_titles(catalog: Catalog, articles: Sequence[_Article], cells: int) -> list[Set]:
    """Set the titles of all columns; where one needs two lines, those with a colon break after it if both halves fit."""
    scripts = [_is_chinese(catalog, article.language) for article in articles]
    plain = [set_lines(each.title, cells, is_chinese=script) for each, script in zip(articles, scripts, strict=True)]
    if all(len(lines) < 2 for lines in plain):
        return plain
    titles = []
    for article, is_chinese, lines in zip(articles, scripts, plain, strict=True):
        parts = COLON.split(article.title, maxsplit=1)
        halves = [set_lines(part, cells, is_chinese=is_chinese) for part in parts]
        is_fit = len(parts) == 2 and all(len(half) == 1 for half in halves)
        titles.append(tuple(half[0] for half in halves) if is_fit else lines)
    return titles


def _plan_column(
    catalog: Catalog, article: _Article, title: Set, at: Measures, tops: tuple[Sequence[float], Sequence[float]]
) -> ColumnPlan:
    """Fill one column: its summary, as many whole sentences as there is room for, and where to read on."""
    is_chinese = _is_chinese(catalog, article.language)
    texts = read_texts(article.language)["press"]["blackboard"]
    address = article.url.split("//", 1)[-1].rstrip("/")
    more = str(texts["more"]).format(address=address)
    indent = INDENT if is_chinese else 0
    gap = "" if is_chinese else " "
    lay = functools.partial(set_lines, cells=at.across, is_chinese=is_chinese)
    summary = lay(article.summary, indent=indent)
    told = lay(more, is_address=True)

    @functools.cache
    def fill(count: int) -> tuple[Set, Set, Set]:
        is_all = count == len(article.sentences) and not article.is_own
        return summary, lay(gap.join(article.sentences[:count]), indent=indent), () if is_all else told

    def fits(count: int) -> bool:
        return sum(map(len, fill(count))) <= len(tops[1])

    count = len(article.sentences)
    if not article.is_own and not fits(count):
        # Letters alone fill the lines that summary and address leave at some sentence; where lines end early a few less fit.
        halves = (count_halves(sentence.replace(" ", ""), is_chinese=is_chinese) for sentence in article.sentences)
        room = 2 * at.across * (len(tops[1]) - len(summary) - len(told))
        most = sum(1 for _ in itertools.takewhile(lambda filled: filled <= room, itertools.accumulate(halves)))
        count = next((number for number in range(most, 0, -1) if fits(number)), 0)
    parts = fill(count)
    roles: tuple[Role, ...] = ("summary", "body", "more")
    below = [(role, line) for role, part in zip(roles, parts, strict=True) for line in part]
    # Lines that find no room stand below the board: the check reports them, nothing draws them.
    rows = [*tops[1], *(itertools.repeat(at.height_mm, max(0, len(below) - len(tops[1]))))]
    return ColumnPlan(
        article=article.id,
        language=article.language,
        title=article.title,
        summary=article.summary,
        sentences=article.sentences[:count],
        of=len(article.sentences),
        more=more if parts[2] else "",
        url=article.url,
        is_own=article.is_own,
        x_mm=at.x_mm,
        cells=len(tops[1]) * at.across,
        used=sum(-(-sum(letter.wide for letter in line) // 2) for _, line in below),
        characters=sum(len(line) for line in (*title, *(line for _, line in below))),
        lines=(
            *(ChalkLine("title", line, at.x_mm, y, at.title_mm) for line, y in zip(title, tops[0], strict=False)),
            *(ChalkLine(role, line, at.x_mm, y, at.letter_mm) for (role, line), y in zip(below, rows, strict=False)),
        ),
    )


def _plan_head(measures: Measures, masthead: str, sides: Sequence[str], *, is_chinese: bool) -> tuple[ChalkLine, ...]:
    """Place the newspaper's name in the middle of the masthead, two short texts at its left and two at its right."""
    name_mm = NAME_SHARE * measures.band_mm
    (name,) = set_lines(masthead, 10_000, is_chinese=is_chinese) or ((),)
    wide = _measure(name, name_mm)
    middle = measures.edge_mm + measures.band_mm / 2
    lines = [ChalkLine("name", name, (measures.width_mm - wide) / 2, middle - name_mm / 2, name_mm)]
    for number, text in enumerate(sides):
        (line,) = set_lines(text, 10_000, is_chinese=is_chinese) or ((),)
        left = measures.edge_mm if number < 2 else measures.width_mm - measures.edge_mm - _measure(line, measures.letter_mm)
        top = middle - measures.pitch_mm if number % 2 == 0 else middle + (measures.pitch_mm - measures.letter_mm)
        lines.append(ChalkLine("side", line, left, top, measures.letter_mm))
    return tuple(lines)


def _measure(line: Sequence[Letter], cell_mm: float) -> float:
    return (line[-1].at + line[-1].wide) * cell_mm / 2 if line else 0.0


def _check_plan(catalog: Catalog, entry: Entry, plan: BoardPlan) -> Iterator[Problem]:
    """Report a masthead and columns that have no room, and characters that no face of the papers draws."""
    letter = f"{cast('Blackboard', entry.fields).letter_mm:g}"
    position = entry.parsed.find(("masthead", plan.language))
    name, *sides = plan.head
    free_mm = plan.width_mm - 2 * plan.edge_mm - 2 * plan.letter_mm
    needed_mm = 2 * max(_measure(line.letters, line.cell_mm) for line in sides) + _measure(name.letters, name.cell_mm)
    if needed_mm > free_mm or 2 * plan.pitch_mm > plan.band_mm:
        facts = {"language": plan.language, "letter": letter, "needed": f"{needed_mm / 10:.0f}", "free": f"{free_mm / 10:.0f}"}
        yield make_problem(entry.path, position, "board-masthead", **facts)
    yield from _check_letters(catalog, plan.language, plan.head, (entry.path, position, "masthead"))
    for index, column in enumerate(plan.columns):
        field, position = f"columns {index + 1}", entry.parsed.find(("columns", index, "article"))
        lines = [line for line in column.lines if line.role != "title"]
        if len(lines) > len(plan.rows_mm):
            facts = {"field": field, "language": plan.language, "letter": letter}
            facts |= {"needed": str(len(lines) * plan.across), "cells": str(column.cells)}
            yield make_problem(entry.path, position, "board-column-full", **facts)
        yield from _check_letters(catalog, column.language, column.lines, (entry.path, position, field))


def _check_letters(
    catalog: Catalog, language: str, lines: Sequence[ChalkLine], at: tuple[str, tuple[int, int], str]
) -> Iterator[Problem]:
    """Report characters that no face of the papers draws."""
    path, position, field = at
    missing = find_missing("".join(letter.text for line in lines for letter in line.letters), list_faces(catalog, language))
    if missing:
        yield make_problem(path, position, "board-letters", field=field, language=language, letters=", ".join(missing))
