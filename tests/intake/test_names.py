"""Names of files: what another disk, another system or another reader would make of them."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from broadside.intake import read_intake
from broadside.intake.names import NAME_MAX, check_name, check_twins, show_name
from broadside.problems import format_text


def rules(name: str) -> list[str]:
    return [problem.rule for problem in check_name("docs/x", name)]


@pytest.mark.parametrize(
    "name", ["plan.pdf", "平面图（一）.png", "Plan 2 (final).docx", "café.pdf", "a+b,c;d='e'.txt", "план.pdf", "a~b.txt"]
)
def test_usual_names_pass(name: str) -> None:
    assert rules(name) == []


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("plan\u202efdp.png", "name-letter"),
        ("plan\u200b.png", "name-letter"),
        ("plan\n.png", "name-letter"),
        ("plan\x1b[2J.png", "name-letter"),
        ("plan\x7f.png", "name-letter"),
        ("a:b.png", "name-letter"),
        ("a\\b.png", "name-letter"),
        ("a?.png", "name-letter"),
        ("100%.png", "name-letter"),
        ("a#b.png", "name-letter"),
        ("plan.png ", "name-letter"),
        (" plan.png", "name-letter"),
        ("plan.", "name-letter"),
        ("~$plan.docx", "name-letter"),
        ("ｐlan.png", "name-letter"),
        ("pl\u0430n.png", "name-letter"),
        ("⽕.png", "name-letter"),
        (os.fsdecode(b"plan\xff.png"), "name-letter"),
        (unicodedata.normalize("NFD", "café.png"), "name-form"),
        ("CON.png", "name-reserved"),
        ("aux", "name-reserved"),
        ("com1.tar.gz", "name-reserved"),
        ("图" * 40 + ".png", "name-long"),
    ],
)
def test_others_are_named(name: str, rule: str) -> None:
    assert rules(name) == [rule]
    message = format_text(list(check_name(show_name(f"docs/{name}"), name)))
    assert message.encode()
    assert message.replace("\n", "").isprintable()


def test_the_longest_name() -> None:
    assert rules("n" * NAME_MAX) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Plan.png", "plan.png"),
        ("café.png", unicodedata.normalize("NFD", "café.png")),
        ("plan.png", "ｐlan.png"),
        ("straße.png", "STRASSE.png"),
        ("plan１.png", "plan1.png"),
    ],
)
def test_twins_are_named_once(first: str, second: str) -> None:
    problems = list(check_twins([("docs/1", first), ("docs/2", second), ("docs/3", "other.png")]))
    assert [(problem.path, problem.rule, dict(problem.facts)["other"]) for problem in problems] == [("docs/2", "name-twice", first)]


def test_twin_documents_and_folders_are_found_on_disk(tmp_path: Path) -> None:
    for name in ("docs/a/x.png", "docs/A/x.png", "docs/drill.md", "docs/Drill.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = sorted((problem.path, problem.rule) for problem in read_intake(tmp_path).problems)
    assert found == [("docs/a", "name-twice"), ("docs/drill.md", "name-twice")]


def test_a_name_that_is_no_utf_8_is_shown_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/docs/plan\xff.png")).touch()
    assert [(problem.path, problem.rule) for problem in read_intake(tmp_path).problems] == [("docs/plan\\xff.png", "name-letter")]
