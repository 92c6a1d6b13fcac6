"""What a campaign must say: its theme, its days and its plan."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from broadside.kinds.material import Article, Model
from broadside.kinds.values import ByLanguage, Colour, Date, DesignId, Text


class Palette(Model):
    """A campaign's two colours; the designs and the site's theme take theirs from them."""

    primary: Colour
    accent: Colour


class KeyDay(Model):
    """A day of the campaign that everybody should know."""

    date: Date
    title: Text
    what: Text | None = None


class Task(Model):
    """A row of the campaign's plan; ``done`` is the day on which its result was there."""

    task: Text
    owner: Text
    due: Date
    deliverable: Text | None = None
    done: Date | None = None


class Pledge(Model):
    """What everybody signs: its words and who gives it, by language, and how many lines the sheet for signatures has."""

    text: ByLanguage
    who: ByLanguage
    lines: Annotated[int, Field(ge=1, le=1000)] = 40


class Campaign(Article):
    """A month, its theme, its days and its plan; ``vote`` is how many of its works may be chosen on a ballot paper."""

    translated: ClassVar[tuple[str, ...]] = ("title", "summary", "key_days", "plan")

    theme: ByLanguage
    starts: Date
    ends: Date
    palette: Palette | None = None
    design: DesignId | None = None
    key_days: tuple[KeyDay, ...] = ()
    plan: tuple[Task, ...] = ()
    pledge: Pledge | None = None
    vote: Annotated[int, Field(ge=1)] | None = None
    print: tuple[Literal["schedule", "sign-sheet", "signature-wall"], ...] = ("schedule", "sign-sheet", "signature-wall")
