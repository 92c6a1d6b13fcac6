"""``press --dask`` where worker and command have a shared store in common, and each a folder of its own before it."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.commanding import Command
from sites import DRAWN, REPOSITORY, make_small_site

SLOGAN = "---\ntext: {en: Look first}\ncarriers: [poster-a4]\n---\n"
ENVIRONMENT = {
    "PYTHONPATH": str(REPOSITORY / "hooks"),
    "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "300s",
    "BROADSIDE_TODAY": "2027-06-10",
}


@pytest.fixture
def site(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return the command on a small site, whose store stands before a shared folder."""
    (tmp_path / "share").mkdir()
    monkeypatch.setenv("BROADSIDE_STORE", f"file://{tmp_path}/share")
    config = make_small_site(tmp_path / "site", {"slogans/look-first.md": SLOGAN, **DRAWN})
    (config.parent / ".broadside").mkdir()
    return Command(config, capsys)


@contextlib.contextmanager
def run_beside(command: list[str], log: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a program until the block ends."""
    with log.open("w") as file:
        process = subprocess.Popen(command, env=os.environ | ENVIRONMENT, stdout=file, stderr=file, text=True)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def list_store(store: Path) -> set[str]:
    return {path.name for path in store.glob("??/*.*") if path.suffix not in {".zip", ".json"}}


def test_a_worker_elsewhere_prints_into_the_shared_store(site: Command, tmp_path: Path) -> None:
    known = tmp_path / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    scheduler = [*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(known)]
    # The worker sees another folder in the place of the site's own store: what it prints there, nobody else finds.
    apart = ["bwrap", "--dev-bind", "/", "/", "--tmpfs", str(site.config.parent / ".broadside"), "--die-with-parent", "--"]
    worker = [*apart, *dask, "worker", "--scheduler-file", str(known), "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    with run_beside(scheduler, tmp_path / "scheduler.log") as first:
        while not known.exists():
            assert first.poll() is None, (tmp_path / "scheduler.log").read_text("utf-8")
            time.sleep(0.1)
        address = json.loads(known.read_text("utf-8"))["address"]
        with run_beside(worker, tmp_path / "worker.log"):
            for words in ("Look first", "Look twice"):
                (site.config.parent / "slogans/look-first.md").write_text(SLOGAN.replace("Look first", words), "utf-8")
                design = next((site.config.parent / "posters/designs").glob("*/design.typ"))
                design.write_text(design.read_text("utf-8") + "// Another bench.\n", "utf-8")
                before = list_store(site.config.parent / ".broadside/store")
                code, _, told = site("press", "--dask", address)
                assert code == 0, told + (tmp_path / "worker.log").read_text("utf-8")
                made = list_store(site.config.parent / ".broadside/store") - before
                assert {Path(name).suffix for name in made} >= {".pdf", ".webp"}
    shared = {f"{path.name[:62]}{path.name[127:]}" for path in (tmp_path / "share").glob("??/*.*")}
    assert shared >= list_store(site.config.parent / ".broadside/store")
