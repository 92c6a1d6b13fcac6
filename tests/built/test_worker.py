"""What a telephone has opened stays readable without a network, and never stands in the way of what is new."""

from __future__ import annotations

import functools
import os
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .serving import Files, Server

CACHED = "async address => { const kept = await caches.match(address); return kept ? kept.headers.get('x-broadside-build') : null }"
NAMES = "async () => (await caches.keys()).map(name => name.split(' ').slice(2).join(' ')).sort()"
SIZES = """async () => {
  const kept = await caches.open((await caches.keys()).find(name => name.endsWith(" files")));
  const answers = await Promise.all((await kept.keys()).map(each => kept.match(each)));
  return answers.reduce((sum, each) => sum + Number(each.headers.get("x-broadside-size")), 0);
}"""
"""How many bytes of files are kept."""
PICTURE = "main img[src*='sheets/']"
PAUSE_MS, ASKS_MOST = 100, 600
ACTIVE = "async () => (await navigator.serviceWorker.ready).active.state === 'activated' && !!navigator.serviceWorker.controller"


class OneAnswer(Files):
    """Closes each connection after its answer: a server that is stopped must not go on answering."""

    protocol_version = "HTTP/1.0"


class Site:
    """A copy of the built site to change, and its server, which can be stopped and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = 0
        self.server: Server | None = None

    @property
    def origin(self) -> str:
        """Where the site is served."""
        return f"http://localhost:{self.port}/"

    def start(self) -> None:
        """Serve the folder."""
        self.server = Server(("localhost", self.port), functools.partial(OneAnswer, directory=str(self.folder)))
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Refuse every connection."""
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    def change(self, name: str, old: str, new: str) -> None:
        """Replace words in one file."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.unlink()
        path.write_text(text.replace(old, new), "utf-8")

    def name_build(self, name: str) -> None:
        """Deploy a new worker."""
        path = self.folder / "sw.js"
        text = path.read_text("utf-8")
        path.unlink()
        path.write_text(re.sub(r'"build": "[^"]*"', f'"build": "{name}"', text), "utf-8")


@pytest.fixture
def site(built_site: Path, tmp_path: Path) -> Iterator[Site]:
    """The built site, served."""
    shutil.copytree(built_site, tmp_path / "site", copy_function=os.link)
    site = Site(tmp_path / "site")
    site.name_build("first")
    site.start()
    yield site
    site.stop()


@pytest.fixture
def context(chromium: Browser, site: Site) -> Iterator[BrowserContext]:
    """A telephone."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, base_url=site.origin)
    yield context
    context.close()


def wait_until(page: Page, condition: str, argument: object = None) -> None:
    """Ask until an asynchronous condition holds; Playwright's own wait takes its promise for a yes."""
    for _ in range(ASKS_MOST):
        if page.evaluate(condition, argument):
            return
        page.wait_for_timeout(PAUSE_MS)
    raise AssertionError(condition)


def open_controlled(context: BrowserContext, address: str) -> Page:
    """Open a page and wait until the worker has taken it over."""
    page = context.new_page()
    page.goto(address)
    wait_until(page, ACTIVE)
    return page


def wait_until_kept(page: Page, address: str, build: str) -> None:
    """Wait until the worker keeps ``address`` under ``build``."""
    wait_until(page, f"async ([address, build]) => await ({CACHED})(address) === build", [address, build])


def test_what_was_opened_is_there_without_a_network(site: Site, context: BrowserContext) -> None:
    """The first page on a device too, which was read before there was a worker."""
    page = open_controlled(context, "slogans/life-first/")
    wait_until_kept(page, "/slogans/life-first/", "first")
    wait_until_kept(page, page.locator(PICTURE).first.evaluate("image => image.currentSrc"), "first")
    wait_until_kept(page, "/css/site.css", "first")
    page.goto("notices/")
    wait_until_kept(page, "/notices/", "first")
    site.stop()
    page.goto("notices/")
    expect(page.locator("h1")).to_have_text("Notices")
    page.goto("slogans/life-first/?from=code")
    expect(page.locator("h1")).to_contain_text("Life first")
    wait_until(page, "picture => document.querySelector(picture).naturalWidth > 0", PICTURE)
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--bs-primary')")
    assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")


@pytest.mark.parametrize(
    ("root", "words", "home"), [("", "not opened this page yet", "Life first"), ("zh/", "还没有打开过", "生命")]
)
def test_what_was_not_opened_says_so_and_lists_what_was(
    site: Site, context: BrowserContext, root: str, words: str, home: str
) -> None:
    page = open_controlled(context, root)
    wait_until_kept(page, f"/{root}", "first")
    page.goto(f"{root}notices/")
    wait_until_kept(page, f"/{root}notices/", "first")
    site.stop()
    page.goto(f"{root}knowledge/confined-space/")
    expect(page.locator("h1")).to_contain_text(words)
    expect(page.locator("html")).to_have_attribute("lang", "zh" if root else "en")
    assert page.url.endswith(f"{root}knowledge/confined-space/")
    kept = page.locator("#kept a")
    expect(kept).to_have_count(2)
    assert page.locator("header img").evaluate("image => image.naturalWidth") > 0
    page.locator(f'#kept a[href$=":{site.port}/{root}"]').click()
    expect(page.locator("h1").first).to_contain_text(home)
    page.goto(f"{root}knowledge/confined-space/")
    site.start()
    page.locator("#again").click()
    expect(page.locator("h1")).not_to_contain_text(words)


