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
NAME_MAX = 255
"""Bytes of a name on ext4, XFS, Btrfs and NTFS."""
PATH_MAX = 2000
"""Our choice, half of what Linux takes (4,096 with the folder before it)."""
AT_ONCE = 64_000_000
"""Our choice: bytes held in memory at once, and one file more."""
SWITCHES = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never")
"""What a repository's own settings could have git start while it reads."""
SETTINGS = {"GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


class NoRevision(Exception):  # noqa: N818  it is an answer, not a fault of the program
    """Git has no such revision here, or there is no git and no repository; the message is git's."""


@dataclass(frozen=True)
class Committed:
    """A committed file: its path as git writes it, with ``/``; its mode, the name of its object, and its size in bytes."""

    path: str
    mode: str
    name: str
    size: int = 0

    @property
    def is_ordinary(self) -> bool:
        """Whether it is a file, neither a link nor another repository, and its path can be laid and stays where it is laid."""
        parts = self.path.split("/")
        fits = len(os.fsencode(self.path)) <= PATH_MAX and all(len(os.fsencode(part)) <= NAME_MAX for part in parts)
        safe = not {"", ".", ".."} & set(parts) and ".git" not in (part.casefold() for part in parts)
        return self.mode in FILE_MODES and fits and safe


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
    listed = run_git(folder, "ls-tree", "-r", "-z", "--long", "--end-of-options", commit)
    found = (_parse(line) for line in os.fsdecode(listed).split("\0") if line)
    return {each.path: each for each in found}


def _parse(line: str) -> Committed:
    facts, _, path = line.partition("\t")
    mode, _kind, name, size = facts.split()
    return Committed(path, mode, name, int(size) if size.isdigit() else 0)


def write_files(folder: Path, files: Iterable[Committed], target: Path) -> None:
    """Write the ordinary ones of ``files``, objects of the repository at ``folder``, byte for byte into ``target``."""
    for some in _portion(each for each in files if each.is_ordinary):
        names = "".join(f"{each.name}\n" for each in some).encode("ascii")
        answer = run_git(folder, "cat-file", "--batch", given=names)
        for each, data in zip(some, _split(answer), strict=True):
            path = target / each.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            if each.mode == "100755":
                path.chmod(0o755)


def _portion(files: Iterable[Committed]) -> Iterator[list[Committed]]:
    """Yield the files in lists that fit into memory."""
    some: list[Committed] = []
    held = 0
    for each in files:
        if some and held + each.size > AT_ONCE:
            yield some
            some, held = [], 0
        some.append(each)
        held += each.size
    if some:
        yield some


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
