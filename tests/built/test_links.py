"""Every link of the built site arrives, and every address that a page loads lies within the site."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ORIGIN = "https://safety.beacon.example/"
LEADS = {("a", "href"), ("area", "href"), ("form", "action")}
"""What a reader follows; it may leave the site, to the source of a fact. All else is fetched by itself."""
TOLD = {"alternate", "canonical", "next", "prev", "author", "license"}
"""The relations of `link` that a browser does not fetch."""
SCRIPTED = re.compile(r"#(__|bs-|/|sheet=|poster=)")
"""Anchors that a script of ours or of the theme answers, not an element."""


@dataclass
class Found:
    """A page's addresses that are fetched, those that are only followed, its ids."""

    fetched: list[str] = field(default_factory=list)
    followed: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Found()
        self._is_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_style = tag == "style"
        values = {name: value or "" for name, value in attrs}
        self.found.ids.add(values.get("id", ""))
        is_told = tag == "link" and set(values.get("rel", "").split()) & TOLD
        for name, value in values.items():
            if name in {"href", "src", "poster", "data", "action"}:
                (self.found.followed if is_told or (tag, name) in LEADS else self.found.fetched).append(value)
            elif name == "srcset":
                self.found.fetched += [part.split()[0] for part in value.split(",")]
            elif name == "style":
                self.found.fetched += find_in_style(value)
            elif name == "content" and value.startswith(ORIGIN):
                self.found.followed.append(value)

    def handle_endtag(self, tag: str) -> None:
        self._is_style = self._is_style and tag != "style"

    def handle_data(self, data: str) -> None:
        if self._is_style:
            self.found.fetched += find_in_style(data)


def find_in_style(css: str) -> list[str]:
    """Return the addresses that a style sheet fetches."""
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.findall(r"url\(\s*[\"']?([^\"')]+)", without_comments) + re.findall(r"@import\s+[\"']([^\"']+)", without_comments)


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[Path, Found]:
    """What every page of the site says."""
    found = {}
    for path in sorted(built_site.rglob("*.html")):
        reader = _Reader()
        reader.feed(path.read_text("utf-8"))
        found[path] = reader.found
    return found


def locate(site: Path, page: Path, address: str) -> Path | None:
    """Return the file of the site that ``address`` leads to from ``page``, or None where it leaves the site."""
    inside = address.removeprefix(ORIGIN) if address.startswith(ORIGIN) else address
    parts = urlsplit(inside)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    root = site if path.startswith("/") or inside != address else page.parent
    target = page if not path and inside == address else root / path.lstrip("/")
    return target / "index.html" if target.is_dir() else target


def follow(site: Path, pages: dict[Path, Found]) -> Iterator[str]:
    """Yield every address of every page that leads nowhere."""
    for page, found in pages.items():
        for address in {*found.fetched, *found.followed}:
            target = locate(site, page, address)
            if target is None or address.startswith("data:"):
                continue
            anchor = unquote(urlsplit(address).fragment)
            if not target.is_file():
                yield f"{page.relative_to(site)}: {address}"
            elif (
                anchor
                and not SCRIPTED.match(f"#{anchor}")
                and anchor not in pages.get(target.resolve(), pages.get(target, Found())).ids
            ):
                yield f"{page.relative_to(site)}: {address} (no such anchor)"


def test_every_link_arrives(built_site: Path, pages: dict[Path, Found]) -> None:
    resolved = {path.resolve(): found for path, found in pages.items()}
    assert len(resolved) > 200
    assert sum(len(found.followed) for found in resolved.values()) > 5000
    assert sorted(follow(built_site.resolve(), resolved)) == []


CLICKS = 3
FAR = ("contributing/", "unseen/", "404.html", "units/tugs/")
"""Pages that readers do not look for: those for editors, those for what is not kept or not there, and the address of a unit
without a page, which leads to its line in the list."""


@pytest.mark.parametrize("home", ["", "zh"])
def test_every_page_is_within_three_clicks_from_home(built_site: Path, pages: dict[Path, Found], home: str) -> None:
    own = [page for page in pages if (page.relative_to(built_site).parts[0] == "zh") == bool(home)]
    reached = near = {built_site / home / "index.html"}
    for _ in range(CLICKS):
        leads = ((page, address) for page in near for address in pages[page].followed)
        near = {target for page, address in leads if (target := locate(built_site, page, address))}
        near = ({Path(os.path.normpath(page)) for page in near} & set(own)) - reached
        reached = reached | near
    away = [page.relative_to(built_site / home).as_posix() for page in own if page not in reached]
    assert [address for address in away if not address.startswith(FAR)] == []
    assert len(reached) > 200


def test_nothing_is_fetched_from_elsewhere(built_site: Path, pages: dict[Path, Found]) -> None:
    away = [
        f"{page.relative_to(built_site)}: {address}"
        for page, found in pages.items()
        for address in found.fetched
        if re.match(r"(?!data:)[a-z]+:|//", address)
    ]
    assert away == []


def test_every_address_of_a_style_sheet_is_there(built_site: Path) -> None:
    sheets = [path for path in built_site.rglob("*.css") if "javascripts" not in path.parts]
    assert len(sheets) > 5
    lost = [
        f"{sheet.relative_to(built_site)}: {address}"
        for sheet in sheets
        for address in find_in_style(sheet.read_text("utf-8"))
        if not address.startswith(("data:", "#")) and not (sheet.parent / urlsplit(unquote(address)).path).is_file()
    ]
    assert lost == []


def test_every_own_address_in_files_for_machines_is_there(built_site: Path) -> None:
    files = [path for kind in ("xml", "json", "txt", "ics") for path in built_site.rglob(f"*.{kind}")]
    assert any(path.name == "sitemap.xml" for path in files)
    lost = set()
    for file in files:
        text = file.read_text("utf-8")
        text = text.replace("\n ", "") if file.suffix == ".ics" else text  # unfolded (RFC 5545, 3.1)
        for address in re.findall(rf"{re.escape(ORIGIN)}[^\s\"'<>\\]*", text):
            target = locate(built_site, file, address)
            if target is not None and not target.is_file():
                lost.add(f"{file.relative_to(built_site)}: {address}")
    assert sorted(lost) == []


def test_what_leads_nowhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there/index.html").write_text("<h1 id=a>A</h1>")
    page = tmp_path / "index.html"
    page.write_text(
        '<a href="there/#a">1</a><a href="there/#b">2</a><a href="gone/">3</a><img src="gone.png"><a href="https://x.example">4</a>'
    )
    pages = {}
    for path in (page, tmp_path / "there/index.html"):
        reader = _Reader()
        reader.feed(path.read_text())
        pages[path.resolve()] = reader.found
    assert sorted(follow(tmp_path.resolve(), pages)) == [
        "index.html: gone.png",
        "index.html: gone/",
        "index.html: there/#b (no such anchor)",
    ]
