"""``extra.editing``: where the site's files are kept, and what is wrong with what was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.catalog import read_settings
from broadside.catalog.editing import Editing
from broadside.problems import ContentMistakes
from sites import VALID


def read(folder: Path, editing: str) -> Editing | None:
    file = folder / "mkdocs.yml"
    file.write_text(VALID["mkdocs.yml"] + editing, "utf-8")
    return read_settings(file).editing


def test_a_site_need_not_say(tmp_path: Path) -> None:
    assert read(tmp_path, "") is None


def test_a_branch_is_main_where_none_is_named(tmp_path: Path) -> None:
    assert read(tmp_path, "  editing: {forge: github, repository: safety/site}\n") == Editing(
        forge="github", repository="safety/site", branch="main"
    )


@pytest.mark.parametrize(
    ("editing", "rule", "place"),
    [
        ("{forge: gitub, repository: a/b}", "choice-unknown", (7, 20)),
        ("{forge: github}", "field-missing", (7, 3)),
        ("{forge: github, repository: a/b, brnach: main}", "field-unknown", (7, 45)),
        ("{forge: forgejo, repository: a/b}", "field-missing", (7, 3)),
        ("{forge: gitea, repository: a/b}", "field-missing", (7, 3)),
        ("{forge: github, repository: 7}", "field-text", (7, 40)),
        ("github", "field-map", (7, 12)),
    ],
)
def test_what_is_wrong_is_named_at_its_place(editing: str, rule: str, place: tuple[int, int], tmp_path: Path) -> None:
    with pytest.raises(ContentMistakes) as caught:
        read(tmp_path, f"  editing: {editing}\n")
    assert [(each.rule, (each.line, each.column)) for each in caught.value.problems] == [(rule, place)]
