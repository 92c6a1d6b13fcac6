"""Planned sheets and a unit -> the unit's kit: the running campaign's sheets with its name and logos in place of the group's."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import cast

from broadside.catalog import Catalog, Entry, choose
from broadside.kinds import Slogan
from broadside.sheets.planning import list_marks
from broadside.sheets.values import Sheet


def plan_kits(catalog: Catalog, sheets: Iterable[Sheet]) -> Mapping[str, tuple[Sheet, ...]]:
    """Return the kits of the units that subscribe to one, by unit; a unit whose carriers no slogan is printed on has none."""
    shared = tuple(_list_shared(catalog, sheets))
    kits = {unit: _make_kit(catalog, shared, unit) for unit, brand in catalog.brands.items() if brand.kit}
    return {unit: kit for unit, kit in kits.items() if kit}


def list_kit_sheets(catalog: Catalog, sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Return the sheets of all kits that a build prints."""
    return tuple(sheet for kit in plan_kits(catalog, sheets).values() for sheet in kit)


def plan_kit(catalog: Catalog, sheets: Iterable[Sheet], unit: str) -> tuple[Sheet, ...]:
    """Return one unit's kit: on the carriers that it subscribes to; where it does not, on all that the slogans are printed on."""
    return _make_kit(catalog, tuple(_list_shared(catalog, sheets)), unit)


def brand_sheet(catalog: Catalog, sheet: Sheet, unit: str) -> Sheet:
    """Return ``sheet`` as ``unit`` prints it: its words stand as they stood, for no name or logo takes room from them."""
    brand = catalog.brands[unit]
    house = sheet.voices[0].language if sheet.voices[0].language in catalog.settings.languages else catalog.language
    return dataclasses.replace(
        sheet,
        unit=unit,
        brand_name=choose(brand.name, house, catalog.language),
        marks=list_marks(catalog, unit, house),
        clear_space=brand.clear_space,
        is_unit_asked=True,
    )


def _list_shared(catalog: Catalog, sheets: Iterable[Sheet]) -> Iterable[tuple[Sheet, str | None]]:
    """Yield the sheets of the running campaign's slogans, each with the unit that alone may have it, where its slogan names one."""
    for sheet in sheets:
        entry: Entry | None = catalog.entries.get(f"slogans/{sheet.slogan}")
        slogan = cast("Slogan | None", entry.fields if entry else None)
        if slogan and slogan.campaign == catalog.settings.campaign:
            yield sheet, slogan.unit if slogan.unit != catalog.settings.unit else None


def _make_kit(catalog: Catalog, shared: Iterable[tuple[Sheet, str | None]], unit: str) -> tuple[Sheet, ...]:
    brand = catalog.brands[unit]
    return tuple(
        brand_sheet(catalog, sheet, unit)
        for sheet, owner in shared
        if owner in {None, unit} and sheet.forms and (not brand.kit or brand.takes(sheet.carrier_id, sheet.carrier.group))
    )
