"""A field -> its widget in the form: the settings by which Decap CMS shows it, checks it and writes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from broadside.forms.choices import Choices
from broadside.forms.fields import Field
from broadside.kinds.values import CLOCK, MOMENT

Widget = dict[str, Any]

LONG = frozenset(
    {
        "summary",
        "text",
        "theme",
        "what",
        "causes",
        "accountability",
        "measures",
        "education",
        "deliverable",
        "outcome",
        "why",
        "scenario",
    }
)
"""Fields of more than a line."""
FILES: Mapping[str, Widget] = {
    "file": {"widget": "image", "media_folder": "/slogans/photos", "public_folder": "photos", "choose_url": False},
    "photograph": {"widget": "image", "media_folder": "", "public_folder": "", "choose_url": False},
    "video": {"widget": "file", "media_folder": "", "public_folder": ""},
    "captions": {"widget": "file", "media_folder": "", "public_folder": "", "choose_url": False},
    "image": {"widget": "image", "media_folder": "", "public_folder": "", "choose_url": False},
    "attachments": {"widget": "file", "media_folder": "", "public_folder": "", "choose_url": False},
}
"""Fields that take a file: where it is put, and how it is named in the front matter. An attachment lies
beside its notice, a photograph beside its quiz, a film beside its lesson or
on another host, an image beside its work."""


def make_widget(field: Field, choices: Choices, languages: Sequence[str]) -> Widget:
    """Return the widget of ``field``; words by language get a field for each of ``languages``."""
    widget: Widget = {"name": field.name, "label": field.label, "required": field.is_required}
    if field.hint and field.hint != field.label:
        widget["hint"] = field.hint
    return widget | _choose(field, choices, languages)


def _choose(field: Field, choices: Choices, languages: Sequence[str]) -> Widget:
    if field.name in FILES:
        single = dict(FILES[field.name])
        return single if field.item is None else {"widget": "list", "field": {"name": "item", "label": field.label, **single}}
    legal = choices[field.of] if field.of else field.choices
    if field.shape == "words" and not field.of:
        return {"widget": "object", "fields": [_make_words(field, language, choices) for language in languages]}
    if legal:
        return _make_select(legal, field)
    if field.item is not None:
        return _make_list(field, field.item, choices, languages)
    if field.inside:
        inside = [make_widget(each, choices, languages) for each in field.inside]
        # Decap CMS would ask for the parts of what is left out as a whole; the check asks for them where it is there.
        inside = inside if field.is_required else [each | {"required": False} for each in inside]
        return {"widget": "object", "collapsed": not field.is_required, "fields": inside}
    return _make_single(field)


def _make_words(field: Field, language: str, choices: Choices) -> Widget:
    name = choices["languages"].get(language, language)
    return {"name": language, "label": name, "widget": "text" if field.name in LONG else "string", "required": False}


def _make_select(legal: Mapping[str, str], field: Field) -> Widget:
    names = list(legal.values())
    options = [{"value": value, "label": name if names.count(name) == 1 else f"{name} ({value})"} for value, name in legal.items()]
    select: Widget = {"widget": "select", "options": options}
    if field.shape != "list":
        return select
    least = {"min": int(field.least)} if field.is_required and field.least else {}
    return select | {"multiple": True} | least | ({"max": int(field.most)} if field.most else {})


def _make_list(field: Field, item: Field, choices: Choices, languages: Sequence[str]) -> Widget:
    if item.inside:
        first = next(each.name for each in item.inside if each.is_required)
        inside = [make_widget(each, choices, languages) for each in item.inside]
        return {"widget": "list", "fields": inside, "summary": f"{{{{fields.{first}}}}}", "collapsed": True}
    single = {"name": "item", "label": field.label, **_make_single(item)}
    limits = {"min": int(field.least), "max": int(field.most)} if field.least and field.most else {}
    return {"widget": "list", "field": single, **limits}


def _make_single(field: Field) -> Widget:
    if field.shape == "date":
        # Without a default Decap CMS writes the day of writing.
        return {"widget": "datetime", "format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": False, "default": ""}
    if field.shape in {"moment", "clock"}:
        return {"widget": "string", "pattern": [f"^{(MOMENT if field.shape == 'moment' else CLOCK).pattern}", field.hint]}
    if field.shape == "colour":
        return {"widget": "color", "allowInput": True}
    if field.shape == "yes-no":
        return {"widget": "boolean", "default": bool(field.default)}
    if field.shape in {"number", "whole"}:
        limits = {key: value for key, value in (("min", field.least), ("max", field.most)) if value is not None}
        step = 0.05 if field.most == 1 else 1
        return {"widget": "number", "value_type": "int" if field.shape == "whole" else "float", "step": step, **limits}
    pattern = {"pattern": [f"^.{{1,{field.most:g}}}$", field.hint]} if field.most else {}
    return {"widget": "text" if field.name in LONG else "string", **pattern}
