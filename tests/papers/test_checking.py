"""A character that no font has is found before anything is printed, at its place."""

from __future__ import annotations

from pathlib import Path

from sites import find_problems, make_site

NOTICE = "---\ntitle: {title}\ndate: 2027-06-16\nunit: group\n---\nAll take part.\n\nBring {thing}.\n"


def test_a_blank_on_paper_is_a_mistake_with_its_place(tmp_path: Path) -> None:
    files = {
        "docs/notices/rain.md": NOTICE.format(title="Rain", thing="a ☂"),
        "docs/notices/rain.zh.md": "---\ntitle: 雨 ☂\n---\n带伞。\n",
        "docs/notices/sun.md": NOTICE.format(title="Sun", thing="a hat, 帽子, шляпу"),
    }
    found = find_problems(make_site(tmp_path, files))
    assert [(each.path, each.line, each.column, each.rule) for each in found] == [
        ("docs/notices/rain.md", 8, 9, "paper-glyph"),
        ("docs/notices/rain.zh.md", 2, 10, "paper-glyph"),
    ]


QUIZ = """\
---
title: Rain
topics: [ppe]
questions:
  - ask: Who bathes?
    kind: single
    why: W.
    see: knowledge/rain
    answers: [{text: A fish \U0001f41f, right: true}, {text: A fisherman}, {text: A cat}]
---
"""
ARTICLE = "---\ntitle: Rain\nkind: skill\ntopics: [ppe]\nreviewed: 2027-06-01\n---\nWords.\n"


def test_whatever_is_printed_of_a_head_is_looked_at(tmp_path: Path) -> None:
    files = {
        "docs/knowledge/rain.md": ARTICLE,
        "docs/quizzes/rain.md": QUIZ,
    }
    found = find_problems(make_site(tmp_path, files))
    assert [(each.path, each.line, each.rule) for each in found] == [("docs/quizzes/rain.md", 9, "paper-glyph")]
