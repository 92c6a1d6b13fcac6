"""An office file (a ZIP of XML) -> what in it could run or fetch something on a reader's computer; no part is unpacked whole."""

from __future__ import annotations

import io
import re
import xml.parsers.expat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from broadside.intake.unfit import UnfitFileError

MAIN = {".docx": "word/", ".xlsx": "xl/", ".pptx": "ppt/"}
"""The folder of the main part (ECMA-376-1, annex A)."""
OPEN_DOCUMENT = {
    ".odt": b"application/vnd.oasis.opendocument.text",
    ".ods": b"application/vnd.oasis.opendocument.spreadsheet",
    ".odp": b"application/vnd.oasis.opendocument.presentation",
}
"""What the part ``mimetype`` says (OpenDocument 1.3, part 2, 3.3)."""
PARTS_MAX = 5_000
UNPACKED_MAX = 500_000_000
"""Our choices: a long presentation has some hundred parts; what unpacks to more would fill a reader's memory."""
INDEX_MAX = 2_000_000
"""Our choice: bytes of one list of types or of relations; long documents have a hundred thousand."""
UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, KeyError)
"""What the library raises for damaged archives (found by fuzzing it)."""
ACTIVE_PARTS = (
    (re.compile(r"vba(project|data)|/macrosheets/|^(basic|scripts)/", re.IGNORECASE), "macros"),
    (re.compile(r"/activex/", re.IGNORECASE), "ActiveX"),
    (re.compile(r"/embeddings/.*(?<!\.xlsx)(?<!\.docx)(?<!\.pptx)$", re.IGNORECASE), "OLE"),
)
ACTIVE_TYPES = re.compile(r"macroenabled|vba|activex", re.IGNORECASE)


def check_office(ending: str, data: bytes) -> None:
    """Raise UnfitFileError for what is no office file of its ending, cannot be looked through, or is active."""
    if not data.startswith(b"PK\x03\x04"):
        raise UnfitFileError("file-content", form=ending[1:])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_parts(ending, parts)
            _check_kind(ending, archive)
            for part in parts:
                if part.filename.endswith(".rels") or part.filename == "[Content_Types].xml":
                    _check_index(_read(archive, part.filename, INDEX_MAX))
    except UNREADABLE as error:
        raise UnfitFileError("file-closed") from error


def _check_parts(ending: str, parts: Sequence[zipfile.ZipInfo]) -> None:
    """Check the table of parts, which says all that is needed: names, sizes, and how they are packed."""
    if not parts or min(part.header_offset for part in parts) != 0:  # something stands before the first
        raise UnfitFileError("file-content", form=ending[1:])
    sound = all(part.flag_bits & 1 == 0 and part.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for part in parts)
    if not sound or len(parts) > PARTS_MAX or sum(part.file_size for part in parts) > UNPACKED_MAX:
        raise UnfitFileError("file-closed")
    if len({part.filename.casefold() for part in parts}) < len(parts):  # two of one name: programs differ in which they take
        raise UnfitFileError("file-closed")
    for part in parts:
        for pattern, what in ACTIVE_PARTS:
            if pattern.search(part.filename):
                raise UnfitFileError("file-active", what=what)


def _check_kind(ending: str, archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if ending in OPEN_DOCUMENT:
        fits = names[0] == "mimetype" and _read(archive, "mimetype", 200) == OPEN_DOCUMENT[ending]
    else:
        fits = "[Content_Types].xml" in names and any(name.startswith(MAIN[ending]) for name in names)
    if not fits:
        raise UnfitFileError("file-content", form=ending[1:])


def _read(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    with archive.open(name) as part:
        data = part.read(most + 1)
    if len(data) > most:
        raise UnfitFileError("file-closed")
    return data


def _check_index(data: bytes) -> None:
    """Check a list of the parts' types, or of what a part relates to: only links that a reader clicks lead outside."""
    for attributes in _read_elements(data):
        kind, content = attributes.get("Type", ""), attributes.get("ContentType", "")
        if ACTIVE_TYPES.search(content) or ACTIVE_TYPES.search(kind.rpartition("/")[2]):
            raise UnfitFileError("file-active", what="macros")
        if attributes.get("TargetMode", "").lower() == "external" and not kind.endswith("/hyperlink"):
            raise UnfitFileError("file-active", what=kind.rpartition("/")[2] or "TargetMode=External")


def _read_elements(data: bytes) -> Iterator[dict[str, str]]:
    """Yield the attributes of every element; a document type, with which entities explode, is refused as the standard does."""
    found: list[dict[str, str]] = []

    def refuse(*_: Any) -> None:
        raise UnfitFileError("file-closed")

    parser = xml.parsers.expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda _, attributes: found.append(attributes)
    try:
        parser.Parse(data, True)  # noqa: FBT003  the library's own sign of the end
    except xml.parsers.expat.ExpatError as error:
        raise UnfitFileError("file-closed") from error
    yield from found
