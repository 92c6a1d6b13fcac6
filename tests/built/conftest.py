"""The built site that the tests of this folder and of the browser look at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from sites import REPOSITORY, printing_alone

from .building import build

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own site, built strictly; its sheets come from the repository's store."""
    target = tmp_path_factory.mktemp("site")
    with printing_alone():
        done = build(REPOSITORY / "mkdocs.yml", target)
    assert done.returncode == 0, done.stdout
    return target


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One Chromium, with a fresh profile."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
