"""The repository's own content holds."""

from __future__ import annotations

from broadside.catalog import read_catalog, read_settings
from broadside.kinds import KINDS
from broadside.sheets import plan_sheets
from sites import REPOSITORY


def test_the_repository_has_no_mistake_and_every_slogan_has_a_sheet_in_each_of_its_languages() -> None:
    catalog = read_catalog(read_settings(REPOSITORY / "mkdocs.yml"))
    sheets, problems = plan_sheets(catalog)
    assert problems == ()
    slogans = catalog.of_kind("slogan")
    wanted = {(entry.name, language) for entry in slogans for language in getattr(entry.fields, "text")}  # noqa: B009
    assert {(sheet.slogan, sheet.language) for sheet in sheets} == wanted
    assert {entry.kind for entry in catalog.entries.values()} >= set(KINDS) - {"page"}
