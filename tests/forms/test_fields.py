"""The fields of a kind: their order, their shape, their limits, and words that agree with the kinds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from broadside.forms.fields import Field, make_fields, write_choices
from broadside.kinds import KINDS
from broadside.texts import LANGUAGES, read_texts


def find(kind: str, name: str, language: str = "en") -> Field:
    return next(field for field in make_fields(kind, language) if field.name == name)


def walk(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from walk((field.item or field).inside)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_its_words_in_every_language(kind: str, language: str) -> None:
    fields = make_fields(kind, language)
    assert {field.name for field in fields} == set(KINDS[kind].model_fields)
    assert [field.name for field in walk(fields) if not (field.label and field.use and field.hint)] == []
    assert [field.name for field in walk(fields) if "`" in field.hint or "{" in field.hint.replace("{en", "")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_have_no_field_that_a_kind_has_not(language: str) -> None:
    texts = read_texts(language)["fields"]
    every = {name for kind in KINDS.values() for name in kind.model_fields}
    assert texts["all"].keys() <= every
    for kind, model in KINDS.items():
        assert texts[kind].keys() <= model.model_fields.keys(), kind
        for field in make_fields(kind, language):
            inside = texts[kind].get(field.name, {}).get("inside", {})
            assert list(inside) == [each.name for each in (field.item or field).inside], (kind, field.name)


def test_title_and_summary_come_first_then_the_kind_s_own_then_those_of_all() -> None:
    names = [field.name for field in make_fields("notice", "en")]
    assert names[:5] == ["title", "summary", "date", "unit", "number"]
    assert names[-4:] == ["topics", "season", "audience", "revised"]
    assert [field.name for field in make_fields("slogan", "en")][:2] == ["text", "design"]


@pytest.mark.parametrize(
    ("kind", "name", "shape", "of"),
    [
        ("slogan", "text", "words", None),
        ("slogan", "design", "words", "designs"),
        ("campaign", "design", "text", "designs"),
        ("slogan", "topics", "list", "topics"),
        ("slogan", "see", "list", "documents"),
        ("slogan", "seconds", "whole", None),
        ("slogan", "photo", "object", None),
        ("notice", "date", "date", None),
        ("notice", "pinned", "yes-no", None),
        ("notice", "supersedes", "text", "notices"),
        ("activity", "starts", "moment", None),
        ("activity", "agenda", "list", None),
        ("blackboard", "letter_mm", "number", None),
        ("blackboard", "columns", "list", None),
    ],
)
def test_a_field_has_its_shape_and_its_list(kind: str, name: str, shape: str, of: str | None) -> None:
    field = find(kind, name)
    assert (field.shape, field.of) == (shape, of)


def test_limits_and_choices_are_those_of_the_kinds() -> None:
    assert (find("slogan", "seconds").least, find("slogan", "seconds").most) == (3, 120)
    assert find("slogan", "figure").most == 6
    assert "6 characters" in find("slogan", "figure").use
    assert "`width_mm` from 1000 to 12000" in find("blackboard", "board").use
    assert find("blackboard", "letter_mm").use.endswith("from 35 to 120. Left out: 60.")
    assert find("notice", "pinned").use.endswith("Left out: `false`.")
    assert next(iter(find("lesson", "severity", "zh").choices.items())) == ("near-miss", "未遂")
    assert find("campaign", "palette").inside[0].shape == "colour"
    assert [each.name for each in find("campaign", "plan").inside] == []
    item = find("campaign", "plan").item
    assert item is not None
    assert [each.is_required for each in item.inside] == [True, True, True, False, False]


def test_what_a_translation_says_anew_is_marked() -> None:
    assert {field.name for field in make_fields("lesson", "en") if field.is_translated} == set(KINDS["lesson"].translated)
    assert not any(field.is_translated for field in make_fields("slogan", "en"))


def test_choices_are_written_with_names_that_say_more() -> None:
    assert write_choices({"a": "A", "team-leaders": "team leaders", "flood": "Flood season"}, "en") == (
        "`a`, `team-leaders` or `flood` (flood season)"
    )
    assert write_choices({"a": "甲", "b": "乙"}, "zh") == "`a` 甲、`b` 乙"
    assert write_choices({"a": "A"}, "en") == "`a`"
    assert write_choices({}, "en") == ""
