"""The content folders on disk -> the ordinary files in them that may be read, and what else lies there."""

from __future__ import annotations

import functools
import os
import posixpath
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from broadside.intake.names import check_name, check_twins, show_name
from broadside.problems import Problem, make_problem
from broadside.recalling import Recall

FOLDERS = ("slogans", "docs")
MARKDOWN = re.compile(r"\.(md|markdown|mdown|mkdn|mkd|md\.txt)$", re.IGNORECASE)
"""What the generator, or an editor's program, may have named a Markdown file; only ``.md`` is read, the rest are mistakes."""
MB = 1_000_000
TEXT_MAX = 1 * MB
"""Our choice: a long article has 50 kB; a book of 300 pages fits."""
DATA_MAX = 4 * MB
"""Our choice: the record of addresses of 40,000 pages."""
PICTURE_MAX = 20 * MB
ATTACHMENT_MAX = 50 * MB
"""Our choices: a telephone's photograph has up to 12 MB, a scanned regulation up to 40; forges refuse a file of 100."""
FILM_MAX = 90 * MB
"""Our choice: five minutes at 2.4 Mbit/s, enough for words on a screen to be read; a longer film lies on a host of the network."""
PICTURES = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WebP"}
OFFICE = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp")
SIZES = {
    ".md": TEXT_MAX,
    **dict.fromkeys(PICTURES, PICTURE_MAX),
    ".pdf": ATTACHMENT_MAX,
    **dict.fromkeys(OFFICE, ATTACHMENT_MAX),
    ".csv": DATA_MAX,
    ".txt": DATA_MAX,
    ".vtt": TEXT_MAX,
    **dict.fromkeys((".mp4", ".webm"), FILM_MAX),
}
"""The endings that are taken and the most bytes of each. Our choice: what notices have attached to them, and
lessons beside them. None of these can run a
script in a browser that is told the file's type; HTML, SVG and scripts can, archives hide what they hold, the office files of
before 2007 cannot be told from ones with macros, and a site's fonts come from ``posters/fonts``."""
SLOGAN_ENDINGS = frozenset({".md", *PICTURES, ".txt"})
DEPTH_MAX = 8
"""Our choice: folders above a file; the deepest of use is ``docs/notices/2027/06/``."""
SYSTEM = frozenset({"thumbs.db", "desktop.ini"})
"""What Windows leaves in folders by itself: passed over, like hidden files, and never published."""


@dataclass(frozen=True)
class Intake:
    """The files that may be read, by path from the site's folder, and the problems of all others."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The Markdown files."""
        return tuple(path for path in self.files if MARKDOWN.search(path))


class _Found(NamedTuple):
    path: str
    """Relative to the site's folder, as the system gives it."""
    name: str
    mode: int
    size: int


class _Verdict(NamedTuple):
    """What is wrong with a file or a folder, and whether it is looked into, or read."""

    problems: tuple[Problem, ...]
    is_folder: bool = False
    is_file: bool = False


def is_hidden(name: str) -> bool:
    """Say whether a file or folder of this name is passed over: neither read nor published."""
    return name.startswith((".", "_")) or name.lower() in SYSTEM


def read_intake(root: Path, known: Recall | None = None) -> Intake:
    """Look at everything under the content folders without opening anything and without following a link.

    A folder in which nothing has another name, size or kind than ``known`` is not judged again.
    """
    known = known or Recall()
    files: list[str] = []
    problems: list[Problem] = []
    top = [_look(root, folder) for folder in reversed(FOLDERS) if os.path.lexists(root / folder)]
    waiting = [(place, _judge(place)) for place in top]
    while waiting:
        place, verdict = waiting.pop()
        problems.extend(verdict.problems)
        if verdict.is_file:
            files.append(place.path)
        elif verdict.is_folder:
            inside = _look_into(root, place.path)
            wrong, verdicts = known.ask(("folder", place.path), inside, functools.partial(_judge_inside, inside))
            problems.extend(wrong)
            waiting.extend(zip(reversed(inside), reversed(verdicts), strict=True))
    named_wrong = frozenset(problem.path for problem in problems)
    return Intake(tuple(path for path in files if not named_wrong or show_name(path) not in named_wrong), tuple(problems))


