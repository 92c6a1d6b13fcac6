"""The same sheets on one process, on two, and on the workers of a Dask cluster -> how much faster more of them are."""

from __future__ import annotations

import contextlib
import dataclasses
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.rows import ROOT, list_paths, say
from bench.sheets import nudge
from broadside.checking import check_site
from broadside.press.cluster import join_cluster
from broadside.press.running import Press
from broadside.sheets import Sheet
from broadside.store import Store
from processes import list_printers, wait_until

SHEETS = 300
"""Our choice: a minute and a half of one processor, beside which starting two processes is little."""
WORKERS = 4


@dataclass(frozen=True)
class Run:
    """What printing took: on the clock, of processor in the calling process, and in each worker since it was started, in s."""

    wall_s: float
    own_s: float
    workers_s: tuple[float, ...]

    @property
    def whole_s(self) -> float:
        """All processor time, whoever took it."""
        return self.own_s + sum(self.workers_s)

    def alone_s(self, processors: int) -> float:
        """Return what it takes on so many processors that do nothing else: they share the work, but not that of one worker."""
        return max(self.whole_s / processors, *self.workers_s, 0.0)


def read_cpu(pid: int) -> float:
    """Return the processor time of a process so far (proc(5), ``stat``: fields 14 and 15)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def pick_sheets(sheets: Sequence[Sheet], number: int) -> list[Sheet]:
    """Return A3 sheets, one PDF each and the pictures, of which no other ``number`` has any."""
    a3 = itertools.cycle(sheet for sheet in sheets if sheet.carrier_id == "poster-a3")
    return [
        dataclasses.replace(nudge(sheet, SHEETS * number + each), forms=("office",))
        for each, sheet in enumerate(itertools.islice(a3, SHEETS))
    ]


def run_pool(sheets: Sequence[Sheet], workers: int) -> Run:
    """Print sheets into an empty store, on so many processes of our own."""
    with tempfile.TemporaryDirectory() as folder, Press(ROOT / "posters", ROOT / "slogans", Store(Path(folder)), workers) as press:
        began, own = time.perf_counter(), time.process_time()
        press.print_sheets(sheets)
        wall_s, own_s = time.perf_counter() - began, time.process_time() - own
        return Run(wall_s, own_s, tuple(map(read_cpu, list_printers(os.getpid()))))


def run_cluster(sheets: Sequence[Sheet], address: str, pids: Sequence[int]) -> Run:
    """Print sheets into an empty store, on the workers of a cluster whose processes are ``pids``."""
    with tempfile.TemporaryDirectory() as folder:
        before = [read_cpu(pid) for pid in pids]
        began, own = time.perf_counter(), time.process_time()
        with (
            join_cluster(address) as (executor, workers),
            Press(ROOT / "posters", ROOT / "slogans", Store(Path(folder)), workers, executor) as press,
        ):
            press.print_sheets(sheets)
        wall_s, own_s = time.perf_counter() - began, time.process_time() - own
        return Run(wall_s, own_s, tuple(read_cpu(pid) - then for pid, then in zip(pids, before, strict=True)))


@contextlib.contextmanager
def start_cluster() -> Iterator[tuple[str, list[int]]]:
    """Start a scheduler and workers; gives the address, and the processes, the scheduler's too."""
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as ending:
        file = Path(folder) / "scheduler.json"
        pids = []

        def start(tool: str, *arguments: str) -> None:
            command = [sys.executable, "-m", f"distributed.cli.dask_{tool}", "--no-dashboard", *arguments]
            environment = {**os.environ, "PYTHONPATH": list_paths()}
            running = subprocess.Popen(command, env=environment, cwd=folder, stderr=subprocess.DEVNULL)
            ending.callback(running.wait)
            ending.callback(running.kill)
            pids.append(running.pid)

        start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file))
        wait_until(lambda: file.is_file() and file.read_text().endswith("}"))
        address = json.loads(file.read_text())["address"]
        for _ in range(WORKERS):
            start("worker", address, "--no-nanny", "--nthreads", "1", "--host", "127.0.0.1")
        yield address, pids


def run_apart() -> float:
    """Print half of the sheets in each of two programs that know nothing of one another; returns what both took on the clock."""
    command, environment = [sys.executable, "-m", "bench.printing"], {**os.environ, "PYTHONPATH": list_paths()}
    programs = [subprocess.Popen([*command, str(number)], env=environment, stdout=subprocess.PIPE, text=True) for number in (6, 7)]
    return max(float(program.communicate()[0]) for program in programs)


def bench_processes(sheets: Sequence[Sheet]) -> None:
    """The same sheets on one process and on two: on the clock, and by processor time, which other programs do not disturb.

    Two processors of one chip share its caches and its clock: how much two unrelated programs gain is the most that can be had.
    """
    one, two, apart_s = run_pool(pick_sheets(sheets, 1), 1), run_pool(pick_sheets(sheets, 2), 2), run_apart()
    what = f"{SHEETS} A3 sheets with pictures: one process / two"
    most = f"{SHEETS} A3 sheets with pictures: one program / two unrelated ones with half of them each, on the clock"
    say(most, f"{one.wall_s / apart_s:.2f} ({one.wall_s:.0f}/{apart_s:.0f} s)")
    say(f"{what}, on the clock", f"{one.wall_s / two.wall_s:.2f} ({one.wall_s:.0f}/{two.wall_s:.0f} s)", "at least 1.8")
    alone = one.alone_s(1), two.alone_s(2)
    say(f"{what}, by processor time", f"{alone[0] / alone[1]:.2f} ({alone[0]:.0f}/{alone[1]:.0f} s)", "at least 1.8")


def bench_cluster(sheets: Sequence[Sheet]) -> None:
    """The same sheets on two processes and on a cluster of four workers on the same two processors."""
    with start_cluster() as (address, pids):
        run_cluster(pick_sheets(sheets, 3)[: 8 * WORKERS], address, pids)  # both start warm but for what each run needs
        pool, dask = run_pool(pick_sheets(sheets, 4), 2), run_cluster(pick_sheets(sheets, 5), address, pids)
    what = f"{SHEETS} A3 sheets with pictures: pool / {WORKERS} Dask workers"
    say(f"{what}, on the clock", f"{pool.wall_s / dask.wall_s:.2f} ({pool.wall_s:.0f}/{dask.wall_s:.0f} s)", "at least 0.9")
    say(
        f"{what}, by processor time", f"{pool.whole_s / dask.whole_s:.2f} ({pool.whole_s:.0f}/{dask.whole_s:.0f} s)", "at least 0.9"
    )


if __name__ == "__main__":  # one of the two programs of run_apart
    ours = pick_sheets(check_site(ROOT / "mkdocs.yml")[1], int(sys.argv[1]))
    sys.stdout.write(f"{run_pool(ours[: SHEETS // 2], 1).wall_s}\n")
