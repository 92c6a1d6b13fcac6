"""An article that asks for them -> its leaflets: A5 printed on both sides, and A4 folded twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from broadside.catalog import Catalog, Entry, choose
from broadside.kinds import Knowledge
from broadside.papers.describing import (
    A4_LYING_MM,
    A5_MM,
    date_paper,
    describe_blocks,
    describe_document,
    make_paper,
    read_document,
    write_day,
)
from broadside.papers.values import split_sections
from broadside.press.papers import Paper
from broadside.texts import read_texts

SIZES_MM = {"a5": A5_MM, "tri-fold": A4_LYING_MM}


def list_leaflets(catalog: Catalog, entry: Entry, language: str) -> Iterator[Paper]:
    """Yield the leaflets that an article asks for."""
    article = cast("Knowledge", entry.fields)
    if not article.leaflet:
        return
    described = describe_document(catalog, entry, language, date_paper(catalog, entry))
    texts = read_texts(language)["press"]["documents"]["leaflet"]
    topic = catalog.topics[article.topics[0]]
    sections = split_sections(read_document(catalog, entry, language, notes=False))
    data = {
        **described,
        "labels": {
            **described["labels"],
            **{key: texts[key] for key in ("whole", "source", "own")},
            "reviewed": texts["reviewed"].format(day=write_day(article.reviewed, language)) if article.reviewed else "",
        },
        "source": str(entry.say("source", language) or ""),
        "picture": {"name": topic.picture, "alt": choose(topic.name, language, catalog.language)},
        "sections": [{"title": section.title, "blocks": describe_blocks(section.blocks)} for section in sections],
    }
    for form in dict.fromkeys(article.leaflet):
        yield make_paper(catalog, entry, language, f"leaflet-{form}", data, SIZES_MM[form])
