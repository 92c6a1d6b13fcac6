"""The command ``press``: all that a build would print, without the build; on this machine, on a cluster, or a share of it."""

from __future__ import annotations

import argparse
import contextlib
import functools
import importlib.util
from collections.abc import Iterator
from concurrent.futures import Executor
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
    pressing.add_argument("--dask", metavar="ADDRESS", help="print on the workers of this Dask scheduler, such as tcp://host:8786")
    pressing.set_defaults(run=press_site)


def press_site(options: argparse.Namespace, language: str) -> None:
    """Print the sheets and papers of the site, those that its store lacks."""
    from broadside.press.jobs import NoClusterError, WorkerLostError, WorkerStrangeError  # noqa: PLC0415  a check must not
    from broadside.press.sharding import parse_shard  # noqa: PLC0415                      wait for the press to be loaded
    from broadside.printing import locate_store, open_press, print_all  # noqa: PLC0415

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
    try:
        with _find_workers(options) as (executor, workers):
            press = open_press(catalog, workers=workers, executor=executor)
            print_all(catalog, (*sheets, *samples), functools.partial(show_progress, language), press, shard)
    except WorkerLostError as lost:
        raise Refusal("worker-lost", title=lost.title, times=lost.times) from lost
    except WorkerStrangeError as strange:
        raise Refusal(strange.reason, host=strange.host, place=strange.place) from strange
    except NoClusterError as answer:
        raise Refusal(answer.reason, address=answer.address) from answer
    remote = locate_store(catalog.settings.root).remote
    if remote is not None and (
        unsent := remote.list_unsent()
    ):  # another share waits for them: it must not look as if all went well
        raise Refusal("push-left", count=len(unsent))


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
