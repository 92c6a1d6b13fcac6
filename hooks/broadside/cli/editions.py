"""The commands ``publish`` and ``reprint``: a record of all sheets, and a sheet as a record had it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from broadside.cli.answers import NAME, Refusal, hand_out
from broadside.cli.checking import record

if TYPE_CHECKING:
    from broadside.cli.answers import Commands


def add_commands(commands: Commands) -> None:
    """Add the commands to the parser."""
    publishing = commands.add_parser(
        "publish",
        help="print all sheets and papers and record them, with the site's addresses, as an edition that can be printed again",
    )
    publishing.add_argument("edition", help="its name, such as june-2027")
    publishing.set_defaults(run=publish)

    reprinting = commands.add_parser("reprint", help="print a sheet or a paper again as an edition had it, byte for byte")
    reprinting.add_argument("sheet", metavar="SHEET@EDITION", help="such as hard-hat-poster-a3-en@june-2027")
    reprinting.add_argument("--to", type=Path, help="a folder to copy the files to")
    reprinting.set_defaults(run=reprint)


def publish(options: argparse.Namespace, language: str) -> None:
    """Print all sheets and papers and record them as an edition."""
    from broadside.building import publish_edition  # noqa: PLC0415

    if not NAME.match(options.edition):
        raise Refusal("edition-name", edition=options.edition)
    for file in publish_edition(options.config, options.edition):
        print(file)
    record(options, language)


def reprint(options: argparse.Namespace, _language: str) -> None:
    """Print a sheet or a paper as an edition had it."""
    from broadside.building import find_edition  # noqa: PLC0415
    from broadside.editions import NotInEditionError  # noqa: PLC0415

    sheet, at, edition = options.sheet.rpartition("@")
    if not at:
        raise Refusal("no-edition-named", sheet=options.sheet)
    try:
        copies = find_edition(options.config, sheet, edition)
    except NotInEditionError as answer:
        legal = ", ".join(answer.legal) or "-"
        raise Refusal("not-in-edition", asked=answer.asked, edition=edition, legal=legal) from answer
    hand_out(((copy.name, copy.file) for copy in copies), options.to)
