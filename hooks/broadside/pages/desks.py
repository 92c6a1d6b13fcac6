"""Questions of the help desk -> their list, whose answers open, the page of each, and what an activity shows of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, cast

from broadside.catalog import Entry, choose
from broadside.kinds import Activity, Faq
from broadside.pages.listing import find_spoken, make_cards, say_title
from broadside.pages.paperfiles import PaperRow, list_paper_rows
from broadside.pages.values import Shelf
from broadside.papers.describing import read_body, write_day

CARD = "question-card"
MARKUP = re.compile(r"([\\`*_{}\[\]<>#|!])")


def view_faq(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return what the page of one question shows."""
    question = cast("Faq", entry.fields)
    return {
        "answered_by": entry.say("answered_by", language),
        "asked": question.asked,
        "see": make_cards(shelf, (shelf.catalog.entries[each] for each in question.see), language),
    }


def view_faqs(shelf: Shelf, language: str) -> Mapping[str, Any]:
    """Return what the list of questions shows beside them: the card on which to ask one's own."""
    count = len(shelf.catalog.of_kind("faq"))
    return {"cards": find_question_card(shelf, language), "count": count, "empty": shelf.texts(language)["faq"]["empty"]}


def find_question_card(shelf: Shelf, language: str) -> tuple[PaperRow, ...]:
    """Return the blank card to ask on: that of the last consultation day."""
    days = [entry for entry in shelf.catalog.of_kind("activity") if cast("Activity", entry.fields).sort == "consultation"]
    for entry in sorted(days, key=lambda each: cast("Activity", each.fields).starts.at, reverse=True):
        if rows := tuple(row for row in list_paper_rows(shelf, entry, language) if row.download.form == CARD):
            return rows
    return ()


def write_faqs(shelf: Shelf, language: str) -> str:
    """Write the questions, grouped by their first topics in the order of the topics' list, each with its answer folded up."""
    entries, topics = shelf.catalog.of_kind("faq"), shelf.catalog.topics
    parts: list[str] = []
    for topic, record in topics.items():
        inside = [entry for entry in entries if cast("Faq", entry.fields).topics[0] == topic]
        if inside:
            parts.append(f"## {choose(record.name, language, shelf.catalog.language)} {{ #{topic} }}")
            ordered = sorted(inside, key=lambda entry: say_title(shelf, entry, language).casefold())
            parts.extend(_write_faq(shelf, entry, language) for entry in ordered)
    return "\n\n".join(parts)


def _write_faq(shelf: Shelf, entry: Entry, language: str) -> str:
    """Write one question. Its answer stands in the list as in its own file: both lie in one folder, so its links hold."""
    spoken = find_spoken(entry, language, shelf.catalog.language)
    other = "" if spoken == language else f' lang="{spoken}"'
    head = f'<details markdown="1" id="{entry.name}"{other}>\n<summary>{escape(say_title(shelf, entry, language))}</summary>'
    return "\n\n".join([head, read_body(entry, spoken)[1].strip(), *_write_foot(shelf, entry, spoken), "</details>"])


def _write_foot(shelf: Shelf, entry: Entry, language: str) -> Iterator[str]:
    question, texts = cast("Faq", entry.fields), shelf.texts(language)["faq"]
    links = (f"[{_plain(say_title(shelf, shelf.catalog.entries[each], language))}](../{each}.md)" for each in question.see)
    yield f"{texts['read']} {shelf.texts(language)['document']['join'].join(links)}"
    foot = texts["foot"].format(by=entry.say("answered_by", language), day=write_day(question.asked, language))
    yield f"{_plain(foot)} [{texts['own_page']}]({entry.name}.md)"


def _plain(words: str) -> str:
    """Return words as Markdown that means nothing but them."""
    return MARKUP.sub(r"\\\1", words)
