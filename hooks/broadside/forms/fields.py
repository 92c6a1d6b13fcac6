"""A kind's model and the texts -> its fields in the order they are shown: their shape, their limits and their words."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from broadside.kinds import KINDS, Document
from broadside.texts import read_texts

Shape = Literal["text", "date", "moment", "clock", "colour", "number", "whole", "yes-no", "words", "list", "object"]
Schema = Mapping[str, Any]
NOTHING: Schema = MappingProxyType({})


@dataclass(frozen=True)
class Field:
    """A field of a kind, or of a field.

    ``choices`` are its legal values with their names; ``of`` is the list of the site that its ids are of. ``item`` is what a list
    holds, ``inside`` are an object's fields. ``least`` and ``most`` are a number's limits, a text's length, a list's count.
    ``words`` is a text by language. ``example`` is as it stands in a file.
    """

    name: str
    shape: Shape
    is_required: bool
    is_translated: bool
    label: str
    use: str
    hint: str
    example: str
    choices: Mapping[str, str]
    of: str | None
    least: float | None
    most: float | None
    default: Any
    item: Field | None
    inside: tuple[Field, ...]


def make_fields(kind: str, language: str) -> tuple[Field, ...]:
    """Return the fields of ``kind`` with their words in ``language``: title and summary, its own, then those of every kind."""
    model, texts = KINDS[kind], read_texts(language)["fields"]
    schema = model.model_json_schema()
    words = {name: {**texts["all"].get(name, {}), **texts[kind].get(name, {})} for name in model.model_fields}
    order = dict.fromkeys([*(name for name in ("title", "summary") if name in words), *_list_own(model), *words])
    return tuple(_make_field(name, schema, schema, words[name], language, model.translated) for name in order)


def _list_own(model: type[Document]) -> Iterator[str]:
    """Yield the fields that each class adds, its own before those it takes over; ``revised`` comes last."""
    for parent in model.__mro__:
        yield from (name for name in inspect.get_annotations(parent) if name in model.model_fields and name != "revised")


def _make_field(
    name: str, parent: Schema, root: Schema, words: Mapping[str, Any], language: str, translated: tuple[str, ...] = ()
) -> Field:
    given = parent["properties"][name]
    schema = resolve(given, root)
    inner = schema.get("properties", NOTHING)
    inside = tuple(_make_field(each, schema, root, words.get("inside", {})[each], language) for each in inner)
    item = _make_item(name, schema, root, words, language)
    names = _find_names(words.get("names", {}), language)
    legal = schema.get("enum", ()) if item is None else item.choices
    choices = {value: names.get(value, value) for value in legal} or names
    field = Field(
        name=name,
        shape=_find_shape(schema),
        is_required=name in parent.get("required", ()),
        is_translated=name in translated,
        label=words.get("label", name),
        use="",
        hint="",
        example=words.get("example", ""),
        choices=MappingProxyType(choices),
        of=find_list(schema),
        least=_first(schema, "minimum", "minItems"),
        most=_first(schema, "maximum", "maxItems", "maxLength"),
        default=given.get("default"),
        item=item,
        inside=inside,
    )
    facts = _list_facts(field, language)
    use = words.get("use", "").format(**facts)
    hint = words.get("hint", words.get("use", "")).format(**facts).replace("`", "")
    return Field(**{**field.__dict__, "use": use, "hint": hint})


def _make_item(name: str, schema: Schema, root: Schema, words: Mapping[str, Any], language: str) -> Field | None:
    """Return what a list holds, with the words of the list itself."""
    items = schema.get("items") or next(iter(schema.get("prefixItems", ())), None)
    if items is None:
        return None
    return _make_field(name, {"properties": {name: items}}, root, {**words, "use": ""}, language)


def resolve(schema: Schema, root: Schema) -> Schema:
    """Follow a reference, and leave out that a field may be missing."""
    if "$ref" in schema:
        found: Schema = root["$defs"][schema["$ref"].rsplit("/", 1)[-1]]
        return found
    kept = [each for each in schema.get("anyOf", ()) if each.get("type") != "null"]
    return resolve(kept[0], root) if len(kept) == 1 else schema


def _find_shape(schema: Schema) -> Shape:
    if "anyOf" in schema:
        return "words"
    if schema.get("format") == "date":
        return "date"
    if "shape" in schema:
        said: Shape = schema["shape"]
        return said
    if "pattern" in schema:
        return "colour"
    shapes: dict[str, Shape] = {"array": "list", "object": "object", "boolean": "yes-no", "integer": "whole", "number": "number"}
    return shapes.get(schema["type"], "text")


def find_list(schema: Schema) -> str | None:
    """Return the list of the site that a value's ids are of: for words by language the list of the words themselves."""
    for each in schema.get("anyOf", ()):
        if each.get("type") == "string":
            return find_list(each)
    found: str | None = schema.get("of") or (find_list(schema["items"]) if "items" in schema else None)
    return found


def _first(schema: Schema, *keys: str) -> float | None:
    return next((schema[key] for key in keys if key in schema), None)


def _find_names(given: Mapping[str, str] | str, language: str) -> Mapping[str, str]:
    """Return the names of choices: as given, or those at that place of the site's texts."""
    if not isinstance(given, str):
        return given
    names: Any = read_texts(language)["site"]
    for step in given.split("."):
        names = names[step]
    return MappingProxyType(dict(names))


def _list_facts(field: Field, language: str) -> dict[str, Any]:
    """Return what the texts may name of a field: its choices, its limits, what it is where it is left out."""
    facts: dict[str, Any] = {
        "choices": write_choices(field.choices, language),
        "least": f"{field.least:g}" if field.least is not None else "",
        "most": f"{field.most:g}" if field.most is not None else "",
        "default": f"`{str(field.default).lower()}`" if isinstance(field.default, bool) else field.default,
    }
    return facts | {"inside": {each.name: _list_facts(each, language) for each in field.inside}}


def write_choices(choices: Mapping[str, str], language: str) -> str:
    """List values as code, each with its name where that says more than the value: ```flood` (flood season)``."""
    table = read_texts(language)["fields"]["table"]

    def write(value: str, name: str) -> str:
        plain = name[:1].lower() + name[1:]
        says_more = plain.replace(" ", "-") != value
        return table["named"].format(value=f"`{value}`", name=plain) if says_more else f"`{value}`"

    written = [write(value, name) for value, name in choices.items()]
    return str(table["or"]).join(filter(None, [table["and"].join(written[:-1]), *written[-1:]]))
