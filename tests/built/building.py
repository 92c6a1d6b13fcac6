"""The real site, built once a test run by the real command, and small copies of it to change."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from sites import REPOSITORY

TODAY = "2027-06-10"
"""A day within the running campaign; the build takes it from BROADSIDE_TODAY."""


def build(config: Path, target: Path, *, generator: str = "mkdocs", **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the site at ``config`` into ``target`` with the generator's own command, strictly; all it says is in stdout."""
    command = [str(Path(sys.executable).parent / generator), "build", "--strict", "-f", str(config), "-d", str(target)]
    return subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=make_environment(**environment),
        check=False,
        cwd=config.parent,
    )


def make_environment(**changes: str) -> dict[str, str]:
    """Return the environment of a build: this one's, on a fixed day, in English, with the repository's store."""
    fixed = {"BROADSIDE_TODAY": TODAY, "BROADSIDE_LANGUAGE": "en", "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}
    fixed["BROADSIDE_STORE"] = os.environ.get("BROADSIDE_STORE") or str(REPOSITORY / ".broadside" / "store")
    return {**os.environ, **fixed, **changes}


DESIGNS = ("flood", "signal", "sunrise")
"""The designs of the small copies: those of their slogans and of the campaign. The gallery prints each of them everywhere."""


def copy_site(root: Path, slogans: tuple[str, ...]) -> Path:
    """Copy the repository's site to ``root`` with some of its slogans and designs; hooks and posters are links.

    Returns its configuration.
    """
    (root / "hooks").symlink_to(REPOSITORY / "hooks")
    (root / "posters/designs").mkdir(parents=True)
    for path in (REPOSITORY / "posters").iterdir():
        if path.name not in {"designs", "editions"}:
            (root / "posters" / path.name).symlink_to(path)
    for name in DESIGNS:
        (root / "posters/designs" / name).symlink_to(REPOSITORY / "posters/designs" / name)
    shutil.copytree(REPOSITORY / "docs", root / "docs", ignore=shutil.ignore_patterns("contributing", "addresses.yml"))
    shutil.copytree(REPOSITORY / "slogans/photos", root / "slogans/photos")
    for name in slogans:
        for path in (REPOSITORY / "slogans").glob(f"{name}.*md"):
            shutil.copy(path, root / "slogans")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root / "mkdocs.yml"


class _Reader(HTMLParser):
    """Collects a page's words, its links and every address it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style"}:
            self._silent += 1
        for name, value in attrs:
            if value and name in {"href", "src", "poster", "data"}:
                self.links.append(value)
            if value and name == "srcset":
                self.links += [part.split()[0] for part in value.split(",")]

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words += data.split()


def read_page(path: Path) -> _Reader:
    """Read one built page."""
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    return reader


def read_words(site: Path) -> dict[str, str]:
    """Return the words of every page of a built site, by its path."""
    pages = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): re.sub(r"\s+", " ", " ".join(read_page(path).words)) for path in pages}
