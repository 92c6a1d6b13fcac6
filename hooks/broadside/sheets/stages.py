"""Activities and pledges that ask for one -> the sheets of their backdrop: their words as a slogan that stands in no file."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from broadside.catalog import Catalog, Entry
from broadside.frontmatter import Parsed, Position
from broadside.kinds import Activity, Campaign, Slogan
from broadside.problems import Problem
from broadside.sheets.choosing import Wish, campaign_of, make_url, write_span
from broadside.sheets.planning import plan_slogan
from broadside.sheets.values import Sheet

WALL = "signature-wall"
FOLDERS = {"activity": "activities", "campaign": "campaigns"}
BACKDROPS = ("backdrop", "backdrop-4m")
"""What an activity may ask for that is a carrier; the rest of its ``print`` are papers."""


YEAR = re.compile(r"\d{4}年")


@dataclass(frozen=True)
class _Stage:
    """Words that stand in a document's file at ``path``, and the carriers asked for, each with its place there."""

    path: str
    language: str
    text: str
    at: Position
    carriers: Mapping[str, Position]


def name_stage(entry: Entry) -> str:
    """Return what the sheets of a document's backdrop are filed under, as a slogan's are under its name."""
    return f"{entry.kind}-{entry.name}"


def find_document(catalog: Catalog, slogan: str) -> Entry | None:
    """Return the document whose words the sheets filed under ``slogan`` have."""
    kind, _, name = slogan.partition("-")
    return catalog.entries.get(f"slogans/{slogan}") or catalog.entries.get(f"{FOLDERS.get(kind, kind)}/{name}")


def plan_stage(catalog: Catalog, entry: Entry) -> tuple[list[Sheet], list[Problem]]:
    """Set the words of one document's backdrops: an activity's title in each of its languages, the words of a campaign's pledge.

    The design is the campaign's, the code leads to the document, and an activity's days stand where the campaign's do.
    """
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for stage in _list_stages(catalog, entry):
        made, found = plan_slogan(catalog, _make_words(entry, stage), Wish())
        house = stage.language if stage.language in catalog.settings.languages else catalog.language
        # The carrier of 6 x 3 m is called as its group is: whoever names it gets the group's other usual ones too.
        for sheet in (each for each in made if each.carrier_id in stage.carriers):
            told = dataclasses.replace(sheet, url=make_url(catalog, entry, house))
            if isinstance(entry.fields, Activity):
                told = dataclasses.replace(told, campaign_days=write_span(entry.fields.starts.day, entry.fields.last, house))
            sheets.append(told)
        problems.extend(each for each in found if dict(each.facts).get("carrier", WALL) in {*stage.carriers, WALL})
    return sheets, problems


def _list_stages(catalog: Catalog, entry: Entry) -> Iterator[_Stage]:
    fields = entry.fields
    if isinstance(fields, Activity):
        asked: dict[str, Position] = {
            name: entry.parsed.find(("print", index)) for index, name in enumerate(fields.print) if name in BACKDROPS
        }
        written = {
            catalog.language: (entry.path, entry.parsed),
            **{code: (its.path, its.parsed) for code, its in entry.translations.items()},
        }
        for language, (path, parsed) in written.items():
            if asked:
                text = _break_title(catalog, entry, language)
                yield _Stage(path, language, text, parsed.find(("title",)), asked)
    elif isinstance(fields, Campaign) and fields.pledge is not None and WALL in fields.print and WALL in catalog.carriers:
        for language, text in fields.pledge.text.items():
            at = entry.parsed.find(("pledge", "text", language))
            yield _Stage(entry.path, language, text, at, {WALL: entry.parsed.find(("print",))})


def _break_title(catalog: Catalog, entry: Entry, language: str) -> str:
    """Return an activity's title; one in Chinese breaks behind the year and the campaign's name that it begins with.

    A title is one line of a file, and no break of its own can stand in it: 2027年 / 安全生产月 / 动员会.
    """
    title = str(entry.say("title", language))
    if catalog.languages[language].script != "Hans":
        return title
    campaign = str(campaign_of(catalog, entry).say("title", language))
    year = YEAR.match(title)
    ends = {year.end() if year else 0, len(campaign) if title.startswith(campaign) else 0}
    cuts = [0, *sorted(ends - {0, len(title)}), len(title)]
    return "\n".join(title[start:end] for start, end in itertools.pairwise(cuts))


def _make_words(entry: Entry, stage: _Stage) -> Entry:
    """Return the words of a backdrop as a slogan whose mistakes are reported where its words stand."""
    campaign = entry.name if isinstance(entry.fields, Campaign) else getattr(entry.fields, "campaign", None)
    fields = Slogan(
        text={stage.language: stage.text},
        carriers=tuple(stage.carriers),
        campaign=campaign,
        unit=getattr(entry.fields, "unit", None),
        topics=getattr(entry.fields, "topics", ()),
    )
    places: dict[tuple[str | int, ...], Position] = {
        ("text", stage.language): stage.at,
        **{("carriers", index): at for index, at in enumerate(stage.carriers.values())},
    }
    parsed = Parsed(MappingProxyType({}), MappingProxyType(places), MappingProxyType({}))
    return Entry(f"slogans/{name_stage(entry)}", "slogan", stage.path, fields, parsed, MappingProxyType({}))
