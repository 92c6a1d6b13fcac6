"""The schemas: every document of the repository holds them, and what the check refuses they refuse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from broadside.catalog import Catalog
from broadside.forms.choices import list_choices
from broadside.forms.fields import make_fields
from broadside.forms.schema import make_schema
from broadside.frontmatter import parse_document, parse_yaml
from broadside.kinds import KINDS, name_kind
from broadside.texts import LANGUAGES
from sites import REPOSITORY

DOCUMENTS = sorted(
    path.relative_to(REPOSITORY).as_posix() for folder in ("slogans", "docs") for path in (REPOSITORY / folder).rglob("*.md")
)


def find_faults(schema: dict[str, Any], values: object) -> list[str]:
    return [f"{list(error.path)}: {error.message}" for error in Draft7Validator(schema).iter_errors(values)]


def read_front(path: Path) -> object:
    """Return the front matter as an editor's program has it: nothing where it is empty."""
    parsed, problems = parse_document(path.name, path.read_bytes(), required=False)
    assert problems == ()
    return dict(parsed.values) or None


@pytest.mark.parametrize("kind", KINDS)
def test_every_document_holds_its_schema(kind: str, catalog: Catalog) -> None:
    choices = list_choices(catalog, "en")
    schemas = {turned: make_schema(kind, choices, translation=turned) for turned in (False, True)}
    for schema in schemas.values():
        Draft7Validator.check_schema(schema)
    paths = [path for path in DOCUMENTS if name_kind(path) == kind]
    assert paths
    wrong = [(path, find_faults(schemas[path.endswith(".zh.md")], read_front(REPOSITORY / path))) for path in paths]
    assert [(path, faults) for path, faults in wrong if faults] == []


@pytest.mark.parametrize(
    ("kind", "front", "path"),
    [
        ("slogan", "text: Look first\ntopics: [liftng]", ["topics", 0]),
        ("slogan", "text: Look first\ncolour: red", []),
        ("slogan", "topics: [lifting]", []),
        ("slogan", "text: {xx: Look first}", ["text"]),
        ("slogan", "text: Look first\ndesign: {zh: cuplet}", ["design"]),
        ("slogan", "text: Look first\ntogether: [en]", ["together"]),
        ("slogan", "text: Look first\nseconds: 2", ["seconds"]),
        ("slogan", "text: Look first\nphoto: {file: a.jpg, alt: A, focus: [0.5, 2]}", ["photo", "focus", 1]),
        ("notice", "title: A\ndate: 2027-06-01\nunit: nobody", ["unit"]),
        ("lesson", "title: A\ndate: 2027-06-01\nseverity: bad\nbasis: illustrative\ntopics: [fire]", ["severity"]),
        ("campaign", "title: A\ntheme: B\nstarts: 2027-06-01\nends: 2027-06-30\npalette: {primary: red, accent: '#ffffff'}", None),
        ("page", "hide: [header]", ["hide", 0]),
    ],
)
def test_what_is_wrong_is_refused_at_its_place(kind: str, front: str, path: list[str | int] | None, catalog: Catalog) -> None:
    values = dict(parse_yaml("", front)[0].values)
    errors = list(Draft7Validator(make_schema(kind, list_choices(catalog, "en"))).iter_errors(values))
    assert path is None or path in [list(error.path) for error in errors]
    assert errors


def test_a_translation_says_only_what_differs(catalog: Catalog) -> None:
    schema = make_schema("notice", list_choices(catalog, "en"), translation=True)
    assert find_faults(schema, {"title": "通知", "number": "31号"}) == []
    assert find_faults(schema, {"title": "通知", "date": "2027-06-01"})
    assert find_faults(schema, {"summary": "摘要"})
    assert find_faults(make_schema("slogan", {}, translation=True), None) == []


def test_a_list_that_is_not_given_leaves_its_ids_free() -> None:
    assert find_faults(make_schema("slogan", {}), {"text": "A", "topics": ["any"], "see": ["notices/a"]}) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_legal(kind: str, language: str) -> None:
    schema = make_schema(kind, {})
    for field in make_fields(kind, language):
        assert field.example or field.inside or (field.item and field.item.inside) or (kind, field.name) == ("campaign", "campaign")
        if field.example:
            text = f"\n{field.example}" if field.example.startswith("- ") else field.example
            parsed, problems = parse_yaml("", f"{field.name}: {text}")
            assert problems == ()
            assert find_faults(schema["properties"][field.name], parsed.values[field.name]) == [], field.name


def test_a_field_is_described_in_every_language_with_its_example() -> None:
    date = make_schema("notice", {})["properties"]["date"]
    assert "The day it was issued" in date["description"]
    assert "发布日期" in date["description"]
    assert date["examples"] == ["2026-11-20"]
    task = make_schema("campaign", {})["properties"]["plan"]["items"]["properties"]["due"]
    assert task["description"] == "Due: The day by which it is done.\n\n期限: 最迟哪天做完。"
