"""A quiz's page and what other programs read of it: every question with what is right, and no answer where it would leak."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from broadside.catalog import gather_catalog, read_settings
from broadside.kinds import Quiz
from broadside.pages import Shelf, fill_shelf, make_pages
from broadside.pages.belonging import make_belonging_cards
from broadside.pages.finding import extract_found, make_site_index
from broadside.pages.inventory import make_inventory
from broadside.pages.quizzes import list_drawings, view_quiz
from sites import make_small_site

from .sites import TODAY

QUIZ = """---
title: Head first
topics: [ppe]
campaign: month
questions:
  - ask: What do you wear at the gate?
    kind: multiple
    picture: {alt: A yellow thing, draw: helmet}
    answers:
      - text: A helmet of oak
        right: true
      - text: A hat of straw
      - text: Boots of oak
        right: true
    why: Oak takes the blow.
    see: knowledge/helmets
  - ask: Straw burns.
    kind: true-false
    verdict: right
    why: It always has.
    see: knowledge/helmets
---
"""
CHINESE = "---\ntitle: 护住头\n---\n"
HELMETS = "---\ntitle: Helmets\nkind: skill\ntopics: [ppe]\n---\nWear one.\n"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    files = {"docs/quizzes/head.md": QUIZ, "docs/quizzes/head.zh.md": CHINESE, "docs/knowledge/helmets.md": HELMETS}
    catalog, problems = gather_catalog(read_settings(make_small_site(tmp_path, files)))
    assert problems == ()
    return fill_shelf(catalog, (), (), {}, TODAY)


def view(shelf: Shelf, language: str) -> Any:
    return view_quiz(shelf, shelf.catalog.entries["quizzes/head"], language)


def test_what_is_right_is_marked_wherever_it_stands(shelf: Shelf) -> None:
    first, second = view(shelf, "en")["questions"]
    assert {option["text"] for option in first["options"] if option["right"]} == {"A helmet of oak", "Boots of oak"}
    assert [option["letter"] for option in first["options"]] == ["A", "B", "C"]
    assert [option["text"] for option in first["options"] if option["letter"] in first["letters"]] == first["right"]
    assert [(option["text"], option["right"]) for option in second["options"]] == [("Right", True), ("Wrong", False)]
    assert first["see"].address == "knowledge/helmets/"


def test_a_translation_without_questions_shows_the_original_s(shelf: Shelf) -> None:
    chinese = view(shelf, "zh")
    assert chinese["spoken"] == "en"
    assert chinese["questions"][0]["ask"] == "What do you wear at the gate?"
    assert chinese["questions"][1]["options"][0]["text"] == "正确"


def test_what_was_kept_is_forgotten_when_the_questions_change(shelf: Shelf) -> None:
    entry = shelf.catalog.entries["quizzes/head"]
    assert isinstance(entry.fields, Quiz)
    before = view(shelf, "en")["key"]
    assert before == view(shelf, "zh")["key"]
    assert before.startswith("quizzes/head:")


def test_the_drawings_of_questions_are_served(shelf: Shelf) -> None:
    (drawing,) = list_drawings(shelf)
    assert drawing.address == view(shelf, "en")["questions"][0]["picture"]["address"]
    assert drawing.file.is_file()


def test_it_stands_in_the_lists(shelf: Shelf) -> None:
    (card,) = make_belonging_cards(shelf, shelf.catalog.campaign, "quiz", "en")
    assert (card.title, card.facts[0]) == ("Head first", "2 questions")
    pages = {page.address: page for page in make_pages(shelf)}
    assert pages["quizzes/"].view["cards"] == (card,)
    article = pages["knowledge/helmets/"].show(shelf)["related"]
    assert [each.title for group in article for each in group.cards] == ["Head first"]


def test_search_finds_the_questions_and_tells_no_answer(shelf: Shelf) -> None:
    page = next(page for page in make_pages(shelf) if page.address == "quizzes/head/")
    index = b"".join(make_site_index(shelf, filter(None, [extract_found(shelf, page, "")])).files.values())
    assert b"gate" in index
    assert b"burn" in index
    for answer in ("oak", "boots", "blow", "always"):
        assert answer.encode() not in index


def test_the_catalog_tells_no_question_and_no_answer(shelf: Shelf) -> None:
    text = make_inventory(shelf)[0].text
    assert next(each for each in json.loads(text)["documents"] if each["id"] == "quizzes/head")["kind"] == "quiz"
    for words in ("gate", "oak", "Straw", "always"):
        assert words not in text
