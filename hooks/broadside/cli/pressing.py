"""The command ``press``: all that a build would print, or one unit's kit; on this machine, on a cluster, or a share of it."""

from __future__ import annotations

import argparse
import contextlib
import functools
import importlib.util
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING

from broadside.checking import check_site, plan_unit
from broadside.cli.answers import Refusal, hand_out, show_progress
from broadside.problems import ContentMistakes
from broadside.sheets import list_kit_sheets, plan_samples

if TYPE_CHECKING:
    from broadside.catalog import Catalog
    from broadside.cli.answers import Commands
    from broadside.press.printed import Printed
    from broadside.press.running import Press
    from broadside.press.sharding import Shard


def add_commands(commands: Commands) -> None:
    """Add the command to the parser."""
    pressing = commands.add_parser("press", help="print what the store lacks for a build, without building")
    pressing.add_argument("--workers", type=int, metavar="N", help="so many processes of this machine (one a processor)")
    pressing.add_argument("--shard", default="1/1", metavar="3/8", help="print one share: the third of eight")
    pressing.add_argument("--dask", metavar="ADDRESS", help="print on the workers of this Dask scheduler, such as tcp://host:8786")
    pressing.add_argument("--unit", help="print this unit's kit alone: the running campaign's sheets with its logos")
    pressing.add_argument("--to", type=Path, metavar="DIR", help="copy the kit's files to this folder, by carrier")
    pressing.set_defaults(run=press_site)


def press_site(options: argparse.Namespace, language: str) -> None:
    """Print the sheets and papers of the site, or one unit's kit: those that its store lacks."""
    from broadside.printing import print_all, print_site  # noqa: PLC0415  a check must not wait for the press to be loaded

    shard = _read_shard(options)
    catalog, sheets = check_site(options.config)
    report = functools.partial(show_progress, language)
    if options.unit:
        kit = plan_unit(catalog, sheets, options.unit)
        if not kit:
            raise Refusal("no-kit", unit=options.unit)
        with _find_press(options, catalog) as press:
            printed = print_site(catalog, kit, report, press=press)
        if options.to:
            hand_out(_name_files(printed), options.to)
    else:
        samples, faults = plan_samples(catalog)
        if faults:
            raise ContentMistakes(faults)
        with _find_press(options, catalog) as press:
            print_all(catalog, (*sheets, *samples, *list_kit_sheets(catalog, sheets)), report, press, shard)
    _check_sent(catalog)


def _read_shard(options: argparse.Namespace) -> Shard:
    """Return the share that is asked for; refuse what cannot be asked for together."""
    from broadside.press.sharding import WHOLE, parse_shard  # noqa: PLC0415

    try:
        shard = parse_shard(options.shard)
    except ValueError:
        raise Refusal("no-shard", given=options.shard) from None
    if options.workers is not None and options.workers < 1:
        raise Refusal("no-workers", given=options.workers)
    if options.to and not options.unit:
        raise Refusal("to-without-unit")
    if options.unit and shard != WHOLE:
        raise Refusal("unit-in-shares")
    return shard


@contextlib.contextmanager
def _find_press(options: argparse.Namespace, catalog: Catalog) -> Iterator[Press]:
    """Give the press with the workers that are asked for, not yet opened; what these cannot do is refused in words."""
    from broadside.press.jobs import NoClusterError, WorkerLostError, WorkerStrangeError  # noqa: PLC0415
    from broadside.printing import open_press  # noqa: PLC0415

    try:
        with _find_workers(options) as (executor, workers):
            yield open_press(catalog, workers=workers, executor=executor)
    except WorkerLostError as lost:
        raise Refusal("worker-lost", title=lost.title, times=lost.times) from lost
    except WorkerStrangeError as strange:
        raise Refusal(strange.reason, host=strange.host, place=strange.place) from strange
    except NoClusterError as answer:
        raise Refusal(answer.reason, address=answer.address) from answer


def _check_sent(catalog: Catalog) -> None:
    """Refuse to call it done where another share, or another machine, waits in vain for what could not be sent."""
    from broadside.printing import locate_store  # noqa: PLC0415

    remote = locate_store(catalog.settings.root).remote
    if remote is not None and (unsent := remote.list_unsent()):
        raise Refusal("push-left", count=len(unsent))


def _name_files(printed: Iterable[Printed]) -> Iterator[tuple[str, Path]]:
    """Yield the files that are printed, by carrier; pictures are for the site alone."""
    for item in printed:
        for form, file in item.files.items():
            if form not in {"preview", "thumbnail"}:
                yield f"{item.sheet.carrier_id}/{item.name_file(form)}", file


@contextlib.contextmanager
def _find_workers(options: argparse.Namespace) -> Iterator[tuple[Executor | None, int | None]]:
    """Give the executor that prints and how many workers it has; none where processes of this machine do."""
    if not options.dask:
        yield None, options.workers
        return
    if importlib.util.find_spec("distributed") is None:
        raise Refusal("no-dask")
    from broadside.press.cluster import join_cluster  # noqa: PLC0415  an extra: most never install it

    with join_cluster(options.dask) as cluster:
        yield cluster
