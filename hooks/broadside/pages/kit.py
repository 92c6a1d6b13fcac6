"""A campaign -> its kit: everything that can be printed for it, by the place it goes to, and the page that lists it to tick off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from broadside.catalog import Carrier, Entry, Form
from broadside.kinds import KINDS
from broadside.pages.belonging import find_documents, list_belonging
from broadside.pages.downloads import list_carrier_files, name_size
from broadside.pages.listing import find_spoken, say_title
from broadside.pages.paperfiles import make_download
from broadside.pages.past import find_look
from broadside.pages.sheetfiles import name_carrier
from broadside.pages.values import Download, Shelf, SitePage
from broadside.press.printed import Printed
from broadside.sheets import name_stage

PLACES: dict[str, tuple[str, ...]] = {
    "gate": (
        "banner",
        "billboard",
        "desk-sign",
        "question-card",
        "leaflet",
        "assembly-sign",
        "signature-wall",
    ),
    "workshop": ("poster", "sign", "talk-card", "emergency-card", "sign-sheet", "checklist", "drill-evaluation"),
    "canteen": ("display", "screen", "notice", "schedule", "plan", "panel", "responsibility-chart"),
    "vehicle": ("vehicle",),
    "stage": ("backdrop",),
    "hall": ("door-sign", "invitation", "screening-sheet", "case-board", "quiz-a", "quiz-b", "ballot"),
    "desk": ("script", "quiz-key", "report", "certificate"),
    "home": ("letter-home", "family-promise"),
}
"""Where each carrier, group of carriers and paper goes, by how its name begins; what is not named here
goes to the desk. Our choice."""
OFFICE = frozenset({"A5", "A4", "A3"})
"""What an office printer prints, and the print basket is for."""
WHOLE: frozenset[Form] = frozenset({"office"})
"""The file of a sheet that an office printer prints as a whole."""
BY_TOPIC = ("knowledge", "lesson")
"""Kinds of which not only the campaign's own documents are of use to it, but those on its topics."""
METRE_MM = 1000


@dataclass(frozen=True)
class Item:
    """A line of the list: ``what`` on which carrier, ``of`` which document, its size, how many sheets, where they are.

    ``adds`` are the files for the print basket, each with the words and the language that it remembers of them.
    """

    what: str
    of: str
    language: str
    size: str
    count: int
    address: str
    adds: tuple[tuple[Download, str, str], ...] = ()


@dataclass(frozen=True)
class Place:
    """All that goes to one place."""

    id: str
    title: str
    items: tuple[Item, ...]

    @property
    def count(self) -> int:
        """How many sheets go there."""
        return sum(item.count for item in self.items)

    @property
    def adds(self) -> tuple[tuple[Download, str, str], ...]:
        """The files of all its lines for the print basket."""
        return tuple(each for item in self.items for each in item.adds)


def make_kit(shelf: Shelf, campaign: Entry, language: str) -> tuple[Place, ...]:
    """Return all that can be printed for a campaign in ``language``, by place; places to which nothing goes are left out."""
    texts, found = shelf.texts(language)["kit"], dict[str, list[Item]]()
    for place, item in (*_list_carriers(shelf, campaign, language), *_list_papers(shelf, campaign, language)):
        found.setdefault(place, []).append(item)
    return tuple(Place(place, texts["places"][place], tuple(found[place])) for place in PLACES if place in found)


def make_kit_page(shelf: Shelf, campaign: Entry, language: str, kit: tuple[Place, ...]) -> SitePage:
    """Return the page of a campaign's ``kit``, which :func:`make_kit` found for the campaign's own page."""
    texts, title, identity = shelf.texts(language)["kit"], say_title(shelf, campaign, language), f"{campaign.id}/kit"
    return SitePage(
        address=shelf.address(identity, language),
        language=language,
        template="kit.html",
        title=texts["title_of"].format(campaign=title),
        markdown="",
        section="campaigns",
        summary=texts["summary"],
        is_searchable=False,
        hide=("toc", "navigation"),
        alternates={other: shelf.address(identity, other) for other in shelf.languages},
        view={
            "campaign_title": title,
            "campaign_address": shelf.address(campaign.id, language),
            "look": find_look(shelf, campaign),
            "places": kit,
        },
    )


