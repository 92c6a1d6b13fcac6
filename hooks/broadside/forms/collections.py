"""A catalog -> the form's collections in a reader's language: one a kind, and one for its translations into each language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from broadside.catalog import Catalog
from broadside.forms.choices import list_choices
from broadside.forms.fields import Field, make_fields
from broadside.forms.widgets import Widget, make_widget
from broadside.kinds import FOLDERS, KINDS, Slogan
from broadside.texts import read_texts

FORMAT = "broadside"
"""The name of our writer of files in the form's script."""
YEARLY = "notice"
"""The kind whose documents stand in folders by year."""


def list_collections(catalog: Catalog, language: str) -> list[dict[str, Any]]:
    """Return every collection: the kinds in the order of the site, each with its translations after it."""
    others = catalog.settings.languages[1:]
    return [
        collection
        for kind in KINDS
        for collection in (
            _make_original(catalog, kind, language),
            *(_make_translation(catalog, kind, other, language) for other in others if kind != "page"),
        )
    ]


def list_languages(catalog: Catalog) -> tuple[str, ...]:
    """Return the languages to write words in: the site's, then those that some slogan already has."""
    used = (code for entry in catalog.of_kind("slogan") for code in cast("Slogan", entry.fields).text if code)
    return tuple(dict.fromkeys((*catalog.settings.languages, *used)))


def _make_original(catalog: Catalog, kind: str, language: str) -> dict[str, Any]:
    texts = read_texts(language)
    words, choices, languages = texts["fields"]["kinds"][kind], list_choices(catalog, language), list_languages(catalog)
    widgets = [make_widget(field, choices, languages) for field in sorted(make_fields(kind, language), key=_rank)]
    collection = _make_collection(kind, words["many"], words["one"], words["about"], "md")
    collection["fields"] = [_make_address(texts["form"], ()), *widgets, _make_body(texts["form"], kind)]
    if kind != "page":
        # Originals alone: our reader of files marks them, translations are told by what they lack.
        collection["filter"] = {"field": "original", "value": "yes"}
    if kind == YEARLY:
        collection["path"] = "{{year}}/{{slug}}"
    if kind == "slogan":
        collection["summary"] = " · ".join(f"{{{{fields.text.{code}}}}}" for code in catalog.settings.languages)
    return collection


def _make_translation(catalog: Catalog, kind: str, other: str, language: str) -> dict[str, Any]:
    texts = read_texts(language)
    words, form, choices = texts["fields"]["kinds"][kind], texts["form"], list_choices(catalog, language)
    spoken = {"many": words["many"], "one": words["one"], "language": catalog.languages[other].name}
    collection = _make_collection(
        kind,
        form["translation"].format(**spoken),
        form["translation_one"].format(**spoken),
        form["translation_about"],
        f"{other}.md",
    )
    collection["name"] = f"{kind}-{other}"
    lacking = [entry for entry in catalog.of_kind(kind) if other not in entry.translations]
    folder = next(folder for folder, each in FOLDERS.items() if each == kind)
    names = tuple(entry.path.removeprefix(folder).removesuffix(".md") for entry in lacking)
    fields = [field for field in make_fields(kind, language) if field.is_translated or field.name == "revised"]
    widgets = [make_widget(_as_translated(field), choices, ()) for field in fields]
    collection["fields"] = [_make_address(form, names), *widgets, _make_body(form, kind)]
    if kind == YEARLY:
        collection["path"] = "{{folder}}/{{slug}}"
    if kind == "slogan":
        collection["summary"] = "{{filename}}"
    return collection


def _rank(field: Field) -> int:
    """Say how early a field stands in the form: what is needed, then what it is about, then what may stay empty."""
    return 0 if field.is_required or field.name == "summary" else 1 if field.name == "topics" else 2


def _as_translated(field: Field) -> Field:
    """Return the field as a translation has it: only the title is needed."""
    return Field(**{**field.__dict__, "is_required": field.name == "title" and field.is_required})


def _make_collection(kind: str, label: str, label_one: str, about: str, extension: str) -> dict[str, Any]:
    folder = next(folder for folder, each in FOLDERS.items() if each == kind)
    served = f"{extension.removesuffix('md').replace('.', '/')}{folder.removeprefix('docs/')}"
    return {
        "name": kind,
        "label": label,
        "label_singular": label_one,
        "description": about,
        "folder": folder.rstrip("/"),
        "extension": extension,
        "format": FORMAT,
        "create": True,
        # Decap CMS takes a published file away at once, without a draft; its address may hang on a wall.
        "delete": False,
        "identifier_field": "address.name",
        "slug": "{{fields.address.name}}",
        "summary": "{{title}}",
        "preview_path": f"{served}{{{{slug}}}}/",
        "preview_path_preserve_slashes": True,
        "media_folder": "",
        "public_folder": "",
        "editor": {"preview": kind == "slogan" and extension == "md"},
        "sortable_fields": [],
    }


def _make_address(form: Any, offered: tuple[str, ...]) -> Widget:
    """Return the widget of the file's name, with the names to choose from for a translation; it is not written into the file."""
    words = form["address"]
    hint = words["hint_translation"] if offered else words["hint"]
    return {"name": "address", "label": words["label"], "widget": "address", "hint": hint, "offered": offered}


def _make_body(form: Any, kind: str) -> Widget:
    words = form["body"]
    label, hint = (words["slogan"], words["hint_slogan"]) if kind == "slogan" else (words["other"], words["hint"])
    return {"name": "body", "label": label, "hint": hint, "widget": "text", "required": False}


def list_marks() -> Iterator[str]:
    """Yield the fields that an original has and a translation cannot have."""
    for model in KINDS.values():
        yield from (name for name, info in model.model_fields.items() if info.is_required() and name not in model.translated)
