"""Questions on the site: the list by topic with answers that open, each with its own page and where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.catalog import gather_catalog, read_settings
from broadside.pages import Shelf, fill_shelf
from broadside.pages.desks import find_question_card, view_faq, view_faqs, write_faqs
from broadside.pages.doors import list_doors
from sites import make_small_site

from .sites import TODAY

HELMETS = "---\ntitle: Helmets [new] & old\nkind: skill\ntopics: [ppe]\n---\nWear one.\n"
ENGLISH = """---
title: Who pays <us>?
topics: [ppe]
answered_by: Keeper_s
asked: 2027-06-16
see: [knowledge/helmets]
---

The company. See [helmets](../knowledge/helmets.md).
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    files = {"docs/knowledge/helmets.md": HELMETS, "docs/faq/pay.md": ENGLISH}
    catalog, problems = gather_catalog(read_settings(make_small_site(tmp_path, files)))
    assert problems == ()
    return fill_shelf(catalog, (), (), {}, TODAY)


def test_the_list_holds_question_answer_and_source(shelf: Shelf) -> None:
    heading, question, answer, read, foot, end = write_faqs(shelf, "en").split("\n\n")
    assert heading.endswith("{ #ppe }")
    assert question == '<details markdown="1" id="pay">\n<summary>Who pays &lt;us&gt;?</summary>'
    assert answer == "The company. See [helmets](../knowledge/helmets.md)."
    assert read == r"Read on: [Helmets \[new\] & old](../knowledge/helmets.md)"
    assert foot == r"Answered by: Keeper\_s. Asked on 16 June 2027. [Its own page](pay.md)"
    assert end == "</details>"


def test_what_is_not_translated_says_its_language(shelf: Shelf) -> None:
    assert '<details markdown="1" id="pay" lang="en">' in write_faqs(shelf, "zh")


def test_the_page_of_one(shelf: Shelf) -> None:
    view = view_faq(shelf, shelf.catalog.entries["faq/pay"], "en")
    assert view["answered_by"] == "Keeper_s"
    assert [card.address for card in view["see"]] == ["knowledge/helmets/"]


def test_it_is_reached_from_the_knowledge_section(shelf: Shelf) -> None:
    assert [(door.address, door.count) for door in list_doors(shelf, "knowledge", "zh") if "faq" in door.address] == [
        ("zh/faq/", 1)
    ]
    assert (view_faqs(shelf, "en")["count"], find_question_card(shelf, "en")) == (1, ())
