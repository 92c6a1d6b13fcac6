"""Rows of a table -> files of slogans, or every cell that will not do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.catalog import Catalog
from broadside.frontmatter import parse_document
from broadside.problems import make_problem
from broadside.tables import import_table, place_problems, read_table, write_delimited
from broadside.tables.importing import Imported

NAMES = [
    "name",
    "text",
    "en",
    "zh",
    "design",
    "design.zh",
    "carriers",
    "topics",
    "photo.file",
    "photo.alt.en",
    "body",
    "body.zh",
    "revised",
]


def bring(catalog: Catalog, *rows: list[str]) -> Imported:
    return import_table(catalog, read_table("a.csv", write_delimited(rows)))


def tell(imported: Imported) -> list[tuple[str, int, int]]:
    return [(problem.rule, problem.line, problem.column) for problem in imported.problems]


def read(imported: Imported) -> dict[str, tuple[dict[str, object], str]]:
    parsed = {path: parse_document(path, data) for path, data in imported.files.items()}
    assert all(not problems for _, problems in parsed.values())
    return {path: (dict(each.values), each.body) for path, (each, _) in parsed.items()}


def test_a_row_is_a_slogan(catalog: Catalog) -> None:
    head = ["标语", "英文", "设计", "载体", "主题", "备注", "body.zh", "文件名"]
    made = read(
        bring(
            catalog, ["zh", *head[1:]], ["先停\n后修", "Stop: then mend", "信号", "海报、横幅", "", "At machines.", "机器旁。", ""]
        )
    )
    values = {"text": {"zh": "先停\n后修", "en": "Stop: then mend"}, "design": "signal", "carriers": ["poster", "banner"]}
    assert made == {
        "slogans/stop-then-mend.md": (values, "At machines.\n"),
        "slogans/stop-then-mend.zh.md": ({}, "机器旁。\n"),
    }


def test_words_under_no_language_are_in_the_one_they_are_written_in(catalog: Catalog) -> None:
    made = read(bring(catalog, ["标语", "英文"], ["先停后修", "Stop"], ["Go", ""], ["走", ""]))
    assert [values["text"] for values, _ in made.values()] == [{"zh": "先停后修", "en": "Stop"}, {"en": "Go"}, {"zh": "走"}]
    assert list(made) == ["slogans/stop.md", "slogans/go.md", "slogans/zou.md"]


def test_a_design_for_some_languages_leaves_the_row_s_to_the_others(catalog: Catalog) -> None:
    made = read(bring(catalog, ["en", "zh", "ar", "design", "design.zh"], ["Go", "走", "اذهب", "signal", "quiet"]))
    assert made["slogans/go.md"][0]["design"] == {"zh": "quiet", "en": "signal", "ar": "signal"}


def test_a_photograph_is_one_field(catalog: Catalog) -> None:
    head = ["en", "photo.file", "photo.alt.en", "photo.alt.zh", "photo.focus"]
    made = read(bring(catalog, head, ["Go", "photos/a.jpg", "A gate", "大门", "0.5; 0.3"]))
    photo = {"file": "photos/a.jpg", "alt": {"en": "A gate", "zh": "大门"}, "focus": [0.5, 0.3]}
    assert made["slogans/go.md"][0]["photo"] == photo


def test_what_is_there_and_the_same_is_no_change_and_what_differs_is_told(catalog: Catalog) -> None:
    head = ["name", "en", "zh", "topics"]
    assert bring(catalog, head, ["look-first", "Look first", "先看后干", "ppe"]).unchanged == ("look-first",)
    assert bring(catalog, head, ["", "Look first", "先看后干", "劳动防护用品"]).unchanged == ("look-first",)
    imported = bring(catalog, head, ["look-first", "Look twice", "先看后干", "ppe"], ["", "Look up", "", ""])
    assert tell(imported) == [("row-taken", 2, 1)]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([["en", "colour", "desing"], ["Go", "red", "signal"]], [("column-unknown", 1, 2), ("column-unknown", 1, 3)]),
        ([["en", "text", "design"], ["Go", "Go", "signal"]], [("column-twice", 2, 2)]),
        ([["text", "name", "text"], ["Go", "a", "Go"]], [("column-twice", 1, 3)]),
        ([["design"], ["signal"]], [("column-missing", 1, 1)]),
        ([["en"]], [("table-empty", 1, 1)]),
        ([], [("table-empty", 1, 1)]),
        ([["en", ""], ["Go", "left"]], [("cell-outside", 2, 2)]),
        ([["en", "design"], ["", "signal"]], [("field-missing", 2, 2)]),
        ([["en", "name"], ["Go", "Go!"]], [("file-name", 2, 2)]),
        ([["ar"], ["اذهب"]], [("row-name", 2, 1)]),
        ([["en"], ["Go"], ["Go"], ["Stop"]], [("row-twice", 3, 1)]),
        ([["en"], ["Go"], ["اذهب"], ["!!"]], [("row-name", 3, 1), ("row-name", 4, 1)]),
    ],
)
def test_every_cell_that_will_not_do_is_named(catalog: Catalog, rows: list[list[str]], told: list[tuple[str, int, int]]) -> None:
    assert tell(bring(catalog, *rows)) == told


def test_what_the_check_says_of_a_file_is_told_at_its_cell(catalog: Catalog) -> None:
    table = read_table("a.csv", write_delimited([["design", "en", "body"], ["", "Stay", ""], ["signal", "Go", "One\nTwo"]]))
    imported = import_table(catalog, table)
    assert imported.files["slogans/go.md"] == b"---\ndesign: signal\ntext:\n  en: Go\n---\nOne\nTwo\n"
    lines = {1: (3, 1), 2: (3, 1), 3: (3, 2), 4: (3, 2), 6: (3, 3), 7: (3, 3), 99: (3, 3)}
    for line, place in lines.items():
        (placed,) = place_problems(imported, table, [make_problem("slogans/go.md", (line, 5), "yaml-key")])
        assert (placed.path, placed.line, placed.column, placed.rule) == ("a.csv", *place, "yaml-key")
    other = make_problem("docs/a.md", (4, 1), "yaml-key")
    assert list(place_problems(imported, table, [other])) == [other]


def test_a_table_that_could_not_be_read_says_only_that(catalog: Catalog) -> None:
    assert tell(import_table(catalog, read_table("a.xls", b"\xd0\xcf\x11\xe0"))) == [("table-kind", 1, 1)]


@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "Go", "走", "signal", "=1", "a: b", "- x", "---", "{", "'", "x\ny", "\u202e", "1e9"]), max_size=13
        ),
        max_size=4,
    )
)
def test_no_table_makes_a_traceback_or_files_beside_problems_of_reading(catalog: Catalog, rows: list[list[str]]) -> None:
    imported = bring(catalog, NAMES[: max(map(len, rows), default=0)], *rows)
    for path, data in imported.files.items():
        assert path.startswith("slogans/")
        assert parse_document(path, data)[1] == ()


@given(st.binary(max_size=200))
def test_no_bytes_make_a_traceback(catalog: Catalog, data: bytes) -> None:
    assert import_table(catalog, read_table("a", b"en,name\n" + data)).unchanged == ()
    assert isinstance(import_table(catalog, read_table("a", data)), Imported)
