"""A campaign's pledge in one language -> the sheet on which it is signed: its words above, numbered lines for a head count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from broadside.catalog import Catalog, Entry, choose
from broadside.kinds import Campaign
from broadside.papers.describing import describe_document, make_paper
from broadside.press.papers import Paper
from broadside.sheets import write_days
from broadside.texts import read_texts

NAME = "sign-sheet"


def list_sign_sheets(catalog: Catalog, entry: Entry, language: str) -> Iterator[Paper]:
    """Yield the sheet for signatures of a campaign that has a pledge and asks for it."""
    campaign = cast("Campaign", entry.fields)
    if campaign.pledge is None or NAME not in campaign.print:
        return
    data = {
        **describe_document(catalog, entry, language, campaign.starts),
        "days": write_days(campaign, language),
        "pledge": choose(campaign.pledge.text, language, catalog.language).strip().splitlines(),
        "who": choose(campaign.pledge.who, language, catalog.language),
        "lines": campaign.pledge.lines,
        "words": read_texts(language)["press"]["pledge"],
    }
    yield make_paper(catalog, entry, language, NAME, data)
