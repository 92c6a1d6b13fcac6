"""Talk cards: one page each, within five minutes, with the questions; what is left out is named."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.papers.speech import count_seconds
from broadside.papers.talks import TALK_SECONDS, make_talk_card
from sites import make_site

from .conftest import Print, read_info, read_words, run

ARTICLE, LESSON = "knowledge/fire-extinguishers", "lessons/flooded-substation"
WRITTEN = """---
title: Ladders
kind: skill
topics: [height]
---
Words before any heading.

## First

One two three.

## Figures

| a | b |
| - | - |
| 1 | 2 |

## Ask

1. Who? Say it.
2. Where?
3. Say when.
"""


def describe(root: Path, text: str) -> Any:
    catalog = read_catalog(read_settings(make_site(root, {"docs/knowledge/ladders.md": text})))
    return json.loads(make_talk_card(catalog, catalog.entries["knowledge/ladders"], "en").data)


def test_a_section_of_questions_is_asked_and_a_table_is_not_read(tmp_path: Path) -> None:
    card = describe(tmp_path, WRITTEN)
    assert card["questions"] == ["Who? Say it.", "Where?", "Say when."]
    assert [(each["title"], each["rank"]) for each in card["sections"]] == [("", 0), ("First", 1), ("Figures", -1)]
    assert card["sections"][1]["seconds"] == count_seconds("First One two three.")


def test_an_article_without_questions_has_the_usual_ones(tmp_path: Path) -> None:
    card = describe(tmp_path, WRITTEN.partition("## Ask")[0])
    assert len(card["questions"]) == 3


def test_of_a_lesson_what_to_do_comes_first(catalog: Catalog) -> None:
    card = json.loads(make_talk_card(catalog, catalog.entries[LESSON], "en").data)
    assert [each["rank"] for each in card["sections"]] == [1, 3, 2, 0]
    assert card["labels"]["standing"] == "Illustrative case"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_card_is_one_page_within_its_time(catalog: Catalog, print_paper: Print, language: str) -> None:
    for entry in (*catalog.of_kind("knowledge"), *catalog.of_kind("lesson")):
        pdf = print_paper(entry.id, "talk-card", language)
        assert read_info(pdf)["Pages"] == "1"
        minutes, seconds = re.findall(r"(?:about |约 ?)(\d):(\d\d)", run("pdftotext", pdf, "-"))[0]
        assert 30 < 60 * int(minutes) + int(seconds) <= TALK_SECONDS


def test_a_section_stands_on_the_card_or_is_named_as_left_out(catalog: Catalog, print_paper: Print) -> None:
    text = read_words(print_paper(ARTICLE, "talk-card", "zh"))
    sections = json.loads(make_talk_card(catalog, catalog.entries[ARTICLE], "zh").data)["sections"]
    assert len(sections) > 4
    assert [each["title"] for each in sections if each["title"] not in text] == []
    assert text.index("只在网页上") < text.index("记住这些数")


@pytest.mark.parametrize(
    ("language", "question"), [("en", "Where are the two nearest extinguishers?"), ("zh", "离这里最近的两具灭火器在哪里？")]
)
def test_the_questions_are_asked(print_paper: Print, language: str, question: str) -> None:
    assert "".join(question.split()) in read_words(print_paper(ARTICLE, "talk-card", language))


def test_the_card_is_tagged_in_its_order(print_paper: Print) -> None:
    pdf = print_paper(LESSON, "talk-card", "en")
    assert read_info(pdf)["Tagged"] == "yes"
    tags = re.findall(r"^ *(H\d|L|Figure)\b", run("pdfinfo", "-struct", pdf), re.MULTILINE)
    assert tags[0] == "H1"
    assert tags.count("H2") >= 3
