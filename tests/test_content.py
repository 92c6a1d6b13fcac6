"""The repository's own content holds."""

from __future__ import annotations

from typing import cast

from broadside.checking import gather_site
from broadside.kinds import KINDS, Slogan
from broadside.sheets import find_document
from sites import REPOSITORY


def test_the_repository_has_no_mistake_no_warning_and_every_slogan_has_a_sheet_in_each_of_its_languages() -> None:
    gathered = gather_site(REPOSITORY / "mkdocs.yml")
    catalog, sheets = gathered.catalog, gathered.sheets
    assert gathered.problems == ()
    slogans = catalog.of_kind("slogan")
    fields = {entry.name: cast("Slogan", entry.fields) for entry in slogans}
    wanted = {(name, language) for name, slogan in fields.items() for language in slogan.text}
    wanted |= {(name, "-".join(slogan.together)) for name, slogan in fields.items() if slogan.together}
    documents = {document.kind for sheet in sheets if (document := find_document(catalog, sheet.slogan))}
    assert documents == {"slogan", "activity", "campaign"}, "backdrops are sheets too"
    assert {(sheet.slogan, sheet.language) for sheet in sheets if f"slogans/{sheet.slogan}" in catalog.entries} == wanted
    assert {entry.kind for entry in catalog.entries.values()} >= set(KINDS) - {"page"}
