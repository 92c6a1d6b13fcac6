"""A lesson in one language -> its screening sheet: what is shown, what to discuss, and a page for whoever watched it."""

from __future__ import annotations

from typing import cast

from broadside.catalog import Catalog, Entry
from broadside.kinds import Lesson
from broadside.papers.describing import date_paper, describe_document, make_paper, write_day
from broadside.press.papers import Paper
from broadside.texts import read_texts

NAME = "screening-sheet"


def make_screening_sheet(catalog: Catalog, entry: Entry, language: str) -> Paper:
    """Return the screening sheet of a lesson: its questions are the lesson's own, the usual ones where it has none."""
    lesson = cast("Lesson", entry.fields)
    described = describe_document(catalog, entry, language, date_paper(catalog, entry))
    texts, site = read_texts(language)["press"]["documents"]["screening"], read_texts(language)["site"]
    data = {
        **described,
        "labels": {**described["labels"], **texts, "standing": site["bases"][lesson.basis]},
        "facts": [
            [site["filter_severity"], site["severities"][lesson.severity]],
            [site["date"], write_day(lesson.date, language)],
            [site["basis"], site["bases"][lesson.basis]],
        ],
        "film": film.description or "" if (film := entry.say("film", language)) else "",
        "source": str(entry.say("source", language) or ""),
        "questions": list(entry.say("discussion", language) or ()) or texts["questions"],
    }
    return make_paper(catalog, entry, language, NAME, data)
