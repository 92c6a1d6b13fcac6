"""Plain values -> a model's frozen value, or the problems that say which value is wrong, where, and what it may be."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError, create_model
from pydantic.fields import FieldInfo

from broadside.frontmatter import Parsed, Path
from broadside.kinds import Document
from broadside.kinds.values import ISO_DATE
from broadside.problems import Problem, find_nearest, make_problem

M = TypeVar("M", bound=BaseModel)

# pydantic's error types, by the rule that words them for an editor; what is expected is named by the text of that rule.
RULES = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "literal_error": "choice-unknown",
    "date-format": "date-format",
    "date-impossible": "date-impossible",
    "moment-format": "moment-format",
    "clock-format": "clock-format",
    "colour-format": "colour-format",
    "together-count": "together-count",
    "figure-computed": "figure-computed",
    "string_type": "field-text",
    "string_too_short": "field-empty",
    "too_short": "field-empty",
    "too_long": "focus-pair",
    "bool_type": "field-yes-no",
    "bool_parsing": "field-yes-no",
    "tuple_type": "field-list",
    "list_type": "field-list",
    "dict_type": "field-map",
    "model_type": "field-map",
    "model_attributes_type": "field-map",
    "int_type": "field-number",
    "int_parsing": "field-number",
    "int_from_float": "field-number",
    "float_type": "field-number",
    "float_parsing": "field-number",
    "greater_than": "field-range",
    "greater_than_equal": "field-range",
    "less_than_equal": "field-range",
}
LIMITS = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤"}


def check_values(model: type[M], path: str, parsed: Parsed, within: Path = ()) -> tuple[M | None, tuple[Problem, ...]]:
    """Build ``model`` from the values at ``within``; every problem has the place of its value."""
    values: Any = parsed.values
    for step in within:
        values = values[step]
    try:
        return model.model_validate(values if values is not None else {}), ()
    except ValidationError as error:
        # A list whose items are all wrong also counts as too short: the items' own problems say enough.
        wrong = (item for item in error.errors(include_url=False) if not (item["type"] == "too_short" and item["input"]))
        return None, tuple(_word(model, path, parsed, within, item) for item in wrong)


def _word(model: type[BaseModel], path: str, parsed: Parsed, within: Path, error: Mapping[str, Any]) -> Problem:
    location: Path = tuple(step for step in error["loc"] if step != "[key]")
    here, value = (*within, *location), error["input"]
    facts: dict[str, object] = {"field": name_field(here), "value": value}
    rule = _choose_rule(error, location)
    position = parsed.find(here)
    if rule == "field-unknown":
        legal = sorted(_fields_at(model, location[:-1]))
        position = parsed.keys.get(here, position)
        facts |= {"legal": legal, "nearest": find_nearest(str(location[-1]), legal), "value": location[-1]}
    elif rule == "choice-unknown":
        legal = list(_choices(model, location))
        facts |= {"legal": legal, "nearest": find_nearest(str(value), legal)}
    elif rule == "field-missing":
        position = parsed.keys.get(here[:-1], parsed.find(here[:-1]))
        facts |= {"name": location[-1], "value": ""}
    elif rule == "field-map":
        named = "text" if error["type"] == "dict_type" else _fields_at(model, location)[0]
        facts |= {"example": "en" if named == "text" else named}
    elif rule == "field-range":
        facts |= {"reason": " ".join(f"{LIMITS[key]} {limit:g}" for key, limit in error["ctx"].items())}
    elif rule == "field-other":
        facts |= {"reason": error["msg"]}
    return make_problem(path, position, rule, **facts)


def _choose_rule(error: Mapping[str, Any], location: Path) -> str:
    """Return the rule that words ``error`` best: by its type, then by the value an editor wrote."""
    rule, value = RULES.get(error["type"], "field-other"), error["input"]
    if value is None and rule not in {"field-missing", "field-unknown"}:
        return "field-empty"
    if rule == "date-format" and isinstance(value, str) and ISO_DATE.match(value):
        return "date-impossible"
    if rule == "field-missing" and isinstance(location[-1], int):
        return "focus-pair"
    if error["type"] == "dict_type" and isinstance(value, bool | int | float):
        return "field-text"
    return rule


def name_field(location: Path) -> str:
    """Write a path of keys and indexes as an editor counts: ``plan 2 due``; the first item of a list is 1."""
    return " ".join(str(step + 1) if isinstance(step, int) else step for step in location)


def _model_at(model: type[BaseModel], location: Path) -> type[BaseModel]:
    """Follow ``location`` through nested models; steps into lists and maps keep to the model inside them."""
    for step in location:
        info = model.model_fields.get(step) if isinstance(step, str) else None
        if info is not None:
            inner = [item for item in _unfold(info.annotation) if isinstance(item, type) and issubclass(item, BaseModel)]
            model = inner[0] if inner else model
    return model


def _unfold(annotation: Any) -> list[Any]:
    """Return ``annotation`` and all that it is made of."""
    return [annotation, *(piece for part in get_args(annotation) for piece in _unfold(part))]


def _fields_at(model: type[BaseModel], location: Path) -> list[str]:
    return list(_model_at(model, location).model_fields)


def _choices(model: type[BaseModel], location: Path) -> list[str]:
    """Return the legal values of the Literal at ``location``, in the order they are written."""
    names = [step for step in location if isinstance(step, str)]
    info: FieldInfo | None = _model_at(model, location[:-1]).model_fields.get(names[-1])
    if info is None:  # the key of a map whose keys are a choice
        info = model.model_fields[names[0]]
    return [item for item in _unfold(info.annotation) if isinstance(item, str)]


@functools.cache
def make_translation_model(model: type[Document]) -> type[BaseModel]:
    """Return the model of a translation's front matter: the translated fields, all optional but the title, and ``revised``."""
    fields: dict[str, Any] = {}
    for name in (*model.translated, "revised"):
        info = model.model_fields[name]
        required = name == "title" and info.is_required()
        kept: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        fields[name] = (kept, ...) if required else (kept | None, None)
    return create_model(f"{model.__name__}Translation", __config__=model.model_config, **fields)
