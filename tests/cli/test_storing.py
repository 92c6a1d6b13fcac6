"""``store``: how large it is, what ``gc`` removes, and what is said where a disk is full."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from broadside.building import locate_store
from cli.commanding import Command
from disks import on_small_disk
from sites import REPOSITORY
from store.test_using import age


def keep_two(run: Command) -> Path:
    """Keep two files that no content needs, one of them old; returns the store's folder."""
    store = locate_store(run.config.parent)
    age(store.put("0" * 64, ".pdf", b"0" * 2000), 31 * 24 * 3600)
    store.put("1" * 64, ".pdf", b"0" * 1000)
    return store.root


def test_the_store_says_how_large_it_is(run: Command) -> None:
    assert run("store")[1] == (
        f"The store of printed sheets: {run.config.parent}/.broadside/store\n"
        "0 files, 0 kB\nof these recorded by editions: 0 files, 0 kB\n"
    )
    folder = keep_two(run)
    draft = folder / "00/.draft-1"
    draft.write_bytes(b"0" * 3000)
    age(draft, 2 * 24 * 3600)
    code, said, _ = run("store", "status")
    assert code == 0
    assert said.splitlines()[1:4] == [
        "2 files, 3 kB",
        "of these recorded by editions: 0 files, 0 kB",
        "Left behind by programs that were ended: 1 files, 3 kB",
    ]
    assert said.splitlines()[4].startswith("Free on its disk: ")


def test_gc_removes_what_is_old_and_says_so(run: Command) -> None:
    folder = keep_two(run)
    assert run("store", "gc", "--dry-run") == (0, "Would be removed: 1 files, 2 kB\nKept: 1 files, 1 kB\n", "")
    assert run("store", "gc", "--keep-days", "40")[1] == "Removed: 0 files, 0 kB\nKept: 2 files, 3 kB\n"
    assert run("store", "gc", "--keep-days", "40", "--max-gb", "0.000001", language="zh")[1] == (
        "已删除：1 个文件，2 kB\n保留：1 个文件，1 kB\n"
    )
    assert run("store", "gc", "--max-bytes", "0")[1].splitlines()[-1] == (
        "That is 1 kB more than you allow. The rest is recorded by editions or was used within a day."
    )
    assert [path.parent.name for path in folder.rglob("*.pdf")] == ["11"]


@pytest.mark.parametrize("number", ["-1", "many", "nan", "inf"])
def test_a_bound_is_a_number(run: Command, number: str) -> None:
    with pytest.raises(SystemExit):
        run("store", "gc", "--max-gb", number)
    assert "argument --max-gb" in run.capture.readouterr().err


def test_a_folder_that_forgets_uses_is_said(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_two(run)
    monkeypatch.setattr("os.utime", lambda *_, **__: None)
    code, said, log = run("store", "gc")
    assert (code, said) == (2, "")
    assert "does not remember when its files were used" in log


@pytest.mark.parametrize(("language", "words"), [("en", "is full ("), ("zh", "已满（剩余")])
def test_a_full_disk_is_said_in_words(run: Command, tmp_path: Path, language: str, words: str) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = [sys.executable, "-m", "broadside.cli", "--config", str(run.config), "--language", language, "print"]
    environment = {"PYTHONPATH": str(REPOSITORY / "hooks"), "BROADSIDE_STORE": str(disk), "BROADSIDE_TODAY": "2027-06-10"}
    done = subprocess.run(
        [*on_small_disk(disk, 200_000), *command], env=os.environ | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    last = done.stderr.rpartition("\r")[2]
    assert last.count("\n") == 1
    assert f" {disk} {words}" in last
    assert "broadside store gc" in last
    assert "Traceback" not in done.stderr
