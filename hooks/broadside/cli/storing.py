"""The command ``store``: how large the store is, the store without what nobody needs, and all of it sent to a shared one."""

from __future__ import annotations

import argparse
import shutil
from typing import TYPE_CHECKING

from broadside.cli.answers import Refusal
from broadside.texts import read_texts

if TYPE_CHECKING:
    from broadside.cli.answers import Commands

KEEP_DAYS = 30.0
"""Our choice: a branch lives for weeks, and a campaign month with it; what is older is printed again in less than a second."""
DAY_S = 24 * 3600
BYTES_PER_GB = 10**9
"""As makers of disks count (IEC 80000-13: giga is 10^9)."""


def add_commands(commands: Commands) -> None:
    """Add the command and its parts to the parser."""
    storing = commands.add_parser("store", help="how large the store of printed sheets is; store gc makes it smaller")
    storing.set_defaults(run=say_state)
    parts = storing.add_subparsers(metavar="{status,gc,push}")
    parts.add_parser("status", help="say how large the store is (also without a word)").set_defaults(run=say_state)
    parts.add_parser("push", help="send to the shared store what it lacks").set_defaults(run=push)
    clearing = parts.add_parser(
        "gc", help="remove what neither today's content needs nor an edition records, and nobody has used for a time"
    )
    clearing.add_argument(
        "--keep-days",
        type=_read_number,
        default=KEEP_DAYS,
        metavar="DAYS",
        help=f"keep what was used within so many days ({KEEP_DAYS:g})",
    )
    bound = clearing.add_mutually_exclusive_group()
    bound.add_argument(
        "--max-bytes", type=_read_number, metavar="BYTES", help="then remove the least recently used down to this size"
    )
    bound.add_argument("--max-gb", type=_read_number, metavar="GB", help="the same in gigabytes, such as 20")
    clearing.add_argument("--dry-run", action="store_true", help="only say what would be removed")
    clearing.set_defaults(run=clear)


def _read_number(text: str) -> float:
    """Read a number that is not negative; raises ValueError, which the parser words."""
    number = float(text)
    if not 0 <= number < float("inf"):
        raise ValueError(text)
    return number


def say_state(options: argparse.Namespace, language: str) -> None:
    """Say where the store is and how large, and how much room its disk has."""
    from broadside.pages.sheetfiles import write_size  # noqa: PLC0415  other commands need not wait for the pages
    from broadside.upkeep import measure_store  # noqa: PLC0415

    texts = read_texts(language)["cli"]["store"]
    state = measure_store(options.config)
    print(texts["place"].format(folder=state.folder))
    print(texts["holds"].format(files=state.all.files, size=write_size(state.all.size)))
    print(texts["editions"].format(files=state.editions.files, size=write_size(state.editions.size)))
    if state.drafts.files:
        print(texts["drafts"].format(files=state.drafts.files, size=write_size(state.drafts.size)))
    if state.folder.is_dir():
        disk = shutil.disk_usage(state.folder)
        print(texts["disk"].format(free=write_size(disk.free), total=write_size(disk.total)))
    if state.address:
        print(texts["shared"].format(address=state.address, count=state.unsent))


def push(options: argparse.Namespace, language: str) -> None:
    """Send what is kept here to the shared store, and say how much that was; a refusal where something is left."""
    from broadside.upkeep import push_store  # noqa: PLC0415

    pushed = push_store(options.config)
    if pushed is None:
        raise Refusal("no-shared-store")
    print(read_texts(language)["cli"]["store"]["pushed"].format(address=pushed.address, sent=pushed.sent, there=pushed.there))
    if pushed.left:
        raise Refusal("push-left", count=pushed.left)


def clear(options: argparse.Namespace, language: str) -> None:
    """Remove what nobody needs, and say how much that was."""
    from broadside.pages.sheetfiles import write_size  # noqa: PLC0415
    from broadside.store import Limits  # noqa: PLC0415
    from broadside.upkeep import NoTimesError, clear_store  # noqa: PLC0415

    bound = options.max_bytes if options.max_gb is None else options.max_gb * BYTES_PER_GB
    limits = Limits(options.keep_days * DAY_S, None if bound is None else int(bound))
    try:
        cleared = clear_store(options.config, limits, is_dry=options.dry_run)
    except NoTimesError as answer:
        raise Refusal("no-times", folder=answer.folder) from answer
    texts = read_texts(language)["cli"]["store"]
    said = {
        "would-remove" if options.dry_run else "removed": cleared.removed,
        "drafts": cleared.drafts,
        "needed": cleared.needed,
        "linked": cleared.linked,
        "kept": cleared.kept,
    }
    for name, tally in said.items():
        if tally.files or name in {"removed", "would-remove", "kept"}:
            print(texts[name].format(files=tally.files, size=write_size(tally.size)))
    if cleared.over:
        print(texts["over"].format(size=write_size(cleared.over)))
