"""The command ``coverage``: what is missing, overdue, about to end or behind, for the safety officer."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from broadside.checking import check_site
from broadside.clock import read_today

if TYPE_CHECKING:
    from broadside.cli.answers import Commands


def add_commands(commands: Commands) -> None:
    """Add the command to the parser."""
    covering = commands.add_parser("coverage", help="list what is missing, overdue, about to end or behind its original")
    covering.add_argument("--csv", type=Path, metavar="FILE", help="write it as a table for a spreadsheet instead")
    covering.set_defaults(run=cover)


def cover(options: argparse.Namespace, language: str) -> None:
    """Print the gaps of the checked site as of today, or write them as a table and name its file."""
    from broadside.pages import fill_shelf  # noqa: PLC0415  other commands do not wait for the pages
    from broadside.pages.coverage import tell_coverage, write_coverage  # noqa: PLC0415

    catalog, _ = check_site(options.config)
    shelf = fill_shelf(catalog, (), (), {}, read_today())
    if options.csv:
        options.csv.write_bytes(write_coverage(shelf, language))
        print(options.csv)
    else:
        print(tell_coverage(shelf, language))
