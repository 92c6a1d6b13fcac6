"""A kind and the site's lists -> the JSON Schema (draft-07, which editors know) of its front matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from broadside.catalog.validating import make_translation_model
from broadside.forms.choices import Choices
from broadside.forms.fields import Field, make_fields, resolve
from broadside.frontmatter import parse_yaml
from broadside.kinds import KINDS
from broadside.texts import LANGUAGES, read_texts

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that the YAML extensions of editors have known longest."""
DROPPED = {"title", "default", "description", "of", "shape", "$defs"}
"""What pydantic says for programmers, and our own marks of a list and of an hour."""


def make_schema(kind: str, choices: Choices, *, translation: bool = False) -> dict[str, Any]:
    """Return the schema of a document of ``kind``, or of a translation of one, described in every language of Broadside.

    Lists that ``choices`` does not hold leave their ids free.
    """
    model: type[BaseModel] = make_translation_model(KINDS[kind]) if translation else KINDS[kind]
    schema = model.model_json_schema()
    described = {field.name: [field] for field in make_fields(kind, LANGUAGES[0])}
    for language in LANGUAGES[1:]:
        for field in make_fields(kind, language):
            described[field.name].append(field)
    title = " · ".join(read_texts(language)["fields"]["kinds"][kind]["one"] for language in LANGUAGES)
    made = _clean(schema, schema, choices)
    for name, value in made["properties"].items():
        _describe(value, described[name])
    # An empty front matter is no map at all; it is enough where nothing is required.
    made["type"] = "object" if made.get("required") else ["object", "null"]
    return {"$schema": DRAFT, "title": title, **made}


def _clean(schema: Mapping[str, Any], root: Mapping[str, Any], choices: Choices) -> dict[str, Any]:
    """Write references out, lists for their marks, and pairs as the draft has them."""
    schema = resolve(schema, root)
    made: dict[str, Any] = {}
    for key, value in schema.items():
        if key in DROPPED:
            continue
        if key == "properties":
            made[key] = {name: _clean(each, root, choices) for name, each in value.items()}
        elif key == "anyOf":
            made[key] = [_clean(each, root, choices) for each in value]
        elif key == "prefixItems":
            made["items"] = [_clean(each, root, choices) for each in value]
        elif isinstance(value, dict):
            made[key] = _clean(value, root, choices)
        else:
            made[key] = value
    listed = choices.get(schema.get("of", ""))
    if listed is not None:
        made = {key: value for key, value in made.items() if key != "minLength"} | {"enum": list(listed)}
    return made


def _describe(schema: dict[str, Any], said: list[Field]) -> None:
    """Write what a field is for into its schema, in each language, and its example as a value."""
    schema["description"] = "\n\n".join(f"{field.label}: {field.use}" for field in said if field.use)
    first = said[0]
    if first.example:
        schema["examples"] = [parse_yaml("", f"example: {_put(first.example)}")[0].values["example"]]
    inner = schema if "properties" in schema else schema.get("items", {})
    for number, field in enumerate((first.item or first).inside):
        _describe(inner["properties"][field.name], [(each.item or each).inside[number] for each in said])


def _put(example: str) -> str:
    """Return an example as it stands after a field's name: a list with dashes begins a line of its own."""
    return f"\n{example}" if example.startswith("- ") else example
