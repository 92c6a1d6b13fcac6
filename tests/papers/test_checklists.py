"""The blank of a checklist: every item with its boxes, numbered pages, the table's head on each of them."""

from __future__ import annotations

import pytest

from broadside.catalog import Catalog

from .conftest import Print, read_info, read_words, run

LIST = "checklists/fire-and-escape-ways"
HEAD = {"en": "Mended by (post)", "zh": "整改岗位、期限"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_item_and_its_basis(catalog: Catalog, print_paper: Print, language: str) -> None:
    pdf = print_paper(LIST, "checklist", language)
    info, text = read_info(pdf), read_words(pdf)
    assert (info["Page size"], info["Tagged"]) == ("595.276 x 841.89 pts (A4)", "yes")
    items = [item for group in catalog.entries[LIST].say("groups", language) for item in group.items]
    words = [word for item in items for word in (item.look, item.right, item.basis or "")]
    assert len(items) == 17
    assert [each for each in words if "".join(each.split()) not in text] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_head_of_the_table_stands_on_every_page(print_paper: Print, language: str) -> None:
    pdf = print_paper(LIST, "checklist", language)
    pages = run("pdftotext", "-layout", pdf, "-").rstrip("\f").split("\f")
    assert len(pages) == int(read_info(pdf)["Pages"]) >= 2
    assert all(HEAD[language] in page for page in pages)


def test_no_page_ends_with_the_heading_of_a_part(print_paper: Print) -> None:
    pages = run("pdftotext", "-raw", print_paper(LIST, "checklist", "en"), "-").split("\f")
    assert "What can burn" not in pages[0]
    assert pages[1].index("What can burn") < pages[1].index("Rags, packing, waste")
