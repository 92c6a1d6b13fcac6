"""``import`` and ``export``: what is made, what is told, and that nothing is made in half."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.tables import read_table, write_delimited, write_workbook
from broadside.texts import LANGUAGES
from cli.commanding import Command

HEAD = ["标语（中文）", "Words (en)", "设计", "载体"]


def list_slogans(run: Command) -> list[str]:
    return sorted(path.name for path in (run.config.parent / "slogans").rglob("*"))


def test_a_table_becomes_slogans_that_pass_the_check(run: Command, tmp_path: Path) -> None:
    table = tmp_path / "slogans.csv"
    table.write_bytes(write_delimited([HEAD, ["先停后修", "Stop, then mend", "signal", "poster-a4"]]))
    file = run.config.parent / "slogans/stop-then-mend.md"
    assert run("import", str(table)) == (0, f"{file}\nNew: 1. There already, and the same: 0.\n", "")
    assert run("check")[0] == 0
    assert run("import", str(table), language="zh")[1] == "新增 0 条；已有且相同的 1 条。\n"


def test_one_bad_cell_and_nothing_is_made(run: Command, tmp_path: Path) -> None:
    rows = [
        HEAD,
        ["先停后修", "Stop", "signal", "poster-a4"],
        ["看", "Look up", "sgnal", "poster-a4"],
        ["走", "Go", "", "posters"],
        ["安", "", "", "poster"],
        ["鞍", "", "", ""],
    ]
    table = tmp_path / "slogans.xlsx"
    table.write_bytes(write_workbook({"Slogans": rows, "Other": [["a"]]}))
    before = list_slogans(run)
    code, said, _ = run("import", str(table))
    told = said.splitlines()
    assert code == 1
    assert told[0] == "Places in a table are its sheet, row and column: [Slogans]:4:3 is the cell C4 of the sheet Slogans."
    assert told[1] == 'slogans.xlsx[Slogans]:3:3: design: unknown design "sgnal".'
    assert told[2].endswith('nearest is "signal".')
    assert [line.split(": ")[0] for line in told if line.startswith("slogans.xlsx")] == [
        "slogans.xlsx[Slogans]:3:3",
        "slogans.xlsx[Slogans]:4:4",
        "slogans.xlsx[Slogans]:6:1",
    ]
    assert list_slogans(run) == before
    assert run("--format", "github", "import", str(table))[1].startswith("::error file=slogans.xlsx[Slogans],line=3,col=3,")


def test_words_too_long_for_a_carrier_are_told_at_their_cell(run: Command, tmp_path: Path) -> None:
    table = tmp_path / "slogans.csv"
    table.write_bytes(write_delimited([HEAD, ["", "Internationalisation" * 3, "signal", "poster-a4"]]))
    code, said, _ = run("import", str(table))
    assert (code, said.splitlines()[1].startswith("slogans.csv:2:2: text en: too long")) == (1, True)


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_export_and_template(run: Command, tmp_path: Path, ending: str) -> None:
    table = tmp_path / f"out{ending}"
    assert run("export", str(table)) == (0, f"{table}\n", "")
    assert run("import", str(table))[1].endswith("New: 0. There already, and the same: 1.\n" if ending == ".csv" else "same: 1.\n")
    assert run("export", str(table)) == (2, "", f"{table} is there already, and nothing was written. Name another file.\n")
    empty = tmp_path / f"empty{ending}"
    assert run("import", "--template", str(empty), language="zh") == (0, f"{empty}\n", "")
    assert [list(row.cells.values())[:2] for row in read_table("a", empty.read_bytes()).rows] == [["文件名", "标语 (en)"]]


@pytest.mark.parametrize("arguments", [("import", "none.xlsx"), ("export", "a.ods"), ("import", "--template", "a")])
def test_what_is_refused(run: Command, arguments: tuple[str, ...]) -> None:
    for language in LANGUAGES:
        code, said, log = run(*arguments, language=language)
        assert (code, said) == (2, "")
        assert arguments[-1] in log
        assert "{" not in log
