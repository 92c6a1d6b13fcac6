"""What search knows of a page beside its words: how much it counts, until when, what it is narrowed by and called."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from broadside.pages.documents import make_document_page
from broadside.pages.finding import BOOSTS, describe_found, extract_found, make_site_index
from broadside.pages.values import Shelf, SitePage
from broadside.search import SearchPage
from hostile.making import make_pdf
from sites import Files

from .sites import make_shelf, write_notice

LESSON = """\
---
title: A fall
date: 2026-03-01
severity: injury
basis: illustrative
topics: [ppe]
closure: {causes: No guard, accountability: The post is named, measures: Guards stand, education: All were told}
discussion: [Who checks the guard?]
---

## What happened

A fall.

## Why it happened

No guard.

## What we learned

Guards hold.

## What to do

Look.
"""
FILES: Files = {
    "docs/notices/over.md": write_notice("Over", "expires: 2026-12-31", "attachments: [plan.pdf]", date="2026-12-01"),
    "docs/notices/plan.pdf": make_pdf(),
    "docs/lessons/fall.md": LESSON,
}


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return make_shelf(tmp_path, FILES)


def know(shelf: Shelf, identity: str, language: str = "en") -> SearchPage:
    entry = shelf.catalog.entries[identity]
    found = describe_found(shelf, make_document_page(shelf, entry, language), "<p>Words</p>")
    assert found is not None
    return found


def test_a_notice_says_its_last_day_its_issuer_and_its_files(shelf: Shelf) -> None:
    page = know(shelf, "notices/over")
    assert page.facts.expires == datetime.date(2026, 12, 31)
    assert "plan.pdf" in page.extra
    assert shelf.catalog.say_name("en") in page.extra


def test_a_lesson_is_found_by_how_it_ended_and_by_what_its_fields_say(shelf: Shelf) -> None:
    page = know(shelf, "lessons/fall")
    texts = shelf.texts("en")
    assert texts["severities"]["injury"] in page.tags
    assert page.facts.topics == ("ppe",)
    for words in ("No guard", "All were told", "Who checks the guard?"):
        assert words in page.extra


def test_the_running_campaign_counts_as_much_as_an_article(shelf: Shelf) -> None:
    assert know(shelf, shelf.catalog.campaign.id).facts.boost == BOOSTS["knowledge"]
    assert know(shelf, "lessons/fall").facts.boost == BOOSTS["lesson"]


def test_a_page_without_a_document_has_its_words_and_what_is_not_searchable_has_none(shelf: Shelf) -> None:
    guide = SitePage(address="contributing/", language="en", template="main.html", title="Write", markdown="")
    hidden = SitePage(address="zh/hidden/", language="zh", template="main.html", title="Secret", markdown="", is_searchable=False)
    found = describe_found(shelf, guide, "<p>How</p>")
    assert found is not None
    assert found.facts.boost == BOOSTS["page"]
    files = make_site_index(shelf, filter(None, (extract_found(shelf, page, "<p>How</p>") for page in (guide, hidden)))).files
    assert json.loads(files["search/search_index.json"])
    everything = b"".join(files.values())
    assert b"contributing/" in everything
    assert b"hidden" not in everything
