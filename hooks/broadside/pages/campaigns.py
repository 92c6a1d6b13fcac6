"""A campaign -> its page and its card: its days, its plan, and the slogans that say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from broadside.catalog import Entry, choose
from broadside.kinds import Campaign, Slogan
from broadside.pages.activities import list_activities, make_rows
from broadside.pages.belonging import find_documents, list_belonging, make_belonging_cards
from broadside.pages.boards import list_board_cards
from broadside.pages.coming import find_next, list_coming
from broadside.pages.kit import make_kit
from broadside.pages.listing import make_cards, sort_notices
from broadside.pages.past import view_past
from broadside.pages.pledges import view_pledge
from broadside.pages.reports import list_report_cards
from broadside.pages.values import Card, Shelf
from broadside.papers.plans import find_state, read_plan

CAMPAIGN_SLOGANS = 12
"""Our choice: two rows of posters on a desktop."""


def view_campaigns(shelf: Shelf, language: str) -> Mapping[str, Any]:
    """Return what the list of campaigns shows: the newest first."""
    entries = sorted(shelf.catalog.of_kind("campaign"), key=lambda entry: cast("Campaign", entry.fields).starts, reverse=True)
    running = shelf.catalog.campaign
    return {"cards": make_cards(shelf, entries, language), "running": shelf.address(running.id, language)}


def view_campaign(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return what a campaign's template shows.

    Only a plan that says of one of its tasks that it is done says anything of the others: without that none is called late.
    """
    campaign = cast("Campaign", entry.fields)
    slogans = list_belonging(shelf, entry, "slogan")
    plan = read_plan(entry, language)
    coming = list_coming(shelf, entry, language)
    return {
        "campaign": campaign,
        "theme": choose(campaign.theme, language, shelf.catalog.language),
        "coming": coming,
        "kit": make_kit(shelf, entry, language),
        "kit_address": shelf.address(f"{entry.id}/kit", language),
        "pledge": view_pledge(shelf, entry, language),
        "next": find_next(coming, shelf.today),
        "key_days": entry.say("key_days", language),
        "plan": plan,
        "done_count": sum(task.done is not None for task in plan),
        "late_count": sum(find_state(task, shelf.today) == "late" for task in plan),
        "notices": make_cards(shelf, sort_notices(list_belonging(shelf, entry, "notice")), language),
        "articles": make_cards(shelf, find_documents(shelf, entry, "knowledge"), language),
        "lessons": make_cards(shelf, find_documents(shelf, entry, "lesson"), language),
        "slogans": make_cards(shelf, slogans[:CAMPAIGN_SLOGANS], language),
        "activities": make_rows(shelf, list_activities(shelf, entry.name), language),
        "calendar": shelf.address(f"{entry.id}/calendar", language),
        "boards": list_board_cards(shelf, language, entry.name),
        "beside": tuple(_list_beside(shelf, entry, language)),
        "reports": list_report_cards(shelf, language, entry.name),
        **view_past(shelf, entry, language),
    }


BESIDE = {
    "quizzes": "quiz",
    "scripts": "script",
    "checklists": "checklist",
    "responsibilities": "responsibility",
    "drills": "drill",
    "works": "work",
}
"""What else a campaign's page lists: folder and kind, which is also the name of its words."""


def _list_beside(shelf: Shelf, campaign: Entry, language: str) -> Iterator[tuple[str, str, str, tuple[Card, ...]]]:
    """Yield for each of those kinds that the campaign has: its title, the address and the name of its list, its cards."""
    for folder, kind in BESIDE.items():
        cards = make_belonging_cards(shelf, campaign, kind, language)
        if cards:
            texts = shelf.texts(language)[kind]
            yield texts["title"], shelf.address(f"{folder}/index", language), texts["all"], cards


def list_campaign_slogans(shelf: Shelf) -> list[Entry]:
    """Return the slogans of the running campaign, by id; all slogans where it has none."""
    entries = shelf.catalog.of_kind("slogan")
    running = shelf.catalog.settings.campaign
    return [entry for entry in entries if cast("Slogan", entry.fields).campaign == running] or list(entries)
