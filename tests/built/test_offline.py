"""The copy for a stick, opened in Chromium from its folder: every link arrives, nothing complains, no network is asked."""

from __future__ import annotations

import datetime
import posixpath
import re
import urllib.parse
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from broadside.catalog import read_catalog, read_settings
from broadside.copies import copy_site
from broadside.copies.cover import COVER
from sites import REPOSITORY

PAGES = (
    "index.html",
    "slogans/index.html",
    "slogans/life-first/index.html",
    "notices/index.html",
    "notices/2026/series-promotion-plan-2026/index.html",
    "knowledge/confined-space/index.html",
    "lessons/piper-alpha-permit/index.html",
    "campaigns/safe-production-month-2027/index.html",
    "designs/signal/index.html",
    "blackboards/index.html",
    "signage/index.html",
    "contributing/index.html",
)


class _Addresses(HTMLParser):
    """Collects every address that a page names, and every one that it would fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.named: list[str] = []
        self.fetched: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src", "poster"} and value:
                self.named.append(value)
                if tag != "a":
                    self.fetched.append(value)
            elif name == "srcset" and value:
                self.named += [part.split()[0] for part in value.split(",")]


@pytest.fixture(scope="module")
def copied(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy of the built site, without the print shop's files."""
    folder = tmp_path_factory.mktemp("stick") / "offline"
    catalog = read_catalog(read_settings(REPOSITORY / "mkdocs.yml"))
    copy_site(catalog, built_site, folder, datetime.date(2027, 6, 10), without=("print-shop",))
    return folder


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page that fails its test for any console error, and for any request that is not for a file."""
    context = chromium.new_context(viewport={"width": 1366, "height": 900})
    context.set_offline(True)
    page = context.new_page()
    faults: list[str] = []

    page.on("console", lambda message: faults.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    # A request that the next navigation cuts off has not failed.
    page.on("requestfailed", lambda request: None if "ABORTED" in str(request.failure) else faults.append(f"failed: {request.url}"))
    page.on("request", lambda request: None if request.url.startswith(("file:", "data:", "blob:")) else faults.append(request.url))
    yield page
    context.close()
    assert faults == []


def test_every_link_of_every_page_leads_to_a_file(copied: Path) -> None:
    files = {path.relative_to(copied).as_posix() for path in copied.rglob("*") if path.is_file()}
    lost = []
    for path in sorted(copied.rglob("*.html")):
        name = path.relative_to(copied).as_posix()
        for address in _Addresses(path.read_text("utf-8")).named:
            parts = urllib.parse.urlsplit(address)
            if parts.scheme or not parts.path:
                continue
            place = posixpath.normpath(posixpath.join(posixpath.dirname(name), urllib.parse.unquote(parts.path)))
            if place not in files:
                lost.append(f"{name}: {address}")
    assert lost == []


def test_no_page_fetches_from_an_address(copied: Path) -> None:
    for path in copied.rglob("*.html"):
        text = path.read_text("utf-8")
        wrong = [address for address in _Addresses(text).fetched if re.match(r"(https?:)?//|/", address)]
        assert wrong == [], path
        assert "canonical" not in text, path


def test_what_is_for_servers_is_left_out(copied: Path) -> None:
    inside = {path.name for path in (copied / "site").iterdir()}
    assert not inside & {"404.html", "sw.js", "robots.txt", "sitemap.xml", "catalog.json", "feeds", "unseen"}
    assert {path.name for path in copied.iterdir()} == {COVER, "site"}


def test_the_cover_opens_either_language(page: Page, copied: Path) -> None:
    for name, heading in (("Open in English", "en"), ("打开中文版", "zh")):
        page.goto((copied / COVER).as_uri())
        page.get_by_role("link", name=name).click()
        expect(page.locator("html")).to_have_attribute("lang", heading)
        expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("language", ["", "zh/"])
def test_no_page_complains(page: Page, copied: Path, language: str) -> None:
    for name in PAGES:
        page.goto((copied / "site" / language / name).as_uri())
        expect(page.locator("h1").first).to_be_attached()


def test_links_that_scripts_make_arrive_too(page: Page, copied: Path) -> None:
    """The slogan of the day has its address from a script that knows nothing of this copy."""
    page.clock.set_fixed_time("2027-06-20T09:00:00")
    page.goto((copied / "site/index.html").as_uri())
    page.locator("[data-bs-today] a").first.click()
    page.wait_for_url(re.compile(r"/site/slogans/[a-z0-9-]+/index\.html$"))
    expect(page.locator("h1")).to_be_visible()
    page.goto((copied / "site/index.html").as_uri())
    page.locator("[data-bs-today] a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/site/slogans/[a-z0-9-]+/index\.html$"))


def test_the_wall_filters(page: Page, copied: Path) -> None:
    page.goto((copied / "site/slogans/index.html").as_uri())
    cards = page.locator("#bs-wall > li:not([hidden])")
    assert cards.count() > 1
    page.locator(".bs-filters__find").fill("parking")
    expect(cards).to_have_count(1)


@pytest.mark.parametrize(
    ("home", "words", "found"), [("index.html", "harness", "work-at-height"), ("zh/index.html", "灭火器", "zh/knowledge/")]
)
def test_search_finds_and_its_results_arrive(page: Page, copied: Path, home: str, words: str, found: str) -> None:
    page.goto((copied / "site" / home).as_uri())
    page.keyboard.press("/")
    page.keyboard.insert_text(words)
    first = page.locator(f".bs-found a[href*='{found}']").first
    expect(first).to_be_visible()
    first.click()
    page.wait_for_url(re.compile(rf"/site/{found if home == 'index.html' else 'zh/knowledge'}.*/index\.html|/{found}/index\.html"))
    expect(page.locator("h1").first).to_be_visible()


def test_the_language_switch_stays_on_the_page(page: Page, copied: Path) -> None:
    page.goto((copied / "site/knowledge/confined-space/index.html").as_uri())
    page.locator("header a[hreflang=zh]").first.click()
    page.wait_for_url(re.compile(r"/site/zh/knowledge/confined-space/index\.html"))
    expect(page.locator("html")).to_have_attribute("lang", "zh")


def test_a_sheet_that_was_left_out_says_where_it_is(page: Page, copied: Path) -> None:
    page.goto((copied / "site/slogans/life-first/index.html").as_uri())
    left = page.locator("a[href*='left-out.html']").first
    address = left.get_attribute("href")
    assert address
    page.goto(urllib.parse.urljoin(page.url, address))
    expect(page.locator("#where")).to_have_text(
        re.compile(r"^https://safety\.beacon\.example/sheets/life-first/.*print-shop\.pdf$")
    )
