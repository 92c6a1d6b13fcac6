"""Workbooks as we write them: another program reads the same texts, and no formula."""

from __future__ import annotations

import io

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from broadside.tables import read_table, write_workbook
from broadside.tables.packing import name_column

ROWS = [["Words", "Design"], ["=1+1", "a & <b>"], ["先看\n后干", ""], ["_x0041_", "'=2"]]
LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc"])


def test_another_program_reads_texts_and_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_workbook({"标语": ROWS, "说明": [["a"]]})))
    assert book.sheetnames == ["标语", "说明"]
    cells = [[cell.value for cell in row] for row in book["标语"].iter_rows()]
    assert cells == [["Words", "Design"], ["=1+1", "a & <b>"], ["先看\n后干", None], ["_x005F_x0041_", "'=2"]]
    assert {cell.data_type for row in book["标语"].iter_rows() for cell in row if cell.value} <= {"s", "inlineStr"}
    assert [book["标语"].cell(row, 1).quotePrefix for row in (2, 3)] == [True, False]


def test_the_same_rows_are_the_same_bytes() -> None:
    assert write_workbook({"a": ROWS}) == write_workbook({"a": ROWS})


@given(st.lists(st.lists(st.text(LETTERS, max_size=20), min_size=2, max_size=3), min_size=1, max_size=4))
def test_what_is_written_reads_back(rows: list[list[str]]) -> None:
    table = read_table("a.xlsx", write_workbook({"Slogans": rows}))
    assert table.problems == ()
    expected = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    assert [list(row.cells.values()) for row in table.rows] == [row for row in expected if row]


def test_numbers_have_letters() -> None:
    assert [name_column(number) for number in (1, 26, 27, 16384)] == ["A", "Z", "AA", "XFD"]
