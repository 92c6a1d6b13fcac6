"""From a model's refusal to a message at its place; the whole messages are compared in tests/test_invalid.py."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, field_validator

from broadside.catalog.data import Carrier, Design
from broadside.catalog.validating import LIMITS, RULES, check_values, make_translation_model, name_field
from broadside.frontmatter import parse_yaml
from broadside.kinds import KINDS, Campaign, Knowledge, Lesson, Slogan
from broadside.problems import Problem
from broadside.texts import read_texts


def check(model: type[BaseModel], text: str) -> list[Problem]:
    parsed, problems = parse_yaml("a.yml", text)
    assert not problems
    return list(check_values(model, "a.yml", parsed)[1])


def places(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(problem.rule, problem.line, problem.column) for problem in problems]


def test_values_that_hold_become_the_model() -> None:
    parsed, _ = parse_yaml("a.yml", "title: A\nkind: skill\ntopics: [fire]\n")
    model, problems = check_values(Knowledge, "a.yml", parsed)
    assert problems == ()
    assert model is not None
    assert (model.title, model.kind, model.topics) == ("A", "skill", ("fire",))


def test_a_record_inside_a_file_has_its_own_places() -> None:
    parsed, _ = parse_yaml("a.yml", "poster:\n  group: poster\n  width_mm: 0\n")
    _, problems = check_values(Carrier, "a.yml", parsed, ("poster",))
    assert ("field-range", 3, 13) in places(list(problems))
    assert {problem.line for problem in problems if problem.rule == "field-missing"} == {1}
    assert all(dict(problem.facts)["field"].startswith("poster ") for problem in problems)


def test_a_record_that_says_nothing_lacks_everything() -> None:
    parsed, _ = parse_yaml("a.yml", "poster:\n")
    _, problems = check_values(Carrier, "a.yml", parsed, ("poster",))
    assert {problem.rule for problem in problems} == {"field-missing"}
    parsed, _ = parse_yaml("a.yml", "poster: A3\n")
    assert [problem.rule for problem in check_values(Carrier, "a.yml", parsed, ("poster",))[1]] == ["field-map"]


def test_choices_are_listed_wherever_they_stand() -> None:
    lesson = next(problem for problem in check(Lesson, "severity: bad\n") if problem.rule == "choice-unknown")
    assert "near-miss, injury, fatality, loss" in lesson.mend()
    in_list = next(problem for problem in check(Slogan, "text: A\naudience: [all]\n"))
    assert (in_list.line, in_list.column) == (2, 12)
    assert "everyone, frontline" in in_list.mend()
    in_keys = next(problem for problem in check(Design, "slots: {oval: {}}\n") if problem.rule == "choice-unknown")
    assert "tall, portrait, landscape, wide, strip" in in_keys.mend()


def test_a_wrong_item_is_one_mistake() -> None:
    assert places(check(Knowledge, "title: A\nkind: skill\ntopics: [{a: b}]\n")) == [("field-text", 3, 10)]
    assert places(check(Knowledge, "title: A\nkind: skill\ntopics: []\n")) == [("field-empty", 3, 9)]


def test_nested_fields_are_listed_by_their_own_model() -> None:
    problem = next(item for item in check(Campaign, "plan: [{taks: A}]\n") if item.rule == "field-unknown")
    assert problem.mend() == 'use one of deliverable, done, due, owner, task; nearest is "task".'
    assert problem.what().startswith("plan 1 taks: ")


@pytest.mark.parametrize("rule", sorted({*RULES.values(), "field-other", "date-impossible"}))
def test_every_rule_has_words(rule: str) -> None:
    assert set(read_texts("en")["problems"]["rules"][rule]) == {"what", "mend"}


class Odd(BaseModel):
    """A model with a rule that today's kinds do not have."""

    size: int

    @field_validator("size")
    @classmethod
    def refuse(cls, value: int) -> int:
        """Refuse every value."""
        message = f"{value} is odd"
        raise ValueError(message)


def test_a_rule_without_words_of_its_own_is_told_in_the_librarys() -> None:
    assert check(Odd, "size: 3\n")[0].what() == 'size: "3" cannot be used (Value error, 3 is odd).'


def test_limits_are_written_in_signs() -> None:
    assert set(LIMITS) == {"gt", "ge", "lt", "le"}
    assert check(Slogan, "text: A\nphoto: {file: a, alt: b, focus: [-1, 0]}\n")[0].what() == (
        "photo focus 1: -1 is outside what makes sense (≥ 0)."
    )


@pytest.mark.parametrize(("location", "name"), [((), ""), (("plan", 1, "due"), "plan 2 due"), (("text", "en"), "text en")])
def test_fields_are_named_as_an_editor_counts(location: tuple[str | int, ...], name: str) -> None:
    assert name_field(location) == name


@pytest.mark.parametrize("kind", KINDS)
def test_a_translation_has_the_translated_fields_only(kind: str) -> None:
    model: Any = make_translation_model(KINDS[kind])
    assert set(model.model_fields) == {*KINDS[kind].translated, "revised"}
    required = {name for name, info in model.model_fields.items() if info.is_required()}
    assert required == ({"title"} & set(KINDS[kind].translated) if kind != "page" else set())
