"""The folder of a built site -> the folder, and the archive, of its copy."""

from __future__ import annotations

import datetime
import posixpath
import re
import shutil
import zipfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from broadside.catalog import Catalog, Form
from broadside.copies.cover import COVER, write_cover, write_left_out
from broadside.copies.links import LEFT_OUT, rewrite_page

INSIDE = "site"
"""The folder in the copy that holds the site, so that who opens the stick sees one file to open and one folder."""
FOR_SERVERS = re.compile(
    r"(404\.html|sw\.js|robots\.txt|sitemap\.xml(\.gz)?|catalog(\.schema)?\.json|([a-z-]+/)?feeds/.*|([a-z-]+/)?unseen/.*|.*\.map)$"
)
"""What only a server, its visitors' programs or a programmer reads."""
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP archive can state (APPNOTE 4.4.6): a fixed one, so that the same files make the same archive."""
PACKED = frozenset({".pdf", ".png", ".webp", ".jpg", ".woff2", ".mp4", ".webm"})
"""What is compressed already."""


class NotBuiltError(Exception):
    """There is no built site where it was looked for."""


class NotACopyError(Exception):
    """The folder to write to holds something else than an earlier copy: it is left alone."""


@dataclass(frozen=True)
class CopyReport:
    """What was written: the first page to open, the archive if asked for, and the bytes in all and of each form of sheets."""

    cover: Path
    archive: Path | None
    bytes_all: int
    bytes_by_form: Mapping[str, int]


def copy_site(
    catalog: Catalog, site: Path, folder: Path, day: datetime.date, *, without: Collection[str] = (), zipped: bool = False
) -> CopyReport:
    """Write a copy of the built ``site`` to ``folder``, in place of an earlier copy there, without the sheets of some forms.

    Raises :class:`NotBuiltError` and :class:`NotACopyError`; nothing is written then.
    """
    if not (site / "index.html").is_file():
        raise NotBuiltError(site)
    if folder.exists() and not (folder / COVER).is_file() and any(folder.iterdir()):
        raise NotACopyError(folder)
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    kept = {name for name in names if not FOR_SERVERS.match(name)}
    missing = {name for name in kept if _name_form(name) in without}
    draft = folder.with_name(f"{folder.name}.draft")
    shutil.rmtree(draft, ignore_errors=True)
    _write(catalog, site, draft, kept - missing, names - (kept - missing), day)
    shutil.rmtree(folder, ignore_errors=True)
    draft.rename(folder)
    sizes: dict[str, int] = {}
    for name in sorted(kept - missing):
        form = _name_form(name)
        if form:
            sizes[form] = sizes.get(form, 0) + (folder / INSIDE / name).stat().st_size
    total = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return CopyReport(folder / COVER, pack(folder) if zipped else None, total, sizes)


def _name_form(name: str) -> str:
    """Return the form of a sheet's file, as its name says it; empty for any other file."""
    if not name.startswith("sheets/"):
        return ""
    stem = posixpath.splitext(name)[0]
    return next((form for form in get_args(Form) if stem.endswith(f"-{form}")), "")


def _write(catalog: Catalog, site: Path, folder: Path, kept: Collection[str], missing: Collection[str], day: datetime.date) -> None:
    for parent in sorted({(folder / INSIDE / name).parent for name in kept}):
        parent.mkdir(parents=True, exist_ok=True)
    held = {*kept, LEFT_OUT}
    for name in kept:
        target = folder / INSIDE / name
        if name.endswith(".html"):
            target.write_text(rewrite_page((site / name).read_text("utf-8"), name, held, missing), "utf-8")
        else:
            shutil.copyfile(site / name, target)
    (folder / INSIDE / LEFT_OUT).write_text(write_left_out(catalog), "utf-8")
    (folder / COVER).write_text(write_cover(catalog, day, INSIDE), "utf-8")


def pack(folder: Path) -> Path:
    """Write a ZIP archive of ``folder`` beside it, under its name; returns it."""
    archive = folder.with_name(f"{folder.name}.zip")
    draft = folder.with_name(f"{folder.name}.zip.draft")
    with zipfile.ZipFile(draft, "w") as packed:
        for path in _list(folder):
            about = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), EARLIEST)
            about.external_attr = 0o644 << 16
            about.compress_type = zipfile.ZIP_STORED if path.suffix in PACKED else zipfile.ZIP_DEFLATED
            with path.open("rb") as source, packed.open(about, "w") as target:
                shutil.copyfileobj(source, target)
    return draft.replace(archive)


def _list(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*") if path.is_file())
