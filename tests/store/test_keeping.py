"""A kept file: one key one content, seen whole or not at all, whoever writes and whoever is killed; a full disk."""

from __future__ import annotations

import hashlib
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from broadside.store import Store, make_key
from disks import on_small_disk
from sites import REPOSITORY

HOOKS = REPOSITORY / "hooks"
# Writes large contents under the hash of each, over and over; the key tells whether a file is whole.
WRITER = """
import hashlib, itertools, sys
from pathlib import Path
from broadside.store import Store
store, start = Store(Path(sys.argv[1])), int(sys.argv[2])
for number in itertools.count(start):
    data = str(number % 8).encode() * 1_000_000
    store.put(hashlib.sha256(data).hexdigest(), ".bin", data)
    print(number, flush=True)
"""


def start_writer(root: Path, number: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(root), str(number)]
    return subprocess.Popen(command, env={"PYTHONPATH": str(HOOKS)}, stdout=subprocess.PIPE, text=True)


def list_torn(root: Path) -> list[Path]:
    """Return the files that readers see and whose bytes are not those of their key."""
    whole = (path for path in root.rglob("*.bin"))
    return [path for path in whole if hashlib.sha256(path.read_bytes()).hexdigest() != path.parent.name + path.stem]


def test_what_was_put_is_there(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    key = make_key("a")
    assert not store.has(key, ".pdf")
    path = store.put(key, ".pdf", b"data")
    assert store.has(key, ".pdf")
    assert path == store.locate(key, ".pdf")
    assert path.read_bytes() == b"data"
    assert path.stat().st_mode & 0o777 == 0o444
    assert path.parent.parent == store.root


def test_what_is_there_is_not_made_again(tmp_path: Path) -> None:
    store, made = Store(tmp_path), []

    def make() -> bytes:
        made.append(1)
        return b"data"

    paths = {store.get_or_make(make_key("a"), ".pdf", make) for _ in range(3)}
    assert len(paths) == len(made) == 1


def test_a_maker_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise OSError

    store = Store(tmp_path)
    with pytest.raises(OSError):  # noqa: PT011  any
        store.get_or_make(make_key("a"), ".pdf", fail)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_writer_that_fails_leaves_no_draft(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        Store(tmp_path).put(make_key("a"), ".pdf", "text")  # type: ignore[arg-type]
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_writers_at_once_do_no_harm(tmp_path: Path) -> None:
    writers = [start_writer(tmp_path, number) for number in (0, 4)]
    try:
        for writer in writers:
            assert writer.stdout is not None
            for _ in range(8):
                assert writer.stdout.readline()
                assert list_torn(tmp_path) == []
    finally:
        for writer in writers:
            writer.kill()
            writer.communicate()
    assert len(list(tmp_path.rglob("*.bin"))) == 8


@pytest.mark.parametrize("delay_ms", [0, 1, 2, 3, 5, 8])
def test_a_writer_killed_at_any_moment_leaves_no_torn_file(tmp_path: Path, delay_ms: int) -> None:
    writer = start_writer(tmp_path, 0)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "0\n"
    time.sleep(delay_ms / 1000)
    writer.kill()
    writer.communicate()
    assert writer.returncode == -signal.SIGKILL
    assert list(tmp_path.rglob("*.bin"))
    assert list_torn(tmp_path) == []


# Fills a disk of two million bytes, on which something is kept already, until it refuses.
FILLER = """
import sys
from pathlib import Path
from broadside.store import FullDiskError, Store, make_key
store = Store(Path(sys.argv[1]))
for number in range(100):
    try:
        store.put(make_key(str(number)), ".bin", str(number % 10).encode() * 300_000)
    except FullDiskError as error:
        left = [path.stat().st_size for path in store.root.rglob("*") if path.is_file() and path.name != ".lock"]
        print(number, error.filename, left)
        break
store.put(make_key("small"), ".bin", b"x")  # and what still has room is still kept
print([store.has(make_key(name), ".bin") for name in ("0", str(number - 1), str(number), "small")])
"""


def test_a_full_disk_keeps_what_it_has_and_no_torn_file(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = [*on_small_disk(disk, 2_000_000), sys.executable, "-c", FILLER, str(disk)]
    said = subprocess.run(command, env={"PYTHONPATH": str(HOOKS)}, capture_output=True, text=True, check=True).stdout
    full, kept = said.splitlines()
    count = int(full.split()[0])
    assert 2 <= count <= 6
    assert full == f"{count} {disk} {[300_000] * count}"
    assert kept == "[True, True, False, True]"
