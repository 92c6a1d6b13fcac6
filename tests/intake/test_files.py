"""What lies in the content folders: ordinary files of some kinds are taken, everything else is named and left alone."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from broadside.intake import is_refused, leaves, read_intake
from broadside.intake.files import DATA_MAX, DEPTH_MAX, MB, PICTURE_MAX
from sites import REPOSITORY, find_problems, make_small_site


def rules(root: Path) -> list[tuple[str, str]]:
    return sorted((problem.path, problem.rule) for problem in read_intake(root).problems)


def lay(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()


def test_all_markdown_is_found_in_order_and_hidden_files_are_not(tmp_path: Path) -> None:
    names = [
        "docs/b.md",
        "docs/a/c.MD",
        "slogans/x.markdown",
        "slogans/a.md.txt",
        "docs/_draft.md",
        "docs/Thumbs.db",
        "docs/.git/a.md",
        "docs/a.png",
        "a.md",
    ]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "docs/folder.md").mkdir()
    assert read_intake(tmp_path).documents == ("slogans/a.md.txt", "slogans/x.markdown", "docs/a/c.MD", "docs/b.md")


def test_the_repository_is_taken_as_it_is() -> None:
    assert read_intake(REPOSITORY).problems == ()


@pytest.mark.parametrize(
    "name", ["page.html", "page.HTM", "page.svg", "page.js", "font.woff2", "all.zip", "old.doc", "noending", "x.md~"]
)
def test_what_is_not_on_the_list_is_refused(tmp_path: Path, name: str) -> None:
    lay(tmp_path, f"docs/notices/{name}", "docs/a.PNG", "docs/wording.yml", "slogans/photos/a.webp")
    assert rules(tmp_path) == [(f"docs/notices/{name}", "file-kind")]
    assert set(read_intake(tmp_path).files) == {"docs/a.PNG", "docs/wording.yml", "slogans/photos/a.webp"}


def test_data_is_taken_at_the_top_of_docs_only(tmp_path: Path) -> None:
    lay(tmp_path, "docs/notices/topics.yml", "slogans/topics.yml", "slogans/plan.pdf")
    assert [rule for _, rule in rules(tmp_path)] == ["file-kind"] * 3


def test_links_are_named_and_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    lay(secret, "deep/passwd.md", "passwd.png")
    lay(tmp_path, "docs/a.md")
    (tmp_path / "docs/etc").symlink_to(secret)
    (tmp_path / "docs/loop").symlink_to(tmp_path / "docs")
    (tmp_path / "docs/passwd.md").symlink_to(secret / "deep/passwd.md")
    (tmp_path / "docs/gone.png").symlink_to(tmp_path / "nowhere")
    (tmp_path / "slogans").symlink_to(secret)
    assert rules(tmp_path) == [
        (name, "file-link") for name in ("docs/etc", "docs/gone.png", "docs/loop", "docs/passwd.md", "slogans")
    ]
    assert read_intake(tmp_path).files == ("docs/a.md",)


def test_pipes_and_sockets_are_not_opened(tmp_path: Path) -> None:
    lay(tmp_path, "docs/a.md")
    os.mkfifo(tmp_path / "docs/pipe.md")
    listening = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    try:
        os.chdir(tmp_path / "docs")  # a socket's whole path has at most 107 bytes
        listening.bind("socket.png")
    finally:
        os.chdir(here)
        listening.close()
    assert rules(tmp_path) == [("docs/pipe.md", "file-special"), ("docs/socket.png", "file-special")]
    assert read_intake(tmp_path).files == ("docs/a.md",)


def test_a_site_with_links_and_pipes_for_data_files_is_refused_in_one_message_each(tmp_path: Path) -> None:
    config = make_small_site(tmp_path, {"docs/topics.yml": None, "docs/redirects.yml": None})
    (tmp_path / "docs/topics.yml").symlink_to(REPOSITORY / "docs/topics.yml")
    (tmp_path / "docs/synonyms.yml").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "docs/redirects.yml")
    assert sorted((problem.path, problem.rule) for problem in find_problems(config)) == [
        ("docs/redirects.yml", "file-special"),
        ("docs/synonyms.yml", "file-link"),
        ("docs/topics.yml", "file-link"),
    ]


@pytest.mark.parametrize(("name", "most"), [("docs/a.md", MB), ("docs/a.png", PICTURE_MAX), ("docs/topics.yml", DATA_MAX)])
def test_large_files_are_not_read(tmp_path: Path, name: str, most: int) -> None:
    lay(tmp_path, name)
    os.truncate(tmp_path / name, most)
    assert rules(tmp_path) == []
    os.truncate(tmp_path / name, 10**12)  # a hole: it takes no room on the disk
    assert rules(tmp_path) == [(name, "file-large")]
    assert read_intake(tmp_path).files == ()
    assert is_refused(tmp_path, name)


def test_folders_too_deep_are_not_walked(tmp_path: Path) -> None:
    lay(tmp_path, "docs/a.md")
    here = Path.cwd()
    try:
        os.chdir(tmp_path / "docs")
        for _ in range(300):
            Path("d").mkdir()
            os.chdir("d")
    finally:
        os.chdir(here)
    assert rules(tmp_path) == [("docs" + "/d" * (DEPTH_MAX + 1), "file-deep")]


@pytest.mark.parametrize(
    ("folder", "written"),
    [
        ("notices/2027", "../../../etc/passwd"),
        ("", ".."),
        ("notices", "a/../../../b"),
        ("notices", "/etc/passwd"),
        ("notices", "C:plan.pdf"),
        ("notices", "c:\\plan.pdf"),
        ("notices", "..\\plan.pdf"),
        ("notices", "FILE:///etc/passwd"),
        ("notices", "plan\0.pdf"),
        ("notices", "plan\n.pdf"),
        ("notices", "plan\u202efdp.exe"),
    ],
)
def test_what_leads_out(folder: str, written: str) -> None:
    assert leaves(folder, written)


@pytest.mark.parametrize("written", ["plan.pdf", "../a.md", "../../a.md", "./平面图 (1).png", "a..b.png", "x/../y.md", "ab:c.png"])
def test_what_stays(written: str) -> None:
    assert not leaves("notices/2027", written)
