"""Plain values -> a model's frozen value, or the problems that say which value is wrong, where, and what it may be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError, create_model
from pydantic.fields import FieldInfo

from broadside.frontmatter import Parsed, Path
from broadside.kinds import Document
from broadside.problems import Problem, find_nearest, make_problem

M = TypeVar("M", bound=BaseModel)

# pydantic's error types, by the rule that words them for an editor; what is expected is named by the text of that rule.
RULES = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "literal_error": "choice-unknown",
    "date-format": "date-format",
    "colour-format": "colour-format",
    "string_type": "field-text",
    "string_too_short": "field-empty",
    "too_short": "field-empty",
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


def check_values(model: type[M], path: str, parsed: Parsed, within: Path = ()) -> tuple[M | None, tuple[Problem, ...]]:
    """Build ``model`` from the values at ``within``; every problem has the place of its value."""
    values: Any = parsed.values
    for step in within:
        values = values[step]
    try:
        return model.model_validate(values if values is not None else {}), ()
    except ValidationError as error:
        return None, tuple(_word(model, path, parsed, within, item) for item in error.errors(include_url=False))


def _word(model: type[BaseModel], path: str, parsed: Parsed, within: Path, error: Mapping[str, Any]) -> Problem:
    location: Path = tuple(step for step in error["loc"] if step != "[key]")
    field = name_field((*within, *location))
    rule = RULES.get(error["type"], "field-other")
    here = (*within, *location)
    facts: dict[str, object] = {"field": field, "value": error["input"], "reason": error["msg"]}
    if rule == "field-unknown":
        legal = sorted(_fields_at(model, location[:-1]))
        facts |= {"legal": legal, "nearest": find_nearest(str(location[-1]), legal), "value": location[-1]}
        return make_problem(path, parsed.keys.get(here, parsed.find(here)), rule, **facts)
    if rule == "choice-unknown":
        legal = list(_choices(model, location))
        facts |= {"legal": legal, "nearest": find_nearest(str(error["input"]), legal)}
    if rule == "field-missing":
        facts["value"] = ""
        return make_problem(path, parsed.keys.get(here[:-1], parsed.find(here[:-1])), rule, **facts)
    return make_problem(path, parsed.find(here), rule, **facts)


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


def make_translation_model(model: type[Document]) -> type[BaseModel]:
    """Return the model of a translation's front matter: the translated fields, all optional but the title."""
    fields: dict[str, Any] = {}
    for name in model.translated:
        info = model.model_fields[name]
        required = name == "title" and info.is_required()
        fields[name] = (info.annotation, ...) if required else (info.annotation | None, None)
    return create_model(f"{model.__name__}Translation", __config__=model.model_config, **fields)
