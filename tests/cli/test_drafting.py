"""``new``: what is written, what is said of it, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.texts import LANGUAGES
from cli.commanding import Command


def test_a_new_slogan_passes_the_check_at_once(run: Command) -> None:
    file = run.config.parent / "slogans/mind-the-step.md"
    assert run("new", "slogan", "Mind the step") == (0, f"{file}\nIt passes the check as it is.\n", "")
    assert run("check")[0] == 0
    assert run("print", "mind-the-step", "--carrier", "a4", "--form", "office")[0] == 0


def test_a_new_notice_passes_the_check_at_once(run: Command) -> None:
    code, said, _ = run("new", "notice", "二号门停用", "--name", "gate-2", language="zh")
    files = [run.config.parent / f"docs/notices/2027/gate-2{ending}" for ending in (".md", ".zh.md")]
    assert (code, said.splitlines()[:3]) == (0, [*map(str, files), "还要填写："])
    files[0].write_text(files[0].read_text("utf-8").replace("\ntitle:\n", "\ntitle: Gate 2 closed\n"), "utf-8")
    assert run("check")[0] == 0


def test_what_nobody_can_know_is_left_open_and_named(run: Command) -> None:
    code, said, _ = run("new", "lesson", "A dropped spanner")
    assert (code, said.splitlines()[1]) == (0, "Still to fill in:")
    open_fields = [line.split(": ")[1] for line in said.splitlines()[2:]]
    assert open_fields == [
        "date",
        "severity",
        "basis",
        "topics",
        *(f"closure {part}" for part in ("causes", "accountability", "measures", "education")),
    ]
    assert run("check")[0] == 1
    assert run("new", "slogan", "Tie it on")[1].endswith(
        "There are mistakes in other files, so not all could be checked here. Run: broadside check.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("slogan",), 'Say what it is called after its kind, in quotes, such as: broadside new slogan "Hard hats on".\n'),
        (
            ("slogan", "السلامة"),
            "None of the letters of “السلامة” can stand in a file's name. Name it with --name, such as --name hard-hats-on.\n",
        ),
        (
            ("slogan", "Go", "--name", "../go"),
            "A file is named with lower-case letters, digits and hyphens, such as hard-hats-on; ../go is not.\n",
        ),
        (("notice", "Go", "--in", "xx"), "There is no language xx here. Use en, zh.\n"),
        (
            ("slogan", "Look first"),
            "slogans/look-first.md is there already, and nothing was written. Give the new one another name with --name.\n",
        ),
        (
            ("slogan", "Go", "--edit"),
            "--edit opens the editor that EDITOR names, and none is named. Say, for example: export EDITOR=nano.\n",
        ),
    ],
)
def test_what_is_refused(run: Command, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    before = sorted(run.config.parent.rglob("*.md"))
    assert run("new", *arguments) == (2, "", said)
    for language in LANGUAGES:
        code, _, log = run("new", *arguments, language=language)
        assert (code, "{" in log) == (2, False)
    assert sorted(run.config.parent.rglob("*.md")) == before


def test_the_editor_gets_the_file(run: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    editor = tmp_path / "my editor"
    editor.write_text('#!/bin/sh\nsed -i "s/^text:/text: Look up/; /^  en:/d" "$2"\n', "utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", f"'{editor}' --wait")
    monkeypatch.delenv("VISUAL", raising=False)
    assert run("new", "slogan", "Look down", "--edit")[1].endswith("It passes the check as it is.\n")
    assert "text: Look up\n" in (run.config.parent / "slogans/look-down.md").read_text("utf-8")
