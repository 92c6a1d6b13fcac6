"""``coverage``: what is still to do, on the terminal and as a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.commanding import Command


def test_it_prints_what_is_to_do_and_writes_the_table(run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADSIDE_TODAY", "2027-06-10")
    code, said, _ = run("coverage", language="zh")
    assert code == 0
    assert said.startswith("截至 2027-06-10。\n\n14 天内失效的通知：0\n")
    file = tmp_path / "to-do.csv"
    code, said, _ = run("coverage", "--csv", str(file))
    assert (code, said) == (0, f"{file}\n")
    assert file.read_bytes().startswith(b'\xef\xbb\xbf"What is to do","Document"')


def test_mistakes_are_told_first(run: Command) -> None:
    (run.config.parent / "slogans/look-first.md").write_text("---\ntext: Look\ntopics: [ppee]\n---\n", "utf-8")
    code, said, _ = run("coverage")
    assert code == 1
    assert "topic-unknown" in said
