"""A blackboard -> its plan: what fits, what is left, and where everything stands."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.boards import BoardPlan, check_board, list_languages, plan_board
from broadside.boards.measures import measure_board, measure_rows
from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.kinds import Blackboard
from sites import REPOSITORY, make_site

ARTICLE = "---\ntitle: '{title}'\nsummary: {summary}\nkind: skill\ntopics: [ppe]\n---\n{body}\n"
LONG = " ".join(f"Sentence number {number} says how to wear a helmet." for number in range(1, 61))
BOARD = """\
---
title: June
date: 2027-06-01
masthead: {en: Safety Corner, zh: 安全园地}
board: {width_mm: 4000, height_mm: 1200}
columns:
  - article: knowledge/helmets
  - article: knowledge/gloves
  - article: knowledge/boots
    text: {en: Lace them to the top.}
---
"""


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Three articles, one of them long, one short, one with words of its own; a board in two languages."""
    files = {
        "docs/knowledge/helmets.md": ARTICLE.format(title="Helmets", summary="A helmet takes one blow.", body=LONG),
        "docs/knowledge/gloves.md": ARTICLE.format(title="Gloves", summary="For the hand.", body="Choose. Wear."),
        "docs/knowledge/boots.md": ARTICLE.format(title="Boots", summary="For the foot.", body=LONG),
        "docs/knowledge/boots.zh.md": "---\ntitle: 安全鞋\nsummary: 护脚。\n---\n先系紧鞋带。再上工。\n",
        "docs/blackboards/june.md": BOARD,
        "docs/blackboards/june.zh.md": "---\ntitle: 六月\n---\n",
    }
    return read_catalog(read_settings(make_site(tmp_path_factory.mktemp("site"), files)))


def plan(catalog: Catalog, language: str) -> BoardPlan:
    return plan_board(catalog, catalog.entries["blackboards/june"], language)


def test_a_board_is_made_in_the_languages_it_is_written_in(catalog: Catalog) -> None:
    assert list_languages(catalog, catalog.entries["blackboards/june"]) == ("en", "zh")
    assert check_board(catalog, catalog.entries["blackboards/june"]) == ()


def test_a_long_article_gives_its_first_whole_sentences_and_says_where_the_rest_is(catalog: Catalog) -> None:
    column = plan(catalog, "en").columns[0]
    assert column.sentences == tuple(f"Sentence number {number} says how to wear a helmet." for number in range(1, 12))
    assert column.of == 60
    assert column.more == "Read on: safety.example/knowledge/helmets"


def test_another_sentence_would_not_have_fitted(catalog: Catalog) -> None:
    board = plan(catalog, "en")
    body = [line for line in board.columns[0].lines if line.role == "body"]
    free = len(board.rows_mm) - len([line for line in board.columns[0].lines if line.role != "title"])
    last = body[-1].letters[-1]
    assert free * 2 * board.across + 2 * board.across - last.at - last.wide < len(" Sentence number 12 says how to wear a helmet.")


def test_a_short_article_is_whole_and_leads_nowhere(catalog: Catalog) -> None:
    column = plan(catalog, "en").columns[1]
    assert (column.sentences, column.of, column.more) == (("Choose.", "Wear."), 2, "")
    assert {line.role for line in column.lines} == {"title", "summary", "body"}


def test_own_words_stand_in_place_of_the_article_s(catalog: Catalog) -> None:
    column = plan(catalog, "en").columns[2]
    assert (column.is_own, column.summary, column.sentences) == (True, "", ("Lace them to the top.",))
    assert column.more


def test_own_words_are_for_their_language_only(catalog: Catalog) -> None:
    column = plan(catalog, "zh").columns[2]
    assert (column.is_own, column.title, column.sentences) == (False, "安全鞋", ("先系紧鞋带。", "再上工。"))


def test_an_article_that_is_not_translated_stays_in_its_language(catalog: Catalog) -> None:
    columns = plan(catalog, "zh").columns
    assert [column.language for column in columns] == ["en", "en", "zh"]
    assert columns[0].more.startswith("Read on")


def test_the_counts_are_those_of_the_letters(catalog: Catalog) -> None:
    board = plan(catalog, "zh")
    column = board.columns[2]
    assert column.characters == len("安全鞋护脚。先系紧鞋带。再上工。")
    assert column.cells == board.across * len(board.rows_mm)
    assert column.used == 2 + len("护脚。") + 2 + len("先系紧鞋带。再上工。") - 4


def test_every_letter_of_the_repository_s_boards_is_on_the_board_and_in_its_column() -> None:
    whole = read_catalog(read_settings(REPOSITORY / "mkdocs.yml"))
    for entry in whole.of_kind("blackboard"):
        assert check_board(whole, entry) == ()
        for language in list_languages(whole, entry):
            board = plan_board(whole, entry, language)
            for column in board.columns:
                for line in column.lines:
                    assert line.y_mm + line.cell_mm <= board.height_mm - board.edge_mm + 1e-6
                    last = line.letters[-1]
                    right = line.x_mm + (last.at + last.wide) * line.cell_mm / 2
                    assert column.x_mm - 1e-6 <= line.x_mm
                    assert right <= column.x_mm + board.column_mm + 1e-6
                    assert line.role == "title" or line.y_mm in board.rows_mm


@given(st.integers(1000, 12000), st.integers(600, 3000), st.integers(35, 120), st.integers(3, 5), st.integers(1, 3))
def test_the_grid_stays_on_the_board(width: int, height: int, letter: int, count: int, titles: int) -> None:
    fields = {"title": "a", "date": "2027-06-01", "masthead": "b", "board": {"width_mm": width, "height_mm": height}}
    columns = [{"article": "c"}] * count
    board = Blackboard.model_validate({**fields, "columns": columns, "letter_mm": letter})
    measures = measure_board(board, is_chinese=True)
    titles_mm, rows_mm = measure_rows(measures, titles)
    lefts = [measures.lay(index).x_mm for index in range(count)]
    assert measures.column_mm == pytest.approx(measures.across * letter)
    assert all(right - left >= measures.column_mm for left, right in itertools.pairwise(lefts)) or measures.across == 2
    assert lefts[-1] + measures.column_mm <= width - letter + 1e-6 or measures.across == 2
    assert len(titles_mm) == titles
    for first, second in itertools.pairwise(rows_mm):
        assert second - first == pytest.approx(measures.pitch_mm)
    if rows_mm:
        assert titles_mm[-1] + measures.title_mm < rows_mm[0]
        assert rows_mm[-1] + letter <= height - letter + 1e-6


def test_a_letter_of_an_alphabet_is_smaller_than_a_chinese_one(catalog: Catalog) -> None:
    assert plan(catalog, "en").letter_mm == pytest.approx(0.8 * plan(catalog, "zh").letter_mm)


def test_a_check_needs_no_press(tmp_path: Path) -> None:
    # Planning is in the way of every check: it must not load what prints.
    code = "import sys, broadside.boards; sys.exit(any(name in sys.modules for name in ('typst', 'PIL', 'segno')))"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=tmp_path, env={"PYTHONPATH": str(REPOSITORY / "hooks")})
