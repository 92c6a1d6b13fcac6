"""What of a pull request is content, and what an owner must read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from broadside.revisions import NoRevision, parse_proposal, proposals, write_proposal
from revisions.repositories import Repository, read_tree

BASE = {
    "mkdocs.yml": b"site",
    "hooks/code.py": b"print()",
    "docs/a.md": b"a",
    "docs/b.md": b"b",
    "slogans/s.md": b"s",
    "docs/topics.yml": b"t",
}


def propose(
    repository: Repository, files: dict[str, bytes | None], to: Path, modes: dict[str, str] | None = None
) -> dict[str, bytes]:
    base = repository.commit(BASE)
    head = repository.commit(files, base, modes)
    write_proposal(repository.folder, base, head, to)
    assert read_tree(to / "before") == BASE
    return read_tree(to / "after")


def left_out(to: Path) -> set[str]:
    return {change.path for change in parse_proposal((to / "proposal.json").read_text("utf-8")).left_out}


def test_content_is_laid_over_the_base(repository: Repository, tmp_path: Path) -> None:
    files = {"docs/a.md": b"A", "docs/b.md": None, "slogans/new.md": b"n", "slogans/p.jpg": b"jpeg", "docs/redirects.yml": b"r"}
    assert propose(repository, files, tmp_path) == {
        **{path: data for path, data in BASE.items() if path != "docs/b.md"},
        **{path: data for path, data in files.items() if data is not None},
    }
    assert left_out(tmp_path) == set()
    proposal = parse_proposal((tmp_path / "proposal.json").read_text("utf-8"))
    assert [(change.path, change.status) for change in proposal.changes] == [
        ("docs/a.md", "changed"),
        ("docs/b.md", "deleted"),
        ("docs/redirects.yml", "added"),
        ("slogans/new.md", "added"),
        ("slogans/p.jpg", "added"),
    ]


@pytest.mark.parametrize(
    "path",
    [
        "mkdocs.yml",
        "Makefile",
        "hooks/code.py",
        "hooks/new.py",
        "posters/designs/evil/design.typ",
        "posters/carriers.yml",
        "posters/brands/group/logo.svg",
        ".github/workflows/check.yml",
        ".gitattributes",
        "docs/.gitattributes",
        "docs/topics.yml",
        "docs/page.html",
        "docs/picture.svg",
        "docs/run.js",
        "docs/.hidden/a.md",
        "slogans/.md",
        "Docs/a.md",
        "a.md",
        "posters/a.md",
    ],
)
def test_all_else_is_left_out_and_named(repository: Repository, tmp_path: Path, path: str) -> None:
    assert propose(repository, {path: b"evil"}, tmp_path) == BASE
    assert left_out(tmp_path) == {path}


def test_what_is_deleted_outside_content_stays(repository: Repository, tmp_path: Path) -> None:
    assert propose(repository, {"hooks/code.py": None, "docs/topics.yml": None}, tmp_path) == BASE
    assert left_out(tmp_path) == {"hooks/code.py", "docs/topics.yml"}


def test_links_and_other_repositories_are_left_out(repository: Repository, tmp_path: Path) -> None:
    files: dict[str, bytes | None] = {"docs/a.md": b"/etc/passwd", "docs/etc": b"/etc", "slogans/sub.md": b"2" * 40}
    modes = {"docs/a.md": "120000", "docs/etc": "120000", "slogans/sub.md": "160000"}
    assert propose(repository, files, tmp_path, modes) == BASE
    assert left_out(tmp_path) == set(files)


def test_a_name_with_a_line_in_it_says_nothing_of_its_own(repository: Repository, tmp_path: Path) -> None:
    propose(repository, {"hooks/x\n::error::hello.py": b"", "docs/y\n.md": b""}, tmp_path)
    assert left_out(tmp_path) == {"hooks/x\\u000a::error::hello.py"}
    assert (tmp_path / "after/docs/y\n.md").is_file()


def test_a_folder_where_a_file_is_cannot_be_laid(repository: Repository, tmp_path: Path) -> None:
    base = repository.commit({**BASE, "docs/x": b"no content", "docs/y.md/z": b"no content"})
    head = repository.commit({"docs/x": None, "docs/x/a.md": b"a", "docs/y.md/z": None, "docs/y.md": b"y"}, base)
    write_proposal(repository.folder, base, head, tmp_path)
    assert read_tree(tmp_path / "after") == {**BASE, "docs/x": b"no content", "docs/y.md/z": b"no content"}
    assert left_out(tmp_path) == {"docs/x", "docs/x/a.md", "docs/y.md/z", "docs/y.md"}


def test_what_no_disk_takes_is_left_out(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proposals, "LARGEST", 50)
    monkeypatch.setattr(proposals, "TOTAL", 70)
    long, deep = f"docs/{'n' * 300}.md", f"docs/{'d/' * 1000}a.md"
    files: dict[str, bytes | None] = {
        long: b"",
        deep: b"",
        "docs/large.md": b"x" * 51,
        "docs/one.md": b"x" * 50,
        "docs/two.md": b"x" * 50,
    }
    assert set(propose(repository, files, tmp_path)) - set(BASE) == {"docs/one.md"}
    assert left_out(tmp_path) == {long, deep, "docs/large.md", "docs/two.md"}


def test_the_base_goes_on_meanwhile(repository: Repository, tmp_path: Path) -> None:
    fork = repository.commit(BASE)
    tip = repository.commit({"docs/a.md": b"other", "docs/new.md": b"new", "hooks/code.py": b"mended"}, fork)
    head = repository.commit({"docs/a.md": b"mine", "docs/b.md": b"mine"}, fork)
    proposal = write_proposal(repository.folder, tip, head, tmp_path)
    after = read_tree(tmp_path / "after")
    assert after == {**BASE, "docs/a.md": b"mine", "docs/b.md": b"mine", "docs/new.md": b"new", "hooks/code.py": b"mended"}
    assert {(change.path, change.is_moved_on) for change in proposal.changes} == {("docs/a.md", True), ("docs/b.md", False)}


def test_without_a_common_commit_nothing_is_guessed(repository: Repository, tmp_path: Path) -> None:
    with pytest.raises(NoRevision):
        write_proposal(repository.folder, repository.commit(BASE), repository.commit({"docs/a.md": b"x"}), tmp_path)
    assert not (tmp_path / "after").exists()


def test_the_record_is_plain(repository: Repository, tmp_path: Path) -> None:
    propose(repository, {"docs/a.md": b"A"}, tmp_path)
    assert json.loads((tmp_path / "proposal.json").read_text("utf-8")) == {
        "changes": [{"path": "docs/a.md", "status": "changed", "is_content": True, "is_moved_on": False}]
    }
