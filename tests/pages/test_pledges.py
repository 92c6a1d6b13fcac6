"""A pledge on its campaign's page and where it is signed: words, who gives it, room on the wall."""

from __future__ import annotations

import datetime
from pathlib import Path

from broadside.catalog import read_catalog, read_settings
from broadside.pages import fill_shelf
from broadside.pages.activities import view_activity
from broadside.pages.pledges import view_pledge
from sites import REPOSITORY

from .sites import make_shelf

CAMPAIGN = """---
title: Safe month
theme: {en: Look first, zh: 先看后干}
starts: 2027-06-01
ends: 2027-06-30
pledge: {text: {en: "I look.\\nI stop.", zh: 先看。}, who: {en: All of us, zh: 全体}}
---
"""
SIGNED = """---
title: Sign
sort: signature
announced: 2027-05-01
starts: 2027-06-01
place: Gate
lead: Office
campaign: month
---
"""


def test_the_wall_has_room_for_a_hundred_names() -> None:
    shelf = fill_shelf(read_catalog(read_settings(REPOSITORY / "mkdocs.yml")), (), (), {}, datetime.date(2027, 6, 10))
    pledge = view_pledge(shelf, shelf.catalog.campaign, "zh")
    assert pledge is not None
    # posters/carriers.yml: a field of 3600 x 1060 mm.
    assert (pledge["room_m2"], pledge["room_names"]) == ("3.8", 100)
    assert pledge["address"] == "zh/campaigns/safe-production-month-2027/#pledge"


def test_its_words_where_they_are_signed(tmp_path: Path) -> None:
    files = {"docs/campaigns/month.md": CAMPAIGN, "docs/activities/sign.md": SIGNED}
    files["docs/activities/talk.md"] = SIGNED.replace("sort: signature", "sort: lecture")
    shelf = make_shelf(tmp_path, files)
    pledge = view_pledge(shelf, shelf.catalog.campaign, "en")
    assert pledge is not None
    assert (pledge["lines"], pledge["who"]) == (["I look.", "I stop."], "All of us")
    shown = {name: view_activity(shelf, shelf.catalog.entries[f"activities/{name}"], "en")["pledge"] for name in ("sign", "talk")}
    assert shown["sign"]["address"] == "campaigns/month/#pledge"
    assert shown["talk"] is None
