"""Runs the command on one site and keeps what it says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from broadside.cli import main
from sites import TESTS

SLOGAN = "---\ntext: {en: Look first, zh: 先看后干}\ndesign: {en: signal, zh: signal}\ncarriers: [poster-a4]\n---\n"
FILES = {
    "slogans/look-first.md": SLOGAN,
    "posters/designs/wall/design.yml": (TESTS / "small/posters/designs/plain/design.yml")
    .read_text("utf-8")
    .replace("[poster, banner, screen]", "[poster-a3, poster-a4]"),
    "posters/designs/wall/design.typ": "// Drawn by no test.\n",
    "posters/editions": None,
}
"""A slogan on one carrier, and a design that fits posters alone."""


@dataclass(frozen=True)
class Command:
    """Runs commands on one site."""

    config: Path
    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str, language: str = "en") -> tuple[int, str, str]:
        """Return the exit code and what was printed: for the reader, and for the log."""
        code = main(["--config", str(self.config), "--language", language, *arguments])
        said = self.capture.readouterr()
        return code, said.out, said.err.rpartition("\r")[2]


def list_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
