"""The page of a checklist: what is ticked is kept under the words that were asked."""

from __future__ import annotations

import datetime
from pathlib import Path
from types import MappingProxyType

from broadside.catalog import read_catalog, read_settings
from broadside.pages import fill_shelf
from broadside.pages.checklists import view_checklist
from broadside.pages.values import Shelf
from sites import make_site

LIST = """---
title: Ladders
topics: [height]
who: Leader
often: Daily
groups: [{{heading: Rungs, items: [{{look: Feet, right: {}}}]}}]
---
"""


def make_shelf(root: Path, text: str) -> Shelf:
    catalog = read_catalog(read_settings(make_site(root, {"docs/checklists/ladders.md": text})))
    return fill_shelf(catalog, (), (), MappingProxyType({}), datetime.date(2027, 6, 10))


def test_what_was_ticked_belongs_to_the_words_that_were_asked(tmp_path: Path) -> None:
    keys = []
    for right in ("Whole", "Dry"):
        shelf = make_shelf(tmp_path / right, LIST.format(right))
        keys.append(view_checklist(shelf, shelf.catalog.entries["checklists/ladders"], "en")["key"])
    assert keys[0] != keys[1]
    assert {key.partition(":")[0] for key in keys} == {"checklists/ladders"}
