"""The site's lists as choices: what there is, under the names of the reader's language."""

from __future__ import annotations

from broadside.catalog import Catalog
from broadside.forms.choices import STEADY, keep_steady, list_choices
from broadside.kinds import KINDS


def test_every_list_that_a_field_names_is_there(catalog: Catalog) -> None:
    named = set()
    stack: list[object] = [kind.model_json_schema() for kind in KINDS.values()]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            named |= {item["of"]} if isinstance(item.get("of"), str) else set()
            stack += item.values()
        elif isinstance(item, list):
            stack += item
    assert named == set(list_choices(catalog, "en"))


def test_names_are_in_the_reader_s_language(catalog: Catalog) -> None:
    english, chinese = list_choices(catalog, "en"), list_choices(catalog, "zh")
    assert (english["topics"]["lifting"], chinese["topics"]["lifting"]) == ("Lifting", "起重吊装")
    assert (english["designs"]["cloth"], chinese["designs"]["cloth"]) == ("Cloth", "红幅")
    assert (english["carriers"]["banner"], chinese["carriers"]["poster-a3"]) == ("Banner", "A3 海报")
    assert chinese["documents"]["slogans/hard-hat"] != english["documents"]["slogans/hard-hat"]
    assert english["languages"]["zh"] == chinese["languages"]["zh"] == "中文"


def test_a_document_is_in_the_lists_of_its_kind(catalog: Catalog) -> None:
    choices = list_choices(catalog, "en")
    assert {key.split("/")[0] for key in choices["articles"]} == {"knowledge", "lessons"}
    assert {key.split("/")[0] for key in choices["notices"]} == {"notices"}
    assert choices["articles"].keys() | choices["notices"].keys() < choices["documents"].keys()
    assert "safe-production-month-2027" in choices["campaigns"]


def test_what_changes_with_every_document_is_not_committed(catalog: Catalog) -> None:
    assert keep_steady(list_choices(catalog, "en")).keys() == set(STEADY)
    assert not {"documents", "articles", "notices", "campaigns"} & set(STEADY)
