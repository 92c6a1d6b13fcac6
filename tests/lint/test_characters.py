"""Characters of the other script in a Chinese text."""

from __future__ import annotations

import pytest

from broadside.lint import check_characters, write_plain


def find(text: str, script: str) -> list[tuple[int, str, str]]:
    return [
        (problem.column, dict(problem.facts)["letters"], dict(problem.facts)["usual"])
        for problem in check_characters(write_plain("a.md", text), script)
    ]


@pytest.mark.parametrize(
    ("text", "script", "found"),
    [
        ("进入现场，戴好安全帽", "Hans", []),
        ("進入现场，戴好安全帽", "Hans", [(1, "進", "进")]),
        ("灯下滅火，再滅", "Hans", [(3, "滅", "灭")]),
        ("乾坤、借藉、瞭望", "Hans", []),
        ("進入現場，戴好安全帽，里程後", "Hant", []),
        ("進入现場", "Hant", [(3, "现", "現")]),
        ("頭发", "Hant", [(2, "发", "發/髮")]),
        ("進入現場", "Jpan", []),
        ("“進”字的简体是进", "Hans", []),
    ],
)
def test_characters(text: str, script: str, found: list[tuple[int, str, str]]) -> None:
    assert find(text, script) == found


def test_a_text_in_the_other_script_is_told_once() -> None:
    ((_, letters, _),) = find("進入現場檢測氣體濃度後方可作業", "Hans")
    assert len(letters) == 8
