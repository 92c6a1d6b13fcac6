"""Rows of texts -> the bytes of an Excel workbook: texts and nothing else, so that no cell can be calculated.

The parts are the least that ECMA-376 (Part 1, 12.3 and 18) asks for; the same rows give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from broadside.tables.values import DANGEROUS

DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that an archive can state (APPNOTE.TXT, 4.4.6): what is packed twice is the same."""
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""What XML 1.0 cannot hold, and the beginning of what would be read as one of those (ECMA-376, Part 1, 22.4.2.4)."""
STYLES = f"""{HEAD}<styleSheet xmlns="{MAIN}">\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="3">\
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">\
<alignment vertical="top" wrapText="1"/></xf>\
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>\
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1">\
<alignment vertical="top" wrapText="1"/></xf>\
</cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""
"""Cells are text (format 49), the first row is bold, and a text that could be taken for a formula has Excel's own apostrophe."""
WIDTHS = (12, 48)
"""Our choice: columns as wide as their longest text, within these, in letters; the rest wraps."""

Rows = Sequence[Sequence[str]]


def write_workbook(sheets: Mapping[str, Rows]) -> bytes:
    """Return a workbook of ``sheets``, rows of texts by the sheet's name; the first row of each is its heading."""
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{OFFICE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{OFFICE}.styles+xml"/>'
        + "".join(f'<Override PartName="/xl/sheet{each}.xml" ContentType="{OFFICE}.worksheet+xml"/>' for each in numbers)
        + "</Types>",
        "_rels/.rels": _relate({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        + "".join(
            f'<sheet name={quoteattr(name)} sheetId="{each}" r:id="rId{each}"/>' for each, name in zip(numbers, sheets, strict=True)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relate(
            {f"rId{each}": ("worksheet", f"sheet{each}.xml") for each in numbers} | {"rId0": ("styles", "styles.xml")}
        ),
        "xl/styles.xml": STYLES.removeprefix(HEAD),
        **{f"xl/sheet{each}.xml": _write_sheet(rows) for each, rows in zip(numbers, sheets.values(), strict=True)},
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, DAY), HEAD + text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _relate(targets: Mapping[str, tuple[str, str]]) -> str:
    items = "".join(f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{to}"/>' for key, (kind, to) in targets.items())
    return f'<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def _write_sheet(rows: Rows) -> str:
    longest = [max((len(line) for row in rows for line in row[at : at + 1]), default=0) for at in range(len(rows[0]))]
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{min(max(letters + 2, WIDTHS[0]), WIDTHS[1])}" customWidth="1"/>'
        for at, letters in enumerate(longest, 1)
    )
    written = "".join(
        f'<row r="{number}">{"".join(_write_cell(number, at, text) for at, text in enumerate(row, 1) if text)}</row>'
        for number, row in enumerate(rows, 1)
    )
    view = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>'
    return f'<worksheet xmlns="{MAIN}">{view}<cols>{widths}</cols><sheetData>{written}</sheetData></worksheet>'


def _write_cell(row: int, column: int, text: str) -> str:
    style = 1 if row == 1 else 2 if DANGEROUS.match(text) else 0
    held = escape(UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text))
    return f'<c r="{name_column(column)}{row}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{held}</t></is></c>'


def name_column(number: int) -> str:
    """Return the letters of a column, from 1: 1 is ``A``, 27 ``AA``."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
