"""A slogan -> how many sheets it asks for, without setting a word: what a report counts, of a catalog without mistakes."""

from __future__ import annotations

from typing import cast

from broadside.catalog import Carrier, Catalog, Design, Entry
from broadside.kinds import Slogan
from broadside.sheets.choosing import Wish, list_carriers, name_design


def count_sheets(catalog: Catalog, entry: Entry) -> int:
    """Return the number of sheets of a slogan: a carrier and a language each, and those with several languages."""
    slogan, wish = cast("Slogan", entry.fields), Wish()
    designs = {language: catalog.designs[name_design(catalog, entry, language, wish)] for language in slogan.text}
    count = sum(len(list_carriers(catalog, slogan, design, wish)) for design in designs.values())
    if slogan.together:
        design = designs[slogan.together[0]]
        carriers = (catalog.carriers[name] for name in list_carriers(catalog, slogan, design, wish))
        count += sum(takes_several(design, carrier) for carrier in carriers)
    return count


def takes_several(design: Design, carrier: Carrier) -> bool:
    """Say whether several languages may stand on a carrier: one line, columns, and what is read in passing have room for one."""
    return design.slots[carrier.shape].set == "lines" and carrier.shape != "strip" and carrier.words_max is None
