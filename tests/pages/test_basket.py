"""The page of the basket names every carrier, paper and purpose in its own language."""

from __future__ import annotations

from pathlib import Path

from broadside.pages import make_pages
from broadside.pages.basket import make_basket_page

from .sites import make_shelf


def test_it_can_name_whatever_was_put_in(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, {})
    pages = {language: make_basket_page(shelf, language) for language in ("en", "zh")}
    assert pages["en"].view["names"].keys() == pages["zh"].view["names"].keys() == {"carriers", "purposes"}
    names = pages["en"].view["names"]["carriers"]
    assert names.keys() >= {*shelf.catalog.carriers, "quiz-a", "plan"}
    assert (names["talk-card"], pages["zh"].view["names"]["carriers"]["poster-a4"]) == ("Talk card", "A4 海报")
    assert pages["zh"].alternates == {"en": "basket/", "zh": "zh/basket/"}
    assert not pages["en"].is_searchable


def test_an_editor_s_own_page_stands_in_its_place(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, {"docs/basket/index.md": "---\ntitle: Ours\n---\nWords.\n"})
    assert [page.template for page in make_pages(shelf) if page.address == "basket/"] == ["main.html"]
