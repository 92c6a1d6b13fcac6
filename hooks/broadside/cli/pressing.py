"""The command ``press``: all that a build would print, without the build; on this machine, on a cluster, or a share of it."""

from __future__ import annotations

import argparse
import functools
from typing import TYPE_CHECKING

from broadside.checking import check_site
from broadside.cli.answers import Refusal, show_progress
from broadside.problems import ContentMistakes
from broadside.sheets import plan_samples

if TYPE_CHECKING:
    from broadside.cli.answers import Commands


def add_commands(commands: Commands) -> None:
    """Add the command to the parser."""
    pressing = commands.add_parser("press", help="print what the store lacks for a build, without building")
    pressing.add_argument("--workers", type=int, metavar="N", help="so many processes of this machine (one a processor)")
    pressing.add_argument("--shard", default="1/1", metavar="3/8", help="print one share: the third of eight")
    pressing.set_defaults(run=press_site)


def press_site(options: argparse.Namespace, language: str) -> None:
    """Print the sheets and papers of the site, those that its store lacks."""
    from broadside.press.jobs import WorkerLostError  # noqa: PLC0415  a check must not wait for the press to be loaded
    from broadside.press.sharding import parse_shard  # noqa: PLC0415
    from broadside.printing import open_press, print_all  # noqa: PLC0415

    try:
        shard = parse_shard(options.shard)
    except ValueError:
        raise Refusal("no-shard", given=options.shard) from None
    if options.workers is not None and options.workers < 1:
        raise Refusal("no-workers", given=options.workers)
    catalog, sheets = check_site(options.config)
    samples, faults = plan_samples(catalog)
    if faults:
        raise ContentMistakes(faults)
    press = open_press(catalog, workers=options.workers)
    try:
        print_all(catalog, (*sheets, *samples), functools.partial(show_progress, language), press, shard)
    except WorkerLostError as lost:
        raise Refusal("worker-lost", title=lost.title, times=lost.times) from lost
