"""The lint over a whole site: what it reads, and where it says what it finds."""

from __future__ import annotations

from pathlib import Path

from broadside.catalog.wording import WORDING_FILE, read_wording
from sites import REPOSITORY, find_problems, make_small_site

LESSON = """---
title: A careless step
date: 2026-03-04
severity: injury
basis: illustrative
topics: [height]
closure: {causes: Found., accountability: Dealt with., measures: In place., education: Given.}
---
## What happened

## Why it happened

## What we learned

## What to do
"""


def test_without_a_list_no_words_are_looked_for(tmp_path: Path) -> None:
    assert find_problems(make_small_site(tmp_path, {"docs/lessons/fall.md": LESSON})) == ()


def test_an_office_s_telephone_is_on_the_list(tmp_path: Path) -> None:
    page = "---\ntitle: On duty\n---\nRing 138 0013 8000.\n"
    assert [problem.rule for problem in find_problems(make_small_site(tmp_path / "a", {"docs/duty.md": page}))] == ["number-mobile"]
    files = {"docs/duty.md": page, WORDING_FILE: "phones: ['13800138000']\n"}
    assert find_problems(make_small_site(tmp_path / "b", files)) == ()


def test_a_slogan_s_words_in_each_language(tmp_path: Path) -> None:
    files = {
        "slogans/hat.md": "---\ntext: {en: Hard hat on, zh: 戴好硬帽}\n---\n",
        WORDING_FILE: "avoid: {en: {硬帽: never}, zh: {硬帽: 安全帽}}\n",
    }
    (problem,) = find_problems(make_small_site(tmp_path, files))
    assert (problem.path, problem.line, problem.column, problem.rule) == ("slogans/hat.md", 2, 29, "word-listed")


def test_guides_may_speak_of_any_word_but_name_nobody(tmp_path: Path) -> None:
    files = {
        "docs/contributing/words.md": "---\ntitle: Words\n---\nNot equipments. Not 13800138000.\n",
        WORDING_FILE: "avoid: {en: {equipments: equipment}}\n",
    }
    assert [problem.rule for problem in find_problems(make_small_site(tmp_path, files))] == ["number-mobile"]


def test_the_repository_s_own_list() -> None:
    words, parsed, problems = read_wording(REPOSITORY)
    assert parsed is not None
    assert problems == ()
    assert words.avoid.keys() == words.blame.keys() == {"en", "zh"}
    for listed in words.avoid.values():
        for each, better in listed.said.items():
            assert better is None or [*listed.find(f"x {each} x")] == [(2, each, better)], each
