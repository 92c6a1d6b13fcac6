"""``press`` when it is stopped, when its workers are killed, and on a cluster that loses one: nothing printed is lost."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from processes import list_printers, wait_until
from sites import DRAWN, REPOSITORY, make_small_site

SLOGANS = {
    f"slogans/look-{each}.md": f"---\ntext: {{en: Look {each}, zh: 先看{each}}}\ncarriers: [poster-a3]\n---\n" for each in range(16)
}


@dataclass(frozen=True)
class Site:
    """A small site, and the command on it in a session of its own, as a terminal starts one."""

    config: Path

    def start(self, store: Path, *arguments: str) -> subprocess.Popen[str]:
        """Begin to print into ``store``."""
        command = [sys.executable, "-m", "broadside.cli", "--config", str(self.config), "--language", "en", "press", *arguments]
        # Tests that a shell runs in its background ignore Ctrl-C, and what they start would (POSIX `exec`).
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return subprocess.Popen(
                command,
                env=make_environment(store),
                stderr=subprocess.PIPE,
                text=True,
                start_new_session=True,
                cwd=self.config.parent,
            )
        finally:
            signal.signal(signal.SIGINT, before)


def make_environment(store: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(REPOSITORY / "hooks"), "BROADSIDE_STORE": str(store), "BROADSIDE_TODAY": "2027-06-10"}


def read_store(store: Path) -> dict[str, tuple[int, bytes]]:
    """Return the finished files of a store, and the inode of each: a file that is written again has another."""
    return {path.relative_to(store).as_posix(): (path.stat().st_ino, path.read_bytes()) for path in store.glob("??/[0-9a-f]*")}


def wait_for_sheets(run: subprocess.Popen[str], store: Path, count: int) -> None:
    """Wait until so many print files are there, in a run that still goes on."""
    wait_until(lambda: len([*store.glob("??/*.pdf")]) >= count or run.poll() is not None)
    assert run.poll() is None, "it ended before"


def count_said(line: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", line)))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(make_small_site(tmp_path_factory.mktemp("site"), {**SLOGANS, **DRAWN, "slogans/look-first.md": None}))


@dataclass(frozen=True)
class Story:
    """A run that was stopped by Ctrl-C, and the next one, of which a worker was killed."""

    store: Path
    stopped: tuple[int, str]
    kept: dict[str, tuple[int, bytes]]
    ended: tuple[int, str]


@pytest.fixture(scope="module")
def story(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Story:
    store = tmp_path_factory.mktemp("store")
    run = site.start(store, "--workers", "2")
    wait_for_sheets(run, store, 4)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: everybody hears of it
    stopped = run.communicate()[1]
    kept = read_store(store)
    again = site.start(store, "--workers", "2")
    wait_for_sheets(again, store, len([name for name in kept if name.endswith(".pdf")]) + 3)
    os.kill(list_printers(again.pid)[0], signal.SIGKILL)
    ended = again.communicate()[1]
    return Story(store, (run.returncode, stopped), kept, (again.returncode, ended))


def test_ctrl_c_says_in_one_line_what_is_kept_and_the_next_run_goes_on(story: Story) -> None:
    code, said = story.stopped
    (line,) = said.splitlines()
    assert (code, line.split(".")[0]) == (130, "Stopped")
    done, total, printed = count_said(line)
    assert 0 < done == printed < total
    assert story.kept.items() <= read_store(story.store).items(), "what was there was made again"


def test_a_worker_that_is_killed_costs_no_sheet(site: Site, story: Story) -> None:
    code, said = story.ended
    (line,) = (line for line in said.splitlines() if "printed now" in line)
    done, total, printed, _ = count_said(line)
    assert (code, done) == (0, total)
    assert printed == total - count_said(story.stopped[1])[0], "only what was missing"
    rest = site.start(story.store)
    assert "none had to be printed" in rest.communicate()[1]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start a scheduler and three workers, each with temporary files of its own; gives the address and the workers."""
    file, started = tmp_path / "scheduler.json", list[subprocess.Popen[bytes]]()

    def start(tool: str, *arguments: str) -> None:
        folder = tmp_path / str(len(started))
        folder.mkdir()
        command = [sys.executable, "-m", f"distributed.cli.dask_{tool}", "--no-dashboard", *arguments]
        environment = {**make_environment(tmp_path / "none"), "TMPDIR": str(folder)}
        started.append(subprocess.Popen(command, env=environment, cwd=folder, stderr=subprocess.DEVNULL))

    start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file))
    try:
        wait_until(lambda: file.is_file() and file.read_text().endswith("}"))
        address = json.loads(file.read_text())["address"]
        for _ in range(3):
            start("worker", address, "--no-nanny", "--nthreads", "1", "--host", "127.0.0.1")
        yield address, started[1:]
    finally:
        for each in started:
            each.kill()
            each.wait()


def test_a_cluster_prints_the_same_and_may_lose_a_worker(
    site: Site, story: Story, cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    address, workers = cluster
    store = tmp_path / "store"
    run = site.start(store, "--dask", address)
    wait_for_sheets(run, store, 6)
    workers[0].kill()
    said = run.communicate()[1]
    assert run.returncode == 0, said
    made, alone = read_store(store), read_store(story.store)
    archives = {name for name in made if name.endswith(".zip")}
    assert archives, "what workers on other machines need lies in the store"
    assert {name: each[1] for name, each in made.items() if name not in archives} == {name: each[1] for name, each in alone.items()}
