"""A revision's files come out byte for byte, and nothing else of it does anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.revisions import NoRevision, list_files, objects, read_commit, write_files
from revisions.repositories import Repository, read_tree


def lay(repository: Repository, commit: str, target: Path) -> dict[str, bytes]:
    write_files(repository.folder, list_files(repository.folder, commit).values(), target)
    return read_tree(target)


def test_ordinary_files_come_out_as_they_are(repository: Repository, tmp_path: Path) -> None:
    files = {
        "a.md": b"one\r\n\xff",
        "slogans/\xe4\xba\xba.md".encode().decode("latin-1"): b"",
        "docs/with\nline.md": b"x",
        "run": b"#!/bin/sh\n",
    }
    commit = repository.commit(files, modes={"run": "100755"})
    assert lay(repository, commit, tmp_path / "to") == files
    assert (tmp_path / "to/run").stat().st_mode & 0o111
    assert not (tmp_path / "to/a.md").stat().st_mode & 0o111


def test_many_files_are_read_in_portions(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "AT_ONCE", 10)
    files = {f"{number}.md": b"\n" * number for number in range(12)}
    assert lay(repository, repository.commit(files), tmp_path / "to") == files


def test_links_and_other_repositories_are_left_out(repository: Repository, tmp_path: Path) -> None:
    commit = repository.commit(
        {"docs/etc": b"/etc", "sub": b"1" * 40, "docs/a.md": b"a"}, modes={"docs/etc": "120000", "sub": "160000"}
    )
    assert lay(repository, commit, tmp_path / "to") == {"docs/a.md": b"a"}


def test_no_filter_and_no_attribute_has_an_effect(repository: Repository, tmp_path: Path) -> None:
    canary = tmp_path / "ran"
    repository.git("config", "filter.evil.smudge", f"touch {canary}; cat")
    repository.git("config", "filter.evil.required", "true")
    files = {
        ".gitattributes": b"*.md filter=evil export-ignore\n*.txt export-subst eol=crlf ident\n",
        "a.md": b"a",
        "b.txt": b"$Format:%H$\n$Id$\n",
    }
    assert lay(repository, repository.commit(files), tmp_path / "to") == files
    assert not canary.exists()


def test_what_starts_like_an_option_is_a_revision(repository: Repository) -> None:
    commit = repository.commit({"a.md": b"a"})
    repository.git("update-ref", "refs/heads/main", commit)
    assert read_commit(repository.folder, "main") == commit
    for wrong in ("--upload-pack=touch /tmp/x", "none", "main:a.md", ""):
        with pytest.raises(NoRevision):
            read_commit(repository.folder, wrong)


def test_a_folder_without_git_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoRevision, match="not a git repository"):
        read_commit(tmp_path, "main")


def test_a_site_in_a_folder_of_its_repository_has_paths_of_its_own(repository: Repository) -> None:
    commit = repository.commit({"site/docs/a.md": b"a", "other/b.md": b"b"})
    (repository.folder / "site").mkdir()
    assert set(list_files(repository.folder / "site", commit)) == {"docs/a.md"}
