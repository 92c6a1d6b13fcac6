"""Catalogs and sheets of small sites, for the tests of this room."""

from __future__ import annotations

from pathlib import Path

from broadside.catalog import Catalog, Entry, read_catalog, read_settings
from broadside.sheets import Sheet, Wish, plan_sheets
from sites import TESTS, Files, make_small_site

SMALL = TESTS / "small"
CARRIERS = (SMALL / "posters/carriers.yml").read_text("utf-8")
DESIGN = (SMALL / "posters/designs/plain/design.yml").read_text("utf-8")
CAMPAIGN = "title: Month\ntheme: Look\nstarts: 2027-06-01\nends: 2027-06-30\n"


def read(root: Path, files: Files) -> Catalog:
    """Return the catalog of the small site with ``files`` laid over it."""
    return read_catalog(read_settings(make_small_site(root, files)))


def find_slogan(catalog: Catalog, name: str = "look-first") -> Entry:
    """Return one slogan of a catalog."""
    return catalog.entries[f"slogans/{name}"]


def plan(root: Path, files: Files, wish: Wish | None = None) -> dict[str, Sheet]:
    """Return the sheets of a site, all of whose words can be set, by slogan and name."""
    sheets, problems = plan_sheets(read(root, files), wish)
    assert problems == ()
    return {f"{sheet.slogan}/{sheet.name}": sheet for sheet in sheets}


def write_slogan(*fields: str, text: str = "{en: Look first, zh: 先看后干}") -> str:
    """Return a slogan's file."""
    return "---\n" + "".join(f"{line}\n" for line in (f"text: {text}", *fields)) + "---\n"


def make_design(name: str, *lines: str, base: str = DESIGN) -> dict[str, str]:
    """Return the files of one more design: the small site's own with a few lines added."""
    folder = f"posters/designs/{name}"
    return {f"{folder}/design.yml": base + "".join(f"{line}\n" for line in lines), f"{folder}/design.typ": "// Drawn by no test.\n"}
