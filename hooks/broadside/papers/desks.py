"""A consultation day in one language -> what lies on its desk: a folded sign that says what to ask, and blank cards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from broadside.catalog import Catalog, Entry, choose
from broadside.kinds import Activity
from broadside.papers.describing import A4_LYING_MM, describe_document, make_paper, write_day
from broadside.press.papers import Paper
from broadside.texts import read_texts

LIST = "faq/index"
TOPICS_MOST = 8
"""Our choice: two lines on the sign; who stands before it reads no more."""


def list_desk_papers(catalog: Catalog, entry: Entry, language: str) -> Iterator[Paper]:
    """Yield the papers of a desk where an activity is a consultation day, none for any other."""
    activity = cast("Activity", entry.fields)
    if activity.sort != "consultation":
        return
    described = describe_document(catalog, entry, language, activity.announced)
    texts = read_texts(language)["press"]["desk"]
    url = catalog.settings.site_url + catalog.address(LIST, language)
    data: dict[str, Any] = {
        **described,
        "labels": {**described["labels"], **texts, "day": write_day(activity.starts.day, language)},
        "topics": _list_topics(catalog, activity, language),
        "url": url,
        "address": url.split("//", 1)[-1].rstrip("/"),
    }
    yield make_paper(catalog, entry, language, "desk-sign", {**data, "title": texts["sign_title"]}, A4_LYING_MM)
    yield make_paper(catalog, entry, language, "question-card", {**data, "title": texts["card_title"]})


def _list_topics(catalog: Catalog, activity: Activity, language: str) -> list[str]:
    """Return what the activity is about, then what was asked before, in the words of the topics' list."""
    asked = {topic for entry in catalog.of_kind("faq") for topic in getattr(entry.fields, "topics", ())}
    own = dict.fromkeys((*activity.topics, *(topic for topic in catalog.topics if topic in asked)))
    return [choose(catalog.topics[topic].name, language, catalog.language) for topic in own][:TOPICS_MOST]
