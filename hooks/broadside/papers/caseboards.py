"""A lesson in one language -> its case board (展板): the four sections and the closure on one panel of an exhibition."""

from __future__ import annotations

from typing import cast

from broadside.catalog import Catalog, Entry
from broadside.kinds import Lesson
from broadside.papers.describing import date_paper, describe_blocks, describe_document, make_paper, read_document, write_day
from broadside.papers.values import split_sections
from broadside.press.papers import Paper
from broadside.sheets.wording import LETTER_PER_DISTANCE, SECOND_PER_DISTANCE
from broadside.texts import read_texts
from broadside.typesetting import LETTER_HEIGHT_EM, WHOLE_SQUARES

NAME = "case-board"
BOARD_MM = (900.0, 1200.0)
"""Our choice: the panel that exhibition stands in China are sold for, 90 x 120 cm upright; it is printed at full size."""
DISTANCE_MM = 1500.0
"""Our choice: how far off who reads a panel of an exhibition stands, with others beside them."""
CLOSURE = ("causes", "accountability", "measures", "education")


def make_case_board(catalog: Catalog, entry: Entry, language: str) -> Paper:
    """Return the case board of a lesson; its template refuses words that would be too small to read from where people stand."""
    lesson = cast("Lesson", entry.fields)
    described = describe_document(catalog, entry, language, date_paper(catalog, entry))
    texts, site = read_texts(language)["press"]["documents"]["board"], read_texts(language)["site"]
    sections = split_sections(read_document(catalog, entry, language, notes=False))
    closure = entry.say("closure", language)
    said = closure if isinstance(closure, dict) else closure.model_dump()
    script = catalog.languages[language].script
    per_distance = LETTER_PER_DISTANCE if script in WHOLE_SQUARES else SECOND_PER_DISTANCE
    least = DISTANCE_MM * per_distance / LETTER_HEIGHT_EM[script]
    data = {
        **described,
        "labels": {**described["labels"], **texts},
        "kicker": [site["severities"][lesson.severity], site["bases"][lesson.basis], write_day(lesson.date, language)],
        "source": str(entry.say("source", language) or ""),
        "sections": [{"title": section.title, "blocks": describe_blocks(section.blocks)} for section in sections],
        "closure": [[site["closure"][part], str(said[part])] for part in CLOSURE],
        "least_mm": round(least, 2),
    }
    return make_paper(catalog, entry, language, NAME, data, BOARD_MM)
