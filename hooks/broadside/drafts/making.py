"""What an editor says of a new document -> its files: the right folder, a name, the fields that are known, the rest to fill in."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from broadside.catalog import Catalog
from broadside.drafts.naming import make_name
from broadside.drafts.writing import write_draft, write_outline, write_translation
from broadside.forms import list_choices
from broadside.kinds import FOLDERS, Blackboard
from broadside.sheets import guess_language


class NoNameError(Exception):
    """Words of which no letter can stand in a file's name."""


@dataclass(frozen=True)
class Wanted:
    """What an editor says: the kind, its words (a slogan's own, else the title), a name for the file, more languages."""

    kind: str
    words: str
    name: str | None = None
    languages: tuple[str, ...] = ()


def make_drafts(catalog: Catalog, wanted: Wanted, language: str, today: datetime.date) -> Mapping[str, str]:
    """Return the new files by path, the original first; comments are in ``language``.

    Words in another than the site's first language go where that language's words stand: a slogan's ``text``, a translation's
    title. Raises :class:`NoNameError`.
    """
    words = wanted.words.replace("\\n", "\n")
    name = wanted.name or make_name(words)
    if not name:
        raise NoNameError(words)
    folder = next(folder for folder, kind in FOLDERS.items() if kind == wanted.kind)
    if wanted.kind == "notice":
        folder += f"{today.year}/"
    spoken = guess_language(catalog, words)
    choices = list_choices(catalog, language)
    known = _find_known(catalog, wanted.kind, today)
    if wanted.kind == "slogan":
        text = {spoken: words, **{each: None for each in wanted.languages if each != spoken}}
        return {f"{folder}{name}.md": write_draft("slogan", {"text": text, **known}, language, choices, (catalog.language,))}
    site = catalog.settings.languages
    written = spoken if spoken in site else catalog.language
    titles = {written: {"title": " ".join(words.split())}}
    original = write_draft(wanted.kind, {**titles.get(catalog.language, {}), **known}, language, choices, site)
    others = [each for each in site[1:] if each in {written, *wanted.languages}]
    return {f"{folder}{name}.md": original} | {
        f"{folder}{name}.{each}.md": write_translation(wanted.kind, titles.get(each, {}), language, choices, each)
        for each in others
    }


def make_outline(catalog: Catalog, kind: str, language: str, year: int, guide: str) -> tuple[str, str]:
    """Return the folder of a new document and the text to begin it with, for the web page of a forge.

    ``guide`` is the address of the page that explains its fields. It names no day: the address may be months old when it is used.
    """
    folder = next(folder for folder, each in FOLDERS.items() if each == kind)
    known = {
        name: value
        for name, value in _find_known(catalog, kind, datetime.date(year, 1, 1)).items()
        if name not in {"date", "announced", "asked"}
    }
    site = catalog.settings.languages
    return (f"{folder}{year}/" if kind == "notice" else folder), write_outline(kind, known, language, site, guide)


def _find_known(catalog: Catalog, kind: str, today: datetime.date) -> dict[str, Any]:
    """Return what the site and the calendar say of a new document.

    A lesson's day is that on which it happened, which nobody but its writer knows. A blackboard hangs where the last one did.
    """
    known: dict[str, Any] = {}
    if kind != "campaign":
        known["campaign"] = catalog.settings.campaign
    if kind in {"notice", "blackboard", "report"}:
        known["date"] = today.isoformat()
    if kind == "faq":
        known["asked"] = today.isoformat()
    if kind == "activity":
        known["announced"] = today.isoformat()
    if kind == "notice":
        known["unit"] = catalog.settings.unit
    boards = sorted((cast("Blackboard", entry.fields) for entry in catalog.of_kind("blackboard")), key=lambda board: board.date)
    if kind == "blackboard" and boards:
        known["masthead"] = dict(boards[-1].masthead)
        known["board"] = {name: round(size) for name, size in boards[-1].board}
    return known
