"""A slogan -> what it is printed with: its campaign, its design, its carriers, the address of its page."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import cast

from broadside.catalog import Catalog, Design, Entry, Form
from broadside.kinds import Campaign, Palette, Slogan
from broadside.texts import read_texts

HOUSE_PALETTE = Palette(primary="#c8102e", accent="#ffc72c")
"""Our choice for a campaign that names no colours: the red and yellow of Chinese mobilisation posters."""


@dataclass(frozen=True)
class Wish:
    """What whoever prints asks for in place of what the slogans say; nothing in a field leaves it to them.

    ``carriers`` are ids or groups, ``forms`` the files to make of each sheet.
    """

    unit: str | None = None
    design: str | None = None
    carriers: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()


def list_fitting(catalog: Catalog, design: Design) -> list[str]:
    """Return the carriers that a design fits, in the data's order."""
    return [name for name, carrier in catalog.carriers.items() if {name, carrier.group} & set(design.carriers)]


def list_carriers(catalog: Catalog, slogan: Slogan, design: Design, wish: Wish) -> list[str]:
    """Return the carriers of a slogan that its design fits, in the data's order: those named, and of a named group the usual.

    A slogan that names none takes the usual posters and screens; where its design fits none of these, all usual ones it fits.
    """
    fitting = list_fitting(catalog, design)
    named = set(wish.carriers or slogan.carriers)

    def is_wanted(name: str) -> bool:
        carrier = catalog.carriers[name]
        return name in named or (carrier.usual and carrier.group in named)

    wanted = [name for name in fitting if is_wanted(name)]
    is_asked = wish.carriers or "carriers" in slogan.model_fields_set
    return wanted or ([] if is_asked else [name for name in fitting if catalog.carriers[name].usual])


def name_design(catalog: Catalog, entry: Entry, language: str, wish: Wish) -> str:
    """Return the id of a slogan's design in ``language``: its own, else its campaign's, else the first there is."""
    slogan = cast("Slogan", entry.fields)
    campaign = cast("Campaign", campaign_of(catalog, entry).fields)
    own = slogan.design or {}
    return wish.design or own.get(language) or own.get("") or campaign.design or next(iter(catalog.designs))


def campaign_of(catalog: Catalog, entry: Entry) -> Entry:
    """Return the campaign a document belongs to, or the running one; a campaign is its own."""
    if entry.kind == "campaign":
        return entry
    name = getattr(entry.fields, "campaign", None)
    return catalog.entries[f"campaigns/{name}"] if name else catalog.campaign


def write_days(campaign: Campaign, language: str) -> str:
    """Write a campaign's days as people of ``language`` do: ``1–30 June 2027``, ``2027年6月1日至30日``."""
    return write_span(campaign.starts, campaign.ends, language)


def write_span(start: datetime.date, end: datetime.date, language: str) -> str:
    """Write the days from ``start`` to ``end``, or the one day that both are, as people of ``language`` do."""
    texts = read_texts(language)["press"]
    if start == end:
        return str(texts["blackboard"]["date"]).format(date=start, month=texts["months"][start.month - 1])
    same = (start.year, start.month) == (end.year, end.month)
    pattern: str = texts["days_of_one_month" if same else "days"]
    return pattern.format(start=start, end=end, first=texts["months"][start.month - 1], last=texts["months"][end.month - 1])


def make_url(catalog: Catalog, entry: Entry, language: str) -> str:
    """Return the whole address of a document's page in ``language``; words that are not in the site lead to the campaign's."""
    known = entry if entry.id in catalog.entries else campaign_of(catalog, entry)
    return catalog.settings.site_url + catalog.address(known.id, language)
