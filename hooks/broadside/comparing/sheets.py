"""The sheets of two sites and the keys of their pictures -> the pairs that do not look alike, the most telling first."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from broadside.sheets import Sheet

Place = tuple[str, str, str]
"""A slogan, the language of its words, and the carrier that it looks like."""


@dataclass(frozen=True)
class Pair:
    """A sheet as it was and as it is; one of both may be missing."""

    before: Sheet | None
    after: Sheet | None

    @property
    def sheet(self) -> Sheet:
        """The sheet as it is, else as it was."""
        sheet = self.after or self.before
        if sheet is None:
            raise ValueError("a pair has a sheet")
        return sheet


def find_looks(sheets: Iterable[Sheet], names: Mapping[str, str]) -> dict[Place, Sheet]:
    """Return one sheet of those that look alike, by what tells it from others, to be drawn as a picture and nothing more.

    ``names`` gives slogans another name, that of today.
    """
    looks: dict[Place, Sheet] = {}
    for sheet in sheets:
        place = names.get(sheet.slogan, sheet.slogan), sheet.language, sheet.carrier.looks_like or sheet.carrier_id
        if place not in looks or not sheet.carrier.looks_like:
            looks[place] = sheet
    return {place: _only_picture(sheet) for place, sheet in looks.items()}


def _only_picture(sheet: Sheet) -> Sheet:
    """Return the sheet with a picture of its own and no other file."""
    carrier = sheet.carrier.model_copy(update={"looks_like": None}) if sheet.carrier.looks_like else sheet.carrier
    return dataclasses.replace(sheet, carrier=carrier, forms=())


def pair_sheets(
    before: Mapping[Place, Sheet],
    after: Mapping[Place, Sheet],
    name_old: Callable[[Sheet], str],
    name_new: Callable[[Sheet], str],
) -> tuple[Pair, ...]:
    """Return the pairs whose pictures have different keys, as ``name_old`` and ``name_new`` give them.

    The first carrier of each slogan comes first, in all languages, then the second of each: the first few show something of
    everything.
    """
    looks: dict[str, list[str]] = {}
    ranked: list[tuple[int, Pair]] = []
    for place in dict.fromkeys((*after, *before)):
        old, new = before.get(place), after.get(place)
        if old is not None and new is not None and name_old(old) == name_new(new):
            continue
        seen = looks.setdefault(place[0], [])
        if place[2] not in seen:
            seen.append(place[2])
        ranked.append((seen.index(place[2]), Pair(old, new)))
    return tuple(pair for _, pair in sorted(ranked, key=lambda each: each[0]))
