"""The index of the hostile pages, and a site with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from sites import REPOSITORY, make_site

HERE = Path(__file__).parent
HARMLESS = "harmless"
COSTLY = frozenset({"page-too-slow", "page-too-long", "page-too-deep"})
"""The rules whose pages no build could render in time."""


@dataclass(frozen=True)
class Hostile:
    """One file: what it tries, what is expected of the check (a rule, or harmless), and where in a site it stands."""

    name: str
    tries: str
    expected: str
    at: str

    @property
    def file(self) -> Path:
        """The file in the corpus."""
        return HERE / "pages" / f"{self.name}.md"

    @property
    def address(self) -> str:
        """The address of its page, relative to the site."""
        return self.at.removeprefix("docs/").removesuffix(".md") + "/"


def read_corpus() -> tuple[Hostile, ...]:
    """Return all hostile pages, in the index's order."""
    index = yaml.safe_load((HERE / "pages.yml").read_text("utf-8"))
    return tuple(Hostile(name, row["tries"], row["expected"], row.get("at", f"docs/{name}.md")) for name, row in index.items())


def make_hostile_site(root: Path, pages: Iterable[Hostile]) -> Path:
    """Build a small site with ``pages`` in ``root``, in English and without sheets; returns its configuration."""
    config = (REPOSITORY / "mkdocs.yml").read_text("utf-8").replace("safe-production-month-2027 ", "month ")
    config = config.replace("languages: [en, zh]", "languages: [en]").replace("safety.beacon.example", "safety.example")
    made = make_site(root, {each.at: each.file.read_bytes() for each in pages} | {"mkdocs.yml": config})
    (root / "hooks").symlink_to(REPOSITORY / "hooks")
    return made
