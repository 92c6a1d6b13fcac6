"""Radio scripts on the site: the page with its times, and what search reads of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.catalog import gather_catalog, read_settings
from broadside.pages import Shelf, fill_shelf
from broadside.pages.belonging import make_belonging_cards
from broadside.pages.documents import make_document_page
from broadside.pages.scripts import view_script
from sites import make_small_site

from .sites import TODAY

ENGLISH = """---
title: At the gate
when: [entrance, lunch]
voices: [Announcer, Fitter]
seconds: 60
campaign: month
---

## Look

A: Look **up**. / Then & there.

B: Yes.
"""
CHINESE = "---\ntitle: 厂门\nvoices: [播音员, 钳工]\n---\n\n## 看\n\nA: 抬头看。// 再走。\n"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    files = {"docs/scripts/gate.md": ENGLISH, "docs/scripts/gate.zh.md": CHINESE}
    catalog, problems = gather_catalog(read_settings(make_small_site(tmp_path, files)))
    assert problems == ()
    return fill_shelf(catalog, (), (), {}, TODAY)


def test_the_page_shows_who_says_what_and_when(shelf: Shelf) -> None:
    view = view_script(shelf, shelf.catalog.entries["scripts/gate"], "en")
    (part,) = view["parts"]
    assert (part["id"], part["title"], part["starts"]) == ("part-1", "Look", "0:00")
    assert [line["voice"] for line in part["lines"]] == [0, 1]
    said = "".join(" " * each["space"] + ("/" if each["pause"] else each["text"]) for each in part["lines"][0]["pieces"])
    assert said == "Look up./ Then & there."
    assert (view["time"], view["slot"], view["others"]) == ("0:03", "1:00", ["0:04 in 中文"])


def test_search_reads_the_words_without_marks(shelf: Shelf) -> None:
    page = make_document_page(shelf, shelf.catalog.entries["scripts/gate"], "en")
    assert page.markdown == "## Look { #part-1 }\n\n<p>Look up. Then &amp; there.</p>\n\n<p>Yes.</p>"


def test_the_list_says_how_long_each_takes(shelf: Shelf) -> None:
    (card,) = make_belonging_cards(shelf, shelf.catalog.campaign, "script", "zh")
    assert card.facts[:3] == ("0:04", "厂门口循环播", "午休")
