"""An article for families that asks for them -> a letter home, to fold and address, and the family's promise, a poster to sign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from broadside.catalog import Catalog, Entry, choose
from broadside.kinds import Knowledge
from broadside.papers.describing import (
    A3_MM,
    A4_MM,
    date_paper,
    describe_blocks,
    describe_document,
    make_paper,
    read_document,
    write_day,
)
from broadside.press.papers import Paper
from broadside.texts import read_texts

POSTERS_MM = {"family-promise-a4": A4_MM, "family-promise-a3": A3_MM}
"""ISO 216: one for a door at home, one for a gate or a canteen."""


def list_family_papers(catalog: Catalog, entry: Entry, language: str) -> Iterator[Paper]:
    """Yield the letter home and the posters of the promise that an article asks for."""
    article = cast("Knowledge", entry.fields)
    if article.letter_home:
        yield make_paper(catalog, entry, language, "letter-home", _describe_letter(catalog, entry, language))
    if article.promise:
        data = _describe_promise(catalog, entry, language)
        for name, size_mm in POSTERS_MM.items():
            yield make_paper(catalog, entry, language, name, data, size_mm)


def _describe(catalog: Catalog, entry: Entry, language: str) -> dict[str, Any]:
    described = describe_document(catalog, entry, language, date_paper(catalog, entry))
    texts = read_texts(language)["press"]["documents"]["family"]
    return {
        **described,
        "labels": {**described["labels"], **texts},
        "day": write_day(date_paper(catalog, entry), language),
        "source": "",
    }


def _describe_letter(catalog: Catalog, entry: Entry, language: str) -> dict[str, Any]:
    return {
        **_describe(catalog, entry, language),
        "blocks": describe_blocks(read_document(catalog, entry, language, notes=False)),
    }


def _describe_promise(catalog: Catalog, entry: Entry, language: str) -> dict[str, Any]:
    topic = catalog.topics[cast("Knowledge", entry.fields).topics[0]]
    return {
        **_describe(catalog, entry, language),
        "promise": list(entry.say("promise", language)),
        "picture": {"name": topic.picture, "alt": choose(topic.name, language, catalog.language)},
    }
