"""A campaign that is not the running one -> its pages in its own colours, how its sheets looked, the editions that keep them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from broadside.catalog import Entry, choose
from broadside.kinds import Campaign
from broadside.pages.belonging import list_belonging
from broadside.pages.listing import make_card
from broadside.pages.look import make_look
from broadside.pages.validity import Validity
from broadside.pages.values import Shelf


@dataclass(frozen=True)
class Kept:
    """An edition that has sheets of a campaign: its name, its day, how many, and one of them by its name there."""

    name: str
    published: datetime.date
    count: int
    sheet: str


def find_look(shelf: Shelf, campaign: Entry) -> Mapping[str, str]:
    """Return the colours of a campaign's own pages: the site's where it is the running one."""
    return shelf.look if campaign == shelf.catalog.campaign else make_look(cast("Campaign", campaign.fields).palette)


def view_past(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return what a campaign's template shows of its being over and of how it looked; of the running one its days alone."""
    campaign, running = cast("Campaign", entry.fields), shelf.catalog.campaign
    shown = {"days": Validity(campaign.starts, campaign.ends), "look": find_look(shelf, entry), "running": None}
    if entry == running:
        return shown
    design = shelf.catalog.designs.get(campaign.design or "")
    return {
        **shown,
        "running": make_card(shelf, running, language),
        "design": (choose(design.name, language, shelf.catalog.language), _find_design(shelf, entry, language)) if design else None,
        "palette": list(campaign.palette) if campaign.palette else [],
        "kept": list_kept(shelf, entry),
    }


def _find_design(shelf: Shelf, entry: Entry, language: str) -> str:
    """Return the address of the design's page; nothing where the site was built without sheets."""
    name = cast("Campaign", entry.fields).design or ""
    return shelf.address(f"designs/{name}", language) if name in shelf.samples else ""


def list_kept(shelf: Shelf, campaign: Entry) -> tuple[Kept, ...]:
    """Return the editions that have sheets of a campaign's slogans, the newest first."""
    own = tuple(f"{entry.name}-" for entry in list_belonging(shelf, campaign, "slogan"))
    kept = []
    for edition in shelf.editions:
        sheets = [sheet for sheet in edition.sheets if sheet.startswith(own)] if own else []
        if sheets:
            kept.append(Kept(edition.name, edition.published, len(sheets), sheets[0]))
    return tuple(sorted(kept, key=lambda each: (each.published, each.name), reverse=True))
