"""The page for what was never opened, and the worker that knows its build."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from broadside.pages import make_pages
from broadside.pages.machines import write_sitemap
from broadside.pages.unseen import write_worker
from sites import REPOSITORY

from .sites import make_shelf

SOURCE = (REPOSITORY / "hooks/theme/sw.js").read_text("utf-8")


def test_each_language_has_its_page_and_no_search_finds_it(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, {})
    pages = {page.address: page for page in make_pages(shelf)}
    for address in ("unseen/", "zh/unseen/"):
        assert not pages[address].is_searchable
        assert pages[address].alternates == {"en": "unseen/", "zh": "zh/unseen/"}
    assert "/unseen/" not in write_sitemap(shelf, pages.values())


def test_the_worker_is_told_its_build_and_what_to_keep(tmp_path: Path) -> None:
    worker = write_worker(make_shelf(tmp_path, {}), SOURCE, "b1")
    found = re.search(r"^const SETTINGS = (.*);$", worker, re.MULTILINE)
    assert found
    settings = json.loads(found.group(1))
    assert settings["build"] == "b1"
    assert settings["unseen"] == {"": "unseen/", "zh/": "zh/unseen/"}
    assert settings["shell"] == ["unseen/", "zh/unseen/", "css/unseen.css", "js/unseen.js", "brand/logo.svg"]
    assert worker.replace(found.group(0), "") == re.sub(r"^const SETTINGS = .*;$", "", SOURCE, count=1, flags=re.MULTILINE)


def test_a_worker_that_cannot_be_told_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"sw\.js"):
        write_worker(make_shelf(tmp_path, {}), "// empty", "b1")
