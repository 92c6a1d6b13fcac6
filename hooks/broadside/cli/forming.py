"""The command ``form``: the editors' form, written into a folder for a server."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from broadside.cli.answers import Refusal

if TYPE_CHECKING:
    from broadside.cli.answers import Commands


def add_commands(commands: Commands) -> None:
    """Add the command to the parser."""
    forming = commands.add_parser("form", help="write the editors' form, for the forge of extra.editing or for this computer")
    forming.add_argument("--to", type=Path, default=Path(".broadside/form"), help="the folder to write (.broadside/form)")
    forming.add_argument("--local", metavar="ADDRESS", help="the address of a decap-server on this computer, in place of the forge")
    forming.add_argument("--drafts", action="store_true", help="with --local: drafts are branches (decap-server in its git mode)")
    forming.set_defaults(run=form)


def form(options: argparse.Namespace, _language: str) -> None:
    """Write the form and name its folder."""
    from broadside.desk import NoForm, write_form  # noqa: PLC0415

    try:
        print(write_form(options.config, options.to, local=options.local, workflow=options.drafts))
    except NoForm as answer:
        raise Refusal(answer.reason, **answer.facts) from answer
