"""The units -> the page that lists them all, and a page for each that publishes something or has its kit printed with the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from broadside.catalog import Entry, choose
from broadside.kinds import Notice
from broadside.pages.downloads import list_carrier_files
from broadside.pages.feeds import name_feed
from broadside.pages.glossary import escape_markdown
from broadside.pages.kit import OFFICE, write_size
from broadside.pages.listing import make_cards, say_title, sort_notices
from broadside.pages.sheetfiles import make_picture
from broadside.pages.values import Card, Download, Picture, Shelf, SitePage
from broadside.press.printed import Printed

NOTICES_MOST, OTHERS_MOST = 12, 12
"""Our choices: a year of a unit's own notices, and as much of its other material; the feed has what comes."""
PICTURES_MOST = 6
"""Our choice: one row of pictures tells how a unit's sheets look."""
NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Row:
    """A unit in the list: its page, empty where it has none; how many documents and sheets it has."""

    id: str
    name: str
    language: str
    logo: str
    address: str
    documents: int
    sheets: int


@dataclass(frozen=True)
class Part:
    """The units under one other, in the order of their ids; those under none have no ``id``."""

    id: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Line:
    """A sheet of a kit: its words in the page's language, its languages where it has several, its files, those for the basket."""

    words: str
    language: str
    together: tuple[str, ...]
    files: tuple[Download, ...]
    adds: tuple[Download, ...]


@dataclass(frozen=True)
class Stack:
    """All of a kit that is printed on one carrier."""

    id: str
    title: str
    size: str
    lines: tuple[Line, ...]

    @property
    def adds(self) -> tuple[tuple[Download, str, str], ...]:
        """The files for the print basket, each with the words and the language that it remembers of them."""
        return tuple((file, line.words, line.language) for line in self.lines for file in line.adds)


def count_units(shelf: Shelf) -> int:
    """Return how many units the list has; a site of one unit needs none."""
    return len(shelf.catalog.brands) if len(shelf.catalog.brands) > 1 else 0


def view_units(shelf: Shelf, language: str) -> Mapping[str, Any]:
    """Return what the list of all units shows: those under one another together, the highest first."""
    return {
        "parts": tuple(_list_parts(shelf, language)),
        "filters": {},
        "count": len(shelf.catalog.brands),
        "guide": _find_guide(shelf, language),
    }


def write_units(shelf: Shelf, language: str) -> str:
    """Write the names of all units under the headings of the list, for search; the list is laid out by its template."""
    blocks = []
    for part in _list_parts(shelf, language):
        blocks.append(f"## {escape_markdown(part.title)} {{ #under-{part.id or 'none'} }}")
        blocks.append(" · ".join(f"{escape_markdown(row.name)} ({row.id})" for row in part.rows))
    return "\n\n".join(blocks)


def make_unit_pages(shelf: Shelf, language: str) -> Iterator[SitePage]:
    """Yield the page of every unit that has one."""
    for unit in shelf.paged_units:
        if f"units/{unit}" not in shelf.catalog.entries:
            yield _make_unit_page(shelf, unit, language)


def say_unit(shelf: Shelf, unit: str, language: str) -> str:
    """Return a unit's name in ``language``."""
    return choose(shelf.catalog.brands[unit].name, language, shelf.catalog.language)


def _find_guide(shelf: Shelf, language: str) -> str:
    """Return where it is told how a unit is added, where the site tells it."""
    return shelf.address("contributing/units", language) if "contributing/units" in shelf.catalog.entries else ""


def _list_parts(shelf: Shelf, language: str) -> Iterator[Part]:
    """Yield the parts of the list down the tree; units that stand under one another in a circle come last."""
    under: dict[str, list[str]] = {}
    for unit, brand in shelf.catalog.brands.items():
        under.setdefault(brand.above or "", []).append(unit)
    waiting = [""]
    while under:
        above = waiting.pop() if waiting else next(iter(under))
        units = sorted(under.pop(above, ()), key=_order)
        waiting.extend(unit for unit in reversed(units) if unit in under)
        if units:
            title = say_unit(shelf, above, language) if above else shelf.texts(language)["units"]["top"]
            yield Part(above, title, tuple(_make_row(shelf, unit, language) for unit in units))


