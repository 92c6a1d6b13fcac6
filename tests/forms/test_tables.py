"""The tables of the guides: a row a field, and the guide around them left as it is."""

from __future__ import annotations

import pytest

from broadside.forms.tables import GUIDES, make_table, set_table
from broadside.kinds import KINDS
from broadside.texts import LANGUAGES

GUIDE = "Head.\n\n## Fields\n\nBefore.\n\n| old | table |\n| --- | --- |\n| a | b |\n\nAfter.\n\n## More\n\n| other | table |\n"


@pytest.mark.parametrize("kind", GUIDES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_a_field(kind: str, language: str) -> None:
    comment, empty, head, _, *rows = make_table(kind, language).split("\n")
    assert comment.startswith("<!-- ")
    assert empty == ""
    assert head.count("|") == 5
    assert sorted(row.split("`")[1] for row in rows) == sorted(KINDS[kind].model_fields)


def test_what_is_needed_is_said() -> None:
    rows = {row.split("`")[1]: row.split("|")[2].strip() for row in make_table("notice", "zh").split("\n")[4:]}
    assert [name for name, needed in rows.items() if needed == "是"] == ["title", "date", "unit"]


def test_a_table_takes_the_place_of_the_first_under_its_heading() -> None:
    assert set_table(GUIDE, "NEW", "Fields") == "Head.\n\n## Fields\n\nNEW\n\nAfter.\n\n## More\n\n| other | table |\n"


def test_a_guide_without_the_place_is_refused() -> None:
    with pytest.raises(ValueError, match="Felder"):
        set_table(GUIDE, "NEW", "Felder")
    with pytest.raises(ValueError, match="Fields"):
        set_table("## Fields\n\nNo table.\n", "NEW", "Fields")
