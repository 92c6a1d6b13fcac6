"""Printed sheets and papers -> the record of an edition, and back: what was published is printed again byte for byte.

The record stands in the repository, ``posters/editions/<edition>.yml``: the key and the hash of every file. The bytes lie in the
store, and in an archive beside it, which survives when the store is emptied.
"""

from __future__ import annotations

import datetime
import hashlib
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml

from broadside.catalog import Form
from broadside.press.outputs import ENDINGS
from broadside.press.papers import PrintedPaper
from broadside.press.printed import Printed
from broadside.store import Store

FOLDER = "posters/editions"
ARCHIVES = "editions"
PAPER = "paper"
"""What stands in a record where a sheet has its forms: a paper has one."""
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP archive can state (APPNOTE 4.4.6): a fixed one, so that the same files make the same archive."""


class NotInEditionError(LookupError):
    """What was asked for is not in the record, or its bytes are nowhere; ``legal`` names what there is."""

    def __init__(self, asked: str, legal: Iterable[str] = ()) -> None:
        super().__init__(asked)
        self.asked = asked
        self.legal = tuple(legal)


@dataclass(frozen=True)
class Copy:
    """One file of an edition: what to call it, where its bytes lie."""

    name: str
    file: Path


@dataclass(frozen=True)
class Edition:
    """What a record says first: its name, the day on which it was published, the names of its sheets."""

    name: str
    published: datetime.date
    sheets: tuple[str, ...]


def name_sheet(printed: Printed) -> str:
    """Return what a sheet is called in an edition: ``hard-hat-poster-a3-en``."""
    return f"{printed.sheet.slogan}-{printed.sheet.name}"


def name_paper(printed: PrintedPaper) -> str:
    """Return what a document's paper is called in an edition: ``knowledge/lifting-talk-card-en``."""
    return f"{printed.paper.document}-{printed.paper.name}-{printed.paper.language}"


def list_pieces(printed: Iterable[Printed], papers: Iterable[PrintedPaper]) -> Mapping[str, Mapping[str, Path]]:
    """Return the files that an edition keeps of each sheet, by form, and of each paper its PDF."""
    sheets: dict[str, Mapping[str, Path]] = {
        name_sheet(item): {str(form): file for form, file in item.files.items()} for item in printed
    }
    return sheets | {name_paper(item): {PAPER: item.files[".pdf"]} for item in papers}


def write_edition(name: str, published: datetime.date, pieces: Mapping[str, Mapping[str, Path]]) -> str:
    """Return the record of an edition as YAML."""
    sheets = {
        piece: {
            form: {"key": file.parent.name + file.stem, "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}
            for form, file in files.items()
        }
        for piece, files in pieces.items()
    }
    head = "# The sheets of an edition as they were published: the key and the hash of each file. Written by `broadside publish`.\n"
    return head + yaml.safe_dump({"edition": name, "published": published, "sheets": sheets}, sort_keys=False, allow_unicode=True)


def pack_edition(archive: Path, pieces: Mapping[str, Mapping[str, Path]]) -> None:
    """Write an archive of an edition's files under their keys."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    draft = archive.with_suffix(".draft")
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED) as packed:
        for name, file in sorted(
            {file.parent.name + file.name: file for files in pieces.values() for file in files.values()}.items()
        ):
            packed.writestr(zipfile.ZipInfo(name, EARLIEST), file.read_bytes())
    draft.replace(archive)


def list_editions(root: Path) -> tuple[Edition, ...]:
    """Return the editions of a site by their names."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    files = sorted((root / FOLDER).glob("*.yml"))
    records: list[Any] = [yaml.load(file.read_text("utf-8"), loader) for file in files]  # noqa: S506  a safe loader
    return tuple(Edition(str(each["edition"]), each["published"], tuple(each["sheets"])) for each in records)


def read_edition(root: Path, name: str) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return the sheets of an edition: by name and form their key and hash. Raises :class:`NotInEditionError`."""
    folder = root / FOLDER
    names = sorted(path.stem for path in folder.glob("*.yml"))
    if name not in names:
        raise NotInEditionError(name, names)
    record: Any = yaml.safe_load((folder / f"{name}.yml").read_text("utf-8"))
    sheets: Mapping[str, Mapping[str, Mapping[str, str]]] = record["sheets"]
    return sheets


def list_keys(root: Path) -> frozenset[str]:
    """Return the keys of all files that the editions of a site record."""
    sheets = (sheet for edition in (root / FOLDER).glob("*.yml") for sheet in read_edition(root, edition.stem).values())
    return frozenset(record["key"] for forms in sheets for record in forms.values())


def reprint(root: Path, store: Store, sheet: str, edition: str) -> tuple[Copy, ...]:
    """Return the files of one sheet as the edition has them: from the store, else from the archive.

    Raises :class:`NotInEditionError` for a sheet that the edition does not have, and for bytes that are gone or not the same.
    """
    sheets = read_edition(root, edition)
    if sheet not in sheets:
        raise NotInEditionError(sheet, sheets)
    return tuple(
        Copy(f"{stem}{ending}", _find(store, edition, record["key"], ending, record["sha256"]))
        for form, record in sheets[sheet].items()
        for stem, ending in [_name_copy(sheet, form)]
    )


def _name_copy(sheet: str, form: str) -> tuple[str, str]:
    """Return the file name of a sheet's form, or of a paper, and its ending."""
    if form == PAPER:
        return sheet.rpartition("/")[2], ".pdf"
    return f"{sheet}-{form}", ENDINGS[cast("Form", form)]


def _find(store: Store, edition: str, key: str, ending: str, digest: str) -> Path:
    """Return where the bytes of a key lie, unpacked into the store where only the archive has them."""
    file = store.locate(key, ending)
    if not file.is_file():
        archive = store.root.parent / ARCHIVES / f"{edition}.zip"
        try:
            with zipfile.ZipFile(archive) as packed:
                data = packed.read(key + ending)
        except (FileNotFoundError, KeyError, zipfile.BadZipFile) as error:
            raise NotInEditionError(f"{key}{ending}") from error
        if hashlib.sha256(data).hexdigest() != digest:
            raise NotInEditionError(f"{key}{ending}")
        return store.put(key, ending, data)
    if hashlib.sha256(file.read_bytes()).hexdigest() != digest:
        raise NotInEditionError(f"{key}{ending}")
    return file
