"""A spreadsheet of slogans -> their files, or every cell that will not do; and slogans -> the spreadsheet."""

from broadside.tables.delimited import read_delimited, write_delimited
from broadside.tables.exporting import Rows, make_table, make_template
from broadside.tables.importing import Imported, import_table, place_problems
from broadside.tables.packing import write_workbook
from broadside.tables.values import BYTES_MAX, Table, UnreadableTableError
from broadside.tables.workbooks import read_workbook

__all__ = [
    "Imported",
    "Rows",
    "Table",
    "import_table",
    "make_table",
    "make_template",
    "place_problems",
    "read_table",
    "write_delimited",
    "write_workbook",
]

PACKED = b"PK"
"""How an archive begins, which a workbook is (APPNOTE.TXT, 4.3.7)."""
COMPOUND = b"\xd0\xcf\x11\xe0"
"""How a workbook of before 2007 begins, and one that has a password (MS-CFB, 2.2)."""


def read_table(name: str, data: bytes) -> Table:
    """Read a workbook or a CSV file, told apart by what is in it, whatever it is called.

    A file that cannot be read is a table of no rows, and of the problem that says why.
    """
    try:
        if len(data) > BYTES_MAX:
            raise UnreadableTableError("table-size", most=BYTES_MAX // 1_000_000)
        if data.startswith(COMPOUND):
            raise UnreadableTableError("table-kind")
        return read_workbook(name, data) if data.startswith(PACKED) else read_delimited(name, data)
    except UnreadableTableError as error:
        return Table(name, (), (error.report(name),))
