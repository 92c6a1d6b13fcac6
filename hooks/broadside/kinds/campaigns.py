"""What a campaign must say: its theme, its days and its plan."""

from __future__ import annotations

from typing import ClassVar, Literal

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


class Campaign(Article):
    """A month, its theme, its days and its plan."""

    translated: ClassVar[tuple[str, ...]] = ("title", "summary", "key_days", "plan")

    theme: ByLanguage
    starts: Date
    ends: Date
    palette: Palette | None = None
    design: DesignId | None = None
    key_days: tuple[KeyDay, ...] = ()
    plan: tuple[Task, ...] = ()
    print: tuple[Literal["schedule"], ...] = ("schedule",)
