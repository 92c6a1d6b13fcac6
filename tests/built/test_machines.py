"""What the built site tells other programs: feeds, map, catalog and page heads lead to files that are there."""

from __future__ import annotations

import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import jsonschema
import pytest
import yaml
from PIL import Image

from sites import REPOSITORY

HOME = "https://safety.beacon.example/"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
LINK = "{http://www.w3.org/1999/xhtml}link"


class _Head(HTMLParser):
    """Collects what stands in a page's head: links, named values, JSON-LD."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[dict[str, str]] = []
        self.values: dict[str, str] = {}
        self.data = ""
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "link":
            self.links.append(given)
        elif tag == "meta":
            self.values[given.get("property", given.get("name", ""))] = given.get("content", "")
        self._inside = given.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        self.data += data if self._inside else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"


def find_file(site: Path, address: str) -> Path:
    """Return the file that a server sends for a whole address of the site."""
    assert address.startswith(HOME), address
    path = site / address.removeprefix(HOME)
    return path / "index.html" if address.endswith("/") else path


def test_every_feed_parses_and_leads_to_pages(built_site: Path) -> None:
    feeds = sorted(built_site.rglob("feeds/**/*.xml"))
    units = {path.name for path in (REPOSITORY / "posters/brands").iterdir()} - {"tugs"}  # who has issued nothing has no feed
    assert len(feeds) == 2 * (6 + len(units))
    for file in feeds:
        parsed: Any = feedparser.parse(file.read_bytes())
        assert not parsed.bozo, file
        assert parsed.version == "atom10"
        assert find_file(built_site, parsed.feed.id) == file
        for entry in parsed.entries:
            assert find_file(built_site, entry.link).is_file(), entry.link
            assert not entry.updated.startswith("2027-06-10"), "no entry is of the day of the build"
            for image in re.findall(r'src="([^"]+)"', entry.content[0].value if "content" in entry else ""):
                assert find_file(built_site, image).is_file(), image
        ids = [entry.id for entry in parsed.entries]
        assert len(set(ids)) == len(ids)


def test_pages_offer_their_feeds(built_site: Path) -> None:
    def offered(page: str) -> list[Path]:
        head = _Head((built_site / page).read_text("utf-8"))
        links = [link["href"] for link in head.links if link.get("type") == "application/atom+xml"]
        return [(built_site / page).parent.joinpath(link).resolve() for link in links]

    assert len(offered("index.html")) == 6
    assert offered("notices/index.html") == [(built_site / "feeds/notices.xml").resolve()]
    assert offered("zh/lessons/piper-alpha-permit/index.html") == [(built_site / "zh/feeds/lessons.xml").resolve()]
    for page in ("index.html", "zh/index.html", "slogans/life-first/index.html"):
        assert all(path.is_file() for path in offered(page))


def test_the_map_names_pages_that_are_there_under_their_own_address(built_site: Path) -> None:
    data = (built_site / "sitemap.xml").read_bytes()
    assert gzip.decompress((built_site / "sitemap.xml.gz").read_bytes()) == data
    urls = list(ET.fromstring(data))  # noqa: S314  our own text
    assert len(urls) > 200
    named = {url.findtext(LOC, "") for url in urls}
    for url in urls:
        place = url.findtext(LOC, "")
        head = _Head(find_file(built_site, place).read_text("utf-8"))
        assert [link["href"] for link in head.links if link.get("rel") == "canonical"] in ([place], []), place
        for link in url.findall(LINK):
            assert link.get("href") in named


def test_the_catalog_holds_to_its_schema_and_names_files_that_are_there(built_site: Path) -> None:
    catalog = json.loads((built_site / "catalog.json").read_text("utf-8"))
    schema = json.loads((built_site / catalog["$schema"]).read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(catalog)
    for document in catalog["documents"]:
        for page in document["pages"].values():
            assert (built_site / page["address"] / "index.html").is_file()
    served = {file.relative_to(built_site).as_posix() for file in (built_site / "sheets").rglob("*.*")}
    listed = {file["address"]: file["bytes"] for sheet in catalog["sheets"] for file in sheet["files"]}
    assert listed.keys() == {name for name in served if not name.startswith("sheets/design-")}
    assert all((built_site / name).stat().st_size == size for name, size in listed.items())
    ids = {document["id"] for document in catalog["documents"]}
    for sheet in catalog["sheets"]:
        assert sheet["slogan"] in ids
        assert sheet["carrier"] in catalog["carriers"]
        assert sheet["unit"] in catalog["units"]
        assert len(sheet["languages"]) == len(sheet["words"])
    assert any(sheet.get("credit") for sheet in catalog["sheets"])


@pytest.mark.parametrize(
    "page",
    ["", "zh/", "slogans/hard-hat/", "zh/slogans/hard-hat/", "notices/", "zh/lessons/piper-alpha-permit/", "designs/signal/"],
)
def test_a_shared_page_has_a_picture_from_the_press(built_site: Path, page: str) -> None:
    head = _Head((built_site / page / "index.html").read_text("utf-8"))
    picture = find_file(built_site, head.values["og:image"])
    with Image.open(picture) as image:
        assert image.size == (int(head.values["og:image:width"]), int(head.values["og:image:height"]))
        assert image.width > image.height
    assert head.values["og:url"] == HOME + page
    assert head.values["og:locale"] == ("zh_CN" if page.startswith("zh/") else "en_GB")
    assert head.values["og:title"]
    assert json.loads(head.data)["@id"] == HOME + page
    if "hard-hat" in page:
        assert "hard-hat" in picture.name


def test_every_address_that_was_published_is_there(built_site: Path) -> None:
    record = yaml.safe_load((REPOSITORY / "docs/addresses.yml").read_text("utf-8"))
    assert record["languages"] == ["en", "zh"]
    for folder in ("", "zh"):
        for address in record["addresses"]:
            assert (built_site / folder / address.strip("/") / "index.html").is_file(), address


def test_the_data_files_are_no_part_of_the_site(built_site: Path) -> None:
    names = {path.name for path in built_site.rglob("*.yml")}
    assert names == set()
