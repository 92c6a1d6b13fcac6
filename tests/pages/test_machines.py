"""The map of the site: every page a search program should know, each with its other languages."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from broadside.pages import Shelf, make_pages
from broadside.pages.machines import make_robots, write_sitemap

from .sites import DOCUMENTS, make_shelf

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOME = "https://safety.example/"


def read_map(shelf: Shelf) -> dict[str, ET.Element]:
    root = ET.fromstring(write_sitemap(shelf, make_pages(shelf)))  # noqa: S314  our own text
    return {each.findtext("s:loc", "", NAMES): each for each in root.findall("s:url", NAMES)}


def test_the_map_names_each_page_with_its_other_languages(tmp_path: Path) -> None:
    found = read_map(make_shelf(tmp_path, DOCUMENTS))
    drill = found[f"{HOME}notices/drill/"]
    alternates = {link.get("hreflang"): link.get("href") for link in drill.findall("x:link", NAMES)}
    assert alternates == {
        "en": f"{HOME}notices/drill/",
        "zh": f"{HOME}zh/notices/drill/",
        "x-default": f"{HOME}notices/drill/",
    }
    assert drill.findtext("s:lastmod", None, NAMES) == "2027-06-01"
    assert {HOME, f"{HOME}zh/", f"{HOME}slogans/", f"{HOME}zh/slogans/"} <= found.keys()


def test_a_page_that_is_not_translated_is_named_once(tmp_path: Path) -> None:
    found = read_map(make_shelf(tmp_path, DOCUMENTS))
    assert f"{HOME}zh/notices/newest/" not in found
    assert found[f"{HOME}notices/newest/"].findall("x:link", NAMES) == []


def test_a_page_without_a_day_states_none(tmp_path: Path) -> None:
    found = read_map(make_shelf(tmp_path, DOCUMENTS))
    assert found[f"{HOME}slogans/look-first/"].find("s:lastmod", NAMES) is None
    assert found[HOME].find("s:lastmod", NAMES) is None


def test_crawlers_are_told_where_the_map_is(tmp_path: Path) -> None:
    (robots,) = make_robots(make_shelf(tmp_path, {}))
    assert robots.address == "robots.txt"
    assert f"Sitemap: {HOME}sitemap.xml\n" in robots.text