def _order(unit: str) -> list[tuple[int, str]]:
    """Order ids as people count: plant-2 before plant-10."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in NUMBER.split(unit)]


def _make_row(shelf: Shelf, unit: str, language: str) -> Row:
    brand = shelf.catalog.brands[unit]
    return Row(
        id=unit,
        name=say_unit(shelf, unit, language),
        language=language if language in brand.name else shelf.catalog.language,
        logo=shelf.locate_logo(unit).address,
        address=shelf.address(f"units/{unit}", language) if unit in shelf.paged_units else "",
        documents=len(shelf.issued.get(unit, ())),
        sheets=len(_list_spoken(shelf.kits.get(unit, ()), language)),
    )


def _list_spoken(kit: Sequence[Printed], language: str) -> list[Printed]:
    return [printed for printed in kit if language in {voice.language for voice in printed.sheet.voices}]


def _make_unit_page(shelf: Shelf, unit: str, language: str) -> SitePage:
    catalog, texts, identity = shelf.catalog, shelf.texts(language)["units"], f"units/{unit}"
    brand, name = catalog.brands[unit], say_unit(shelf, unit, language)
    issued = shelf.issued.get(unit, ())
    notices = sort_notices(each for each in issued if isinstance(each.fields, Notice) and not shelf.is_expired(each))
    others = [each for each in issued if not isinstance(each.fields, Notice)]
    kit = _list_spoken(shelf.kits.get(unit, ()), language)
    return SitePage(
        address=shelf.address(identity, language),
        language=language,
        template="unit.html",
        title=name,
        markdown=f"{escape_markdown(texts['about'].format(unit=name))}\n",
        section="campaigns",
        source=f"posters/brands/{unit}/brand.yml",
        summary=texts["about"].format(unit=name),
        hide=("toc", "navigation"),
        alternates={other: shelf.address(identity, other) for other in shelf.languages},
        view={
            "unit": unit,
            "logo": shelf.locate_logo(unit).address,
            "logo_alt": choose(brand.logo_alt, language, catalog.language),
            "above": _make_row(shelf, brand.above, language) if brand.above else None,
            "below": [_make_row(shelf, each, language) for each in sorted(shelf.units_under.get(unit, ()), key=_order)],
            "campaign_title": say_title(shelf, catalog.campaign, language),
            "campaign_address": shelf.address(catalog.campaign.id, language),
            "is_subscriber": bool(brand.kit),
            "guide": _find_guide(shelf, language),
            "count": len(kit),
            "pictures": tuple(_list_pictures(kit)),
            "stacks": tuple(_list_stacks(shelf, kit, language)),
            "notices": make_cards(shelf, notices[:NOTICES_MOST], language),
            "others": _show_others(shelf, others[:OTHERS_MOST], language),
            "feed": name_feed(shelf, unit, language),
            "spoken": language if language in brand.name else catalog.language,
        },
    )


def _show_others(shelf: Shelf, entries: Sequence[Entry], language: str) -> tuple[tuple[str, Card], ...]:
    kinds = shelf.texts(language)["finding"]["kinds"]
    cards = make_cards(shelf, entries, language)
    return tuple((kinds[card.kind], card) for card in cards)


def _list_pictures(kit: Sequence[Printed]) -> Iterator[Picture]:
    """Yield the pictures of the first sheets that have one."""
    shown = [printed for printed in kit if "thumbnail" in printed.files]
    yield from (make_picture(printed, "thumbnail") for printed in shown[:PICTURES_MOST])


def _list_stacks(shelf: Shelf, kit: Sequence[Printed], language: str) -> Iterator[Stack]:
    """Yield a kit's sheets by carrier, in the order of the carriers' list."""
    by_carrier: dict[str, list[Printed]] = {}
    for printed in kit:
        by_carrier.setdefault(printed.sheet.carrier_id, []).append(printed)
    for carrier_id in (each for each in shelf.catalog.carriers if each in by_carrier):
        sheets = by_carrier[carrier_id]
        carrier = sheets[0].sheet.carrier
        yield Stack(
            carrier_id,
            choose(carrier.name, language, shelf.catalog.language),
            write_size(carrier),
            tuple(_make_line(shelf, printed, language) for printed in sheets),
        )


def _make_line(shelf: Shelf, printed: Printed, language: str) -> Line:
    files, voices = tuple(list_carrier_files(shelf, printed, language)), printed.sheet.voices
    return Line(
        " ".join(next(voice.text for voice in voices if voice.language == language).split()),
        language,
        tuple(voice.language for voice in voices) if len(voices) > 1 else (),
        files,
        tuple(file for file in files if file.form == "office" and file.paper in OFFICE),
    )
