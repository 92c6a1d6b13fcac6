"""The glossary's page: in the order of letters or readings, an anchor a term; and which pages have terms marked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from broadside.catalog import gather_catalog, read_settings
from broadside.pages import Shelf, fill_shelf
from broadside.pages.documents import make_document_page
from broadside.pages.doors import list_doors, make_list_pages
from broadside.pages.glossary import mark_terms, view_glossary, write_glossary
from sites import make_small_site

from .sites import TODAY

GLOSSARY = """
spark:
  term: {en: spark, zh: 火花}
  says: {en: "*What* flies [off].", zh: 飞出来的东西。}
hot-work:
  term: {en: hot work, zh: 动火作业}
  says: {en: Work with sparks., zh: 冒火花的活。}
  note: {zh: 焊接也算。}
  source: {en: Rule 7}
  aliases: {zh: [动火]}
  see: [knowledge/fire]
heavy:
  term: {en: 3 tonnes, zh: 重大}
  says: {en: Heavy., zh: 大。}
  sort: {zh: zhongda}
"""
FIRE = "---\ntitle: Fire\nkind: skill\ntopics: [fire]\n---\nNo spark.\n"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    files = {"docs/glossary.yml": GLOSSARY, "docs/knowledge/fire.md": FIRE, "docs/about.md": "No spark.\n"}
    catalog, problems = gather_catalog(read_settings(make_small_site(tmp_path, files)))
    assert problems == ()
    return fill_shelf(catalog, (), (), {}, TODAY)


def test_the_order_is_that_of_letters_and_of_readings(shelf: Shelf) -> None:
    found = {
        language: re.findall(r"^##+ .*\{ #(.*) \}", write_glossary(shelf, language), re.MULTILINE) for language in ("en", "zh")
    }
    assert found["en"] == ["letter-other", "heavy", "letter-h", "hot-work", "letter-s", "spark"]
    assert found["zh"] == ["letter-d", "hot-work", "letter-h", "spark", "letter-z", "heavy"]
    assert [letter for letter, _ in view_glossary(shelf, "zh")["letters"]] == ["D", "H", "Z"]


def test_a_term_says_what_it_means_and_how_it_is_written_elsewhere(shelf: Shelf) -> None:
    english, chinese = write_glossary(shelf, "en"), write_glossary(shelf, "zh")
    assert r"\*What\* flies \[off\]." in english
    assert '中文: <span lang="zh">动火作业, 动火</span>\n\nSource: Rule 7\n\nRead on: [Fire](../knowledge/fire.md)' in english
    assert '冒火花的活。\n\n也叫：动火<br>\nEnglish：<span lang="en">hot work</span>\n\n焊接也算。' in chinese


def test_terms_are_marked_in_articles_and_not_elsewhere(shelf: Shelf) -> None:
    def mark(identity: str, language: str) -> str:
        return mark_terms(shelf, make_document_page(shelf, shelf.catalog.entries[identity], language), "<p>No spark.</p>")

    link = '<a class="bs-term" href="../../glossary/#spark" title="*What* flies [off].">spark</a>'
    assert mark("knowledge/fire", "en") == f"<p>No {link}.</p>"
    # An article that is not translated is explained in its own language; the glossary is that of the reader's.
    assert mark("knowledge/fire", "zh") == f"<p>No {link}.</p>"
    assert mark("about", "en") == "<p>No spark.</p>"


def test_search_finds_it_and_a_door_leads_to_it(shelf: Shelf) -> None:
    (page,) = (page for page in make_list_pages(shelf, "zh") if page.address == "zh/glossary/")
    assert (page.is_searchable, page.section) == (True, "knowledge")
    assert [door.count for door in list_doors(shelf, "knowledge", "zh") if door.address == page.address] == [3]
