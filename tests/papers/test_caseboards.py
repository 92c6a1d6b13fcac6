"""Case boards: one panel at full size with the whole lesson and its closure, in letters that can be read from 1.5 m."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.papers.caseboards import make_case_board
from broadside.papers.describing import read_document
from broadside.papers.printing import print_documents
from broadside.papers.values import say_blocks
from broadside.press.running import Press
from broadside.problems import format_text
from broadside.store import Store
from sites import REPOSITORY, make_site

from .conftest import LESSON, Print, read_info, read_words, run

TOWER = "lessons/cooling-tower-platform-collapse"
PT = 25.4 / 72


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_lesson_stands_on_one_panel_at_full_size(catalog: Catalog, print_paper: Print, language: str) -> None:
    for entry in (catalog.entries[TOWER], catalog.entries["lessons/near-miss-forklift-crossing"]):
        pdf = print_paper(entry.id, "case-board", language)
        info, words = read_info(pdf), read_words(pdf)
        width, height = (float(each) * PT for each in re.findall(r"[\d.]+", info["Page size"])[:2])
        assert (info["Pages"], round(width), round(height), info["Tagged"]) == ("1", 900, 1200, "yes")
        lines = say_blocks(read_document(catalog, entry, language, notes=False)).splitlines()
        closure = [words for _, words in json.loads(make_case_board(catalog, entry, language).data)["closure"]]
        assert len(closure) == 4
        assert [line for line in (*lines, *closure) if "".join(line.split()) not in words] == []


@pytest.mark.parametrize(("language", "least"), [("en", 1500 / 300 / 0.7), ("zh", 1500 / 150 / 0.88)])
def test_no_word_is_smaller_than_can_be_read(print_paper: Print, tmp_path: Path, language: str, least: float) -> None:
    """The sizes are those that poppler finds in the PDF, in points of a page that is 900 mm wide."""
    run("pdftohtml", "-xml", "-i", "-q", "-zoom", "1", print_paper(TOWER, "case-board", language), tmp_path / "board")
    found = (tmp_path / "board.xml").read_text("utf-8")
    fonts = dict(re.findall(r'<fontspec id="(\d+)" size="(\d+)"', found))
    used = {int(fonts[number]) for number in re.findall(r'<text [^>]*font="(\d+)"', found)}
    assert len(used) > 3
    assert min(used) >= least / PT - 1  # poppler rounds to whole points


def test_what_does_not_fit_is_a_mistake_that_says_by_how_much(tmp_path: Path) -> None:
    long = "\n\n".join(["Word after word to say. " * 40] * 24)
    root = make_site(tmp_path, {"docs/lessons/spanner.md": LESSON.format(asked="", happened=long)})
    catalog = read_catalog(read_settings(root))
    with Press(REPOSITORY / "posters", root / "slogans", Store(tmp_path / "store"), workers=1) as press:
        _, problems = print_documents(catalog, press, ["lessons/spanner"])
    assert re.search(r"docs/lessons/spanner\.md:\d+:1: .*case-board.* \d+ mm", format_text(problems, "en"))
