"""A use: it is noted on the file, seldom, and it leaves the time of writing alone."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from broadside.store import Store, make_key
from broadside.store.using import LOCK, NOTED_S, find_use, hold
from sites import REPOSITORY

KEY = make_key("a")


def age(path: Path, seconds: float) -> None:
    """Set both times of a file back."""
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_a_use_is_noted_and_the_time_of_writing_stays(tmp_path: Path) -> None:
    store = Store(tmp_path)
    path = store.put(KEY, ".pdf", b"data")
    age(path, 1e6)
    written = path.stat().st_mtime_ns
    assert store.has(KEY, ".pdf")
    assert time.time() - find_use(path.stat()) < 60
    assert path.stat().st_mtime_ns == written


def test_a_use_is_noted_once_an_hour(tmp_path: Path) -> None:
    store = Store(tmp_path)
    path = store.put(KEY, ".pdf", b"data")
    age(path, NOTED_S / 2)
    before = path.stat()
    assert store.has(KEY, ".pdf")
    assert path.stat().st_atime_ns == before.st_atime_ns


def test_what_vanishes_while_it_is_noted_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    path = store.put(KEY, ".pdf", b"data")
    age(path, 1e6)
    take = fcntl.flock

    def take_late(descriptor: int, how: int) -> None:
        path.unlink()
        take(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", take_late)
    assert not store.has(KEY, ".pdf")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    Store(tmp_path).locate(KEY, ".pdf").mkdir(parents=True)
    assert not Store(tmp_path).has(KEY, ".pdf")


def test_another_owner_s_file_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    path = store.put(KEY, ".pdf", b"data")
    age(path, 1e6)
    before = path.stat().st_ino

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "utime", refuse)
    assert store.has(KEY, ".pdf")
    assert path.stat().st_ino != before
    assert time.time() - find_use(path.stat()) < 60
    assert path.read_bytes() == b"data"


def test_a_lock_keeps_another_process_out(tmp_path: Path) -> None:
    code = "import fcntl, sys; fcntl.flock(open(sys.argv[1]), fcntl.LOCK_SH | fcntl.LOCK_NB)"
    command = [sys.executable, "-c", code, str(tmp_path / LOCK)]
    with hold(tmp_path / LOCK, fcntl.LOCK_EX):
        assert subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode != 0
    assert subprocess.run(command, check=False).returncode == 0


def test_a_folder_that_can_only_be_read_is_used_without_a_trace(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    age(store.put(KEY, ".pdf", b"data"), 1e6)
    code = (
        "import sys; from pathlib import Path; from broadside.store import Store;"
        "print(Store(Path(sys.argv[1])).has(sys.argv[2], '.pdf'))"
    )
    command = ["bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--", sys.executable, "-c", code, str(store.root), KEY]
    assert (
        subprocess.run(command, env={"PYTHONPATH": str(REPOSITORY / "hooks")}, capture_output=True, text=True, check=True).stdout
        == "True\n"
    )
