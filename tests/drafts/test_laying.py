"""New files appear whole, all or none, and never in the place of another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from broadside.drafts import FileIsThereError, lay_files


def list_files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_files_are_laid(tmp_path: Path) -> None:
    files = {"slogans/a.md": b"a", "docs/notices/2027/b.md": b"b"}
    assert lay_files(tmp_path, files) == tuple(tmp_path / name for name in files)
    assert list_files(tmp_path) == files
    assert all((tmp_path / name).stat().st_mode & 0o444 for name in files)


def test_none_is_laid_where_one_is_there(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_bytes(b"old")
    with pytest.raises(FileIsThereError, match=r"^b\.md$"):
        lay_files(tmp_path, {"a.md": b"a", "b.md": b"new", "c.md": b"c"})
    assert list_files(tmp_path) == {"b.md": b"old"}


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileIsThereError):
        lay_files(tmp_path, {"a.md": b"a"})
    assert not (tmp_path / "elsewhere").exists()


def test_none_stays_where_one_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match="file"):
        lay_files(tmp_path, {"a.md": b"a", "file/b.md": b"b"})
    assert list_files(tmp_path) == {"file": b""}


def test_a_disk_without_links_takes_files_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    lay_files(tmp_path, {"a.md": b"a"})
    with pytest.raises(FileIsThereError):
        lay_files(tmp_path, {"b.md": b"b", "a.md": b"new"})
    assert list_files(tmp_path) == {"a.md": b"a"}
