"""A preview's next press asks again only for sheets that are others, or printed from other files, or of another store."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from broadside.checking import check_site
from broadside.press.printed import Printed
from broadside.press.running import Press, Progress
from broadside.press.said import Said
from broadside.sheets import Sheet
from broadside.store import NOTED_S, Store, make_key
from sites import DRAWN, make_small_site

FILES = {"slogans/look-first.md": "---\ntext: {en: Look first, zh: 先看后干}\ncarriers: [poster-a4]\n---\n", **DRAWN}


class Preview:
    """A small site that is built again and again: its sheets, its store, and what its presses said."""

    def __init__(self, folder: Path) -> None:
        self.config = make_small_site(folder / "site", FILES)
        self.store, self.said, self.heard = Store(folder / "store"), Said(), list[Progress]()
        sheets = check_site(self.config)[1]
        self.sheets: tuple[Sheet, ...] = tuple(dataclasses.replace(sheet, forms=("office",)) for sheet in sheets)

    def build(self) -> tuple[Printed, ...]:
        """Print the sheets by a new press, which knows what was said."""
        root = self.config.parent
        with Press(root / "posters", root / "slogans", self.store, workers=1, said=self.said) as press:
            return press.print_sheets(self.sheets, self.heard.append)


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    made = Preview(tmp_path)
    assert [each.was_made for each in made.build()] == [True, True]
    made.build()  # the first has made the store's folder: what was said before that is not believed
    return made


def test_what_was_said_is_said_again_without_asking_the_store(preview: Preview) -> None:
    first = preview.build()
    assert not any(each.was_made for each in first)
    for file in (file for each in first for file in each.files.values()):
        file.unlink()
    assert all(one is other for one, other in zip(preview.build(), first, strict=True))
    assert (preview.heard[-1].done, preview.heard[-1].total, preview.heard[-1].printed) == (2, 2, 0)


def test_a_sheet_that_is_another_is_asked_for_and_the_others_are_not(preview: Preview) -> None:
    first = preview.build()
    preview.sheets = (preview.sheets[0], dataclasses.replace(preview.sheets[1], url="https://safety.example/other/"))
    one, other = preview.build()
    assert one is first[0]
    assert other.was_made
    assert other.sheet.url.endswith("/other/")
    assert [each.was_made for each in preview.build()] == [False, False]


def test_a_design_that_changed_prints_all_its_sheets_anew(preview: Preview) -> None:
    with (preview.config.parent / "posters/designs/plain/design.typ").open("a") as design:
        design.write("// another day\n")
    assert [each.was_made for each in preview.build()] == [True, True]


def test_nothing_is_believed_of_another_store_nor_for_longer_than_a_store_keeps_it(preview: Preview, tmp_path: Path) -> None:
    first = preview.build()
    preview.said.asked_s -= NOTED_S + 1
    assert all(one is not other for one, other in zip(preview.build(), first, strict=True))
    preview.store = Store(tmp_path / "other")
    assert [each.was_made for each in preview.build()] == [True, True]


def test_that_a_document_has_no_papers_is_said_again_too(preview: Preview) -> None:
    key, root = make_key("document"), preview.config.parent
    for _ in range(3):
        with Press(root / "posters", root / "slogans", preview.store, workers=1, said=preview.said) as press:
            if not preview.store.has(key, ".json"):
                press.record_papers(key, ())
            assert [press.recall_papers([key]) for _ in range(3)] == [{key: ()}] * 3
