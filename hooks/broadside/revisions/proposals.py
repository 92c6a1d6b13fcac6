"""The commits of a pull request -> what of it is content and may be looked at, and what an owner must read first."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from broadside.catalog.addresses import MOVES_FILE
from broadside.intake.files import FOLDERS, SIZES
from broadside.intake.names import show_name
from broadside.revisions.objects import Committed, list_files, name_ending, read_commit, run_git, write_files

LARGEST = 2 * max(SIZES.values())
"""Our choice: what is larger than twice what is taken of any kind is not even looked at, and so told of as no content."""
TOTAL = 500_000_000
"""Our choice, as large: all content that one pull request brings."""
Status = Literal["added", "changed", "deleted"]


@dataclass(frozen=True)
class Change:
    """A file that a pull request adds, changes or deletes; its path is written as a message may show it.

    ``is_content``: it lies in a content folder and is of a kind that is taken there. ``is_moved_on``: the branch that it is to go
    into has changed the same file since.
    """

    path: str
    status: Status
    is_content: bool
    is_moved_on: bool = False


@dataclass(frozen=True)
class Proposal:
    """A pull request: the changes it makes, by path."""

    changes: tuple[Change, ...]

    @property
    def left_out(self) -> tuple[Change, ...]:
        """The changes that are not looked at: an owner reads them before they come near any machine."""
        return tuple(change for change in self.changes if not change.is_content)


def is_content(path: str, *files: Committed) -> bool:
    """Say whether what a pull request changes at ``path``, from and to ``files``, is content: ordinary, taken, and not hidden.

    The site's own lists, ``docs/*.yml``, are not, for they steer every page; but for the redirects, which a renamed document needs.
    """
    if path == MOVES_FILE:
        return all(file.is_ordinary and file.size <= LARGEST for file in files)
    parts = path.split("/")
    is_hidden = any(part.startswith(".") for part in parts)
    return (
        parts[0] in FOLDERS
        and not is_hidden
        and name_ending(path) in SIZES
        and all(file.is_ordinary and file.size <= LARGEST for file in files)
    )


def read_proposal(folder: Path, base: str, head: str) -> tuple[Proposal, Mapping[str, Committed], Mapping[str, Committed]]:
    """Return what ``head`` changes since it left ``base``, the files of ``base``, and these with its content laid over them.

    Raises :class:`~broadside.revisions.objects.NoRevision` also where the two have no common commit, as in a shallow clone.
    """
    tip, proposed = read_commit(folder, base), read_commit(folder, head)
    fork = run_git(folder, "merge-base", "--end-of-options", tip, proposed).decode("ascii").strip()
    before, after, trunk = (list_files(folder, commit) for commit in (fork, proposed, tip))
    changes: list[Change] = []
    laid = dict(trunk)
    folders = {parent for path in trunk for parent in _list_folders(path)}
    room = TOTAL
    for path in sorted({*before, *after}):
        old, new = before.get(path), after.get(path)
        if old == new:
            continue
        status: Status = "added" if old is None else "deleted" if new is None else "changed"
        taken = is_content(path, *(file for file in (old, new) if file))
        if new is not None:
            # A file where a folder is, or the other way round, cannot be laid while what is there is no content.
            taken = taken and path not in folders and not any(parent in trunk for parent in _list_folders(path))
            room -= new.size if taken else 0
            taken = taken and room >= 0
        changes.append(Change(show_name(path), status, taken, is_moved_on=trunk.get(path) not in {old, new}))
        if taken and new is not None:
            laid[path] = new
        elif taken:
            laid.pop(path, None)
    return Proposal(tuple(changes)), trunk, laid


def _list_folders(path: str) -> list[str]:
    """Return the folders above a path: ``a/b`` and ``a`` of ``a/b/c.md``."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]


def write_proposal(folder: Path, base: str, head: str, target: Path) -> Proposal:
    """Write the site as ``base`` has it into ``target/before`` and with the proposal's content into ``target/after``.

    ``target/proposal.json`` says what was changed and what of it was left out. Raises
    :class:`~broadside.revisions.objects.NoRevision`.
    """
    proposal, before, after = read_proposal(folder, base, head)
    write_files(folder, before.values(), target / "before")
    write_files(folder, after.values(), target / "after")
    (target / "proposal.json").write_text(json.dumps(asdict(proposal)), "utf-8")
    return proposal


def parse_proposal(text: str) -> Proposal:
    """Return the proposal that :func:`write_proposal` has written."""
    return Proposal(tuple(Change(**change) for change in json.loads(text)["changes"]))