def _judge(place: _Found) -> _Verdict:
    shown = show_name(place.path)
    if wrong := _check_place(place, shown):
        return _Verdict((wrong,))
    if stat.S_ISDIR(place.mode):
        return _Verdict((), is_folder=True)
    return _Verdict(tuple(_check_size(place, shown)), is_file=True)


def _judge_inside(inside: Sequence[_Found]) -> tuple[tuple[Problem, ...], tuple[_Verdict, ...]]:
    """Return what is wrong with the names in a folder, and a verdict for each thing in it."""
    named = [(show_name(each.path), each.name) for each in inside]
    problems = [*check_twins(named)]
    for path, name in named:
        if not MARKDOWN.search(name):  # a document's name is an address, and has a stricter rule
            problems.extend(check_name(path, name))
    return tuple(problems), tuple(map(_judge, inside))


def _look_into(root: Path, path: str) -> list[_Found]:
    with os.scandir(f"{root}/{path}") as entries:
        states = [(each.name, each.stat(follow_symlinks=False)) for each in entries if not is_hidden(each.name)]
    return sorted(_Found(f"{path}/{name}", name, state.st_mode, state.st_size) for name, state in states)


def _look(root: Path, path: str) -> _Found:
    status = os.lstat(f"{root}/{path}")
    return _Found(path, posixpath.basename(path), status.st_mode, status.st_size)


def _check_place(place: _Found, shown: str) -> Problem | None:
    """Return the problem of what is no ordinary file or folder, or lies too deep."""
    if stat.S_ISLNK(place.mode):
        return make_problem(shown, (1, 1), "file-link")
    if not stat.S_ISDIR(place.mode) and not stat.S_ISREG(place.mode):
        return make_problem(shown, (1, 1), "file-special")
    if place.path.count("/") > DEPTH_MAX:  # a folder is named once, and what is in it is not looked at
        return make_problem(shown, (1, 1), "file-deep", most=DEPTH_MAX)
    return None


def _check_size(place: _Found, shown: str) -> Iterator[Problem]:
    """Report a file of an ending that is not taken, or of more bytes than are."""
    ending = posixpath.splitext(place.name)[1]
    legal = sorted(SLOGAN_ENDINGS if place.path.startswith("slogans/") else SIZES)
    is_data = ending == ".yml" and posixpath.dirname(place.path) == "docs"  # the site's own lists, which are never published
    if not is_data and ending.lower() not in legal and not MARKDOWN.search(place.name):
        yield make_problem(shown, (1, 1), "file-kind", ending=ending or place.name, legal=[each[1:] for each in legal])
        return
    most = DATA_MAX if is_data else SIZES.get(ending.lower(), TEXT_MAX)
    if place.size > most:
        yield make_problem(shown, (1, 1), "file-large", size=f"{place.size / MB:.1f}", most=f"{most / MB:g}")


def is_refused(root: Path, path: str) -> bool:
    """Say whether a file that is there may not be read: in a content folder, and a link, behind one, or too large."""
    parts = path.split("/")
    if parts[0] not in FOLDERS:
        return False
    found = [_look(root, "/".join(parts[: count + 1])) for count in range(len(parts))]
    return not (all(stat.S_ISDIR(each.mode) for each in found[:-1]) and stat.S_ISREG(found[-1].mode) and found[-1].size <= DATA_MAX)


DRIVE = re.compile(r"[A-Za-z]:|file:", re.IGNORECASE)


def leaves(folder: str, written: str) -> bool:
    """Say whether a path, written in a file of ``folder``, leads above the root of both, or could on some machine.

    ``written`` has no percent signs any more. An absolute path leads there, one with a drive or backslashes, one with letters
    that no name has, and one with more steps upwards than there are folders.
    """
    if not written.isprintable() or "\\" in written or written.startswith("/") or DRIVE.match(written):
        return True
    return posixpath.normpath(posixpath.join(folder, written)).split("/")[0] == ".."
