"""All slogans -> the wall: a tile each, what the tiles can be filtered by, and what the lightbox shows of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from broadside.catalog import Entry, choose
from broadside.kinds import Slogan
from broadside.pages.downloads import find_likely, list_carrier_files
from broadside.pages.listing import list_topics, make_card, name_topics, say_title
from broadside.pages.sheetfiles import name_carrier, name_file
from broadside.pages.values import Card, Shelf
from broadside.press.outputs import measure_picture
from broadside.press.printed import Printed

Values = list[tuple[str, str]]
"""The values of a filter, as (id, name)."""


@dataclass(frozen=True)
class Tile:
    """A slogan on the wall: its card, its ids by filter, and ``words``, what a reader may look for but does not see."""

    id: str
    card: Card
    facets: Mapping[str, tuple[str, ...]]
    words: str


def view_wall(shelf: Shelf, language: str) -> Mapping[str, Any]:
    """Return the view of the wall in ``language``; the running campaign's slogans come first."""
    running = shelf.catalog.settings.campaign
    entries = sorted(
        shelf.catalog.of_kind("slogan"), key=lambda entry: (cast("Slogan", entry.fields).campaign != running, entry.id)
    )
    tiles = tuple(_make_tile(shelf, entry, language) for entry in entries)
    return {
        "tiles": tiles,
        "filters": list_filters(shelf, entries, tiles, language),
        "lightbox": fill_lightbox(shelf, entries, language),
    }


def _make_tile(shelf: Shelf, entry: Entry, language: str) -> Tile:
    slogan = cast("Slogan", entry.fields)
    card = make_card(shelf, entry, language)
    others = (" ".join(text.split()) for code, text in slogan.text.items() if code != card.language)
    return Tile(
        id=entry.name,
        card=card,
        facets={
            "topic": slogan.topics,
            "carrier": card.carriers,
            "words": tuple(slogan.text),
            "campaign": (slogan.campaign,) if slogan.campaign else (),
            "unit": (slogan.unit or shelf.catalog.settings.unit,),
            "season": (slogan.season,) if slogan.season else (),
        },
        words=" ".join((*others, *name_topics(shelf, entry, language))),
    )


def list_filters(shelf: Shelf, entries: Iterable[Entry], tiles: Iterable[Tile], language: str) -> dict[str, Values]:
    """Return each filter's values that some tile has; a filter that tells no tile from another is left out."""
    catalog, texts = shelf.catalog, shelf.texts(language)
    tiles = tuple(tiles)
    campaigns = ((entry.name, say_title(shelf, entry, language)) for entry in catalog.of_kind("campaign"))
    known: dict[str, Values] = {
        "topic": list_topics(shelf, tuple(entries), language),
        "carrier": [*texts["carrier_groups"].items()],
        "words": [(code, tongue.name) for code, tongue in catalog.languages.items()],
        "campaign": [*campaigns],
        "unit": [(unit, choose(brand.name, language, catalog.language)) for unit, brand in catalog.brands.items()],
        "season": [*texts["wall"]["seasons"].items()],
    }
    filters = {}
    for name, values in known.items():
        used = {each for tile in tiles for each in tile.facets[name]}
        kept = [value for value in values if value[0] in used]
        if any(set(tile.facets[name]) != used for tile in tiles):
            filters[name] = kept
    return filters


class _Table:
    """Rows that many slogans share, each kept once under its number."""

    def __init__(self) -> None:
        self._rows: dict[tuple[Any, ...], int] = {}

    def number(self, *row: Any) -> int:
        return self._rows.setdefault(row, len(self._rows))

    def list_rows(self) -> list[list[Any]]:
        return [list(row) for row in self._rows]


def fill_lightbox(shelf: Shelf, entries: Iterable[Entry], language: str) -> Mapping[str, Any]:
    """Return what the lightbox shows, kept short as two hundred slogans stand in one page.

    A file's address is ``folder`` with the slogan's id put in, the sheet's name, a hyphen and an ending. ``carriers`` are [id,
    name, preview's width, height in px], ``kinds`` [what for, purpose, paper, ending], ``slogans`` by id [language, sheets,
    files]: a sheet is [carrier's number, name, whether it has pictures], a file [sheet's number, kind's number, size].
    """
    carriers, kinds, slogans = _Table(), _Table(), {}
    for entry in entries:
        spoken = _list_spoken(shelf, entry, language)
        files = [file for _, likely in find_likely(shelf, spoken, language) for file in likely]
        if not files:  # a banner or a sign alone: what its maker takes
            files = [file for printed in spoken[:1] for file in list_carrier_files(shelf, printed, language)]
        offered = {file.carrier for file in files}
        sheets = [printed for printed in spoken if "preview" in printed.files or printed.sheet.carrier_id in offered]
        of_sheet = {name_file(printed, form): number for number, printed in enumerate(sheets) for form in printed.files}
        if sheets:
            slogans[entry.name] = [
                sheets[0].sheet.language,
                [
                    [
                        carriers.number(
                            printed.sheet.carrier_id,
                            name_carrier(shelf, printed, language),
                            *measure_picture(printed.sheet, "preview"),
                        ),
                        printed.sheet.name,
                        int("preview" in printed.files),
                    ]
                    for printed in sheets
                ],
                [
                    [
                        of_sheet[file.address],
                        kinds.number(file.how, file.purpose, file.paper, f"{file.form}.{file.address.rpartition('.')[2]}"),
                        file.size,
                    ]
                    for file in files
                ],
            ]
    return {
        "folder": "sheets/{slogan}/{slogan}-",
        "carriers": carriers.list_rows(),
        "kinds": kinds.list_rows(),
        "slogans": slogans,
    }


def _list_spoken(shelf: Shelf, entry: Entry, language: str) -> list[Printed]:
    """Return a slogan's sheets in ``language`` alone, else in the site's first language, else in the first there is."""
    sheets = shelf.printed.get(entry.name, ())
    codes = [printed.sheet.language for printed in sheets]
    code = next((code for code in (language, shelf.catalog.language, *codes) if code in codes), "")
    return [printed for printed in sheets if printed.sheet.language == code]
