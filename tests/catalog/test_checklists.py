"""Checklists that hold: the same words may stand in two parts, and a translation may say less."""

from __future__ import annotations

from pathlib import Path

from sites import find_problems, make_site

LIST = """---
title: Ladders
topics: [height]
who: Team leader
often: Daily
groups:
  - {heading: Long ladders, items: [{look: Feet, right: Whole}]}
  - {heading: Short ladders, items: [{look: Feet, right: Whole}, {look: Hooks, right: There}]}
---
"""


def find(root: Path, translation: str) -> list[tuple[int, str]]:
    files = {"docs/checklists/ladders.md": LIST, "docs/checklists/ladders.zh.md": f"---\ntitle: 梯子\n{translation}---\n"}
    return [(each.line, each.rule) for each in find_problems(make_site(root, files))]


def test_one_thing_in_two_parts_is_looked_at_twice(tmp_path: Path) -> None:
    assert find(tmp_path, "who: 班组长\n") == []


def test_as_many_items_in_other_parts_are_another_list(tmp_path: Path) -> None:
    parts = (
        "  - {heading: 长, items: [{look: 脚, right: 好}, {look: 钩, right: 有}]}\n"
        "  - {heading: 短, items: [{look: 脚, right: 好}]}\n"
    )
    assert find(tmp_path, f"groups:\n{parts}") == [(3, "checklist-translation")]
