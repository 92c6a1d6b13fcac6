"""What an editor says of a new document, and the files that come of it."""

from __future__ import annotations

import dataclasses
import datetime
from types import MappingProxyType

import pytest

from broadside.catalog import Catalog
from broadside.drafts import NoNameError, Wanted, make_drafts, make_outline
from broadside.frontmatter import parse_document
from broadside.kinds import MAKES, Blackboard, name_kind

DAY = datetime.date(2027, 6, 10)


def make(catalog: Catalog, *wanted: object) -> dict[str, dict[str, object]]:
    drafts = make_drafts(catalog, Wanted(*wanted), "en", DAY)  # type: ignore[arg-type]
    read = {path: parse_document(path, text.encode()) for path, text in drafts.items()}
    assert all(not problems for _, problems in read.values())
    return {path: dict(parsed.values) for path, (parsed, _) in read.items()}


def test_a_slogan_has_its_words_in_their_language(catalog: Catalog) -> None:
    common = {"campaign": "month"}
    assert make(catalog, "slogan", "Look up") == {"slogans/look-up.md": {"text": {"en": "Look up"}, **common}}
    assert make(catalog, "slogan", r"抬头\n看", "up", ("en", "th")) == {
        "slogans/up.md": {"text": {"zh": "抬头\n看", "en": None, "th": None}, **common}
    }


def test_a_notice_is_of_today_and_of_the_site_s_unit(catalog: Catalog) -> None:
    known = {"date": "2027-06-10", "unit": "group", "campaign": "month"}
    assert make(catalog, "notice", "Gate 2 closed", None, ("zh",)) == {
        "docs/notices/2027/gate-2-closed.md": {"title": "Gate 2 closed", **known},
        "docs/notices/2027/gate-2-closed.zh.md": {"title": None},
    }


def test_a_title_in_the_other_language_is_the_translation_s(catalog: Catalog) -> None:
    made = make(catalog, "notice", "二号门停用")
    assert made["docs/notices/2027/er-hao-men-ting-yong.md"]["title"] is None
    assert made["docs/notices/2027/er-hao-men-ting-yong.zh.md"] == {"title": "二号门停用"}


def test_a_title_in_no_language_of_the_site_stands_in_the_original(catalog: Catalog) -> None:
    made = make(catalog, "knowledge", "Καλημέρα", "morning")
    assert {path: values["title"] for path, values in made.items()} == {"docs/knowledge/morning.md": "Καλημέρα"}


def test_a_blackboard_hangs_where_the_last_one_did(catalog: Catalog) -> None:
    first = make(catalog, "blackboard", "No. 1")["docs/blackboards/no-1.md"]
    assert first["board"] == {"width_mm": None, "height_mm": None}
    fields = {"title": "Old", "date": "2027-06-01", "masthead": {"en": "Corner"}, "board": {"width_mm": 4000, "height_mm": 1200}}
    old = dataclasses.replace(
        next(iter(catalog.entries.values())),
        kind="blackboard",
        fields=Blackboard.model_validate({**fields, "columns": [{"article": "knowledge/a"}]}),
    )
    later = dataclasses.replace(catalog, entries=MappingProxyType({**catalog.entries, "blackboards/old": old}))
    second = make(later, "blackboard", "No. 2")["docs/blackboards/no-2.md"]
    assert (second["masthead"], second["board"]) == ({"en": "Corner"}, {"width_mm": 4000, "height_mm": 1200})


@pytest.mark.parametrize("kind", MAKES)
def test_every_kind_goes_to_its_folder(catalog: Catalog, kind: str) -> None:
    path = next(iter(make(catalog, kind, "A name")))
    assert name_kind(path) == kind


def test_words_that_make_no_name_are_told(catalog: Catalog) -> None:
    with pytest.raises(NoNameError, match="السلامة"):
        make(catalog, "slogan", "السلامة")


def test_an_outline_knows_its_folder_and_no_day(catalog: Catalog) -> None:
    folder, text = make_outline(catalog, "notice", "en", 2027, "https://a.example/")
    assert folder == "docs/notices/2027/"
    values = dict(parse_document("a.md", text.encode())[0].values)
    assert values == {"title": None, "date": None, "unit": "group", "campaign": "month"}
    assert {make_outline(catalog, kind, "zh", 2027, "")[0] for kind in MAKES} >= {"slogans/", "docs/lessons/", "docs/campaigns/"}
