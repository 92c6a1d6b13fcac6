"""``.ci/preview``: a pull request of a stranger, laid over a small site and built, end to end with the real script."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from built.building import TODAY, copy_site
from revisions.repositories import Repository, read_tree
from sites import REPOSITORY

KEPT = "the-word-that-must-not-get-out"
GOOD = "---\ntext: {en: Look twice, zh: 看两遍}\ntopics: [ppe]\ndesign: signal\ncarriers: [poster-a3]\n---\nFor the gate.\n"
WALLS = {"Behind walls": ".", "Behind half a wall": "secret write.", "WITHOUT WALLS": "network secret write."}
"""What the script says of the walls that this machine lets it build, and what is then in reach of code that has broken loose."""
PROBE = """

def _try_to_get_out(build=on_post_build):
    import pathlib, socket, urllib.request

    def on_post_build(config):
        build(config)
        told = []
        for name, act in {
            "network": lambda: socket.create_connection(("127.0.0.1", PORT), timeout=5).close(),
            "secret": lambda: pathlib.Path("SECRETFILE").read_text(),
            "write": lambda: pathlib.Path("OUTSIDE").write_text("x"),
            "environment": lambda: os.environ["PREVIEW_TEST_TOKEN"],
        }.items():
            try:
                act()
            except Exception:
                continue
            told.append(name)
        (pathlib.Path(config.site_dir) / "probe.txt").write_text(" ".join(told) + ".")
        (pathlib.Path(config.site_dir) / "stolen.txt").symlink_to("SECRETFILE")

    return on_post_build


on_post_build = event_priority(-100)(_try_to_get_out())
"""
"""Code that an attacker would run if the press had a hole: it stands in the base, for nothing of a pull request is run."""


@dataclass(frozen=True)
class Trunk:
    """A repository whose working tree is the base branch, with the press and a small site."""

    repository: Repository
    base: str
    folder: Path

    def preview(self, head: str, *arguments: str, path: str = "", **environment: str) -> tuple[int, str, Path]:
        """Run the script; returns its answer, what it said, and the folder with what it made."""
        to = self.folder.parent / f"made-{head[:8]}"
        ran = subprocess.run(
            ["bash", str(self.folder / ".ci/preview"), head, str(to), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            cwd=self.folder.parent,
            env={
                **os.environ,
                "PATH": f"{path}:{os.environ['PATH']}" if path else os.environ["PATH"],
                "BROADSIDE_TODAY": TODAY,
                "BROADSIDE_LANGUAGE": "en",
                "BROADSIDE_PRESS": "false",
                "BROADSIDE_STORE": str(self.folder.parent / "store"),
                "PREVIEW_TEST_TOKEN": KEPT,
                **environment,
            },
        )
        return ran.returncode, ran.stdout, to


@pytest.fixture(scope="module")
def trunk(tmp_path_factory: pytest.TempPathFactory) -> Trunk:
    """Return the repository's press with a small site, committed and checked out."""
    folder = tmp_path_factory.mktemp("preview") / "trunk"
    repository = Repository(folder)
    copy_site(folder, ("hard-hat",))
    for name in ("hooks", "posters"):
        top = folder / name
        for link in [top] if top.is_symlink() else [path for path in top.rglob("*") if path.is_symlink()]:
            there = link.resolve()
            link.unlink()
            if there.is_dir():
                shutil.copytree(there, link, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
            else:
                shutil.copy(there, link)
    (folder / ".ci").mkdir()
    shutil.copy(REPOSITORY / ".ci/preview", folder / ".ci")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("  # editing: {forge: github", "  editing: {forge: github"), "utf-8")
    (folder / "Makefile").write_text("all:\n", "utf-8")
    (folder / ".venv").symlink_to((REPOSITORY / ".venv").resolve())
    (folder / ".gitignore").write_text("/.venv\n", "utf-8")
    repository.git("add", "--all")
    repository.git("commit", "-q", "-m", "base")
    return Trunk(repository, repository.git("rev-parse", "HEAD"), folder)


