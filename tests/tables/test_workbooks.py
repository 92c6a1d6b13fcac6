"""Excel workbooks: those of another program, and those made to do harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.tables import read_table
from broadside.tables.packing import write_workbook
from broadside.tables.values import ROWS_MAX, UNPACKED_MAX
from broadside.tables.workbooks import number_column, show

BOMB = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>'
FILE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
SHEET = "xl/sheet1.xml"
OWN = ("rId1", "worksheet", "sheet1.xml")


def make(rows: list[list[object]]) -> bytes:
    """Make a workbook with another program."""
    book = openpyxl.Workbook()
    book.active.title = "标语"
    for row in rows:
        book.active.append(row)
    book.create_sheet("Other")
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def change(parts: Mapping[str, str | None], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return our own workbook with other parts; ``None`` leaves one out."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write_workbook({"Slogans": [["text"], ["Look first"]]}))) as old:
        whole: dict[str, str | None] = {name: old.read(name).decode() for name in old.namelist()}
    with zipfile.ZipFile(file, "w", method) as new:
        for name, text in {**whole, **parts}.items():
            if text is not None:
                new.writestr(name, text)
    return file.getvalue()


def sheet(cells: str, before: str = "") -> str:
    return f"{before}<worksheet><sheetData>{cells}</sheetData></worksheet>"


def relate(*targets: tuple[str, str, str]) -> str:
    items = "".join(f'<Relationship Id="{key}" Type="x/{kind}" Target="{to}"/>' for key, kind, to in targets)
    return f"<Relationships>{items}</Relationships>"


def test_a_workbook_of_another_program_is_read() -> None:
    table = read_table("a.xlsx", make([["标语", "seconds", "ok", None, "figure"], ["先看\n后干", 15, True, None, "=365"[1:]]]))
    assert (table.name, table.others, table.problems) == ("a.xlsx[标语]", ("Other",), ())
    assert [dict(row.cells) for row in table.rows] == [
        {1: "标语", 2: "seconds", 3: "ok", 5: "figure"},
        {1: "先看\n后干", 2: "15", 3: "true", 5: "365"},
    ]


def test_formulas_and_errors_are_named_and_not_taken() -> None:
    table = read_table("a.xlsx", make([["text", "design"], ["=1+1", '=HYPERLINK("https://a.example","a")'], ["a", "#N/A"]]))
    assert [(each.rule, each.line, each.column, dict(each.facts)["value"]) for each in table.problems] == [
        ("cell-formula", 2, 1, "=1+1"),
        ("cell-formula", 2, 2, '=HYPERLINK("https://a.example","a")'),
        ("cell-error", 3, 2, "#N/A"),
    ]


def test_runs_are_one_text_and_readings_none() -> None:
    strings = "<si><r><t>先看</t></r><r><t>后干</t></r><rPh><t>xian kan</t></rPh></si><si><t>a_x000D_b_xD800_</t></si>"
    parts = {"xl/s.xml": f"<sst>{strings}</sst>", "xl/_rels/workbook.xml.rels": relate(OWN, ("s", "sharedStrings", "/xl/s.xml"))}
    cells = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
    table = read_table("a", change({**parts, SHEET: sheet(cells)}))
    assert [dict(row.cells) for row in table.rows] == [{1: "先看后干", 2: "a\nb_xD800_"}]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"PK\x03\x04", "table-kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "table-kind"),
        (change({"xl/workbook.xml": None}), "table-kind"),
        (change({"_rels/.rels": None}), "table-kind"),
        (change({SHEET: None}), "table-kind"),
        (change({SHEET: sheet("<row>")}), "table-kind"),
        (change({SHEET: sheet('<row><c t="s"><v>0</v></c></row>')}), "table-kind"),
        (change({SHEET: sheet("", BOMB)}), "table-kind"),
        (change({"xl/workbook.xml": FILE + "<workbook/>"}), "table-kind"),
        (change({SHEET: f"<worksheet>{' ' * (UNPACKED_MAX + 1)}</worksheet>"}), "table-size"),
        (change({SHEET: sheet(f"<row>{'<c><v>1</v></c>' * 241_000}</row>")}), "table-rows"),
        (change({SHEET: sheet("<row><c><v>1</v></c></row>" * (ROWS_MAX + 2))}), "table-rows"),
        (change({SHEET: sheet('<row r="9"><c r="XFD9"><v>1</v></c></row>')}), "table-columns"),
        (change({}, zipfile.ZIP_LZMA), None),
    ],
)
def test_a_workbook_made_to_do_harm_is_refused(data: bytes, rule: str | None) -> None:
    table = read_table("a.xlsx", data)
    assert [problem.rule for problem in table.problems] == ([rule] if rule else [])
    assert bool(table.rows) == (rule is None)


def test_nothing_outside_the_archive_is_read() -> None:
    relations = relate(("rId1", "worksheet", "file:///etc/passwd")).replace("/>", ' TargetMode="External"/>')
    assert [each.rule for each in read_table("a", change({"xl/_rels/workbook.xml.rels": relations})).problems] == ["table-kind"]


def test_columns_have_numbers_and_letters_numbers() -> None:
    assert [number_column(letters) for letters in ("A", "Z", "AA", "XFD")] == [1, 26, 27, 16384]
    assert show("_x0041__xd83d_") == "A_xd83d_"


@given(st.data())
def test_no_damaged_workbook_makes_a_traceback(data: st.DataObject) -> None:
    whole = bytearray(change({}, data.draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(2, len(whole) - 1))
        whole[at : at + data.draw(st.integers(1, 4))] = data.draw(st.binary(max_size=6))
    table = read_table("a.xlsx", bytes(whole))
    assert isinstance(table.rows, tuple)


@given(st.text(st.sampled_from('<>/="&;#x0A1crowtvfis \n'), max_size=60))
def test_no_sheet_makes_a_traceback(text: str) -> None:
    for part in (text, sheet(text), sheet(f"<row>{text}</row>")):
        assert isinstance(read_table("a.xlsx", change({SHEET: part})).rows, tuple)
