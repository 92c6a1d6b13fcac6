"""The kit: all that can be printed for a campaign stands once in it, where it goes, with what the basket takes."""

from __future__ import annotations

import datetime

import pytest

from broadside.catalog import read_catalog, read_settings
from broadside.pages import fill_shelf
from broadside.pages.kit import PLACES, find_place, make_kit, make_kit_page, write_size
from broadside.pages.paperfiles import name_paper_file
from broadside.pages.values import Shelf
from broadside.papers.printing import print_documents
from broadside.press.running import Press
from broadside.store import Store
from sites import REPOSITORY, make_site

CAMPAIGN = """---
title: Safe month
theme: {en: Look first, zh: 先看后干}
starts: 2027-06-01
ends: 2027-06-30
topics: [height]
pledge: {text: {en: I stop what looks wrong, zh: 发现不对就叫停}, who: {en: All of us, zh: 全体}}
plan: [{task: Sweep, owner: All, due: 2027-06-10}]
---
"""
FILES = {
    "docs/campaigns/month.md": CAMPAIGN,
    "docs/campaigns/older.md": CAMPAIGN.replace("Safe month", "Older"),
    "docs/notices/rain.md": "---\ntitle: Rain\ndate: 2027-06-16\nunit: group\ncampaign: month\n---\nAll take part.\n",
    "docs/notices/other.md": "---\ntitle: Other\ndate: 2027-06-16\nunit: group\ncampaign: older\n---\nAll take part.\n",
    "docs/knowledge/ladders.md": "---\ntitle: Ladders\nkind: skill\ntopics: [height]\n---\n## First\n\nLook.\n",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    root = tmp_path_factory.mktemp("kit") / "site"
    catalog = read_catalog(read_settings(make_site(root, FILES)))
    with Press(root / "posters", root / "slogans", Store(root / "store"), workers=1) as press:
        wanted = ("campaigns/month", "notices/rain", "notices/other", "knowledge/ladders")
        papers, problems = print_documents(catalog, press, wanted)
    assert problems == ()
    return fill_shelf(catalog, (), (), papers, datetime.date(2027, 6, 10))


def test_every_paper_of_the_campaign_stands_in_it_once(shelf: Shelf) -> None:
    kit = make_kit(shelf, shelf.catalog.entries["campaigns/month"], "en")
    listed = [item.address for place in kit for item in place.items]
    wanted = [
        name_paper_file(printed, ".pdf")
        for identity in ("campaigns/month", "notices/rain", "knowledge/ladders")
        for printed in shelf.papers[identity]
        if printed.paper.language == "en"
    ]
    assert sorted(listed) == sorted(wanted)
    assert [(place.id, place.count) for place in kit] == [("workshop", 2), ("canteen", 2)]
    adds = [(file.address, words, language) for file, words, language in kit[0].adds]
    assert ("papers/campaigns/month/month-sign-sheet-en.pdf", "Safe month", "en") in adds


def test_its_page_lies_under_the_campaign(shelf: Shelf) -> None:
    month = shelf.catalog.entries["campaigns/month"]
    page = make_kit_page(shelf, month, "zh", make_kit(shelf, month, "zh"))
    assert page.address == "zh/campaigns/month/kit/"
    assert page.view["campaign_address"] == "zh/campaigns/month/"


@pytest.mark.parametrize(
    ("name", "group", "place"),
    [
        ("poster-a3", "poster", "workshop"),
        ("billboard", "display", "gate"),
        ("roll-up", "display", "canteen"),
        ("signature-wall", "backdrop", "gate"),
        ("backdrop-4m", "backdrop", "stage"),
        ("van-side", "vehicle", "vehicle"),
        ("leaflet-a5", "", "gate"),
        ("sign-sheet", "", "workshop"),
        ("something-new", "", "desk"),
    ],
)
def test_where_things_go(name: str, group: str, place: str) -> None:
    assert find_place(name, group) == place
    assert place in PLACES


def test_sizes_read_as_people_say_them() -> None:
    carriers = read_catalog(read_settings(REPOSITORY / "mkdocs.yml")).carriers
    said = {name: write_size(carriers[name]) for name in ("poster-a3", "backdrop", "banner-6m", "screen-landscape", "strip")}
    assert said == {
        "poster-a3": "A3",
        "backdrop": "6 × 3 m",
        "banner-6m": "6 × 0.7 m",
        "screen-landscape": "1920 × 1080 px",
        "strip": "300 × 60 mm",
    }
