"""What lies on the desk of a consultation day: a sign to fold, the same on both sides, and four cards to cut."""

from __future__ import annotations

import json

import pytest

from broadside.catalog import Catalog
from broadside.papers.desks import TOPICS_MOST, list_desk_papers

from .conftest import Print, read_info, read_words, run

DAY = "activities/consultation-day-2027"


def test_only_a_consultation_day_has_a_desk(catalog: Catalog) -> None:
    with_desks = {entry.id for entry in catalog.of_kind("activity") if list(list_desk_papers(catalog, entry, "en"))}
    assert with_desks == {DAY}


def test_the_sign_names_what_was_asked_before_and_leads_to_the_answers(catalog: Catalog) -> None:
    sign, card = (json.loads(paper.data) for paper in list_desk_papers(catalog, catalog.entries[DAY], "zh"))
    assert sign["topics"][:2] == ["安全文化", "急救"]
    assert "有限空间" in sign["topics"]
    assert len(sign["topics"]) == len(set(sign["topics"])) <= TOPICS_MOST
    assert sign["url"] == card["url"] == f"{catalog.settings.site_url}zh/faq/"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_sign_is_one_lying_page_and_reads_once(print_paper: Print, language: str) -> None:
    pdf = print_paper(DAY, "desk-sign", language)
    info = read_info(pdf)
    assert (info["Pages"], info["Page size"], info["Tagged"]) == ("1", "841.89 x 595.276 pts (A4)", "yes")
    assert run("pdfinfo", "-struct-text", pdf).count({"en": "What others asked", "zh": "大家问过的"}[language]) == 1
    assert {"en": "Noname", "zh": "不用留名"}[language] in read_words(pdf)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_four_cards_ask_for_no_name(print_paper: Print, language: str) -> None:
    pdf = print_paper(DAY, "question-card", language)
    assert read_info(pdf)["Pages"] == "1"
    words = read_words(pdf)
    assert words.count({"en": "WhereIsawit", "zh": "在哪里看到的"}[language]) == 4
    assert {"en": "Nonameneeded", "zh": "不用留名"}[language] in words
