"""The command ``preview``: a slogan's sheets as pictures on one page."""

from __future__ import annotations

import argparse
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from broadside.catalog import Catalog
from broadside.checking import check_site
from broadside.cli.answers import Refusal

if TYPE_CHECKING:
    from broadside.cli.answers import Commands

PREVIEWS = ".broadside/previews"
SERVED = "http://127.0.0.1:8000"
"""Where the generator serves a site while it is worked on."""


def add_commands(commands: Commands) -> None:
    """Add the command to the parser."""
    previewing = commands.add_parser("preview", help="show a slogan's sheets as pictures on one page")
    previewing.add_argument("slogan", help="its file or its name, such as slogans/hard-hat.md")
    previewing.add_argument("--no-open", dest="opens", action="store_false", help="only write the page, and name it")
    previewing.set_defaults(run=show)


def show(options: argparse.Namespace, language: str) -> None:
    """Draw a slogan's sheets and open the page that shows them."""
    catalog, sheets = check_site(options.config)
    identity = _find(catalog, options.slogan)
    mine = [sheet for sheet in sheets if sheet.slogan == identity]
    from broadside.building import print_site  # noqa: PLC0415  mistakes are told before the press is loaded
    from broadside.previewing import choose_sheets, write_preview  # noqa: PLC0415

    printed = print_site(catalog, choose_sheets(mine))
    page = catalog.settings.root / PREVIEWS / f"{identity}.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(write_preview(catalog, f"slogans/{identity}.md", printed, mine, language), "utf-8")
    print(page)
    if options.opens:
        webbrowser.open(page.as_uri())


def _find(catalog: Catalog, given: str) -> str:
    """Return the name of the slogan that a file, one of its translations, or a name stands for."""
    place = Path(given)
    name = place.name.partition(".")[0] if place.suffix == ".md" else given
    if f"slogans/{name}" in catalog.entries and place.parent.name in {"", "slogans"}:
        return name
    path = place.resolve().relative_to(catalog.settings.root) if place.resolve().is_relative_to(catalog.settings.root) else place
    entry = next(
        (each for each in catalog.entries.values() if path.as_posix() in dict(each.files)),
        None,
    )
    if entry is None:
        raise Refusal("no-slogan-file", file=given)
    spoken = next(
        (each for each, translation in entry.translations.items() if translation.path == path.as_posix()), catalog.language
    )
    folder = urlsplit(catalog.settings.site_url).path
    raise Refusal("a-page", file=entry.path, address=f"{SERVED}{folder}{catalog.address(entry.id, spoken)}")
