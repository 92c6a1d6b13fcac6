"""A checklist in one language -> the blank to print: items with boxes, room for remarks, who mends it and by when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from broadside.catalog import Catalog, Entry
from broadside.kinds import CheckGroup
from broadside.papers.describing import date_paper, describe_document, make_paper
from broadside.press.papers import Paper
from broadside.texts import read_texts

NAME = "checklist"


def make_checklist(catalog: Catalog, entry: Entry, language: str) -> Paper:
    """Return the blank of a checklist, A4, as many pages as it needs."""
    described = describe_document(catalog, entry, language, date_paper(catalog, entry))
    data = {
        **described,
        "labels": {**described["labels"], **read_texts(language)["press"]["checklist"]},
        "who": entry.say("who", language),
        "often": entry.say("often", language),
        "groups": [group.model_dump() for group in cast("Sequence[CheckGroup]", entry.say("groups", language))],
    }
    return make_paper(catalog, entry, language, NAME, data)
