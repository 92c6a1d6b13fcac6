"""Small sites in a temporary folder: a valid one, and the same with a few files that differ."""

from __future__ import annotations

import contextlib
import fcntl
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from broadside.checking import gather_site
from broadside.problems import ContentMistakes, Problem

TESTS = Path(__file__).parent
REPOSITORY = TESTS.parent
INVALID = TESTS / "invalid"
Files = Mapping[str, str | bytes | None]

VALID: dict[str, str] = {
    "mkdocs.yml": """\
site_name: Small site
site_url: https://safety.example/
extra:
  campaign: month
  unit: group
  languages: [en, zh]
""",
    "docs/campaigns/month.md": """\
---
title: Safe month
theme: {en: Look first, zh: 先看后干}
starts: 2027-06-01
ends: 2027-06-30
---
""",
    "slogans/look-first.md": """\
---
text: {en: Look first, zh: 先看后干}
topics: [ppe]
---
""",
}
"""The smallest site that holds: one campaign and one slogan. Its posters are the repository's own."""


DRAWN = {"posters/designs/plain/design.typ": '#import "/parts/sheet.typ": *\n#show: sheet\n#words()\n'}
"""The design of the small sites as one that can be printed: words and nothing else."""


def make_site(root: Path, files: Files) -> Path:
    """Build the valid site in ``root``, lay ``files`` over it (``None`` deletes) and return its configuration's path."""
    (root / "posters").mkdir(parents=True)
    for path in (REPOSITORY / "posters").iterdir():
        (root / "posters" / path.name).symlink_to(path)
    topics = {"docs/topics.yml": (REPOSITORY / "docs/topics.yml").read_bytes()}  # no link: in content they are refused
    for name, data in {**topics, **VALID, **files}.items():
        _lay(root, root / name, data)
    return root / "mkdocs.yml"


def make_small_site(root: Path, files: Files) -> Path:
    """Build the valid site with posters of its own (``tests/small``), which stay the same when the repository's grow."""
    own = dict.fromkeys(("posters/designs", "posters/brands", "posters/parts/pictures"))
    return make_site(root, {**own, **read_files(TESTS / "small"), **files})


def read_files(folder: Path) -> dict[str, bytes | None]:
    """Read a folder of files that differ from the valid site; ``deleted.txt`` in it names those to delete."""
    files: dict[str, bytes | None] = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
    gone = files.pop("deleted.txt", None) or b""
    expected = [name for name in files if name.startswith("expected.")]
    for name in expected:
        del files[name]
    return files | dict.fromkeys(gone.decode().split())


def find_problems(config: Path) -> tuple[Problem, ...]:
    """Check the site as the command does and return its problems, warnings too."""
    try:
        return gather_site(config).problems
    except ContentMistakes as mistakes:
        return mistakes.problems


def _lay(root: Path, path: Path, data: str | bytes | None) -> None:
    """Write or delete one file; folders on the way that are links into the repository become folders of links."""
    for folder in reversed(path.relative_to(root).parents):
        _unlink_folder(root / folder)
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.is_dir() and data is None:
        shutil.rmtree(path)
    if data is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())


def _unlink_folder(folder: Path) -> None:
    if folder.is_symlink():
        there = folder.resolve()
        folder.unlink()
        folder.mkdir()
        for item in there.iterdir():
            if there.parent.name == "brands":  # a logo behind a link is refused
                shutil.copy(item, folder)
            else:
                (folder / item.name).symlink_to(item)


def read_headers() -> dict[str, str]:
    """Return the headers that README.md has a server send with every file, except for how long it is kept."""
    return dict(re.findall(r'add_header (\S+) "([^"]*)" always;', (REPOSITORY / "README.md").read_text("utf-8")))


@contextlib.contextmanager
def printing_alone() -> Iterator[None]:
    """Let one process of the tests at a time print what the repository's store lacks; the next one finds it there."""
    folder = REPOSITORY / ".broadside"
    folder.mkdir(exist_ok=True)
    with (folder / "tests.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
