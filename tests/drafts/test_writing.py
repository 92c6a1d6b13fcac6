"""The text of new files: every field explained, what is known filled in, what is not left to the check."""

from __future__ import annotations

import unicodedata

import pytest

from broadside.catalog import Catalog
from broadside.drafts.writing import WIDTH, write_draft, write_outline, write_translation
from broadside.forms import list_choices, make_fields
from broadside.frontmatter import parse_document
from broadside.kinds import KINDS, MAKES
from broadside.texts import LANGUAGES


@pytest.mark.parametrize("kind", MAKES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_there_or_shown_in_a_comment(catalog: Catalog, kind: str, language: str) -> None:
    text = write_draft(kind, {}, language, list_choices(catalog, language), ("en", "zh"))
    parsed, problems = parse_document("a.md", text.encode())
    assert problems == ()
    for field in make_fields(kind, language):
        if field.name == kind:
            assert f"\n# {field.name}:" not in text
        else:
            assert (field.name in parsed.values) == field.is_required
            assert field.is_required or f"\n# {field.name}:" in text
    wide = [
        line
        for line in text.split("\n")
        if sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in line) > WIDTH + 8
    ]
    assert wide == []


@pytest.mark.parametrize("kind", MAKES)
def test_what_a_comment_shows_holds_without_its_sign(catalog: Catalog, kind: str) -> None:
    lines = write_draft(kind, {}, "en", list_choices(catalog, "en"), ("en", "zh")).split("\n")
    names = tuple(f"# {field.name}:" for field in make_fields(kind, "en"))
    bare = [line[2:] if line.startswith((*names, "#   ")) else line for line in lines]
    parsed, problems = parse_document("a.md", "\n".join(bare).encode())
    assert problems == ()
    assert set(parsed.values) == set(KINDS[kind].model_fields) - {kind}


def test_legal_values_are_those_of_the_site(catalog: Catalog) -> None:
    text = write_draft("slogan", {}, "zh", list_choices(catalog, "zh"), ("en",))
    assert "# 可填：electricity（用电安全）、height（高处作业）" in text
    assert "# 可填：spring 春季、summer 夏季、autumn 秋季、winter 冬季、flood 汛期。" in text
    assert "slogans/look-first" not in text  # a list that grows with the site


def test_a_lesson_has_its_sections(catalog: Catalog) -> None:
    text = write_draft("lesson", {}, "zh", list_choices(catalog, "zh"), ("en", "zh"))
    assert [line[3:] for line in text.split("\n") if line.startswith("## ")] == [*KINDS["lesson"].sections["en"]]
    text = write_translation("lesson", {"title": "一"}, "en", list_choices(catalog, "en"), "zh")
    assert [line[3:] for line in text.split("\n") if line.startswith("## ")] == [*KINDS["lesson"].sections["zh"]]
    assert "\ntitle: 一\n" in text
    assert "\n# closure:\n#   causes:\n" in text


@pytest.mark.parametrize("kind", MAKES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_outline_has_every_field_and_explains_none(kind: str, language: str) -> None:
    text = write_outline(kind, {"campaign": "month"}, language, ("en", "zh"), "https://a.example/guide/")
    parsed, problems = parse_document("a.md", text.encode())
    assert problems == ()
    head = text.split("---\n")[1].splitlines()
    assert "https://a.example/guide/" in head[0]
    fields = [field for field in make_fields(kind, language) if field.name != kind]
    for field in fields:
        assert (field.name in parsed.values) == (field.is_required or field.name == "campaign"), field.name
        assert any(line.removeprefix("# ").startswith(f"{field.name}:") for line in head), field.name
        assert field.hint not in text
    assert len(text) < len(write_draft(kind, {}, language, {}, ("en", "zh")))
