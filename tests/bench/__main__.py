"""Rows by name, all of them where none is named: ``make bench``, ``make bench ROWS='scale-build --documents 1000 --markdown'``.

Each pair is run in turn, A B A B, in one run: absolute times depend on the machine, ratios hold better. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import functools
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.editing import bench_edit, bench_serve, bench_slogans
from bench.lighthouse import bench_lighthouse
from bench.machine import list_versions, read_machine
from bench.measuring import end_on_signals
from bench.printing import bench_cluster, bench_processes
from bench.rows import MARKDOWN, PAGE, ROOT, list_paths, say_head
from bench.scale import MIDDLE, SLOGANS, Ground, bench_build, bench_growth, bench_memory
from bench.sheets import (
    bench_bytes,
    bench_check,
    bench_kills,
    bench_large,
    bench_path,
    bench_peers,
    bench_press,
    bench_rebuild,
)
from broadside.checking import check_site
from broadside.sheets import Sheet

Row = Callable[[], None]
FIGURES = "docs/contributing/performance.md"
"""The page that says what was measured."""


@functools.cache
def plan() -> tuple[Sheet, ...]:
    """Return the sheets of this repository's own site."""
    return check_site(ROOT / "mkdocs.yml")[1]


def bench_search() -> None:
    """Our search against Pagefind's and Material's, at 1,000 and at 10,000 pages."""
    environment = {**os.environ, "PYTHONPATH": list_paths()}
    subprocess.run([sys.executable, "-m", "bench.searching"], check=True, env=environment)


def list_rows(ground: Ground) -> Mapping[str, Row]:
    """Return what can be measured, by name."""
    return {
        "path": lambda: bench_path(plan()),
        "peers": bench_peers,
        "large": bench_large,
        "rebuild": lambda: bench_rebuild(plan()),
        "build": bench_press,
        "check": bench_check,
        "processes": lambda: bench_processes(plan()),
        "cluster": lambda: bench_cluster(plan()),
        "kills": lambda: bench_kills(plan()),
        "bytes": bench_bytes,
        "search": bench_search,
        "lighthouse": bench_lighthouse,
        "scale-build": lambda: bench_build(ground),
        "scale-edit": lambda: bench_edit(ground),
        "scale-serve": lambda: bench_serve(ground),
        "scale-memory": lambda: bench_memory(ground),
        "scale-growth": lambda: bench_growth(ground),
        "scale-slogans": lambda: bench_slogans(ground),
    }


def main() -> None:
    """Measure what the command line names."""
    end_on_signals()
    parser = argparse.ArgumentParser(prog="python -m bench", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(list_rows(Ground(Path()))))
    parser.add_argument("--markdown", action="store_true", help="print a table of Markdown")
    parser.add_argument("--page", action="store_true", help=f"write the figures into {FIGURES} too")
    parser.add_argument("--documents", type=int, default=MIDDLE, help="size of the scale rows; memory and growth use twice as many")
    parser.add_argument("--slogans", type=int, default=SLOGANS, help="how many the row scale-slogans has")
    parser.add_argument("--rounds", type=int, default=1, help="how often each build is made; the median counts")
    parser.add_argument("--no-press", action="store_true", help="scale rows without any sheet")
    parser.add_argument("--work", type=Path, default=ROOT / ".broadside/bench", help="where material and tools are kept")
    asked = parser.parse_args()
    rows = list_rows(Ground(asked.work.resolve(), asked.documents, asked.rounds, press=not asked.no_press, slogans=asked.slogans))
    if unknown := set(asked.rows) - set(rows):
        parser.error(f"there is no row {', '.join(sorted(unknown))}: use {', '.join(rows)}")
    if asked.markdown:
        os.environ[MARKDOWN] = "1"
    if asked.page:
        os.environ[PAGE] = str(ROOT / FIGURES)
    say_head(f"{read_machine()}; {list_versions()}.")
    for name in asked.rows or rows:
        rows[name]()


if __name__ == "__main__":
    main()
