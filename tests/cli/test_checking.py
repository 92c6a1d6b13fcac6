"""``check`` and ``addresses``: what is told, in which words and formats."""

from __future__ import annotations

import json

from broadside.rules import explain, list_rules
from cli.commanding import Command


def test_check(run: Command) -> None:
    assert run("check") == (0, "No mistakes.\n", "")
    assert run("check", language="zh") == (0, "没有发现错误。\n", "")


def test_check_tells_mistakes_in_both_languages_and_for_the_forge(run: Command) -> None:
    (run.config.parent / "slogans/look-first.md").write_text("---\ntext: Look first\ncolour: red\n---\n")
    code, said, log = run("check")
    assert (code, log) == (1, "")
    assert said.startswith('slogans/look-first.md:3:1: colour: there is no field "colour" here.\n  Mend: use one of ')
    assert said.endswith("\n1 mistake. Nothing was made.\nMore about it: broadside explain field-unknown\n")
    assert run("check", language="zh")[1].startswith("slogans/look-first.md:3:1: colour：这里没有名为“colour”的字段。\n")
    code, said, _ = run("--format", "github", "check")
    assert (code, said.split(",")[0]) == (1, "::error file=slogans/look-first.md")


def test_a_warning_stops_nothing_unless_it_is_asked_to(run: Command) -> None:
    docs = run.config.parent / "docs"
    (docs / "a.md").write_text("---\ntitle: A\nrevised: 2027-03-01\n---\nWords.\n")
    (docs / "a.zh.md").write_text("---\ntitle: 甲\n---\n字。\n")
    code, said, _ = run("check")
    assert (code, said.splitlines()[0]) == (
        0,
        "docs/a.zh.md:2:8: warning: the original docs/a.md was revised on 2027-03-01; this translation does not follow it yet.",
    )
    assert said.endswith("\nNo mistakes. 1 warning.\nMore about it: broadside explain translation-older\n")
    assert run("check", "--strict") == (1, said, "")
    assert run("--format", "github", "check")[:2] == (0, run("--format", "github", "check", "--strict")[1])
    assert run("addresses")[0] == 0
    (docs / "b.md").write_text("")
    code, said, _ = run("check")
    assert (code, said.splitlines()[-2]) == (1, "1 mistake. Nothing was made. 1 warning.")


def test_the_addresses_are_recorded_and_then_missed(run: Command) -> None:
    code, said, _ = run("addresses")
    assert (code, said.strip()) == (0, str(run.config.parent / "docs/addresses.yml"))
    (run.config.parent / "slogans/look-first.md").rename(run.config.parent / "slogans/look-twice.md")
    code, said, _ = run("check")
    assert code == 1
    assert "the address /slogans/look-first was published" in said


def test_check_reports_to_other_programs(run: Command) -> None:
    assert run("--format", "gitlab", "check") == (0, "[]\n", "")
    (run.config.parent / "slogans/look-first.md").write_text("---\ntext: Look first\ncolour: red\n---\n")
    code, said, _ = run("--format", "gitlab", "check")
    assert (code, [issue["check_name"] for issue in json.loads(said)]) == (1, ["field-unknown"])
    for language, folder in (("en", ""), ("zh", "zh/")):
        code, said, _ = run("--format", "sarif", "check", language=language)
        (rule,) = json.loads(said)["runs"][0]["tool"]["driver"]["rules"]
        assert (code, rule["helpUri"]) == (1, f"https://safety.example/{folder}contributing/rules/field-unknown/")
    run.config.write_text("site_name: [")
    code, said, _ = run("--format", "sarif", "check")
    assert (code, "helpUri" in said) == (1, False)


def test_a_rule_is_explained(run: Command) -> None:
    code, said, _ = run("explain", "carrier-unknown", "yaml-tab", language="zh")
    assert (code, said) == (0, f"{explain('carrier-unknown', 'zh')}\n\n\n{explain('yaml-tab', 'zh')}\n")
    assert run("explain") == (0, "\n".join(list_rules()) + "\n", "")
    assert run("explain", "carier-unknown") == (
        2,
        "",
        "There is no rule carier-unknown; the nearest is carrier-unknown. All of them are listed by: broadside explain\n",
    )
    assert run("explain", "xyz", language="zh")[2] == "没有规则 xyz。要看全部规则，请运行：broadside explain\n"
