"""A notice in one language -> the letter to print of it: number, issuer, title, text, attachments, day, place for the seal."""

from __future__ import annotations

from typing import cast

from broadside.catalog import Catalog, Entry
from broadside.kinds import Notice
from broadside.papers.describing import describe_blocks, describe_document, make_paper, read_document, write_day
from broadside.press.papers import Paper
from broadside.texts import read_texts

NAME = "notice"


def make_letter(catalog: Catalog, entry: Entry, language: str) -> Paper:
    """Return the letter of a notice."""
    notice = cast("Notice", entry.fields)
    described = describe_document(catalog, entry, language, notice.date)
    texts = read_texts(language)["press"]["documents"]["letter"]
    labels = {
        **described["labels"],
        "seal": texts["seal"],
        "attachments": texts["attachments"],
        "issued": texts["issued"].format(day=write_day(notice.date, language)),
    }
    data = {
        **described,
        "labels": labels,
        "number": str(entry.say("number", language) or ""),
        "validity": _say_validity(catalog, entry, language),
        "attachments": [file.rpartition("/")[2] for file in notice.attachments],
        "blocks": describe_blocks(read_document(catalog, entry, language, notes=True)),
    }
    return make_paper(catalog, entry, language, NAME, data)


def _say_validity(catalog: Catalog, entry: Entry, language: str) -> list[str]:
    """Say from when to when a notice applies, and which one it replaces."""
    notice = cast("Notice", entry.fields)
    texts = read_texts(language)["press"]["documents"]["letter"]
    ends = texts["expires"].format(day=write_day(notice.expires, language)) if notice.expires else texts["until_replaced"]
    starts = texts["effective"].format(day=write_day(notice.effective or notice.date, language))
    if notice.supersedes is None:
        return [f"{starts}{texts['join']}{ends}"]
    older = str(catalog.entries[notice.supersedes].say("title", language))
    return [f"{starts}{texts['join']}{ends}", texts["supersedes"].format(title=older)]
