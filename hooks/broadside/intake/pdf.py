"""A PDF -> what in it could run or fetch something on a reader's computer; no page is drawn and no picture unpacked."""

from __future__ import annotations

import io
import re
from typing import Any

from broadside.intake.unfit import UnfitFileError

OBJECTS_MAX = 300_000
"""Our choice: a book of 1,000 pages with its links has 50,000 objects."""
UNPACKED_MAX = 32_000_000
"""Our choice: bytes of one packed table of objects; those of long documents have one million."""
END_MAX = 1_024
"""Where readers look for the end of the file (ISO 32000-1, annex H, 3.4.4, note 18)."""
ACTIVE = re.compile(
    rb"/(?:S ?/(JavaScript|Launch|SubmitForm|ImportData|GoToE|GoToR|Rendition|Movie|Sound|RichMediaExecute)"
    rb"|(JS|JavaScript|XFA|EmbeddedFiles?|RichMedia))(?![A-Za-z0-9])"
)
"""Actions (ISO 32000-1, 12.6.4) that do more than turn a page or follow a link, forms of XML, and files within the file."""
BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
PLAIN = re.compile(rb"/(JavaScript|Launch|RichMedia|EmbeddedFile)\b")
"""Also looked for in the bytes as they stand: a reader that mends a damaged file finds objects that no table names."""


def check_pdf(data: bytes) -> None:
    """Raise UnfitFileError for what is no PDF, is locked or damaged, or is active."""
    if not data.startswith(b"%PDF-") or len(data) - data.rfind(b"%%EOF") > END_MAX:
        raise UnfitFileError("file-content", form="PDF")
    if found := PLAIN.search(data):
        raise UnfitFileError("file-active", what=found.group(1).decode())
    import pikepdf  # noqa: PLC0415  a check of a site without PDFs does not wait for it
    import pikepdf.settings  # noqa: PLC0415

    before: dict[str, Any] = pikepdf.settings.set_qpdf_limits(
        flate_max_memory=UNPACKED_MAX,
        run_length_max_memory=UNPACKED_MAX,
        png_max_memory=UNPACKED_MAX,
        tiff_max_memory=UNPACKED_MAX,
        parser_max_nesting=100,
        doc_max_warnings=100,
        max_stream_filters=4,
    )
    try:
        _check_objects(data)
    except (pikepdf.PdfError, pikepdf.PasswordError, RuntimeError, ValueError, MemoryError) as error:
        raise UnfitFileError("file-closed") from error
    finally:
        pikepdf.settings.set_qpdf_limits(**before)


def _check_objects(data: bytes) -> None:
    """Look at every object of the file as qpdf writes it: without escapes in names, and without what streams hold."""
    import pikepdf  # noqa: PLC0415

    with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as document:
        objects = document.objects
        if len(objects) > OBJECTS_MAX:
            raise UnfitFileError("file-closed")
        for each in (*objects, document.trailer):
            plain = each.stream_dict if isinstance(each, pikepdf.Stream) else each
            written = plain.unparse(resolved=True) if isinstance(plain, pikepdf.Object) else b""  # else a number or nothing
            if found := ACTIVE.search(_leave_out_words(written)):
                raise UnfitFileError("file-active", what=(found.group(1) or found.group(2)).decode())


def _leave_out_words(written: bytes) -> bytes:
    """Return an object without its strings, which may well name what is looked for; they stand in brackets, in pairs (7.3.4.2)."""
    kept, depth, start = [], 0, 0
    for bracket in BRACKET.finditer(written):
        if bracket.group() == b"(":
            kept.append(written[start : bracket.start()] if depth == 0 else b"")
            depth += 1
        elif bracket.group() == b")":
            depth, start = max(0, depth - 1), bracket.end()
    return b" ".join([*kept, written[start:]])