def test_nothing_of_a_hostile_pull_request_runs_and_its_content_is_shown(trunk: Trunk, tmp_path: Path) -> None:
    ran, secret = tmp_path / "ran", trunk.folder.parent / "secret.txt"
    secret.write_text(KEPT, "utf-8")
    touch = f"touch {ran}"
    python = f"import pathlib; pathlib.Path({str(ran)!r}).touch()\n".encode()
    repository = trunk.repository
    repository.git("config", "filter.evil.smudge", f"{touch}; cat")
    repository.git("config", "filter.evil.clean", f"{touch}; cat")
    repository.git("config", "diff.evil.textconv", f"{touch}; cat")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        probe = PROBE.replace("PORT", str(port)).replace("SECRETFILE", str(secret)).replace("OUTSIDE", str(tmp_path / "outside"))
        code = (trunk.folder / "hooks/mkdocs_events.py").read_bytes() + probe.encode()
        base = repository.commit({"hooks/mkdocs_events.py": code}, trunk.base)
        hostile: dict[str, bytes | None] = {
            "slogans/look-twice.md": GOOD.encode(),
            "hooks/mkdocs_events.py": python,
            "hooks/broadside/__init__.py": python,
            "hooks/sitecustomize.py": python,
            "sitecustomize.py": python,
            "mkdocs.yml": b"site_name: x\nhooks: [docs/evil.py]\n",
            "docs/evil.py": python,
            "docs/evil.html": b"<script>alert(1)</script>",
            "docs/knowledge/evil.svg": b"<svg onload='alert(1)'/>",
            "Makefile": f".venv/.installed:\n\t{touch}\nall:\n\t{touch}\n".encode(),
            ".ci/preview": f"#!/bin/sh\n{touch}\n".encode(),
            ".github/workflows/check.yml": b"on: push",
            "posters/designs/signal/design.typ": b'#read("/etc/passwd")\n',
            "posters/carriers.yml": b"",
            ".gitattributes": b"* filter=evil diff=evil export-ignore\n",
            "docs/.gitattributes": b"* filter=evil\n",
            ".gitmodules": f'[submodule "x"]\n\tpath = sub\n\turl = ext::sh -c {touch}\n\tupdate = !{touch}\n'.encode(),
            "sub": b"3" * 40,
            "docs/etc": b"/etc",
            "docs/knowledge/passwd.md": b"/etc/passwd",
            "slogans/hard-hat.md": str(secret).encode(),
            "hooks/new\n::error file=a::line.py": python,
        }
        links = {"sub": "160000", "docs/etc": "120000", "docs/knowledge/passwd.md": "120000", "slogans/hard-hat.md": "120000"}
        head = repository.commit(hostile, base, links)
        repository.git("update-ref", "HEAD", base)
        (trunk.folder.parent / "json.py").write_bytes(python)  # where the pipeline stands, as an earlier one may have left it
        (trunk.folder / "hooks/mkdocs_events.py").write_bytes(code)
        answer, said, made = trunk.preview(head, "github")
        server.settimeout(0)
        if "WITHOUT WALLS" not in said:
            with pytest.raises(BlockingIOError):
                server.accept()
    assert answer == 0, said
    assert not ran.exists()
    assert (tmp_path / "outside").exists() == ("Behind walls" not in said)
    # What a hole in the press would be worth: nothing, behind both walls; behind one, the files of this machine.
    wall = next(wall for wall in WALLS if wall in said)
    assert (made / "site/probe.txt").read_text("utf-8") == WALLS[wall]
    files = read_tree(made)
    assert b"LINK" not in files.values()
    assert "site/stolen.txt" not in files
    for data in files.values():
        assert KEPT.encode() not in data
        assert b"root:x:0" not in data
    # The content is there, everything else is named.
    page = files["difference.html"].decode()
    assert "Look twice" in files["site/slogans/look-twice/index.html"].decode()
    assert "https://github.com/org/site/edit/main/slogans/look-twice.md" in files["site/slogans/look-twice/index.html"].decode()
    assert (
        "https://github.com/org/site/new/main/slogans/?filename=new-slogan.md&amp;value=---"
        in files["site/slogans/index.html"].decode()
    )
    assert "Hard hat first" in files["site/slogans/hard-hat/index.html"].decode()
    assert "slogans/look-twice.md" in page
    left_out = sorted(set(hostile) - {"slogans/look-twice.md"})
    named = sorted(re.findall(r"^\| (.*)$", said.partition(wall)[0], re.MULTILINE))
    assert named == sorted(path.replace("\n", "\\u000a") for path in left_out)
    assert f"::warning title=For an owner of the code::{len(left_out)} of" in said
    assert not re.search(r"^::error", said, re.MULTILINE)
    assert all(f"<code>{path}</code>" in page for path in ("Makefile", "posters/designs/signal/design.typ", "docs/etc"))
    assert "evil" not in " ".join(path for path in files if path.startswith("site/"))
    assert not [path for path in (trunk.folder.parent / "store").rglob("*") if path.is_file()]


@pytest.mark.parametrize("missing", [("bwrap",), ("bwrap", "unshare")])
def test_mistakes_are_told_and_nothing_else_is_said(trunk: Trunk, tmp_path: Path, missing: tuple[str, ...]) -> None:
    for name in missing:
        (tmp_path / name).write_text("#!/bin/sh\nexit 1\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    head = trunk.repository.commit({"docs/knowledge/a\n::error file=x::y.md": b"# ::error::z\n"}, trunk.base)
    trunk.repository.git("update-ref", "HEAD", trunk.base)
    answer, said, made = trunk.preview(head, "github", path=str(tmp_path))
    assert answer == 1
    may_unshare = (
        "unshare" not in missing and subprocess.run(["unshare", "--net", "--map-root-user", "true"], check=False).returncode == 0
    )
    assert ("Behind half a wall" if may_unshare else "WITHOUT WALLS") in said
    errors = [line for line in said.splitlines() if line.startswith("::")]
    assert len(errors) == 1
    assert errors[0].startswith("::error file=docs/knowledge/a")
    assert "title=file-name" in errors[0]
    assert "1 mistake" in (made / "check.txt").read_text("utf-8")
    assert sorted(read_tree(made)) == ["check.txt"]


def test_what_cannot_be_tried_is_told(trunk: Trunk) -> None:
    stranger = trunk.repository.commit({"docs/a.md": b"# A\n"})
    answer, said, made = trunk.preview(stranger)
    assert (answer, "git fetch --unshallow" in said, sorted(read_tree(made))) == (2, True, [])
    assert trunk.preview("0" * 40)[0] == 2


def test_gitlab_has_its_report(trunk: Trunk) -> None:
    head = trunk.repository.commit({"slogans/hard-hat.md": b"---\ntext: ''\n---\n"}, trunk.base)
    answer, said, made = trunk.preview(head, "gitlab")
    assert (answer, "| slogans/hard-hat.md:2:7" in said) == (1, True)
    assert '"slogans/hard-hat.md"' in (made / "mistakes.json").read_text("utf-8")
