"""The form's collections: every kind and its translations, at the folders and names that the check wants."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType
from typing import Any

import pytest

from broadside.catalog import Catalog
from broadside.forms.collections import list_collections, list_languages, list_marks
from broadside.kinds import FOLDERS, KINDS
from broadside.texts import LANGUAGES


def find(name: str, catalog: Catalog, language: str = "en") -> dict[str, Any]:
    return next(each for each in list_collections(catalog, language) if each["name"] == name)


def test_every_kind_has_one_and_one_for_its_translations(catalog: Catalog) -> None:
    names = [each["name"] for each in list_collections(catalog, "zh")]
    assert names == [name for kind in KINDS for name in ([kind, f"{kind}-zh"] if kind != "page" else [kind])]
    for kind in KINDS:
        collection = find(kind, catalog)
        assert FOLDERS[f"{collection['folder']}/"] == kind
        assert {each["name"] for each in collection["fields"]} == {*KINDS[kind].model_fields, "address", "body"}


def test_a_translation_has_only_what_it_says_anew(catalog: Catalog) -> None:
    lesson = find("lesson-zh", catalog)
    assert [each["name"] for each in lesson["fields"]] == [
        "address",
        "title",
        "summary",
        "source",
        "closure",
        "discussion",
        "film",
        "revised",
        "body",
    ]
    assert [each["name"] for each in lesson["fields"] if each.get("required", True)] == ["address", "title"]
    assert (lesson["extension"], lesson["label"]) == ("zh.md", "Lessons in 中文")
    assert "filter" not in lesson
    assert find("lesson", catalog)["filter"] == {"field": "original", "value": "yes"}


def test_what_lacks_a_translation_is_offered(catalog: Catalog) -> None:
    entries = dict(catalog.entries)
    notice = next(key for key in entries if key.startswith("notices/2026/"))
    entries[notice] = dataclasses.replace(entries[notice], translations=MappingProxyType({}))
    offered = find("notice-zh", dataclasses.replace(catalog, entries=MappingProxyType(entries)))["fields"][0]["offered"]
    assert offered == (notice.removeprefix("notices/"),)


def test_notices_lie_by_year(catalog: Catalog) -> None:
    assert find("notice", catalog)["path"] == "{{year}}/{{slug}}"
    assert find("notice-zh", catalog)["path"] == "{{folder}}/{{slug}}"
    assert not any("path" in each for each in list_collections(catalog, "en") if not each["name"].startswith("notice"))


@pytest.mark.parametrize(("name", "address"), [("slogan", "slogans/{{slug}}/"), ("lesson-zh", "zh/lessons/{{slug}}/")])
def test_an_entry_leads_to_its_page(name: str, address: str, catalog: Catalog) -> None:
    assert find(name, catalog)["preview_path"] == address


def test_nothing_is_deleted_without_a_draft_and_only_slogans_are_rehearsed(catalog: Catalog) -> None:
    collections = list_collections(catalog, "en")
    assert not any(each["delete"] for each in collections)
    assert [each["name"] for each in collections if each["editor"]["preview"]] == ["slogan"]


def test_the_site_s_languages_come_first_then_those_in_use(catalog: Catalog) -> None:
    languages = list_languages(catalog)
    assert languages[:2] == ("en", "zh")
    assert {"th", "hi", "ar"} <= set(languages)
    assert "ja" not in languages


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "page"])
def test_an_original_is_told_from_a_translation(kind: str) -> None:
    marks = set(list_marks())
    assert marks & set(KINDS[kind].model_fields)
    assert not marks & set(KINDS[kind].translated)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_needed_stands_first(language: str, catalog: Catalog) -> None:
    names = [each["name"] for each in find("slogan", catalog, language)["fields"]]
    assert names[:4] == ["address", "text", "topics", "design"]
    assert names[-1] == "body"
