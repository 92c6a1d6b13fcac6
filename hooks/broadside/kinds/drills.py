"""What a drill must say: its scenario, who does what and when, what is looked at, what everybody carries, and what was found."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from broadside.kinds.material import Article, Model
from broadside.kinds.values import ActivityId, Date, Text, TopicId

Direction = Literal["here", "left", "right", "ahead"]
"""Where an assembly-point sign sends its readers; the names are in texts/*/site/drill.yml."""


class Role(Model):
    """A post in the drill and what it does. A post, never a person: the next shift must be able to stand in."""

    post: Text
    does: Text


class Step(Model):
    """A row of the timeline: so many minutes after the alarm, what happens, and which of the roles sees to it.

    ``minute`` has a day at most (our choice): what lasts longer is another drill.
    """

    minute: Annotated[int, Field(ge=0, le=1440)]
    what: Text
    who: Text


class Criterion(Model):
    """What an observer looks at, and what is expected there."""

    look: Text
    expected: Text


class Finding(Model):
    """What a rehearsal showed: on which day, what, which post mends it, by when, and the day on which it was mended."""

    found: Date
    what: Text
    owner: Text
    due: Date
    done: Date | None = None


class Call(Model):
    """Whom to call; without a ``number`` the card has a line on which the unit writes its own."""

    post: Text
    number: Text | None = None


class Emergency(Model):
    """What the emergency card says: the first steps, whom to call, where all meet."""

    first: tuple[Text, ...] = Field(min_length=1)
    call: tuple[Call, ...] = Field(min_length=1)
    assembly: Text | None = None


class Drill(Article):
    """An emergency plan as it is rehearsed. ``activities`` hold it: their hours give the timeline its clock."""

    translated: ClassVar[tuple[str, ...]] = (
        "title",
        "summary",
        "scenario",
        "roles",
        "timeline",
        "criteria",
        "emergency",
        "findings",
    )

    topics: tuple[TopicId, ...] = Field(min_length=1)
    activities: tuple[ActivityId, ...] = ()
    scenario: Text
    roles: tuple[Role, ...] = Field(min_length=1)
    timeline: tuple[Step, ...] = Field(min_length=1)
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    emergency: Emergency
    signs: tuple[Direction, ...] = ()
    findings: tuple[Finding, ...] = ()
