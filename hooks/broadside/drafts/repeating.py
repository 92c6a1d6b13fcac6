"""A campaign and a day -> the files that begin it again from that day, and what in them and around them is still last year's."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from broadside.catalog import Catalog, Entry
from broadside.drafts.moving import SATURDAY, Move, repeat_date
from broadside.drafts.values import write_block
from broadside.kinds import Activity, Campaign, Knowledge, Notice

MOVED = frozenset({"starts", "ends", "date", "due", "announced"})
"""The fields that hold a day of the campaign."""
LEFT_OUT = frozenset({"done", "revised", "summary", "head_count", "outcome", "vote"})
"""What was true of last year alone."""
DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(.*)$", re.ASCII | re.DOTALL)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)", re.ASCII)


class NoCampaignError(Exception):
    """A name that no campaign has, or more than one: ``legal`` are those to choose from."""

    def __init__(self, name: str, legal: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.legal = name, legal


@dataclass(frozen=True)
class Repeated:
    """A campaign begun again: its name, days and files by path, and what somebody still has to look at.

    ``undone`` counts the marks of done tasks that were taken off. ``years`` are lines of the new files that name another year, by
    file; ``weekends`` the days that fall on one. ``notices`` and ``activities`` are the old campaign's, ``reviews`` articles whose
    review falls due by its end, ``slogans`` how many keep the old one's look; ``had_vote`` says whether the old one had
    works to vote on, which are not the new one's.
    """

    name: str
    move: Move
    ends: datetime.date
    files: Mapping[str, str]
    theme: str
    undone: int
    years: tuple[tuple[str, str], ...]
    weekends: tuple[tuple[str, datetime.date], ...]
    notices: tuple[str, ...]
    reviews: tuple[str, ...]
    activities: tuple[str, ...]
    slogans: int
    had_vote: bool


def find_source(catalog: Catalog, wanted: str) -> Entry:
    """Return the campaign of that name, or the one whose name ends with it: ``2026`` is this site's month of that year.

    Of several the one of the running campaign's series is meant, whose name differs from it in the year alone. Raises
    :class:`NoCampaignError`.
    """
    campaigns = {entry.name: entry for entry in catalog.of_kind("campaign")}
    found = [name for name in campaigns if name == wanted] or [name for name in campaigns if name.endswith(f"-{wanted}")]
    series = YEAR.sub("", catalog.settings.campaign)
    chosen = found if len(found) == 1 else [name for name in found if YEAR.sub("", name) == series]
    if len(chosen) != 1:
        raise NoCampaignError(wanted, tuple(sorted(found or campaigns)))
    return campaigns[chosen[0]]


def find_start(catalog: Catalog, source: Entry) -> datetime.date:
    """Return the same date of the first year after ``source`` for which its series has no campaign yet."""
    starts = cast("Campaign", source.fields).starts
    year = starts.year + 1
    while f"campaigns/{name_repeated(source.name, year)}" in catalog.entries:
        year += 1
    return repeat_date(starts, year)


def name_repeated(name: str, year: int) -> str:
    """Return a campaign's or an activity's name with another year: at the end where it has none."""
    return YEAR.sub(str(year), name) if YEAR.search(name) else f"{name}-{year}"


def repeat_campaign(
    catalog: Catalog, source: Entry, begins: datetime.date, name: str | None = None, *, with_activities: bool = False
) -> Repeated:
    """Return the campaign ``source`` begun again from the day ``begins``, and its activities where they are wanted."""
    campaign = cast("Campaign", source.fields)
    fixed = frozenset({campaign.starts, campaign.ends, *(day.date for day in campaign.key_days)})
    move, named = Move(campaign.starts, begins, fixed), name or name_repeated(source.name, begins.year)
    activities = [each for each in catalog.of_kind("activity") if cast("Activity", each.fields).campaign == source.name]
    files = dict(_repeat_document(source, "docs/campaigns", named, move, named))
    for entry in activities if with_activities else ():
        files |= _repeat_document(entry, "docs/activities", name_repeated(entry.name, begins.year), move, named)
    ends = move.move(campaign.ends)
    return Repeated(
        named,
        move,
        ends,
        files,
        next(iter(campaign.theme.values())),
        sum(task.done is not None for task in campaign.plan),
        tuple(_find_years(files, begins.year)),
        tuple((day.title, moved) for day in campaign.key_days if (moved := move.move(day.date)).weekday() >= SATURDAY),
        tuple(_find_notices(catalog, source)),
        tuple(_find_reviews(catalog, ends)),
        () if with_activities else tuple(entry.path for entry in activities),
        sum(getattr(entry.fields, "campaign", None) == source.name for entry in catalog.of_kind("slogan")),
        campaign.vote is not None,
    )


def _repeat_document(entry: Entry, folder: str, name: str, move: Move, campaign: str) -> Iterator[tuple[str, str]]:
    """Yield the files of one document: a campaign's words tell of its year and are left out, an activity's are taken along."""
    texts = {"": (entry.parsed.values, entry.parsed.body)}
    texts |= {f".{code}": (each.parsed.values, each.body) for code, each in entry.translations.items()}
    for suffix, (values, body) in texts.items():
        fields = cast("dict[str, Any]", _repeat_value(dict(values), move))
        fields["title"] = YEAR.sub(str(move.begins.year), str(fields["title"]))
        if "campaign" in fields:
            fields["campaign"] = campaign
        lines = "\n".join(write_block(fields))
        yield f"{folder}/{name}{suffix}.md", f"---\n{lines}\n---\n" + (f"\n{body.strip()}\n" if entry.kind == "activity" else "")


def _repeat_value(value: Any, move: Move, key: str = "") -> Any:
    """Return a field's value with its days moved, and without what was true of last year alone."""
    if isinstance(value, Mapping):
        return {name: _repeat_value(each, move, str(name)) for name, each in value.items() if name not in LEFT_OUT}
    if isinstance(value, list | tuple):
        return [_repeat_value(each, move, key) for each in value]
    found = DAY.match(str(value)) if key in MOVED else None
    return f"{move.move(datetime.date.fromisoformat(found[1]))}{found[2]}" if found else value


def _find_years(files: Mapping[str, str], year: int) -> Iterator[tuple[str, str]]:
    """Yield the lines of new files in whose words another year is named; days are no words."""
    for path, text in files.items():
        for line in text.split("\n"):
            words = re.sub(r"\d{4}-\d{2}-\d{2}", "", re.sub(r"\]\([^)]*\)", "]", line))
            if any(found != str(year) for found in YEAR.findall(words)) and not words.startswith("campaign:"):
                yield path, line.strip()


def _find_notices(catalog: Catalog, source: Entry) -> Iterator[str]:
    """Yield the old campaign's notices that nothing ends: neither a day of their own nor a newer notice."""
    replaced = {getattr(entry.fields, "supersedes", None) for entry in catalog.of_kind("notice")}
    for entry in catalog.of_kind("notice"):
        notice = cast("Notice", entry.fields)
        if notice.campaign == source.name and notice.expires is None and entry.id not in replaced:
            yield entry.path


def _find_reviews(catalog: Catalog, ends: datetime.date) -> Iterator[str]:
    """Yield the articles whose review falls due before the new campaign is over."""
    for entry in catalog.of_kind("knowledge"):
        due = cast("Knowledge", entry.fields).review_by
        if due is not None and due <= ends:
            yield entry.path
