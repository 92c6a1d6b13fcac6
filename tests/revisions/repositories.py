"""Small repositories of git, with what no editor would commit."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

PERSON = {
    f"GIT_{role}_{fact}": value for role in ("AUTHOR", "COMMITTER") for fact, value in (("NAME", "A"), ("EMAIL", "a@b.example"))
}
QUIET = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, **PERSON}


class Repository:
    """A repository whose commits are made from objects: what its working tree cannot hold can be committed too."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, given: bytes = b"") -> str:
        """Return what git answers."""
        environment = {**os.environ, **QUIET}
        ran = subprocess.run(["git", *arguments], cwd=self.folder, input=given, capture_output=True, check=True, env=environment)
        return ran.stdout.decode().strip()

    def commit(self, files: Mapping[str, bytes | None], parent: str = "", modes: Mapping[str, str] | None = None) -> str:
        """Commit the files of ``parent`` with ``files`` laid over them (``None`` deletes); a mode other than a file's by path."""
        self.git("read-tree", parent or "--empty")
        for path, data in files.items():
            if data is None:
                self.git("update-index", "-z", "--index-info", given=f"0 {'0' * 40}\t{path}\0".encode())
                continue
            mode = (modes or {}).get(path, "100644")
            name = data.decode() if mode == "160000" else self.git("hash-object", "-w", "--stdin", given=data)
            self.git("update-index", "-z", "--index-info", given=f"{mode} {name}\t{path}\0".encode("utf-8", "surrogateescape"))
        tree = self.git("write-tree")
        return self.git("commit-tree", tree, *(["-p", parent] if parent else []), "-m", "change")


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder; a link is said as such."""
    return {
        path.relative_to(folder).as_posix(): b"LINK" if path.is_symlink() else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }
