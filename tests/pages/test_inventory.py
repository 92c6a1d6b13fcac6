"""The catalog for other programs says what the documents say, and its schema describes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from broadside.pages.inventory import make_inventory

from .sites import DOCUMENTS, TALK, make_shelf


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return {made.address: json.loads(made.text) for made in make_inventory(make_shelf(tmp_path_factory.mktemp("s"), DOCUMENTS))}


def test_the_schema_describes_the_catalog(files: dict[str, Any]) -> None:
    schema, catalog = files["catalog.schema.json"], files["catalog.json"]
    validator = jsonschema.Draft202012Validator(schema)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator.validate(catalog)
    assert catalog["$schema"] == "catalog.schema.json"
    for spoilt in ({**catalog, "documents": [{"id": "x"}]}, {**catalog, "version": 2}, {**catalog, "more": 1}):
        assert not validator.is_valid(spoilt)


def test_it_says_what_a_document_says(files: dict[str, Any]) -> None:
    documents = {each["id"]: each for each in files["catalog.json"]["documents"]}
    assert documents.keys() == {"campaigns/month", "slogans/look-first"} | {
        name.removeprefix("docs/").removesuffix(".md") for name in DOCUMENTS if not name.endswith(".zh.md")
    }
    assert documents["notices/drill"] == {
        "id": "notices/drill",
        "kind": "notice",
        "unit": "group",
        "topics": ["fire"],
        "audience": [],
        "day": "2027-06-01",
        "in_force": True,
        "papers": [],
        "pages": {
            "en": {"address": "notices/drill/", "title": "Drill & <roll call>", "summary": "At ten.", "translated": True},
            "zh": {"address": "zh/notices/drill/", "title": "演练", "summary": "十点。", "translated": True},
        },
    }
    assert documents["notices/old"]["in_force"] is False
    assert documents["notices/old"]["pages"]["zh"]["translated"] is False
    assert "day" not in documents["knowledge/undated"]


def test_an_activity_has_its_hours(tmp_path: Path) -> None:
    catalog, schema = (json.loads(made.text) for made in make_inventory(make_shelf(tmp_path, {"docs/activities/talk.md": TALK})))
    jsonschema.Draft202012Validator(schema).validate(catalog)
    talk = next(each for each in catalog["documents"] if each["kind"] == "activity")
    assert (talk["day"], talk["starts"], talk["ends"]) == ("2027-05-20", "2027-06-16T09:00", "2027-06-16T11:00")
