"""A script that is longer than its slot in one language alone is refused there."""

from __future__ import annotations

from pathlib import Path

from sites import find_problems, make_small_site

SCRIPT = "---\ntitle: Gate\nwhen: [entrance]\nseconds: 20\n---\n\nLook up before you cross.\n"


def test_each_language_has_its_own_time(tmp_path: Path) -> None:
    chinese = f"---\ntitle: 厂门\n---\n\n抬头看。\n\n{'过路口先看车。' * 12}\n"
    root = make_small_site(tmp_path, {"docs/scripts/gate.md": SCRIPT, "docs/scripts/gate.zh.md": chinese})
    (problem,) = find_problems(root)
    assert (problem.rule, problem.path, problem.line) == ("script-too-long", "docs/scripts/gate.zh.md", 7)
    assert dict(problem.facts)["over"] == "2"  # 75 characters at 200 a minute


def test_a_slot_may_be_filled_to_the_second(tmp_path: Path) -> None:
    words = "word " * 43  # 43 of 130 words a minute: 19.8 seconds
    assert (
        find_problems(make_small_site(tmp_path, {"docs/scripts/gate.md": SCRIPT.replace("Look up before you cross.", words)})) == ()
    )
