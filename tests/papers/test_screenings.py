"""Screening sheets: a page for the group with lines under every question, a page for each viewer that asks for no name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.papers.printing import print_documents
from broadside.papers.screenings import make_screening_sheet
from broadside.press.running import Press
from broadside.problems import format_text
from broadside.store import Store
from sites import REPOSITORY, make_site

from .conftest import LESSON, Print, read_info, read_words

SPANNER = "lessons/near-miss-dropped-spanner"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_lesson_has_two_pages_with_its_questions(catalog: Catalog, print_paper: Print, language: str) -> None:
    for entry in (catalog.entries[SPANNER], catalog.entries["lessons/piper-alpha-permit"]):
        pdf = print_paper(entry.id, "screening-sheet", language)
        info, words = read_info(pdf), read_words(pdf)
        assert (info["Pages"], info["Page size"], info["Tagged"]) == ("2", "595.276 x 841.89 pts (A4)", "yes")
        questions = json.loads(make_screening_sheet(catalog, entry, language).data)["questions"]
        assert len(questions) >= 2
        assert [question for question in questions if "".join(question.split()) not in words] == []


def test_it_asks_for_no_name(print_paper: Print) -> None:
    words = read_words(print_paper(SPANNER, "screening-sheet", "en"))
    assert "Nonameneeded" in words
    assert [label for label in ("Yourname", "Name:", "Signature") if label in words] == []


def test_questions_without_room_for_answers_are_a_mistake(tmp_path: Path) -> None:
    asked = "discussion:\n" + "".join(
        f"  - Question {number}, in as many words as it takes to be clear to everybody?\n" for number in range(12)
    )
    root = make_site(tmp_path, {"docs/lessons/spanner.md": LESSON.format(asked=asked, happened="It fell.")})
    catalog = read_catalog(read_settings(root))
    with Press(REPOSITORY / "posters", root / "slogans", Store(tmp_path / "store"), workers=1) as press:
        _, problems = print_documents(catalog, press, ["lessons/spanner"])
    assert "screening-sheet" in format_text(problems, "en")
    assert "docs/lessons/spanner.md" in format_text(problems, "en")


def test_a_lesson_without_questions_has_the_usual_ones(tmp_path: Path) -> None:
    catalog = read_catalog(
        read_settings(make_site(tmp_path, {"docs/lessons/spanner.md": LESSON.format(asked="", happened="It fell.")}))
    )
    data = json.loads(make_screening_sheet(catalog, catalog.entries["lessons/spanner"], "en").data)
    assert len(data["questions"]) == 3
