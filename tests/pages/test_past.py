"""A campaign that is over: its own colours, the way to the running one, its editions; and the one line that switches all."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

from broadside.catalog import Catalog
from broadside.checking import check_site
from broadside.editions import FOLDER, Edition, list_editions
from broadside.pages import Shelf, fill_shelf
from broadside.pages.campaigns import list_campaign_slogans, view_campaign
from broadside.pages.home import make_home_page
from broadside.pages.look import make_look
from broadside.pages.past import Kept, find_look, list_kept
from broadside.pages.signage import make_signage_page
from broadside.sheets import Wish, plan_slogan
from sites import VALID, make_small_site

from .sites import make_shelf

FLOOD = """\
---
title: Flood season
theme: {en: Watch the water, zh: 盯住水情}
starts: 2026-07-01
ends: 2026-08-31
design: {design}
palette: {primary: "#0b3f63", accent: "#9fcbdc"}
---
"""
FILES = {
    "docs/campaigns/flood.md": FLOOD.replace("{design}", "plain"),
    "docs/campaigns/month.md": VALID["docs/campaigns/month.md"].replace(
        "ends: 2027-06-30\n", "ends: 2027-06-30\npalette: {primary: '#c8102e', accent: '#ffc72c'}\n"
    ),
    "slogans/water.md": "---\ntext: {en: Watch the water, zh: 盯住水情}\ncampaign: flood\ncarriers: [poster]\n---\n",
    "slogans/own.md": "---\ntext: {en: Look now, zh: 现在看}\ncampaign: month\ncarriers: [poster]\n---\n",
}


def test_a_past_campaign_has_its_own_look_and_says_where_the_running_one_is(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, FILES)
    past = shelf.catalog.entries["campaigns/flood"]
    view = view_campaign(shelf, past, "en")
    assert view["look"] == make_look(past.fields.palette) != shelf.look  # type: ignore[attr-defined]
    assert view["running"].address == "campaigns/month/"
    assert view["days"].stand(shelf.today) == "expired"
    assert [colour for _, colour in view["palette"]] == ["#0b3f63", "#9fcbdc"]
    running = view_campaign(shelf, shelf.catalog.campaign, "en")
    assert (running["running"], running["look"]) == (None, shelf.look)


def test_the_editions_with_its_sheets_are_named_newest_first(tmp_path: Path) -> None:
    day = datetime.date
    editions = (
        Edition("july-2026", day(2026, 7, 1), ("water-poster-a3-en", "water-poster-a3-zh", "own-poster-a3-en")),
        Edition("august-2026", day(2026, 8, 1), ("water-poster-a3-en",)),
        Edition("june-2027", day(2027, 6, 1), ("own-poster-a3-en", "waterfall-poster-a3-en")),
    )
    shelf = dataclasses.replace(make_shelf(tmp_path, FILES), editions=editions)
    assert list_kept(shelf, shelf.catalog.entries["campaigns/flood"]) == (
        Kept("august-2026", day(2026, 8, 1), 1, "water-poster-a3-en"),
        Kept("july-2026", day(2026, 7, 1), 2, "water-poster-a3-en"),
    )


def test_editions_are_read_from_their_records(tmp_path: Path) -> None:
    assert list_editions(tmp_path) == ()
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "july.yml").write_text("edition: july\npublished: 2026-07-01\nsheets:\n  a-poster-a3-en: {}\n", "utf-8")
    assert list_editions(tmp_path) == (Edition("july", datetime.date(2026, 7, 1), ("a-poster-a3-en",)),)


def fill(catalog: Catalog) -> Shelf:
    return fill_shelf(catalog, (), (), {}, datetime.date(2027, 6, 10))


def test_one_line_switches_home_colours_banners_screens_and_the_notes_of_sheets(tmp_path: Path) -> None:
    config = make_small_site(tmp_path, FILES)
    month = check_site(config)[0]
    config.write_text(VALID["mkdocs.yml"].replace("campaign: month", "campaign: flood"), "utf-8")
    flood = check_site(config)[0]
    shelves = [fill(month), fill(flood)]
    homes = [make_home_page(shelf, "en").view for shelf in shelves]
    assert [home["campaign_title"] for home in homes] == ["Safe month", "Flood season"]
    assert [home["theme"] for home in homes] == ["Look first", "Watch the water"]
    assert [shelf.look["primary"] for shelf in shelves] == ["#c8102e", "#0b3f63"]
    assert [[entry.name for entry in list_campaign_slogans(shelf)] for shelf in shelves] == [["own"], ["water"]]
    assert [make_signage_page(shelf, "en").view["campaign_title"] for shelf in shelves] == ["Safe month", "Flood season"]
    sheets = [plan_slogan(catalog, catalog.entries["slogans/look-first"], Wish())[0][0] for catalog in (month, flood)]
    assert sheets[0] != sheets[1]  # it names no campaign, and follows the running one
    kept = [plan_slogan(catalog, catalog.entries["slogans/water"], Wish())[0] for catalog in (month, flood)]
    assert kept[0] == kept[1]  # its own campaign's, whichever runs
    looks = [find_look(shelf, shelf.catalog.entries["campaigns/flood"]) for shelf in shelves]
    assert looks[0] == looks[1]
