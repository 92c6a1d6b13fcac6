"""The widgets of the form: each field's shape in what Decap CMS knows."""

from __future__ import annotations

from typing import Any

import pytest

from broadside.catalog import Catalog
from broadside.forms.choices import list_choices
from broadside.forms.widgets import make_widget

from .test_fields import find


def show(kind: str, name: str, catalog: Catalog, language: str = "en") -> dict[str, Any]:
    return make_widget(find(kind, name, language), list_choices(catalog, language), ("en", "zh"))


@pytest.mark.parametrize(
    ("kind", "name", "some"),
    [
        ("notice", "title", {"widget": "string", "required": True}),
        ("notice", "summary", {"widget": "text", "required": False}),
        ("notice", "date", {"widget": "datetime", "format": "YYYY-MM-DD", "time_format": False, "default": ""}),
        ("notice", "pinned", {"widget": "boolean", "default": False}),
        ("slogan", "seconds", {"widget": "number", "value_type": "int", "min": 3, "max": 120}),
        ("slogan", "figure", {"widget": "string", "pattern": ["^.{1,6}$", "For the design “tally”: 6 characters at most."]}),
        ("slogan", "topics", {"widget": "select", "multiple": True}),
        ("slogan", "together", {"widget": "select", "multiple": True, "max": 3}),
        ("knowledge", "topics", {"widget": "select", "multiple": True, "min": 1, "required": True}),
        ("lesson", "severity", {"widget": "select", "required": True}),
        ("lesson", "discussion", {"widget": "list"}),
        ("campaign", "plan", {"widget": "list", "summary": "{{fields.task}}"}),
        ("notice", "attachments", {"widget": "list"}),
    ],
)
def test_a_field_gets_its_widget(kind: str, name: str, some: dict[str, Any], catalog: Catalog) -> None:
    widget = show(kind, name, catalog)
    assert {key: widget.get(key) for key in some} == some


def test_choices_are_shown_by_name_and_written_by_value(catalog: Catalog) -> None:
    assert {"value": "near-miss", "label": "未遂"} in show("lesson", "severity", catalog, "zh")["options"]
    assert {"value": "cloth", "label": "Cloth"} in show("slogan", "design", catalog)["options"]
    see = {each["value"]: each["label"] for each in show("slogan", "see", catalog)["options"]}
    assert see["knowledge/lifting"] == catalog.entries["knowledge/lifting"].say("title", "en")


def test_names_that_are_the_same_are_told_apart(catalog: Catalog) -> None:
    choices = {**list_choices(catalog, "en"), "designs": {"a": "Same", "b": "Same", "c": "Other"}}
    labels = [option["label"] for option in make_widget(find("slogan", "design"), choices, ())["options"]]
    assert labels == ["Same (a)", "Same (b)", "Other"]


def test_words_have_a_field_a_language_and_none_is_needed(catalog: Catalog) -> None:
    widget = show("slogan", "text", catalog)
    assert widget["widget"] == "object"
    assert [(each["name"], each["label"], each["required"]) for each in widget["fields"]] == [
        ("en", "English", False),
        ("zh", "中文", False),
    ]


def test_what_is_left_out_as_a_whole_needs_no_part(catalog: Catalog) -> None:
    assert [each["required"] for each in show("slogan", "photo", catalog)["fields"]] == [False] * 4
    assert [each["required"] for each in show("lesson", "closure", catalog)["fields"]] == [True] * 4


def test_files_are_put_where_the_check_looks_for_them(catalog: Catalog) -> None:
    photo = show("slogan", "photo", catalog)["fields"][0]
    assert (photo["widget"], photo["media_folder"], photo["public_folder"]) == ("image", "/slogans/photos", "photos")
    attachment = show("notice", "attachments", catalog)["field"]
    assert (attachment["widget"], attachment["media_folder"], attachment["public_folder"]) == ("file", "", "")
