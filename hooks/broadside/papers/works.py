"""Works of employees -> the ballot paper of a campaign, and the certificate of a work that has an award."""

from __future__ import annotations

import dataclasses
import posixpath
from collections.abc import Iterator
from typing import Any, cast

from broadside.catalog import Catalog, Entry, choose
from broadside.catalog.works import list_ballot
from broadside.kinds import Campaign, Work
from broadside.papers.describing import A4_LYING_MM, describe_document, make_paper, write_day
from broadside.press.papers import Paper
from broadside.press.photos import name_photo
from broadside.texts import read_texts

THUMBNAIL_MM, PPI = 32.0, 150.0
"""Our choices: the longer side of a picture on a ballot, and as many dots as an office printer shows of it."""


def list_ballots(catalog: Catalog, entry: Entry, language: str) -> Iterator[Paper]:
    """Yield the ballot paper of a campaign that asks for a vote: its works by number, whose authors agreed to that."""
    vote = cast("Campaign", entry.fields).vote
    if vote is None:
        return
    texts, site = read_texts(language)["press"]["work"], read_texts(language)["site"]["work"]
    described = describe_document(catalog, entry, language, cast("Campaign", entry.fields).starts)
    choice = texts["choose_one"] if vote == 1 else texts["choose"].format(count=vote)
    data = {
        **described,
        "labels": {**described["labels"], **texts, "choice": choice},
        "works": [_describe_work(catalog, each, language, site) for each in list_ballot(catalog, entry)],
    }
    yield make_paper(catalog, entry, language, "ballot", data)


def _describe_work(catalog: Catalog, entry: Entry, language: str, site: dict[str, Any]) -> dict[str, Any]:
    work = cast("Work", entry.fields)
    photo: dict[str, Any] = {}
    if work.image:
        place = posixpath.normpath(posixpath.join(posixpath.dirname(entry.path), work.image))
        photo = dataclasses.asdict(name_photo(catalog.settings.root, place, THUMBNAIL_MM, THUMBNAIL_MM, PPI))
    return {
        "title": str(entry.say("title", language)),
        "medium": site["media"][work.medium],
        "credit": say_credit(entry, language, site["anonymous"]),
        "photo": photo,
        "alt": str(entry.say("alt", language) or ""),
    }


def say_credit(entry: Entry, language: str, anonymous: str) -> str:
    """Return how the author of a work wishes to be named, with the team where there is one."""
    work, team = cast("Work", entry.fields), str(entry.say("team", language) or "")
    name = work.author if work.named in {"full", "first-name"} else ""
    return " · ".join(each for each in (name, team) if each) or anonymous


def list_certificates(catalog: Catalog, entry: Entry, language: str) -> Iterator[Paper]:
    """Yield the certificate of a work that has an award; it names its author as they wish to be named."""
    work = cast("Work", entry.fields)
    if work.award is None:
        return
    texts, site = read_texts(language)["press"]["work"], read_texts(language)["site"]["work"]
    day = work.awarded or work.consent.given
    described = describe_document(catalog, entry, language, day)
    campaign = catalog.entries.get(f"campaigns/{work.campaign}")
    data = {
        **described,
        "labels": {**described["labels"], **texts},
        "award": str(entry.say("award", language)),
        "medium": site["media"][work.medium],
        "credit": say_credit(entry, language, texts["unnamed"]),
        "campaign": str(campaign.say("title", language)) if campaign else "",
        "day": write_day(day, language),
        "issuer": choose(catalog.brands[work.unit or catalog.settings.unit].name, language, catalog.language),
    }
    yield make_paper(catalog, entry, language, "certificate", data, A4_LYING_MM)
