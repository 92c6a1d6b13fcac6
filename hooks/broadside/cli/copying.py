"""The command ``offline``: the built site as a copy that opens from a stick."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from broadside.catalog import Form
from broadside.checking import check_site
from broadside.cli.answers import Refusal
from broadside.clock import read_today
from broadside.texts import read_texts

if TYPE_CHECKING:
    from broadside.cli.answers import Commands


def add_commands(commands: Commands) -> None:
    """Add the command to the parser."""
    copying = commands.add_parser("offline", help="copy the built site so that it opens from a stick, without a server")
    copying.add_argument("--site", type=Path, default=Path("site"), help="the built site (site)")
    copying.add_argument("--to", type=Path, default=Path("offline"), help="the folder to write (offline)")
    copying.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="FORM",
        choices=get_args(Form),
        help="leave a form of sheets out, such as print-shop; may be repeated",
    )
    copying.add_argument("--zip", action="store_true", help="write an archive of the folder too")
    copying.set_defaults(run=copy)


def copy(options: argparse.Namespace, language: str) -> None:
    """Copy the built site."""
    from broadside.copies import NotACopyError, NotBuiltError, copy_site  # noqa: PLC0415
    from broadside.pages.sheetfiles import write_size  # noqa: PLC0415

    catalog, _ = check_site(options.config)
    try:
        report = copy_site(catalog, options.site, options.to, read_today(), without=options.without, zipped=options.zip)
    except NotBuiltError as answer:
        raise Refusal("no-site", site=answer) from answer
    except NotACopyError as answer:
        raise Refusal("not-a-copy", folder=answer) from answer
    for file in filter(None, (report.cover, report.archive)):
        print(file)
    forms = ", ".join(f"{form} {write_size(size)}" for form, size in report.bytes_by_form.items()) or "-"
    print(read_texts(language)["cli"]["copied"].format(size=write_size(report.bytes_all), forms=forms))
