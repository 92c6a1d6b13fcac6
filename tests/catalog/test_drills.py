"""What the check finds in drills, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

from sites import find_problems, make_site

DRILL = """---
title: Water
topics: [flood]
scenario: Water comes in.
roles: [{{post: Gate, does: Opens}}]
timeline: [{{minute: 3, what: Alarm, who: Gate}}, {{minute: 3, what: Count, who: Gate}}]
criteria: [{{look: Alarm, expected: Heard}}]
emergency: {{first: [Climb.], call: [{{post: Gate}}], assembly: Gate 2}}
{more}
---
"""


def find(root: Path, more: str, translation: str = "") -> list[tuple[str, int, str]]:
    files = {"docs/drills/water.md": DRILL.format(more=more)}
    if translation:
        files["docs/drills/water.zh.md"] = f"---\ntitle: 水\n{translation}\n---\n"
    return [(each.path.rsplit("/", 1)[-1], each.line, each.rule) for each in find_problems(make_site(root, files))]


def test_two_things_in_one_minute_are_in_order(tmp_path: Path) -> None:
    assert find(tmp_path, "signs: [here, left, right, ahead]") == []


def test_nothing_is_mended_before_it_was_found(tmp_path: Path) -> None:
    row = "{found: 2026-06-26, what: A lamp, owner: Gate, due: 2026-06-20, done: 2026-06-21}"
    assert find(tmp_path, f"findings:\n  - {row}") == [("water.md", 10, "dates-order"), ("water.md", 10, "dates-order")]


def test_a_translation_may_say_less_but_nothing_else(tmp_path: Path) -> None:
    assert find(tmp_path / "less", "", "scenario: 进水。") == []
    roles = "roles: [{post: 门岗, does: 开门}]\ntimeline: [{minute: 3, what: 报警, who: 门岗}, {minute: 3, what: 点名, who: 门岗}]"
    assert find(tmp_path / "whole", "", roles) == []
    assert find(tmp_path / "more", "", "criteria: [{look: 警报, expected: 听到}, {look: 门, expected: 开}]") == [
        ("water.zh.md", 3, "drill-translation")
    ]
    # Only the posts are translated: the timeline still names the original's.
    assert {rule for _, _, rule in find(tmp_path / "half", "", "roles: [{post: 门岗, does: 开门}]")} == {"drill-role-unknown"}
