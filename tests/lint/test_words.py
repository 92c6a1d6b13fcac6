"""The editors' list: which words are found, and in what they are left alone."""

from __future__ import annotations

import pytest

from broadside.frontmatter import parse_document
from broadside.lint import check_words, make_word_list, make_writings

LIST = make_word_list(
    {
        "en": {"hidden danger*": "hazard", "safe production": "safe working", "equipments": "equipment", "Trainings": "training"},
        "zh": {"硬帽": "安全帽", "安全KPI": "指标"},
    },
    {"en": ["Safe Production Month"]},
    {"en": ["careless*"]},
    ["+86 138-0013-8000"],
)


def find(body: str, language: str = "en", head: str = "title: A") -> list[str]:
    parsed, _ = parse_document("docs/a.md", f"---\n{head}\n---\n{body}\n".encode())
    problems = [each for writing in make_writings("docs/a.md", "page", parsed, language, {}) for each in check_words(writing, LIST)]
    return [dict(problem.facts)["value"] for problem in problems]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("A hidden danger.", ["hidden danger"]),
        ("Hidden Dangers, HIDDEN DANGER", ["Hidden Danger", "HIDDEN DANGER"]),
        ("New equipments came. An equipmentsman did not.", ["equipments"]),
        ("Unhidden danger, unsafe production", []),
        ("Safe Production Month; safe production monthly", ["safe production"]),
        ("**trainings**", ["trainings"]),
        ("A hidden\ndanger in Safe Production\nMonth", ["hidden danger"]),
        ("\u0130\u0130 trainings", ["trainings"]),
        ('"hidden danger" and `trainings` and “equipments”', []),
    ],
)
def test_words_in_english(body: str, found: list[str]) -> None:
    assert find(body) == found


@pytest.mark.parametrize(("body", "found"), [("请戴硬帽。", ["硬帽"]), ("看安全kpi表", ["安全kpi"]), ("“硬帽”应写作安全帽", [])])
def test_words_in_chinese(body: str, found: list[str]) -> None:
    assert find(body, "zh") == found


def test_every_language_has_its_own_words() -> None:
    assert find("硬帽 hidden danger", "de") == []


def test_titles_of_sources_are_others_own() -> None:
    assert find("", head="title: Trainings\nsource: On hidden danger") == ["Trainings"]


def test_phones_are_kept_as_digits() -> None:
    assert LIST.phones == {"13800138000"}


def test_hits_without_number_end() -> None:
    body = "equipments `" * 9_000
    assert len(find(body)) <= 20
    assert len(find("“" + body + "”", "zh")) == 0


def test_an_entry_of_a_star_alone_is_none() -> None:
    listed = make_word_list({"en": {"*": "x", "b*": "y"}}, {}, {"en": ["*"]}, [])
    assert [*listed.avoid["en"].find("a b")] == [(2, "b", "y")]
    assert [*listed.blame["en"].find("a b")] == []
