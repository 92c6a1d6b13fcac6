"""Lists without a tab: each is reached from its section, and only where something stands in it."""

from __future__ import annotations

from pathlib import Path

from broadside.pages.doors import LISTINGS, Door, list_doors, make_list_pages
from broadside.pages.sections import SECTION_NAMES, make_section_page
from broadside.texts import LANGUAGES, read_texts

from .sites import make_shelf
from .test_activities import FILES


def test_a_section_has_a_door_to_each_list_in_which_something_stands(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, FILES)
    assert list_doors(shelf, "campaigns", "zh")[0] == Door("各项活动", "zh/activities/", 3)
    assert list_doors(shelf, "knowledge", "zh") == ()
    assert make_section_page(shelf, "campaigns", "zh").view["doors"] == list_doors(shelf, "campaigns", "zh")


def test_each_list_has_a_page_unless_an_editor_wrote_it(tmp_path: Path) -> None:
    pages = {page.address: page for page in make_list_pages(make_shelf(tmp_path / "made", FILES), "en")}
    assert list(pages) == [f"{name}/" for name in LISTINGS]
    assert pages["quizzes/"].view == {"cards": (), "empty": "There is no quiz yet."}
    written = FILES | {"docs/activities/index.md": FILES["docs/activities/early.md"]}
    addresses = [page.address for page in make_list_pages(make_shelf(tmp_path / "written", written), "en")]
    assert addresses == [f"{name}/" for name in LISTINGS if name != "activities"]


def test_each_list_belongs_to_a_tab_and_has_its_words_in_every_language() -> None:
    for listing in LISTINGS.values():
        assert listing.section in SECTION_NAMES
        for language in LANGUAGES:
            texts = read_texts(language)["site"][listing.texts]
            assert texts["title"]
            assert texts["summary"]
            assert listing.template != "list.html" or texts["empty"]
