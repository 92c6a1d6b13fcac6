"""A full disk: which one it is, and whether clearing the store helps."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from broadside.store import FullDiskError, Store, make_key, word_full_disk


def test_clearing_the_store_is_advised_where_it_is_on_that_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=12_345_000))
    store = Store(tmp_path / "store")
    error = FullDiskError(errno.ENOSPC, "No space left on device", str(store.root / "not/there"))
    said = word_full_disk(error, store.root, "en")
    assert said is not None
    assert f"is full (12,345 kB left): nothing more could be written to {tmp_path}." in said
    assert "store gc" not in said
    store.put(make_key("a"), ".pdf", b"data")
    assert "broadside store gc --dry-run" in (word_full_disk(error, store.root, "en") or "")
    assert "broadside store gc --dry-run" in (word_full_disk(error, store.root, "zh") or "")


def test_the_file_that_was_written_is_meant_and_not_the_one_that_was_read(tmp_path: Path) -> None:
    error = OSError(errno.EDQUOT, "Disk quota exceeded", "/read/there.pdf", None, str(tmp_path / "written.pdf"))
    assert f"written to {tmp_path}." in (word_full_disk(error, tmp_path / "store", "en") or "")


def test_any_other_fault_is_left_as_it_is(tmp_path: Path) -> None:
    assert word_full_disk(OSError(errno.EIO, "Input/output error", str(tmp_path)), tmp_path, "en") is None
