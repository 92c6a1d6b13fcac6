"""What is made and committed: complete, stable, and the same for every content of the same lists."""

from __future__ import annotations

import dataclasses
import json
from types import MappingProxyType

from broadside.catalog import Catalog
from broadside.forms.writing import make_files, read_guides
from broadside.kinds import KINDS
from sites import REPOSITORY


def test_a_schema_a_kind_and_a_table_a_guide(catalog: Catalog) -> None:
    guides = read_guides(REPOSITORY)
    files = make_files(catalog, guides)
    assert {f".vscode/schemas/{kind}.json" for kind in KINDS} <= files.keys()
    assert guides.keys() <= files.keys()
    assert all(text.endswith("\n") for text in files.values())
    for path, text in files.items():
        if path.startswith(".vscode/"):
            json.loads(text)


def test_made_again_it_is_the_same(catalog: Catalog) -> None:
    files = make_files(catalog, read_guides(REPOSITORY))
    again = make_files(catalog, {path: text for path, text in files.items() if path.startswith("docs/")})
    assert again == files


def test_another_document_changes_nothing_that_is_committed(catalog: Catalog) -> None:
    fewer = {key: entry for key, entry in catalog.entries.items() if not key.startswith(("knowledge/", "notices/"))}
    guides = read_guides(REPOSITORY)
    assert make_files(dataclasses.replace(catalog, entries=MappingProxyType(fewer)), guides) == make_files(catalog, guides)
