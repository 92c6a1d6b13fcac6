"""A catalog and a backend -> the form's text files: a page a language, its settings as a script, the faces of its rehearsal."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from string import Template
from typing import Any, cast
from urllib.parse import urlsplit

from broadside.catalog import Catalog
from broadside.forms.collections import FORMAT, list_collections, list_languages, list_marks
from broadside.forms.fields import make_fields
from broadside.kinds import KINDS, Campaign
from broadside.texts import LANGUAGES, read_texts

LOCALES = {"zh": "zh_Hans"}
"""What Decap CMS calls a language, where it is not our name of it."""
REHEARSED = "poster-a3"
"""The carrier whose box of words the rehearsal shows. Our choice: the commonest sheet, and of the shape of most."""
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: {hosts}; "
    "connect-src 'self' data: blob: {hosts}; frame-src 'self' blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'"
)
"""What the page may load: its own files, and the forge. Decap CMS compiles its validator at run time (``unsafe-eval``)."""


def name_page(language: str) -> str:
    """Return the file of the form in ``language``; the first language's is the one that a folder opens with."""
    return "index.html" if language == LANGUAGES[0] else f"{language}.html"


def make_texts(catalog: Catalog, backend: Mapping[str, Any], page: str, *, local: bool) -> Iterator[tuple[str, str]]:
    """Yield name and text of each file: the page from its template, its settings, the style sheet of faces."""
    for language in LANGUAGES:
        texts = read_texts(language)["form"]
        facts = {
            "language": language,
            "title": texts["title"].format(site=catalog.say_name(language)),
            "note": texts["local" if local else "open"],
            "other": texts["other"],
            "other_page": name_page(next(each for each in LANGUAGES if each != language)),
            "other_language": next(each for each in LANGUAGES if each != language),
            "policy": POLICY.format(hosts=" ".join(_list_hosts(backend["backend"]))),
        }
        yield name_page(language), Template(page).substitute({key: html.escape(value) for key, value in facts.items()})
        settings = json.dumps(_make_settings(catalog, backend, language), ensure_ascii=False, indent=1)
        yield f"settings.{language}.js", f'"use strict";\nwindow.CMS_MANUAL_INIT = true;\nwindow.BROADSIDE_FORM = {settings};\n'
    yield "faces.css", "".join(_list_faces(catalog))


def _list_hosts(backend: Mapping[str, Any]) -> list[str]:
    """Return the origins that the form speaks with: the forge's, its programs' interface, the server for signing in."""
    known = {"github": ["https://api.github.com", "https://avatars.githubusercontent.com"], "gitlab": ["https://gitlab.com"]}
    given = [str(backend[key]) for key in ("api_root", "base_url", "proxy_url") if backend.get(key)]
    origins = [f"{parts.scheme}://{parts.netloc}" for parts in map(urlsplit, given)]
    return list(dict.fromkeys([*([] if backend.get("api_root") else known.get(backend["name"], [])), *origins]))


def _make_settings(catalog: Catalog, backend: Mapping[str, Any], language: str) -> dict[str, Any]:
    texts = read_texts(language)["form"]
    config = {
        **backend,
        "load_config_file": False,
        "locale": LOCALES.get(language, language),
        "site_url": catalog.settings.site_url,
        "display_url": catalog.settings.site_url,
        "media_folder": "slogans/photos",
        "public_folder": "photos",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": list_collections(catalog, language),
    }
    spoken = [code for code in list_languages(catalog) if code in catalog.languages]
    return {
        "config": config,
        "format": FORMAT,
        "words": {"address": texts["address"], "preview": texts["preview"]},
        "marks": sorted(set(list_marks())),
        "by_language": sorted({field.name for kind in KINDS for field in make_fields(kind, language) if _is_words(field)}),
        "first": catalog.language,
        "carrier": {"width": catalog.carriers[REHEARSED].width_mm, "height": catalog.carriers[REHEARSED].height_mm},
        "languages": {code: _describe_language(catalog, code) for code in spoken},
        "designs": {name: _describe_design(catalog, name, language) for name in catalog.designs},
        "design": cast("Campaign", catalog.campaign.fields).design or next(iter(catalog.designs)),
    }


def _is_words(field: Any) -> bool:
    return field.shape == "words" and field.of is None


def _describe_language(catalog: Catalog, code: str) -> dict[str, Any]:
    language = catalog.languages[code]
    faces = {manner: [name for name in names if _is_shipped(catalog, name)] for manner, names in language.faces.items()}
    return {"name": language.name, "script": language.script, "direction": language.direction, "lang": code, "faces": faces}


def _describe_design(catalog: Catalog, name: str, language: str) -> dict[str, Any]:
    """Return what the rehearsal of a design needs: its box of words on the carrier, its faces, its sample's picture."""
    design = catalog.designs[name]
    slot = design.slots[catalog.carriers[REHEARSED].shape]
    return {
        "name": design.name.get(language) or next(iter(design.name.values())),
        "use": design.use.get(language) or next(iter(design.use.values())),
        "sample": f"samples/{name}.webp",
        "slot": slot.model_dump(),
        "faces": [face for face in design.words.faces if _is_shipped(catalog, face)],
        "manner": design.words.manner,
        "scripts": list(design.scripts),
        "pitch": dict(design.words.pitch),
        "stretch": design.words.stretch,
    }


def _is_shipped(catalog: Catalog, face: str) -> bool:
    return face in catalog.faces and catalog.face_records[face].fetch is None


def list_shipped(catalog: Catalog) -> tuple[str, ...]:
    """Return the faces that the rehearsal may need: those of the designs' words and of the languages in use."""
    named = [face for design in catalog.designs.values() for face in design.words.faces]
    named += [
        face
        for code in list_languages(catalog)
        if code in catalog.languages
        for faces in catalog.languages[code].faces.values()
        for face in faces
    ]
    return tuple(face for face in dict.fromkeys(named) if _is_shipped(catalog, face))


def _list_faces(catalog: Catalog) -> Iterator[str]:
    for face in list_shipped(catalog):
        yield f'@font-face {{ font-family: "{face}"; src: url("faces/{face}.ttf"); font-display: swap; }}\n'
