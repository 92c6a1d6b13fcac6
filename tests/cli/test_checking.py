"""``check`` and ``addresses``: what is told, in which words and formats."""

from __future__ import annotations

from cli.commanding import Command


def test_check(run: Command) -> None:
    assert run("check") == (0, "No mistakes.\n", "")
    assert run("check", language="zh") == (0, "没有发现错误。\n", "")


def test_check_tells_mistakes_in_both_languages_and_for_the_forge(run: Command) -> None:
    (run.config.parent / "slogans/look-first.md").write_text("---\ntext: Look first\ncolour: red\n---\n")
    code, said, log = run("check")
    assert (code, log) == (1, "")
    assert said.startswith('slogans/look-first.md:3:1: colour: there is no field "colour" here.\n  Mend: use one of ')
    assert said.endswith("\n1 mistake. Nothing was made.\n")
    assert run("check", language="zh")[1].startswith("slogans/look-first.md:3:1: colour：这里没有名为“colour”的字段。\n")
    code, said, _ = run("--format", "github", "check")
    assert (code, said.split(",")[0]) == (1, "::error file=slogans/look-first.md")


def test_the_addresses_are_recorded_and_then_missed(run: Command) -> None:
    code, said, _ = run("addresses")
    assert (code, said.strip()) == (0, str(run.config.parent / "docs/addresses.yml"))
    (run.config.parent / "slogans/look-first.md").rename(run.config.parent / "slogans/look-twice.md")
    code, said, _ = run("check")
    assert code == 1
    assert "the address /slogans/look-first was published" in said
