"""The wall: the running campaign first, filters that tell slogans apart, a lightbox whose addresses are those of the files."""

from __future__ import annotations

from typing import Any

import pytest

from broadside.pages.sheetfiles import list_files
from broadside.pages.values import Shelf
from broadside.pages.wall import view_wall

from .sites import make_printed_shelf

SLOGANS = {
    "slogans/a-older.md": "---\ntext: {en: Older, zh: 旧的}\ntopics: [fire]\nseason: flood\ncarriers: [banner-6m]\n---\n",
    "slogans/chinese.md": "---\ntext: {zh: 只有中文}\ncampaign: month\ntopics: [ppe, fire]\n---\n",
    "slogans/quotes.md": "---\ntext: {en: \"Say </script> & <b>'go'\"}\ncampaign: month\ntopics: [ppe]\n---\n",
    "slogans/look-first.md": "---\ntext: {en: Look first, zh: 先看后干}\ncampaign: month\ntopics: [ppe]\n---\n",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return make_printed_shelf(tmp_path_factory.mktemp("site"), {**SLOGANS})


@pytest.fixture(scope="module")
def view(shelf: Shelf) -> dict[str, Any]:
    return {**view_wall(shelf, "en")}


def test_the_running_campaign_comes_first(view: dict[str, Any]) -> None:
    assert [tile.id for tile in view["tiles"]] == ["chinese", "look-first", "quotes", "a-older"]


def test_only_filters_that_tell_slogans_apart_are_offered(view: dict[str, Any]) -> None:
    assert view["filters"] == {
        "topic": [("fire", "Fire"), ("ppe", "Protective equipment")],
        "carrier": [("poster", "Poster"), ("banner", "Banner"), ("screen", "Screen")],
        "words": [("en", "English"), ("zh", "中文")],
        "campaign": [("month", "Safe month")],
        "season": [("flood", "Flood season")],
    }, "all are of one unit, so that is no filter"


def test_each_tile_knows_its_values(view: dict[str, Any]) -> None:
    tiles = {tile.id: tile for tile in view["tiles"]}
    assert tiles["a-older"].facets == {
        "topic": ("fire",),
        "carrier": ("banner",),
        "words": ("en", "zh"),
        "campaign": (),
        "unit": ("group",),
        "season": ("flood",),
    }
    assert tiles["a-older"].words == "旧的 Fire"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_the_lightbox_puts_together_is_there(shelf: Shelf, language: str) -> None:
    box = view_wall(shelf, language)["lightbox"]
    served = {each.address for each in list_files(shelf)}
    told = set()
    for slogan, (_, sheets, files) in box["slogans"].items():
        folder = box["folder"].replace("{slogan}", slogan)
        for _, name, has_pictures in sheets:
            told |= {f"{folder}{name}-{form}.webp" for form in ("preview", "thumbnail") if has_pictures}
        told |= {f"{folder}{sheets[number][1]}-{box['kinds'][kind][3]}" for number, kind, _ in files}
    assert box["slogans"].keys() == {"a-older", "chinese", "quotes", "look-first"}
    assert len(told) > 20
    assert told <= served


def test_words_that_are_not_translated_keep_their_language(view: dict[str, Any]) -> None:
    languages = {slogan: language for slogan, (language, _, _) in view["lightbox"]["slogans"].items()}
    assert languages == {"a-older": "en", "chinese": "zh", "quotes": "en", "look-first": "en"}


def test_what_is_on_no_paper_of_an_office_offers_its_maker_s_files(view: dict[str, Any]) -> None:
    _, sheets, files = view["lightbox"]["slogans"]["a-older"]
    assert sheets[0][1] == "banner-6m-en"
    assert [view["lightbox"]["kinds"][kind][1] for _, kind, _ in files] == ["print-shop-scaled", "office-scaled"]
