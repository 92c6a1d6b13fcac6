"""The safety officer's page and its table."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from broadside.pages import make_pages
from broadside.pages.coverage import make_coverage_files, tell_coverage, view_coverage, write_coverage
from pages.sites import make_shelf
from sites import VALID, Files

EDITED = VALID["mkdocs.yml"] + "  editing: {forge: github, repository: safety/site, branch: main}\n"
FILES: Files = {"slogans/screens.md": "---\ntext: {en: '=On screens', zh: 屏幕}\ncarriers: [screen]\n---\n"}


def read_table(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_table_opens_in_a_spreadsheet(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, {**FILES, "mkdocs.yml": EDITED})
    data = write_coverage(shelf, "zh")
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = read_table(data)
    assert head == ["待办", "材料", "说明", "文件", "页面", "修改链接"]
    assert [
        "从不印出来的标语",
        "屏幕",
        "screen",
        "slogans/screens.md",
        "https://safety.example/zh/slogans/screens/",
        "https://github.com/safety/site/edit/main/slogans/screens.md",
    ] in rows
    assert "'=On screens" in {row[1] for row in read_table(write_coverage(shelf, "en"))}


def test_the_site_has_the_table_of_each_language(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, FILES)
    made = {file.address: file.text.encode("utf-8") for file in make_coverage_files(shelf)}
    assert made == {
        "coverage/coverage.csv": write_coverage(shelf, "en"),
        "zh/coverage/coverage.csv": write_coverage(shelf, "zh"),
    }


def test_rows_lead_to_the_forge_where_one_is_named(tmp_path: Path) -> None:
    bare = view_coverage(make_shelf(tmp_path / "bare", FILES), "en")
    assert {edit for _, rows in bare["matters"] for _, edit, _ in rows} == {""}
    page = view_coverage(make_shelf(tmp_path, {**FILES, "mkdocs.yml": EDITED}), "en")
    edits = {gap.path: (edit, beginning) for _, rows in page["matters"] for gap, edit, beginning in rows}
    edit, beginning = edits["docs/topics.yml"]
    assert edit == "https://github.com/safety/site/edit/main/docs/topics.yml"
    assert "/new/main/docs/knowledge/" in beginning


def test_readers_do_not_find_it_by_searching(tmp_path: Path) -> None:
    pages = {page.address: page for page in make_pages(make_shelf(tmp_path, FILES))}
    assert [pages[address].is_searchable for address in ("coverage/", "zh/coverage/")] == [False, False]


def test_a_terminal_says_the_same(tmp_path: Path) -> None:
    said = tell_coverage(make_shelf(tmp_path, FILES), "en").splitlines()
    assert said[0] == "As of 2027-06-10."
    assert said[said.index("Slogans that are never printed: 1") + 1] == "  slogans/screens.md: =On screens. screen"
