"""A PDF whose media box holds crop marks -> the same PDF with its bleed box stated.

The engine writes the trim box (ISO 32000-1:2008, 14.11.2) and takes the rest of the page for bleed. With marks around the
bleed, print shops need both boxes. The engine's files are classic: plain objects and one cross-reference table (7.5.4), so
the box is inserted into the page object and the table's offsets after it are moved. Decision 0005 weighs this against pikepdf.
"""

from __future__ import annotations

import re

TRIM_BOX = re.compile(rb"/TrimBox\[([-0-9. ]+)\]")
TABLE = re.compile(rb"xref\n0 (\d+)\n")
ENTRY_LENGTH = 20
"""One cross-reference entry is exactly 20 bytes: ISO 32000-1:2008, 7.5.4."""


class UnexpectedPdfError(Exception):
    """The engine wrote a PDF of another form than the pinned version does: a fault of the program, not of content."""


def state_bleed_box(pdf: bytes, bleed_points: float) -> bytes:
    """Return ``pdf``, one page, with a BleedBox ``bleed_points`` outside its TrimBox on each side.

    Raises :class:`UnexpectedPdfError` where the file is not built as expected.
    """
    boxes = list(TRIM_BOX.finditer(pdf))
    start = pdf.rfind(b"startxref\n")
    if len(boxes) != 1 or start < 0:
        message = f"{len(boxes)} trim boxes in the engine's PDF"
        raise UnexpectedPdfError(message)
    left, bottom, right, top = map(float, boxes[0].group(1).split())
    edges = (left - bleed_points, bottom - bleed_points, right + bleed_points, top + bleed_points)
    insert = b"/BleedBox[" + b" ".join(b"%.4f" % edge for edge in edges) + b"]"
    at, moved = boxes[0].end(), len(insert)
    table_at = int(pdf[start:].split()[1])
    match = TABLE.match(pdf, table_at)
    if match is None:
        message = "no cross-reference table where the engine's PDF points"
        raise UnexpectedPdfError(message)
    entries_at, count = match.end(), int(match.group(1))
    entries = bytearray(pdf[entries_at : entries_at + count * ENTRY_LENGTH])
    for number in range(count):
        place = number * ENTRY_LENGTH
        offset = int(entries[place : place + 10])
        if offset > at:
            entries[place : place + 10] = b"%010d" % (offset + moved)
    tail = pdf[entries_at + len(entries) : start] + b"startxref\n%d\n%%%%EOF" % (table_at + moved)
    return pdf[:at] + insert + pdf[at:entries_at] + bytes(entries) + tail
