"""What stands in a field: pydantic types of texts, days, colours, ids, and words by language."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
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
MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$", re.ASCII)
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d$", re.ASCII)
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


@dataclass(frozen=True)
class Instant:
    """A day, or a day with the hour of the place's own clock (ISO 8601 without a zone)."""

    day: datetime.date
    time: datetime.time | None = None

    @property
    def at(self) -> datetime.datetime:
        """The moment itself, a day's is its beginning; it has no zone."""
        return datetime.datetime.combine(self.day, self.time or datetime.time())

    def __str__(self) -> str:
        return f"{self.day}" if self.time is None else f"{self.day} {self.time:%H:%M}"


def _parse_moment(value: object) -> object:
    """Read a day, or a day and the hour: 2027-06-16, 2027-06-16 09:00."""
    if isinstance(value, Instant):
        return value
    found = MOMENT.match(value) if isinstance(value, str) else None
    if found is None or (found[2] and not CLOCK.match(found[2])):
        rule = "moment-format"
        raise PydanticCustomError(rule, "not a moment")
    try:
        day = datetime.date.fromisoformat(found[1])
    except ValueError:
        rule = "date-impossible"
        raise PydanticCustomError(rule, "no such day") from None
    return Instant(day, datetime.time.fromisoformat(found[2]) if found[2] else None)


def _parse_clock(value: object) -> object:
    """Read an hour and a minute: 09:00."""
    if isinstance(value, datetime.time):
        return value
    if not isinstance(value, str) or not CLOCK.match(value):
        rule = "clock-format"
        raise PydanticCustomError(rule, "not an hour")
    return datetime.time.fromisoformat(value)


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
Moment = Annotated[
    Instant, BeforeValidator(_parse_moment), WithJsonSchema({"type": "string", "pattern": f"^{MOMENT.pattern}", "shape": "moment"})
]
Clock = Annotated[
    datetime.time,
    BeforeValidator(_parse_clock),
    WithJsonSchema({"type": "string", "pattern": f"^{CLOCK.pattern}", "shape": "clock"}),
]
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
ActivityId = Annotated[Id, _of("activities")]
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
