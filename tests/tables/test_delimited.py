"""CSV files as people save them, and texts that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.tables import read_table, write_delimited
from broadside.tables.delimited import bare, guard
from broadside.tables.values import ROWS_MAX, Table

PLAIN = "标语,设计\n先看后干,signal\n"
CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=20)


def list_rows(table: Table) -> list[list[str]]:
    assert table.problems == ()
    return [list(row.cells.values()) for row in table.rows]


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("gb18030"),
        PLAIN.encode("utf-16"),
        PLAIN.replace(",", "\t").encode("utf-16"),
        PLAIN.replace(",", ";").encode(),
        ("sep=;\n" + PLAIN.replace(",", ";")).encode("utf-8-sig"),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("先看后干", '"先看后干"').encode(),
    ],
    ids=["utf-8", "mark", "gb18030", "utf-16", "tabs", "semicolons", "sep", "crlf", "quotes"],
)
def test_whatever_it_was_saved_as(data: bytes) -> None:
    assert list_rows(read_table("a.csv", data)) == [["标语", "设计"], ["先看后干", "signal"]]


def test_signs_in_quotes_and_lines_in_cells_are_text() -> None:
    table = read_table("a.csv", b'"text; or, words",name\n"Look,\nthen act",a\n\n,\n b ,\n')
    assert list_rows(table) == [["text; or, words", "name"], ["Look,\nthen act", "a"], ["b"]]
    assert [row.number for row in table.rows] == [1, 2, 5]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"\xff\xfetex", "table-kind"),
        (b"text\0,a\n", "table-kind"),
        (b"text\n\x81\xff\n", "table-kind"),
        (b'text\n"' + b"a" * 200_000 + b'"\n', "table-kind"),
        (b"text\n" + b"a" * 6000 + b"\n", "cell-long"),
        (b"text\n" + b"," * 150 + b"a\n", "table-columns"),
        (b"text\n" + b"a\n" * (ROWS_MAX + 1), "table-rows"),
        (b"a" * 5_000_001, "table-size"),
    ],
)
def test_what_is_no_table_is_told(data: bytes, rule: str) -> None:
    table = read_table("a.csv", data)
    assert (table.rows, [problem.rule for problem in table.problems]) == ((), [rule])


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "''=1"])
def test_a_text_that_would_be_calculated_is_guarded(text: str) -> None:
    assert guard(text) == f"'{text}"
    assert bare(guard(text)) == text


@pytest.mark.parametrize("text", ["Look = see", "'tis", "a-b", "1+1", "", "'"])
def test_other_texts_are_left_alone(text: str) -> None:
    assert guard(text) == text == bare(text)


@given(CELLS)
def test_a_guard_is_taken_away_again(text: str) -> None:
    assert bare(guard(text)) == text


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_what_is_written_reads_back_and_begins_no_formula(rows: list[list[str]]) -> None:
    data = write_delimited(rows)
    written = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert all(cell[:1] not in set("=+-@＝＋－＠") for row in written for cell in row if cell)
    expected = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    assert list_rows(read_table("a.csv", data)) == [row for row in expected if row]


@given(st.binary(max_size=300))
def test_no_bytes_make_a_traceback(data: bytes) -> None:
    table = read_table("a.csv", data)
    assert not (table.rows and table.problems)
