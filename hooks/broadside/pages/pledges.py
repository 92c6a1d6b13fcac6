"""A campaign's pledge -> what its page, and that of an activity at which it is signed, show of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from broadside.catalog import Entry, choose
from broadside.kinds import Campaign
from broadside.pages.downloads import list_racks
from broadside.pages.paperfiles import list_paper_rows
from broadside.pages.sheetfiles import list_previews
from broadside.pages.values import Shelf
from broadside.papers.signing import NAME
from broadside.sheets import name_stage

WALL = "signature-wall"
MM2_PER_M2 = 1e6
NAME_MM2 = 300 * 120
"""Our choice: what a name takes that is written with a felt pen, standing."""


def view_pledge(shelf: Shelf, campaign: Entry, language: str) -> Mapping[str, Any] | None:
    """Return a pledge's words line by line, its sheet, its wall with the room to sign in square metres, and where it stands."""
    pledge = cast("Campaign", campaign.fields).pledge
    if pledge is None:
        return None
    first = shelf.catalog.language
    zones = shelf.catalog.carriers[WALL].zones if WALL in shelf.catalog.carriers else ()
    room = sum(zone.width_mm * zone.height_mm for zone in zones if zone.use == "sign") / MM2_PER_M2
    return {
        "lines": choose(pledge.text, language, first).strip().splitlines(),
        "who": choose(pledge.who, language, first),
        "address": f"{shelf.address(campaign.id, language)}#pledge",
        "papers": [row for row in list_paper_rows(shelf, campaign, language) if row.download.form == NAME],
        "stages": list_previews(shelf, name_stage(campaign), language),
        "racks": list_racks(shelf, name_stage(campaign), language),
        "room_m2": f"{room:.1f}",
        "room_names": int(room * MM2_PER_M2 / NAME_MM2) // 10 * 10,
    }
