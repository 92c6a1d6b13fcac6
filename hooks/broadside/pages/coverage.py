"""The gaps of a site -> the safety officer's page, and the table of it that a spreadsheet opens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from broadside.pages.forge import make_edit_address, make_new_address
from broadside.pages.gaps import Gap, list_gaps
from broadside.pages.values import Shelf, TextFile
from broadside.tables.delimited import write_delimited
from broadside.texts import read_texts

FILE = "coverage/coverage.csv"
"""Where the table stands below the site, or below a language."""


def view_coverage(shelf: Shelf, language: str) -> Mapping[str, Any]:
    """Return what the page of all gaps shows, as of the shelf's day."""
    return {
        "matters": [
            (matter, [(gap, _find_edit(shelf, gap), _find_beginning(shelf, gap, language)) for gap in gaps])
            for matter, gaps in list_gaps(shelf, language).items()
        ],
        "begin": {kind: read_texts(language)["fields"]["kinds"][kind]["one"] for kind in ("quiz", "knowledge", "notice")},
        "file": _name_file(shelf, language),
    }


def make_coverage_files(shelf: Shelf) -> Iterator[TextFile]:
    """Yield the table of each language."""
    for language in shelf.languages:
        yield TextFile(_name_file(shelf, language), write_coverage(shelf, language).decode("utf-8"))


def _name_file(shelf: Shelf, language: str) -> str:
    return ("" if language == shelf.catalog.language else f"{language}/") + FILE


def write_coverage(shelf: Shelf, language: str) -> bytes:
    """Return the gaps as a CSV file: UTF-8 with its mark, a line a gap; addresses are whole, for a table leaves the site."""
    texts, base = shelf.texts(language)["coverage"], shelf.catalog.settings.site_url
    rows = [tuple(texts["columns"].values())]
    for matter, gaps in list_gaps(shelf, language).items():
        name = texts["matters"][matter]["name"]
        rows += [(name, gap.title, gap.says, gap.path, base + gap.address, _find_edit(shelf, gap)) for gap in gaps]
    return write_delimited(rows)


def tell_coverage(shelf: Shelf, language: str) -> str:
    """Return the gaps as lines for a terminal: each matter with its number, below it where to look."""
    texts = shelf.texts(language)["coverage"]
    lines = [texts["as_of"].format(day=shelf.today)]
    for matter, gaps in list_gaps(shelf, language).items():
        lines += ["", texts["counted"].format(name=texts["matters"][matter]["name"], count=len(gaps))]
        lines += [f"  {gap.path}: {gap.title}{texts['join'] + gap.says if gap.says else ''}" for gap in gaps]
    return "\n".join(lines)


def _find_edit(shelf: Shelf, gap: Gap) -> str:
    """Return where the forge has the gap's file open; nothing where no forge is named."""
    editing = shelf.catalog.settings.editing
    return make_edit_address(editing, gap.path) if editing else ""


def _find_beginning(shelf: Shelf, gap: Gap, language: str) -> str:
    """Return where the forge has the document begun that would close the gap."""
    editing = shelf.catalog.settings.editing
    return make_new_address(shelf, editing, gap.begins, language) if editing and gap.begins else ""
