"""A catalog -> the lists that a field's ids are of, each value with its name in a reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from broadside.catalog import Catalog
from broadside.catalog.values import Entry, choose
from broadside.texts import read_texts

Choices = Mapping[str, Mapping[str, str]]
"""By the name of a list (``of`` in the kinds' schema): value -> name."""

STEADY = ("topics", "units", "designs", "carriers", "pictures", "languages")
"""The lists that change with the site's data, not with every document: what is committed is made from these alone."""


def list_choices(catalog: Catalog, language: str) -> Choices:
    """Return every list of the site, its names in ``language``; lists of documents are by id, newest kinds last."""
    groups = read_texts(language)["site"]["carrier_groups"]
    used = dict.fromkeys(carrier.group for carrier in catalog.carriers.values())

    def name(entry: Entry) -> str:
        if entry.kind == "slogan":
            return entry.words("text", language, catalog.language).replace("\n", " ")
        return str(entry.say("title", language) or entry.name)

    documents = {entry.id: name(entry) for entry in catalog.entries.values() if entry.kind != "page"}
    lists = {
        "campaigns": {entry.name: name(entry) for entry in catalog.of_kind("campaign")},
        "topics": {key: choose(topic.name, language, catalog.language) for key, topic in catalog.topics.items()},
        "units": {key: choose(brand.name, language, catalog.language) for key, brand in catalog.brands.items()},
        "designs": {key: choose(design.name, language, catalog.language) for key, design in catalog.designs.items()},
        "carriers": {group: groups[group] for group in used}
        | {key: choose(carrier.name, language, catalog.language) for key, carrier in catalog.carriers.items()},
        "pictures": {picture: picture for picture in catalog.pictures},
        "languages": {key: each.name for key, each in catalog.languages.items()},
        "documents": documents,
        "articles": {key: text for key, text in documents.items() if catalog.entries[key].kind in {"knowledge", "lesson"}},
        "activities": {key: text for key, text in documents.items() if catalog.entries[key].kind == "activity"},
        "notices": {key: text for key, text in documents.items() if catalog.entries[key].kind == "notice"},
    }
    return MappingProxyType({key: MappingProxyType(values) for key, values in lists.items()})


def keep_steady(choices: Choices) -> Choices:
    """Return only the lists that do not change with every document."""
    return {key: choices[key] for key in STEADY}
