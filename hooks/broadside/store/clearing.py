"""A store, what is needed of it and its limits -> the same store without the rest, beside builds that are running."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import tempfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from broadside.store.using import DRAFT, GRACE_S, LOCK, find_use, hold

FOLDER = re.compile(r"[0-9a-f]{2}$")
NAME = re.compile(r"([0-9a-f]{62})(\.[0-9a-f]{64})?(\.\w+)$")
"""What a store writes itself, in a shared folder with a seal; whatever else somebody put beside it is left alone."""


class Kept(NamedTuple):
    """A file of a store: its key, its size in bytes, when it was last used (s since 1970), how many names it has on the disk."""

    path: str
    key: str
    size: int
    used_s: float
    names: int


@dataclass(frozen=True)
class Limits:
    """What may stay: what was used within ``keep_s`` seconds, and in all at most ``bytes_max``."""

    keep_s: float
    bytes_max: int | None = None


@dataclass(frozen=True)
class Tally:
    """Files and their bytes."""

    files: int = 0
    size: int = 0

    @classmethod
    def of(cls, files: Iterable[Kept]) -> Tally:
        """Count files."""
        sizes = [each.size for each in files]
        return cls(len(sizes), sum(sizes))


@dataclass(frozen=True)
class Cleared:
    """What was removed and what stayed.

    ``needed`` of the removed are of today's content, ``linked`` have a second name, such as in a built site, and give their room
    back when that goes; ``drafts`` were left by writers that were killed. ``over`` is how many bytes too many stayed.
    """

    kept: Tally
    removed: Tally
    needed: Tally
    linked: Tally
    drafts: Tally
    over: int


def list_kept(root: Path) -> Iterator[Kept]:
    """Yield every file that a store at ``root`` keeps, in no order; what vanishes meanwhile is left out."""
    for folder, name, state in _walk(root):
        if found := NAME.match(name):
            yield Kept(f"{root}/{folder}/{name}", folder + found[1], state.st_size, find_use(state), state.st_nlink)


def list_drafts(root: Path, now_s: float) -> Iterator[Kept]:
    """Yield the drafts that nobody writes any more: a writer needs moments."""
    for folder, name, state in _walk(root):
        if name.startswith(DRAFT) and now_s - find_use(state) > GRACE_S:
            yield Kept(f"{root}/{folder}/{name}", "", state.st_size, find_use(state), state.st_nlink)


def _walk(root: Path) -> Iterator[tuple[str, str, os.stat_result]]:
    """Yield folder, name and state of every file in the folders that a store makes; links are not followed."""
    with contextlib.suppress(FileNotFoundError), os.scandir(root) as folders:
        for folder in folders:
            if FOLDER.match(folder.name) and folder.is_dir(follow_symlinks=False):
                with os.scandir(folder.path) as files:
                    for file in files:
                        with contextlib.suppress(FileNotFoundError):
                            if file.is_file(follow_symlinks=False):
                                yield folder.name, file.name, file.stat(follow_symlinks=False)


def choose_removed(
    files: Collection[Kept], needed: Collection[str], editions: Collection[str], limits: Limits, now_s: float
) -> tuple[Kept, ...]:
    """Return the files to remove, those first that are missed least.

    What an edition records never goes, nor what was used within :data:`~broadside.store.using.GRACE_S`. Of the others goes what is
    not ``needed`` and was last used before ``limits.keep_s``. Where more than ``limits.bytes_max`` would stay, the least recently
    used goes, what is needed last: it can be printed again, a full disk cannot be written to.
    """
    free = (each for each in files if each.key not in editions and now_s - each.used_s > GRACE_S)
    ordered = sorted(free, key=lambda each: (each.key in needed, each.used_s, each.path))
    size, chosen = sum(each.size for each in files), list[Kept]()
    for each in ordered:
        is_old = each.key not in needed and now_s - each.used_s > limits.keep_s
        if is_old or (limits.bytes_max is not None and size > limits.bytes_max):
            chosen.append(each)
            size -= each.size
    return tuple(chosen)


def clear(
    root: Path, needed: Collection[str], editions: Collection[str], limits: Limits, now_s: float, *, is_dry: bool = False
) -> Cleared:
    """Remove from the store at ``root`` what :func:`choose_removed` names, and old drafts; with ``is_dry`` only say what."""
    files = tuple(list_kept(root))
    chosen = choose_removed(files, needed, editions, limits, now_s)
    drafts = tuple(list_drafts(root, now_s))
    if not is_dry:
        chosen = tuple(each for each in chosen if _remove(root, each))
        drafts = tuple(each for each in drafts if _remove(root, each))
    gone = {each.path for each in chosen}
    kept = Tally.of(each for each in files if each.path not in gone)
    return Cleared(
        kept,
        Tally.of(chosen),
        Tally.of(each for each in chosen if each.key in needed),
        Tally.of(each for each in chosen if each.names > 1),
        Tally.of(drafts),
        max(0, kept.size - limits.bytes_max) if limits.bytes_max is not None else 0,
    )


def _remove(root: Path, file: Kept) -> bool:
    """Remove a file unless it was used since it was listed; says whether it is gone.

    Whoever notes a use holds the same lock: a build is told that a file is there before we look, and then we see it, or after,
    and then it is told that there is none.
    """
    with hold(root / LOCK, fcntl.LOCK_EX):
        try:
            if find_use(os.stat(file.path)) > file.used_s:  # noqa: PTH116  as many as there are files
                return False
            os.unlink(file.path)  # noqa: PTH108  the same
        except FileNotFoundError:
            pass
        return True


def keeps_times(root: Path) -> bool:
    """Say whether the file system at ``root`` remembers a time of use that is set: where it does not, nothing may be cleared."""
    with tempfile.NamedTemporaryFile(dir=root, prefix=DRAFT) as probe:
        os.utime(probe.name, ns=(10**18, 10**18))
        return abs(find_use(os.stat(probe.name)) - 10**9) < 2  # noqa: PTH116  FAT keeps times to two seconds
