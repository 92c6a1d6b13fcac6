"""A document's papers on its page: in words, in the page's language, else in the document's own; no two under one name."""

from __future__ import annotations

import datetime

import pytest

from broadside.catalog import read_catalog, read_settings
from broadside.pages import fill_shelf
from broadside.pages.inventory import describe_site
from broadside.pages.paperfiles import list_paper_files, list_paper_rows
from broadside.pages.values import Shelf
from broadside.papers.printing import print_documents
from broadside.press.running import Press
from broadside.store import Store
from sites import make_site

NOTICE = "---\ntitle: Rain\ndate: 2027-06-16\nunit: group\n---\nAll take part.\n"
ARTICLE = "---\ntitle: Ladders\nkind: skill\ntopics: [height]\nleaflet: [a5]\n---\n## First\n\nLook.\n\n## Second\n\nA.\n"
FILES = {
    "docs/notices/rain.md": NOTICE,
    "docs/notices/rain.zh.md": "---\ntitle: 雨\n---\n都来。\n",
    "docs/knowledge/ladders.md": ARTICLE,
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    root = tmp_path_factory.mktemp("papers") / "site"
    catalog = read_catalog(read_settings(make_site(root, FILES)))
    with Press(root / "posters", root / "slogans", Store(root / "store"), workers=1) as press:
        papers, problems = print_documents(catalog, press)
    assert problems == ()
    return fill_shelf(catalog, (), (), papers, datetime.date(2027, 6, 10))


@pytest.mark.parametrize(
    ("document", "language", "rows"),
    [
        ("notices/rain", "en", [("Letter", "papers/notices/rain/rain-notice-en.pdf", "")]),
        ("notices/rain", "zh", [("通知（信函格式）", "papers/notices/rain/rain-notice-zh.pdf", "")]),
        (
            "knowledge/ladders",
            "zh",
            [
                ("班前讲话卡", "papers/knowledge/ladders/ladders-talk-card-en.pdf", "English"),
                ("A5 宣传单", "papers/knowledge/ladders/ladders-leaflet-a5-en.pdf", "English"),
            ],
        ),
        ("campaigns/month", "en", []),
    ],
)
def test_the_papers_of_a_page(shelf: Shelf, document: str, language: str, rows: list[tuple[str, str, str]]) -> None:
    listed = list_paper_rows(shelf, shelf.catalog.entries[document], language)
    assert [(row.download.what, row.download.address, row.name) for row in listed] == rows


def test_every_paper_is_a_file_of_the_site_under_a_name_of_its_own(shelf: Shelf) -> None:
    files = tuple(list_paper_files(shelf))
    assert len(files) == len({each.address for each in files}) == 4
    assert all(each.address.startswith("papers/") and each.file.read_bytes().startswith(b"%PDF-") for each in files)


def test_other_programs_are_told(shelf: Shelf) -> None:
    records = {each.id: each.papers for each in describe_site(shelf).documents}
    assert [(paper.name, paper.language, paper.width_mm) for paper in records["knowledge/ladders"]] == [
        ("talk-card", "en", 210),
        ("leaflet-a5", "en", 148),
    ]
    assert records["campaigns/month"] == ()
