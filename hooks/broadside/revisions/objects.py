"""A git revision -> the files it has committed, in a folder, as ordinary files and nothing else."""

from __future__ import annotations

import os
import posixpath
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FILE_MODES = frozenset({"100644", "100755"})
"""Git's modes of ordinary files (gitformat-index); 120000 is a link, 160000 another repository."""
SWITCHES = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never")
"""What a repository's own settings could have git start while it reads."""
SETTINGS = {"GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


class NoRevision(Exception):  # noqa: N818  it is an answer, not a fault of the program
    """Git has no such revision here, or there is no git and no repository; the message is git's."""


@dataclass(frozen=True)
class Committed:
    """A committed file: its path as git writes it, with ``/``; its mode and the name of its object."""

    path: str
    mode: str
    name: str

    @property
    def is_ordinary(self) -> bool:
        """Whether it is a file, neither a link nor another repository, and its path stays where it is laid."""
        parts = self.path.split("/")
        return self.mode in FILE_MODES and not {"", ".", ".."} & set(parts) and ".git" not in (part.casefold() for part in parts)


def run_git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git answers in ``folder``; raises :class:`NoRevision` with git's message where it fails."""
    command = ["git", *SWITCHES, *arguments]
    try:
        # The command's name is git's own; what callers add are names of objects, or stands behind --end-of-options.
        ran = subprocess.run(  # noqa: S603
            command, cwd=folder, input=given, capture_output=True, check=False, env={**os.environ, **SETTINGS}
        )
    except FileNotFoundError as error:
        raise NoRevision(str(error)) from error
    if ran.returncode:
        raise NoRevision(ran.stderr.decode("utf-8", "replace").strip())
    return ran.stdout


def read_commit(folder: Path, revision: str) -> str:
    """Return the name of the commit that ``revision`` stands for; raises :class:`NoRevision`."""
    answer = run_git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return answer.decode("ascii").strip()


def list_files(folder: Path, commit: str) -> Mapping[str, Committed]:
    """Return what a commit has of ``folder``, a folder of its repository, by path from there.

    Names that are no UTF-8 keep their bytes as surrogates (PEP 383), as the system's own names do.
    """
    listed = run_git(folder, "ls-tree", "-r", "-z", "--end-of-options", commit)
    found = (_parse(line) for line in os.fsdecode(listed).split("\0") if line)
    return {each.path: each for each in found}


def _parse(line: str) -> Committed:
    facts, _, path = line.partition("\t")
    mode, _kind, name = facts.split(" ")
    return Committed(path, mode, name)


def write_files(folder: Path, files: Iterable[Committed], target: Path) -> None:
    """Write the ordinary ones of ``files``, objects of the repository at ``folder``, byte for byte into ``target``."""
    wanted = [each for each in files if each.is_ordinary]
    names = "".join(f"{each.name}\n" for each in wanted).encode("ascii")
    answer = run_git(folder, "cat-file", "--batch", given=names)
    for each, data in zip(wanted, _split(answer), strict=True):
        path = target / each.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        if each.mode == "100755":
            path.chmod(0o755)


def _split(answer: bytes) -> Iterator[bytes]:
    """Yield the bytes of each object that ``git cat-file --batch`` has answered with: size, bytes, a line's end."""
    start = 0
    while start < len(answer):
        end = answer.index(b"\n", start)
        size = int(answer[start:end].rsplit(b" ", 1)[1])
        yield answer[end + 1 : end + 1 + size]
        start = end + 2 + size


def name_ending(path: str) -> str:
    """Return the ending of a path's last part, in lower case."""
    return posixpath.splitext(path)[1].lower()