def find_place(name: str, group: str = "") -> str:
    """Return where something goes: as its own name says, else as its group's."""
    for asked in (name, group):
        for place, names in PLACES.items():
            if any(asked == each or asked.startswith(f"{each}-") for each in names):
                return place
    return "desk"


def write_size(carrier: Carrier) -> str:
    """Write a carrier's finished size: a paper's name, metres from one metre on, else millimetres; pixels of a screen."""
    if carrier.width_px:
        return f"{carrier.width_px} × {carrier.height_px} px"
    if max(carrier.width_mm, carrier.height_mm) > 2 * METRE_MM:
        return f"{carrier.width_mm / METRE_MM:g} × {carrier.height_mm / METRE_MM:g} m"
    return name_size(carrier.width_mm, carrier.height_mm)


def _list_carriers(shelf: Shelf, campaign: Entry, language: str) -> Iterator[tuple[str, Item]]:
    """Yield a line a carrier of the campaign's slogans, then a line a backdrop."""
    texts = shelf.texts(language)["kit"]
    by_carrier: dict[str, list[Printed]] = {}
    for entry in list_belonging(shelf, campaign, "slogan"):
        for printed in shelf.printed.get(entry.name, ()):
            if printed.sheet.language == language:
                by_carrier.setdefault(printed.sheet.carrier_id, []).append(printed)
    for name in (each for each in shelf.catalog.carriers if each in by_carrier):
        sheets, carrier = by_carrier[name], shelf.catalog.carriers[name]
        yield (
            find_place(name, carrier.group),
            Item(
                what=name_carrier(shelf, sheets[0], language),
                of=texts["slogan" if len(sheets) == 1 else "slogans"].format(count=len(sheets)),
                language=language,
                size=write_size(carrier),
                count=len(sheets),
                address=f"{shelf.address('slogans/index', language)}?carrier={carrier.group}",
                adds=tuple(each for printed in sheets for each in _list_adds(shelf, printed, language)),
            ),
        )
    for entry in (campaign, *list_belonging(shelf, campaign, "activity")):
        anchor = "#pledge" if entry is campaign else "#files"
        for printed in shelf.printed.get(name_stage(entry), ()):
            if printed.sheet.language == language:
                carrier = printed.sheet.carrier
                yield (
                    find_place(printed.sheet.carrier_id, carrier.group),
                    Item(
                        what=name_carrier(shelf, printed, language),
                        of=say_title(shelf, entry, language),
                        language=language,
                        size=write_size(carrier),
                        count=1,
                        address=shelf.address(entry.id, language) + anchor,
                    ),
                )


def _list_adds(shelf: Shelf, printed: Printed, language: str) -> Iterator[tuple[Download, str, str]]:
    """Yield the file of a sheet that an office printer prints as a whole, where there is one."""
    for file in list_carrier_files(shelf, printed, language, WHOLE):
        if file.paper in OFFICE:
            yield file, " ".join(printed.sheet.text.split()), language


def _list_papers(shelf: Shelf, campaign: Entry, language: str) -> Iterator[tuple[str, Item]]:
    """Yield a line a paper of the campaign and of the documents that go with it."""
    texts = shelf.texts(language)
    names = {**texts["blackboard"]["papers"], **texts["quiz"]["papers"], **texts["printables"]["papers"]}
    entries = [campaign]
    for kind in KINDS:
        entries += find_documents(shelf, campaign, kind) if kind in BY_TOPIC else list_belonging(shelf, campaign, kind)
    for entry in entries:
        spoken = find_spoken(entry, language, shelf.catalog.language)
        for printed in shelf.papers.get(entry.id, ()):
            paper = printed.paper
            if paper.language != spoken or paper.name not in names:
                continue
            file, title = make_download(printed, names[paper.name], ""), say_title(shelf, entry, language)
            yield (
                find_place(paper.name),
                Item(
                    what=file.what,
                    of=title,
                    language=spoken,
                    size=file.paper,
                    count=1,
                    address=file.address,
                    adds=((file, title, spoken),) if file.paper in OFFICE else (),
                ),
            )
