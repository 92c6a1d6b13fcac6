"""The commands ``diff`` and ``proposal``: what changes since a revision, and a pull request laid out to be looked at."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from broadside.cli.answers import Refusal

if TYPE_CHECKING:
    from broadside.cli.answers import Commands

PAGE, PICTURE = "difference.html", "difference.webp"


def add_commands(commands: Commands) -> None:
    """Add the commands to the parser."""
    comparing = commands.add_parser("diff", help="show what changes since a git revision: one page, and one picture of the sheets")
    comparing.add_argument("base", help="a revision of git such as main, or a folder that holds the site as it was")
    comparing.add_argument(
        "--to", type=Path, default=Path(".broadside/difference"), help="the folder to write (.broadside/difference)"
    )
    comparing.add_argument("--name", help="what the page calls the base (as given)")
    comparing.add_argument(
        "--proposal", type=Path, help="what `broadside proposal` wrote of a pull request, to be told on the page"
    )
    comparing.set_defaults(run=compare)

    proposing = commands.add_parser(
        "proposal", help="lay out a pull request: the site before, and with the pull request's content, which is not run"
    )
    proposing.add_argument(
        "head", help="the revision that is proposed; its objects are in this repository, and it is not checked out"
    )
    proposing.add_argument("--base", default="HEAD", help="the revision that it is to go into (HEAD)")
    proposing.add_argument("--to", type=Path, required=True, help="the folder to write: before, after and proposal.json")
    proposing.set_defaults(run=propose)


def compare(options: argparse.Namespace, language: str) -> None:
    """Compare the site with what it was, and write the page and the picture."""
    from broadside.building import locate_store  # noqa: PLC0415  a refusal must not wait for the press to be loaded
    from broadside.comparing import compare_sites, draw_picture, write_page  # noqa: PLC0415
    from broadside.revisions import parse_proposal  # noqa: PLC0415

    root = options.config.resolve().parent
    changes = parse_proposal(options.proposal.read_text("utf-8")).changes if options.proposal else ()
    with _find_base(root, options) as was:
        comparison = compare_sites(options.config, was, locate_store(root), language)
        name = options.name or options.base
        options.to.mkdir(parents=True, exist_ok=True)
        (options.to / PAGE).write_text(write_page(comparison, name, changes, language), "utf-8")
        (options.to / PICTURE).write_bytes(draw_picture(comparison, name, language))
    print(options.to / PAGE)
    print(options.to / PICTURE)


@contextmanager
def _find_base(root: Path, options: argparse.Namespace) -> Iterator[Path]:
    """Give the configuration of the site as it was: in a folder, else of a revision, written into a temporary one."""
    from broadside.revisions import NoRevision, list_files, read_commit, write_files  # noqa: PLC0415

    given = Path(options.base) / options.config.name
    if given.is_file():
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="broadside-base-") as folder:
        try:
            files = list_files(root, read_commit(root, options.base))
            write_files(root, files.values(), Path(folder))
        except NoRevision as answer:
            raise Refusal("no-revision", base=options.base, says=answer) from answer
        if not (Path(folder) / options.config.name).is_file():
            raise Refusal("no-site-then", base=options.base, file=options.config.name)
        yield Path(folder) / options.config.name


def propose(options: argparse.Namespace, _language: str) -> None:
    """Lay out a pull request, and name what of it is not content."""
    from broadside.revisions import NoRevision, write_proposal  # noqa: PLC0415

    try:
        proposal = write_proposal(options.config.resolve().parent, options.base, options.head, options.to)
    except NoRevision as answer:
        raise Refusal("no-revision", base=f"{options.base}, {options.head}", says=answer) from answer
    for change in proposal.left_out:
        print(change.path)
