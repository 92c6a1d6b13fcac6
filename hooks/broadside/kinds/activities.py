"""What an activity must say: what it is, when and where it is held, who leads it, its agenda, and afterwards what came of it."""

from __future__ import annotations

import datetime
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from broadside.kinds.material import Article, Model
from broadside.kinds.values import Clock, Date, Moment, Text

Sort = Literal[
    "mobilisation",
    "lecture",
    "training",
    "film",
    "review",
    "consultation",
    "signature",
    "open-day",
    "exhibition",
    "inspection",
    "drill",
    "competition",
    "closing",
]
"""What enterprises report having held in a Safe Production Month; the names are in texts/*/site/activity.yml."""


Printable = Literal["backdrop", "backdrop-4m", "door-sign", "invitation"]
"""What may be printed of an activity: carriers for its stage, by their ids in posters/carriers.yml, and papers."""


class Session(Model):
    """One time at which an activity is held: days alone, or days with the hour of the place's own clock."""

    starts: Moment
    ends: Moment | None = None

    @property
    def last(self) -> datetime.date:
        """Its last day."""
        return (self.ends or self.starts).day


class AgendaRow(Model):
    """A row of an agenda: from when, what, and who, which is a post."""

    at: Clock
    what: Text
    who: Text | None = None


class Activity(Article):
    """Something that is held: a meeting, a lecture, a drill.

    ``repeats`` are further sessions of the same, for other shifts or days; the agenda is that of each. ``announced`` is the day
    on which it was made known. ``head_count`` and ``outcome`` are entered when it is over.
    """

    translated: ClassVar[tuple[str, ...]] = ("title", "summary", "place", "lead", "bring", "agenda", "outcome")

    sort: Sort
    announced: Date
    starts: Moment
    ends: Moment | None = None
    repeats: tuple[Session, ...] = ()
    place: Text
    lead: Text
    bring: tuple[Text, ...] = ()
    agenda: tuple[AgendaRow, ...] = ()
    print: tuple[Printable, ...] = ()
    head_count: Annotated[int, Field(ge=0)] | None = None
    outcome: Text | None = None

    @property
    def sessions(self) -> tuple[Session, ...]:
        """Every time at which it is held, the first one first."""
        return (Session.model_construct(starts=self.starts, ends=self.ends), *self.repeats)

    @property
    def last(self) -> datetime.date:
        """Its last day."""
        return max(session.last for session in self.sessions)
