"""A site -> its files in the site's folder, beside the pages that the generator writes, and none of an earlier build."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from collections.abc import Collection, Iterable
from pathlib import Path

from broadside.building import Site
from broadside.pages.finding import make_search_files
from broadside.pages.unseen import write_worker
from broadside.pages.values import TextFile
from broadside.search import Extract


def place_files(site: Site, folder: Path) -> None:
    """Put the site's printed files into ``folder``: kept ones as links where both are on one disk, else as copies; then its texts.

    The store's files are read-only, so that nobody changes a kept sheet through the site.
    """
    _write_texts(site.list_texts(), folder)
    for parent in dict.fromkeys((folder / each.address).parent for each in site.files):
        parent.mkdir(parents=True, exist_ok=True)
    for each in site.files:
        target = folder / each.address
        target.unlink(missing_ok=True)
        is_kept = not each.file.stat().st_mode & 0o222
        with contextlib.suppress(OSError):
            if is_kept:
                target.hardlink_to(each.file)
                continue
        shutil.copyfile(each.file, target)


def place_search(site: Site, extracts: Iterable[Extract], folder: Path) -> None:
    """Write the search index of the site's pages, given as what it keeps of each, into ``folder``."""
    _write_texts(make_search_files(site.shelf, extracts), folder)


def remove_stale(folder: Path, since_ns: int, kept: Collection[Path]) -> None:
    """Remove each file under ``folder`` that was last written before ``since_ns`` (POSIX ``st_ctime``), but for ``kept``."""
    for place, _, names in os.walk(folder, topdown=False):
        for name in names:
            file = Path(place, name)
            if file not in kept and file.stat().st_ctime_ns < since_ns:
                file.unlink()
        with contextlib.suppress(OSError):  # where something is left in it
            Path(place).rmdir()


def read_clock(folder: Path) -> int:
    """Return the time that a file written into ``folder`` now is given, in nanoseconds: its disk may keep another clock."""
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        return Path(file.name).stat().st_ctime_ns


def _write_texts(texts: Iterable[TextFile], folder: Path) -> None:
    for made in texts:
        (folder / made.address).parent.mkdir(parents=True, exist_ok=True)
        (folder / made.address).write_text(made.text, "utf-8", newline="\n")  # a calendar's lines have ends of their own


def finish_worker(site: Site, folder: Path) -> None:
    """Tell the worker that keeps visited pages which build it belongs to: the hash of every file of the site in ``folder``.

    Of a sheet its name in the store is hashed, which stands for its bytes; an archive states when it was packed.
    """
    stored = {each.address: each.file.name for each in site.files}
    digest, worker = hashlib.sha256(), folder / "sw.js"
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path != worker and path.suffix != ".gz"):
        name = path.relative_to(folder).as_posix()
        digest.update(name.encode() + b"\0" + (stored[name].encode() if name in stored else path.read_bytes()) + b"\0")
    worker.write_text(write_worker(site.shelf, worker.read_text("utf-8"), digest.hexdigest()[:16]), "utf-8")
