"""Designs -> the sheets of the gallery: each design's sample words on every carrier it fits."""

from __future__ import annotations

from types import MappingProxyType
from typing import cast

from broadside.catalog import Catalog, Design, Entry
from broadside.frontmatter import Parsed
from broadside.kinds import Slogan
from broadside.problems import Problem
from broadside.sheets.choosing import Wish, list_fitting
from broadside.sheets.planning import plan_slogan
from broadside.sheets.values import Sheet


def make_sample(catalog: Catalog, design_id: str) -> Entry:
    """Return a design's sample words as a slogan of the running campaign; its mistakes are reported in the design's data."""
    design = catalog.designs[design_id]
    slogans = (cast("Slogan", entry.fields) for entry in catalog.of_kind("slogan"))
    photo = next((slogan.photo for slogan in slogans if slogan.photo), None) if design.photo else None
    topics = (design.topic,) if design.topic else ()
    text = {
        code: words
        for code, words in design.sample.items()
        if not design.scripts or catalog.languages[code].script in design.scripts
    }
    fields = Slogan(text=text, topics=topics, photo=photo)
    nothing = Parsed(MappingProxyType({}), MappingProxyType({}), MappingProxyType({}))
    path = f"posters/designs/{design_id}/design.yml"
    return Entry(f"slogans/design-{design_id}", "slogan", path, fields, nothing, MappingProxyType({}))


def list_sampled(catalog: Catalog, design: Design) -> tuple[str, ...]:
    """Return the carriers that a design is shown on: each that has a look of its own.

    Cloth comes in many lengths: it is shown at its usual one and at the shortest and the longest for its height.
    """
    fitting = {name: catalog.carriers[name] for name in list_fitting(catalog, design)}
    cloth = [name for name, carrier in fitting.items() if carrier.group == "banner"]
    by_length = sorted(cloth, key=lambda name: fitting[name].width_mm / fitting[name].height_mm)
    shown = {*by_length[:1], *by_length[-1:], *(name for name in cloth if fitting[name].usual)}
    return tuple(name for name, carrier in fitting.items() if not carrier.looks_like and (name in shown or name not in cloth))


def plan_samples(catalog: Catalog) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Set the sample of every design on every carrier that has a look of its own: pictures only, nobody prints them."""
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for name, design in catalog.designs.items():
        carriers = list_sampled(catalog, design)
        made, found = plan_slogan(catalog, make_sample(catalog, name), Wish(design=name, carriers=carriers, forms=("preview",)))
        sheets.extend(made)
        problems.extend(found)
    return tuple(sheets), tuple(problems)
