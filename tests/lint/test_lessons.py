"""Blame in lessons: what is warned of, and what must not be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.frontmatter import parse_document
from broadside.kinds import Lesson
from broadside.lint import check_characters, check_lesson, check_words, make_word_list, make_writings

WORDS = make_word_list({}, {}, {"en": ["careless*", "violated"], "zh": ["违章", "粗心"]}, [])


def find(language: str, *sections: str, head: str = "title: A fall") -> list[tuple[str, str]]:
    body = "\n\n".join(f"## {name}\n\n{text}" for name, text in zip(Lesson.sections[language], sections, strict=False))
    parsed, _ = parse_document("docs/lessons/a.md", f"---\n{head}\n---\n{body}\n".encode())
    (writing,) = make_writings("docs/lessons/a.md", "lesson", parsed, language, {})
    return [(problem.rule, dict(problem.facts).get("value", "")) for problem in check_lesson(writing, WORDS)]


@pytest.mark.parametrize(
    "why",
    [
        "Mr Miller was careless.",
        "Mrs. Jane Miller violated the rule.",
        "John Smith, who was tired, had been careless.",
        "The driver Li Wei violated it.",
    ],
)
def test_a_person_beside_blame(why: str) -> None:
    assert [rule for rule, _ in find("en", "It slid.", why)] == ["person-blamed"]


@pytest.mark.parametrize(
    "why",
    [
        "Mr Miller left. A careless word followed.",
        "Mr Miller reported that the rule was violated.",
        "Piper Alpha violated nothing.",
        "The Health Executive found that the rule was violated.",
        "Li Wei was the first to help.",
        "The rule was violated, as Mr Miller knew.",
        "“Mr Miller was careless”, people said.",
    ],
)
def test_a_person_apart_from_blame(why: str) -> None:
    assert find("en", "It slid.", why) == []


@pytest.mark.parametrize(
    ("why", "name"), [("钳工王伟违章登梯。", "王伟"), ("张国强粗心。", "张国强"), ("由陈志刚带头违章。", "陈志刚")]
)
def test_a_person_beside_blame_in_chinese(why: str, name: str) -> None:
    assert find("zh", "梯子滑了。", why) == [("person-blamed", name)]


@pytest.mark.parametrize(
    "why",
    [
        "王某违章登梯。",
        "张××违章。",
        "工程建设单位违章指挥。",
        "由于建设单位违章。",
        "王伟发现有人违章。",
        "高处作业违章。",
        "王伟先救人。随后有人违章。",
        "司机高速行驶违章。",
        "严重违章。",
        "林区违章用火。",
        "黄线内违章停车。",
        "许多人违章。",
        "施工人员违章。",
        "马上停下违章作业。",
    ],
)
def test_what_is_no_person_in_chinese(why: str) -> None:
    assert find("zh", "梯子滑了。", why) == []


def test_judgement_before_the_reasons() -> None:
    assert find("en", "A careless step.", "A careless step.") == [("blame-first", "careless")]
    assert find("zh", "他违章下梯。", "违章。", head="title: 粗心的一步\nsource: 违章调查报告") == [
        ("blame-first", "粗心"),
        ("blame-first", "违章"),
    ]
    assert find("en", "It slid.", "A careless step.", head="title: A\nclosure: {causes: Careless.}") == []


def test_sections_in_their_order() -> None:
    assert find("en", "a", "b", "c", "d") == []
    parsed, _ = parse_document("docs/lessons/a.md", "---\ntitle: A\n---\n## 原因\n\n## 事情经过\n\n## 别的\n\n## 教训\n".encode())
    (writing,) = make_writings("docs/lessons/a.md", "lesson", parsed, "zh", {})
    (problem,) = check_lesson(writing, WORDS)
    assert (problem.rule, problem.line, dict(problem.facts)["section"]) == ("sections-order", 6, "事情经过")


def test_a_lesson_in_another_language_has_no_sections_to_check() -> None:
    parsed, _ = parse_document("docs/lessons/a.md", b"---\ntitle: A\n---\n## Warum\n\nCareless.\n")
    (writing,) = make_writings("docs/lessons/a.md", "lesson", parsed, "de", {})
    assert [*check_lesson(writing, WORDS)] == []


PIECES = st.sampled_from(
    [
        "Mr Miller",
        "王伟",
        "careless",
        "违章",
        "## 原因\n",
        "## What happened\n",
        "`",
        "“",
        "”",
        ". ",
        "。",
        "\n",
        " ",
        "İ",
        "\x00",
        "𠀀",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30), st.sampled_from(["en", "zh", "de"]))
def test_no_words_crash_the_lint(pieces: list[str], language: str) -> None:
    body = "".join(pieces)
    parsed, problems = parse_document("docs/lessons/a.md", f"---\ntitle: A\n---\n{body}".encode(errors="ignore"))
    if not problems:
        for writing in make_writings("docs/lessons/a.md", "lesson", parsed, language, {}):
            lines = parsed.body.split("\n")
            for problem in (*check_lesson(writing, WORDS), *check_words(writing, WORDS), *check_characters(writing, "Hans")):
                assert 1 <= problem.line - parsed.body_line + 1 <= len(lines) or problem.line == 2
