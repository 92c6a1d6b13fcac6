"""No type of page is forgotten by the tests that look at one page of each."""

from __future__ import annotations

from pathlib import Path

from .pagetypes import ADDRESSES


def test_every_page_type_is_there(built_site: Path) -> None:
    for address in ADDRESSES.values():
        assert (built_site / address / ("" if address.endswith(".html") else "index.html")).is_file(), address


def test_every_folder_of_pages_has_a_type(built_site: Path) -> None:
    folders = {path.relative_to(built_site).parts[0] for path in built_site.rglob("*.html")} - {"index.html"}
    assert folders == {address.split("/")[0] for address in ADDRESSES.values()} - {""}
