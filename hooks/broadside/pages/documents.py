"""One document in one language -> its page: the Markdown of its body and the view its kind's template shows."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from html import escape
from typing import Any, cast

from broadside.catalog import Entry, choose
from broadside.kinds import Slogan
from broadside.pages.activities import view_activity
from broadside.pages.articles import mark_first_steps, view_article, view_lesson
from broadside.pages.boards import view_blackboard
from broadside.pages.campaigns import view_campaign
from broadside.pages.checklists import view_checklist
from broadside.pages.desks import view_faq
from broadside.pages.downloads import list_racks
from broadside.pages.drills import view_drill
from broadside.pages.listing import (
    find_related,
    find_spoken,
    list_spoken,
    make_card,
    make_cards,
    name_topics,
    say_title,
)
from broadside.pages.notices import view_notice
from broadside.pages.paperfiles import list_paper_rows
from broadside.pages.quizzes import view_quiz
from broadside.pages.reports import view_report
from broadside.pages.responsibilities import view_responsibility
from broadside.pages.scripts import view_script, write_script_body
from broadside.pages.sheetfiles import find_picture, list_previews
from broadside.pages.values import Shelf, SitePage
from broadside.pages.works import view_work

TEMPLATES = {
    "slogan": "slogan.html",
    "notice": "notice.html",
    "knowledge": "article.html",
    "lesson": "lesson.html",
    "campaign": "campaign.html",
    "activity": "activity.html",
    "drill": "drill.html",
    "responsibility": "responsibility.html",
    "checklist": "checklist.html",
    "blackboard": "blackboard.html",
    "quiz": "quiz.html",
    "script": "script.html",
    "report": "report.html",
    "faq": "faq.html",
    "work": "work.html",
    "page": "main.html",
}
SECTIONS = {
    "slogan": "slogans",
    "notice": "notices",
    "knowledge": "knowledge",
    "lesson": "lessons",
    "campaign": "campaigns",
    "activity": "activities",
    "drill": "campaigns",
    "responsibility": "campaigns",
    "checklist": "knowledge",
    "blackboard": "campaigns",
    "quiz": "knowledge",
    "script": "campaigns",
    "report": "campaigns",
    "faq": "knowledge",
    "work": "campaigns",
}
"""The kinds that have a section of the site, and its folder."""
WITHOUT_CONTENTS = frozenset(
    {
        "activity",
        "blackboard",
        "checklist",
        "drill",
        "faq",
        "quiz",
        "report",
        "responsibility",
        "script",
        "slogan",
        "work",
    }
)
"""The kinds whose pages are not made of their text's headings."""


def make_document_page(shelf: Shelf, entry: Entry, language: str) -> SitePage:
    """Return the page of ``entry`` in ``language``; where it is not translated the page says so and shows the original."""
    translation = entry.translations.get(language)
    body = translation.body if translation else entry.parsed.body
    spoken = find_spoken(entry, language, shelf.catalog.language)
    summary = str(entry.say("summary", language) or "")
    if isinstance(entry.fields, Slogan):
        body = _write_slogan(shelf, entry, language, body)
    elif entry.kind == "knowledge":
        body = mark_first_steps(body)
    elif entry.kind == "script":
        body = write_script_body(entry, language)
    return SitePage(
        address=shelf.address(entry.id, language),
        language=language,
        template=TEMPLATES[entry.kind],
        title=say_title(shelf, entry, language),
        markdown=_write_summary(summary) + body,
        is_folder=entry.name == "index",
        section=SECTIONS.get(entry.kind, ""),
        source=translation.path if translation else entry.path,
        summary=summary,
        spoken=spoken,
        written=language if translation else shelf.catalog.language,
        speaks=list_spoken(shelf, entry),
        newer=entry.find_newer(language),
        is_searchable=spoken == language,
        hide=(
            "navigation",
            *(("toc",) if entry.kind in WITHOUT_CONTENTS else getattr(entry.fields, "hide", ())),
        ),
        alternates={other: shelf.address(entry.id, other) for other in shelf.languages},
        make_view=functools.partial(_view_document, entry=entry, language=language),
    )


def _view_document(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    return {
        **_name_readers(shelf, entry, language),
        "papers": list_paper_rows(shelf, entry, language),
        **_VIEWS[entry.kind](shelf, entry, language),
    }


def _name_readers(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return in words what a document is about, for whom and for which season and campaign it is, and who issues it."""
    words = shelf.texts(language)["document"]
    season, unit, campaign = (getattr(entry.fields, field, None) for field in ("season", "unit", "campaign"))
    return {
        "topics": name_topics(shelf, entry, language),
        "audience": tuple(words["audiences"][each] for each in getattr(entry.fields, "audience", ())),
        "season": words["seasons"][season] if season else "",
        "issuer": choose(shelf.catalog.brands[unit].name, language, shelf.catalog.language) if unit else "",
        "of_campaign": make_card(shelf, shelf.catalog.entries[f"campaigns/{campaign}"], language) if campaign else None,
    }


def _write_summary(summary: str) -> str:
    """Put the summary above the body, as search reads nothing else; the template moves it up to the title."""
    return f'<p class="bs-standfirst">{escape(summary)}</p>\n\n' if summary else ""


def _write_slogan(shelf: Shelf, entry: Entry, language: str, body: str) -> str:
    """Put the words in every other language above the body, each marked with its language, so that search finds them."""
    slogan = cast("Slogan", entry.fields)
    others = [(code, text) for code, text in slogan.text.items() if code != language]
    rows = [
        f'<p class="bs-words" lang="{code}" dir="{shelf.catalog.languages[code].direction}">{escape(" ".join(text.split()))}</p>\n'
        for code, text in others
    ]
    return "\n".join([*rows, body])


def _view_slogan(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    slogan = cast("Slogan", entry.fields)
    spoken = find_spoken(entry, language, shelf.catalog.language)
    return {
        "words": slogan.text[spoken].strip().splitlines(),
        "previews": list_previews(shelf, entry.name, spoken),
        "others": [
            (code, shelf.catalog.languages[code].name, words, find_picture(shelf, entry.name, code, ("poster", "screen", "banner")))
            for code, words in slogan.text.items()
            if code != spoken
        ],
        "credit": slogan.photo.credit if slogan.photo else None,
        "racks": list_racks(shelf, entry.name, language),
        "related": make_cards(shelf, find_related(shelf, entry, ("lesson", "knowledge", "notice")), language),
    }


_VIEWS: Mapping[str, Callable[[Shelf, Entry, str], Mapping[str, Any]]] = {
    "slogan": _view_slogan,
    "notice": view_notice,
    "knowledge": view_article,
    "lesson": view_lesson,
    "campaign": view_campaign,
    "activity": view_activity,
    "drill": view_drill,
    "responsibility": view_responsibility,
    "checklist": view_checklist,
    "blackboard": view_blackboard,
    "quiz": view_quiz,
    "script": view_script,
    "report": view_report,
    "faq": view_faq,
    "work": view_work,
    "page": lambda _shelf, _entry, _language: {},
}
