"""The page that stands, without a network, in place of one that was never opened, and the worker that shows it."""

from __future__ import annotations

import json

from broadside.pages.values import Shelf, SitePage

SETTINGS = 'const SETTINGS = { build: "none", unseen: { "": "unseen/" }, shell: [] };'
"""The line of ``sw.js`` that a build replaces."""


def make_unseen_page(shelf: Shelf, language: str) -> SitePage:
    """Return the page "not opened yet"; it is kept by every device beforehand, and found by no search."""
    texts = shelf.texts(language)["unseen"]
    return SitePage(
        address=shelf.address("unseen/index", language),
        language=language,
        template="unseen.html",
        title=texts["title"],
        markdown="",
        is_folder=True,
        summary=texts["summary"],
        is_searchable=False,
        is_listed=False,
        alternates={other: shelf.address("unseen/index", other) for other in shelf.languages},
        view={"folders": {code: shelf.address("index", code) for code in shelf.languages}},
    )


def write_worker(shelf: Shelf, source: str, build: str) -> str:
    """Return the worker's source with the name of the build and the addresses that it keeps beforehand."""
    unseen = {shelf.address("index", language): shelf.address("unseen/index", language) for language in shelf.languages}
    shell = [*unseen.values(), "css/unseen.css", "js/unseen.js", shelf.logo.address]
    settings = json.dumps({"build": build, "unseen": unseen, "shell": shell})
    if SETTINGS not in source:
        raise ValueError("sw.js has no line of settings to replace")
    return source.replace(SETTINGS, f"const SETTINGS = {settings};")
