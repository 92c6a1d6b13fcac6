"""The built site that the tests of this folder look at, behind a server and in a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from sites import REPOSITORY, printing_alone

from .building import build, copy_site
from .serving import serve_files

CHROMIUM = "/usr/bin/chromium-headless-shell"
"""Chromium without any window: what a window of the whole one costs, the tests of the site would pay two hundred times."""
expect.set_options(timeout=20_000)
"""What is waited for comes at once on a quiet machine; a busy one is no fault of the page."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A browser with windows knows how fast its network is; one without them does not, and fetches pictures from further away.
    "--blink-settings=lazyLoadingImageMarginPxUnknown=1250",  # the whole one's own margin on a fast network (settings.json5)
]


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The repository's own site, built strictly and once for all processes of the tests; its sheets come from the store."""
    base = tmp_path_factory.getbasetemp()
    target = (base if worker_id == "master" else base.parent) / "site"
    with printing_alone():
        if not target.exists():
            done = build(REPOSITORY / "mkdocs.yml", target.with_name("unfinished"))
            assert done.returncode == 0, done.stdout
            target.with_name("unfinished").rename(target)
    return target


@pytest.fixture(scope="session")
def odd_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A site below a folder of its server, without the press, built once for all processes of the tests.

    A translation is missing in it, one is behind, one slogan is in Arabic alone. Its pages lie in ``site/safety``.
    """
    base = tmp_path_factory.getbasetemp()
    target = (base if worker_id == "master" else base.parent) / "odd"
    with printing_alone():
        if not (target / "site").exists():
            target.mkdir()
            _build_odd(target)
    return target


def _build_odd(root: Path) -> None:
    config = copy_site(root, ("hard-hat",))
    config.write_text(config.read_text("utf-8").replace("safety.beacon.example/", "safety.beacon.example/safety/"), "utf-8")
    (root / "docs/lessons/flooded-substation.zh.md").unlink()
    original = root / "docs/knowledge/lifting.md"
    original.write_text(original.read_text("utf-8").replace("---\n", "---\nrevised: 2027-03-01\n", 1), "utf-8")
    (root / "slogans/first.md").write_text("---\ntext: {ar: السلامة أولا}\ntopics: [ppe]\n---\nFor the *gate*.\n", "utf-8")
    done = build(config, root / "unfinished/safety", BROADSIDE_PRESS="false")
    assert done.returncode == 0, done.stdout
    shutil.copy(root / "unfinished/safety/404.html", root / "unfinished")  # as a server is told to answer
    (root / "unfinished").rename(root / "site")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One Chromium, with a fresh profile."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def origin(built_site: Path) -> Iterator[str]:
    """The address of the built site behind a server."""
    with serve_files(built_site) as address:
        yield address


@pytest.fixture
def page(chromium: Browser, origin: str) -> Iterator[Page]:
    """A page that fails its test for any console error and any request that leaves the origin."""
    context = chromium.new_context(viewport={"width": 1366, "height": 900}, base_url=origin)
    page = context.new_page()
    faults = watch(page, origin)
    yield page
    context.close()
    assert faults == []


@pytest.fixture(scope="module")
def tab(chromium: Browser, origin: str) -> Iterator[tuple[Page, list[str]]]:
    """One page that goes from address to address as a reader's does, and its faults: a page of its own costs thrice the time."""
    context = chromium.new_context(base_url=origin)
    page = context.new_page()
    yield page, watch(page, origin)
    context.close()


@pytest.fixture
def reader(tab: tuple[Page, list[str]]) -> Iterator[Page]:
    """The page of ``tab`` at its usual size, for tests that look and leave nothing behind; it fails as ``page`` does."""
    page, faults = tab
    faults.clear()
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null")
    page.set_viewport_size({"width": 1366, "height": 900})
    yield page
    assert faults == []


def watch(page: Page, origin: str) -> list[str]:
    """Return a list that fills with the page's console errors and its requests that fail or leave the origin."""
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((origin, "data:", "blob:")) else faults.append(request.url))
    # A request that the next navigation cuts off has not failed.
    page.on("requestfailed", lambda request: None if "ABORTED" in str(request.failure) else faults.append(f"failed: {request.url}"))
    return faults