def test_a_new_page_is_announced_and_then_shown(site: Site, context: BrowserContext) -> None:
    """The site was deployed, and the worker of the build before still answers."""
    page = open_controlled(context, "")
    page.goto("notices/")
    wait_until_kept(page, "/notices/", "first")
    site.change("notices/index.html", "<h1>Notices</h1>", "<h1>Newest notices</h1>")
    page.goto("notices/")
    expect(page.locator(".bs-newer")).to_be_visible()
    page.locator(".bs-newer button").click()
    expect(page.locator("h1")).to_have_text("Newest notices")
    expect(page.locator(".bs-newer")).to_have_count(0)


def test_a_new_build_asks_first_and_keeps_what_there_was(site: Site, context: BrowserContext) -> None:
    page = open_controlled(context, "")
    for address in ("notices/", "lessons/"):
        page.goto(address)
        wait_until_kept(page, f"/{address}", "first")
    site.change("notices/index.html", "<h1>Notices</h1>", "<h1>Newest notices</h1>")
    site.change("css/site.css", "z-index: 5", "z-index: 4")
    site.name_build("second")
    page.goto("campaigns/")
    wait_until(page, f"async () => (await ({NAMES})()).includes('shell second')")
    wait_until(page, f"async () => !(await ({NAMES})()).includes('shell first')")
    assert page.evaluate(NAMES) == ["files", "pages", "shell second"]
    page.goto("notices/")
    expect(page.locator("h1")).to_have_text("Newest notices")
    wait_until_kept(page, "/notices/", "second")
    wait_until_kept(page, "/css/site.css", "second")
    site.stop()
    page.goto("lessons/")
    expect(page.locator("h1")).to_have_text("Lessons")
    page.goto("notices/")
    expect(page.locator("h1")).to_have_text("Newest notices")


def test_a_reload_always_asks(site: Site, context: BrowserContext) -> None:
    page = open_controlled(context, "")
    page.goto("notices/")
    wait_until_kept(page, "/notices/", "first")
    site.change("notices/index.html", "<h1>Notices</h1>", "<h1>Newest notices</h1>")
    page.reload()
    expect(page.locator("h1")).to_have_text("Newest notices")


def test_a_page_that_is_gone_is_not_kept(site: Site, context: BrowserContext) -> None:
    page = open_controlled(context, "")
    page.goto("lessons/")
    wait_until_kept(page, "/lessons/", "first")
    (site.folder / "lessons/index.html").rename(site.folder / "lessons/gone.html")
    (site.folder / "lessons").rename(site.folder / "away")
    page.reload()
    wait_until(page, f"async () => await ({CACHED})('/lessons/') === null")


def test_what_asks_whether_the_network_is_there_is_not_answered_from_what_is_kept(site: Site, context: BrowserContext) -> None:
    page = open_controlled(context, "")
    page.goto("notices/")
    site.stop()
    asked = "address => new Promise(done => { const image = new Image(); image.onload = () => done(true);\
        image.onerror = () => done(false); image.src = address })"
    assert page.evaluate(asked, "/brand/logo.svg") is True
    assert page.evaluate(asked, "/brand/logo.svg?1") is False


def test_what_was_kept_longest_ago_makes_room(site: Site, context: BrowserContext) -> None:
    """Also by a worker that the browser has stopped and started again: it has to look what it kept."""
    most = 1_000_000
    site.change("sw.js", "FILES_MOST = 80e6", f"FILES_MOST = {most}")
    pictures = sorted(path for path in (site.folder / "sheets").rglob("*-preview.webp") if path.stat().st_size < most / 10)
    first, *others, last = [f"/{path.relative_to(site.folder).as_posix()}" for path in pictures[:60]]
    assert sum(path.stat().st_size for path in pictures[:30]) > most
    page = open_controlled(context, "")
    ask = "async addresses => { for (const each of addresses) await (await fetch(each)).blob() }"
    for asked in ([first], others, [last]):
        page.evaluate(ask, asked)
        wait_until_kept(page, asked[-1], "first")
        session = context.new_cdp_session(page)
        session.send("ServiceWorker.enable")
        session.send("ServiceWorker.stopAllWorkers")
        session.detach()
    assert page.evaluate(CACHED, first) is None
    wait_until(page, f"async most => await ({SIZES})() <= most", most)
    assert page.evaluate(SIZES) > most * 0.8
