"""A document in one language -> what every template is told of it: words, type, unit, day, address, and its blocks of text."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import json
import posixpath
import urllib.parse
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from broadside.catalog import Catalog, Entry, choose
from broadside.kinds import Campaign
from broadside.papers.blocks import Resolve, read_blocks
from broadside.papers.faces import VOICES, list_faces, list_families
from broadside.papers.values import Block
from broadside.press.papers import Paper, PaperPhoto
from broadside.press.photos import name_photo
from broadside.sheets import HOUSE_PALETTE, make_url
from broadside.sheets.choosing import campaign_of
from broadside.texts import read_texts

A3_MM, A4_MM, A5_MM, A6_MM = (297.0, 420.0), (210.0, 297.0), (148.0, 210.0), (105.0, 148.0)
A3_LYING_MM, A4_LYING_MM = (420.0, 297.0), (297.0, 210.0)
"""ISO 216, upright and across."""
PHOTO_WIDTH_MM, PHOTO_PPI = 120.0, 200
"""Our choices: how wide ``document.typ`` draws a picture at most; what an office printer can show."""


def list_languages(catalog: Catalog, entry: Entry) -> tuple[str, ...]:
    """Return the site's languages that a document is written in: the default one and those of its translations."""
    return tuple(each for each in catalog.settings.languages if each == catalog.language or each in entry.translations)


def read_body(entry: Entry, language: str) -> tuple[str, str, int]:
    """Return the path of the file that holds a document's words in ``language``, its Markdown, and the line that begins on."""
    translation = entry.translations.get(language)
    if translation is not None:
        return translation.path, translation.body, translation.body_line
    return entry.path, entry.parsed.body, entry.parsed.body_line


def read_document(catalog: Catalog, entry: Entry, language: str, *, notes: bool) -> tuple[Block, ...]:
    """Return the blocks of a document's text; with ``notes`` each address that it leads to stands once in a footnote."""
    path, body, _ = read_body(entry, language)
    resolve = _make_resolve(catalog, path, language) if notes else lambda _: ""
    return read_blocks(body, catalog.settings.hosts, resolve, functools.partial(_name_picture, catalog.settings.root, path))


def _name_picture(root: Path, path: str, target: str) -> PaperPhoto:
    """Name a picture in the file at ``path`` as it is printed; the check has found and read it."""
    place = posixpath.normpath(posixpath.join(posixpath.dirname(path), urllib.parse.unquote(target)))
    return name_photo(root, place, PHOTO_WIDTH_MM, None, PHOTO_PPI)


def _make_resolve(catalog: Catalog, path: str, language: str) -> Resolve:
    """Return what finds the whole address of a link in the file at ``path``: of each address the first link alone."""
    seen = set[str]()

    def resolve(target: str) -> str:
        address = _find_address(catalog, path, target, language)
        is_new = address not in seen
        seen.add(address)
        return address if is_new else ""

    return resolve


def _find_address(catalog: Catalog, path: str, target: str, language: str) -> str:
    """Return the whole address that a link leads to; nothing for a place in the same page."""
    bare, _, _ = target.partition("#")
    if not bare or "://" in bare or bare.startswith(("mailto:", "tel:")):
        return target if bare else ""
    place = posixpath.normpath(posixpath.join(posixpath.dirname(path), bare)).removeprefix("docs/")
    if not place.endswith(".md"):
        return catalog.settings.site_url + place
    name = place.removesuffix(".md")
    stem = next((name.removesuffix(f".{each}") for each in catalog.settings.languages if name.endswith(f".{each}")), name)
    return catalog.settings.site_url + catalog.address(stem, language)


def write_day(day: datetime.date, language: str) -> str:
    """Write a day as people of ``language`` do."""
    texts = read_texts(language)["press"]
    return str(texts["blackboard"]["date"]).format(date=day, month=texts["months"][day.month - 1])


def date_paper(catalog: Catalog, entry: Entry) -> datetime.date:
    """Return the day that a paper is dated: when the document was reviewed or revised, its own date, else its campaign's start."""
    days = (getattr(entry.fields, field, None) for field in ("reviewed", "revised", "date"))
    return next((day for day in days if day), cast("Campaign", campaign_of(catalog, entry).fields).starts)


def describe_document(catalog: Catalog, entry: Entry, language: str, day: datetime.date) -> dict[str, Any]:
    """Describe a document as the data that ``posters/papers/document.typ`` reads; ``day`` is the one it is dated."""
    tongue, texts = catalog.languages[language], read_texts(language)["press"]["documents"]
    name = getattr(entry.fields, "unit", None) or catalog.settings.unit
    brand, url = catalog.brands[name], make_url(catalog, entry, language)
    palette = getattr(campaign_of(catalog, entry).fields, "palette", None) or HOUSE_PALETTE
    return {
        "title": str(entry.say("title", language)),
        "summary": str(entry.say("summary", language) or ""),
        "date": [day.year, day.month, day.day],
        "language": {"lang": tongue.lang, "region": tongue.region, "script": tongue.script, "direction": tongue.direction},
        "faces": {voice: list_families(catalog, language, voice) for voice in VOICES},
        "unit": {
            "name": choose(brand.name, language, catalog.language),
            "logo": f"{name}/{brand.logo}",
            "alt": choose(brand.logo_alt, language, catalog.language),
        },
        "accent": palette.primary,
        "url": url,
        "address": url.split("//", 1)[-1].rstrip("/"),
        "labels": {"page": texts["page"], "online": texts["online"]},
    }


def describe_blocks(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    """Describe blocks as the data that the templates draw; no heading is more than one level below the one before it.

    A reader who listens goes by the levels (ISO 14289-1, 7.4.2): the title is the first, a section's heading the second.
    """
    return [dataclasses.asdict(block) for block in _step(blocks)]


def _step(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    level, stepped = 1, list[Block]()
    for block in blocks:
        if block.what == "heading":
            level = min(block.level, level + 1)
            stepped.append(dataclasses.replace(block, level=level))
        else:
            stepped.append(block)
    return tuple(stepped)


def make_paper(
    catalog: Catalog, entry: Entry, language: str, name: str, data: Mapping[str, Any], size_mm: tuple[float, float] = A4_MM
) -> Paper:
    """Return the paper ``name`` of a document, which ``/papers/<name>.typ`` draws from ``data``."""
    faces = {face.sha256 for voice in VOICES for face in list_faces(catalog, language, voice)}
    return Paper(
        document=entry.id,
        name=name,
        language=language,
        title=f"{entry.id} ({name}, {language})",
        template=f"/papers/{name}.typ",
        data=json.dumps(data, ensure_ascii=False, sort_keys=True),
        faces=tuple(sorted(faces)),
        width_mm=size_mm[0],
        height_mm=size_mm[1],
        is_pictured=False,
        url=str(data.get("url", "")),
        root=catalog.settings.root,
        logos=(data["unit"]["logo"],) if "unit" in data else (),
    )
