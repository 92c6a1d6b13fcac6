"""What stands in a field: pydantic types of texts, days, colours, ids, and words by language."""

from __future__ import annotations

import datetime
import re
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}$")


def _parse_date(value: object) -> object:
    """Read an ISO 8601 calendar date (YYYY-MM-DD); the front matter hands dates over as written."""
    if isinstance(value, datetime.date):
        return value
    try:
        if isinstance(value, str) and ISO_DATE.match(value):
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    rule = "date-format"
    raise PydanticCustomError(rule, "not a date")


def _check_colour(value: str) -> str:
    if not COLOUR.match(value):
        rule = "colour-format"
        raise PydanticCustomError(rule, "not a colour")
    return value.lower()


def _check_together(value: tuple[str, ...]) -> tuple[str, ...]:
    if value and not (len(value) in {2, 3} and len(set(value)) == len(value)):
        rule = "together-count"
        raise PydanticCustomError(rule, "not two or three languages")
    return value


def _as_map(value: object) -> object:
    """Give a bare string the key of the site's first language, written as an empty string until the catalog knows it."""
    return {"": value} if isinstance(value, str) else value


def _of(name: str) -> WithJsonSchema:
    """Say in the schema which of the site's lists an id is of; the catalog knows the list and checks it."""
    return WithJsonSchema({"type": "string", "minLength": 1, "of": name})


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Date = Annotated[datetime.date, BeforeValidator(_parse_date)]
Colour = Annotated[Text, AfterValidator(_check_colour), WithJsonSchema({"type": "string", "pattern": f"^{COLOUR.pattern}"})]
Id = Annotated[str, StringConstraints(min_length=1)]
Tongue = Annotated[str, _of("languages")]
CampaignId = Annotated[Id, _of("campaigns")]
TopicId = Annotated[Id, _of("topics")]
UnitId = Annotated[Id, _of("units")]
DesignId = Annotated[Id, _of("designs")]
CarrierId = Annotated[Id, _of("carriers")]
PictureId = Annotated[Id, _of("pictures")]
DocumentId = Annotated[Id, _of("documents")]
NoticeId = Annotated[Id, _of("notices")]
ArticleId = Annotated[Id, _of("articles")]
Words = dict[Tongue, Text]
ByLanguage = Annotated[Words, BeforeValidator(_as_map, json_schema_input_type=Text | Words), Field(min_length=1)]
Looks = dict[Tongue, Annotated[Text, _of("designs")]]
DesignByLanguage = Annotated[Looks, BeforeValidator(_as_map, json_schema_input_type=DesignId | Looks), Field(min_length=1)]
Together = Annotated[
    tuple[Annotated[Id, _of("languages")], ...],
    AfterValidator(_check_together),
    Field(json_schema_extra={"minItems": 2, "maxItems": 3, "uniqueItems": True}),
]

Share = Annotated[float, Field(ge=0, le=1)]
