"""An article or a lesson in one language -> its talk card: what a team leader says in five minutes before the shift, and asks."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from broadside.catalog import Catalog, Entry
from broadside.kinds import Lesson
from broadside.papers.describing import date_paper, describe_blocks, describe_document, make_paper, read_document, write_day
from broadside.papers.speech import count_seconds, find_rate
from broadside.papers.values import Block, Section, say_blocks, split_sections
from broadside.press.papers import Paper
from broadside.texts import read_texts

NAME = "talk-card"
TALK_SECONDS = 240
"""Our choice: four of the five minutes at most are for what is read aloud; the rest is for the questions."""
LESSON_ORDER = (3, 0, 2, 1)
"""Which of a lesson's four sections go before others where not all can be said: what to do, what happened, what we learned, why."""


def make_talk_card(catalog: Catalog, entry: Entry, language: str) -> Paper:
    """Return the talk card of an article or a lesson. Its template takes as many of the sections as fit, by their rank."""
    described = describe_document(catalog, entry, language, date_paper(catalog, entry))
    texts = read_texts(language)["press"]["documents"]["talk"]
    sections = split_sections(read_document(catalog, entry, language, notes=False))
    asked = list(entry.say("discussion", language) or ()) or _find_questions(sections)
    spoken = [section for section in sections if not _is_questions(section)]
    rate = find_rate(catalog.languages[language].script)
    labels = {
        **described["labels"],
        **{key: texts[key] for key in ("name", "minutes", "ask", "sign", "left_out", "whole", "source")},
        "time": texts["time"].format(rate=rate, minutes="{minutes}"),
        "standing": _say_standing(entry, language),
    }
    data = {
        **described,
        "labels": labels,
        "source": str(entry.say("source", language) or ""),
        "summary_seconds": count_seconds(described["summary"]),
        "talk_seconds": TALK_SECONDS,
        "sections": _describe_sections(spoken, is_lesson=isinstance(entry.fields, Lesson)),
        "questions": asked or texts["questions"],
    }
    return make_paper(catalog, entry, language, NAME, data)


def _say_standing(entry: Entry, language: str) -> str:
    """Say what a lesson rests on, or when an article was reviewed: whoever speaks must not pass an illustration off as news."""
    texts = read_texts(language)
    if isinstance(entry.fields, Lesson):
        return str(texts["site"]["bases"][entry.fields.basis])
    reviewed: datetime.date | None = getattr(entry.fields, "reviewed", None)
    return str(texts["press"]["documents"]["talk"]["reviewed"]).format(day=write_day(reviewed, language)) if reviewed else ""


def _describe_sections(sections: Sequence[Section], *, is_lesson: bool) -> list[dict[str, Any]]:
    """Describe the sections with their rank; one with a table, which nobody follows by ear, has none (-1) and is only named."""
    order = LESSON_ORDER if is_lesson and len(sections) == len(LESSON_ORDER) else range(len(sections))
    said = [number for number in order if all(block.what != "table" for block in sections[number].blocks)]
    return [
        {
            "title": section.title,
            "blocks": describe_blocks(section.blocks),
            "seconds": count_seconds(f"{section.title}\n{say_blocks(section.blocks)}"),
            "rank": said.index(number) if number in said else -1,
        }
        for number, section in enumerate(sections)
    ]


def _is_questions(section: Section) -> bool:
    """Say whether a section is one list of which most items ask something."""
    (only, *others) = section.blocks or (Block("rule"),)
    asking = [item for item in only.items if any(mark in say_blocks(item) for mark in "?？")]
    return only.what == "list" and not others and 2 * len(asking) > len(only.items)


def _find_questions(sections: Sequence[Section]) -> list[str]:
    return [say_blocks(item) for section in sections if _is_questions(section) for item in section.blocks[0].items]
