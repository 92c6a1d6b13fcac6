"""The bytes of a CSV file -> its rows, in whatever encoding and with whatever sign between the cells; and rows -> its bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from broadside.tables.values import DANGEROUS, Table, UnreadableTableError, make_rows

MARKED = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
"""Byte order marks and what they stand for; Excel's "Unicode text" is the second."""
PLAIN = ("utf-8", "gb18030")
"""Without a mark: what most programs write, then what Excel does in China. Text of one is hardly ever text of the other."""
SIGNS = ",;\t"
SAID = "sep="
"""How a first line begins that tells Excel the sign."""


def read_delimited(name: str, data: bytes) -> Table:
    """Read a CSV file; raises :class:`~broadside.tables.values.UnreadableTableError`."""
    text = decode_delimited(data)
    sign, before = _find_sign(text)
    return Table(name, make_rows(_read_cells(text, sign, before)))


def decode_delimited(data: bytes) -> str:
    """Return the text of a CSV file; raises :class:`~broadside.tables.values.UnreadableTableError`."""
    marked = next((encoding for mark, encoding in MARKED if data.startswith(mark)), None)
    for encoding in (marked,) if marked else PLAIN:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise UnreadableTableError("table-kind")


def _find_sign(text: str) -> tuple[str, int]:
    """Return the sign between cells, and how many lines before the table say it."""
    lines = text.split("\n", 1)
    first = lines[0].strip()
    if first.lower().startswith(SAID) and len(first) == len(SAID) + 1 and first[-1] in SIGNS:
        return first[-1], 1
    bare = "".join(first.split('"')[::2])  # what stands between quotes does not count
    return max(SIGNS, key=bare.count), 0


def _read_cells(text: str, sign: str, before: int) -> Iterator[tuple[int, int, str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        for row, cells in enumerate(reader, 1):
            for column, cell in enumerate(cells if row > before else (), 1):
                yield row, column, bare(cell)
    except csv.Error as error:
        raise UnreadableTableError("table-kind") from error


def bare(cell: str) -> str:
    """Take away the apostrophe that :func:`guard` put before a text."""
    return cell[1:] if cell.startswith("'") and DANGEROUS.match(cell) else cell


def guard(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would calculate (OWASP, CSV Injection)."""
    return f"'{text}" if DANGEROUS.match(text) else text


def write_delimited(rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows as Excel reads them: UTF-8 with its mark, every cell in quotes, CRLF (RFC 4180)."""
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows([guard(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")
