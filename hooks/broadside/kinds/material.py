"""What every kind of document has: its campaign, topics, unit and season, and for most a title; and the page that has no more."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from broadside.kinds.values import CampaignId, Date, Text, TopicId, UnitId

Season = Literal["spring", "summer", "autumn", "winter", "flood"]
Audience = Literal["everyone", "frontline", "team-leaders", "managers", "contractors", "newcomers", "drivers", "families"]


class Model(BaseModel):
    """Plain values in, frozen values out; a key that no field names is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Document(Model):
    """What every kind has: ``sections`` are the headings its body must have, ``translated`` what a translation may say anew.

    ``revised`` is the day its words last changed their meaning. A translation has its own: where that is older than the
    original's, or is not there, the translation is behind.
    """

    sections: ClassVar[dict[str, tuple[str, ...]]] = {}
    translated: ClassVar[tuple[str, ...]] = ("title", "summary")

    revised: Date | None = None


class Material(Document):
    """The fields of every kind of campaign material."""

    campaign: CampaignId | None = None
    topics: tuple[TopicId, ...] = ()
    season: Season | None = None
    unit: UnitId | None = None
    audience: tuple[Audience, ...] = ()


class Article(Material):
    """Material with a title: every kind but the slogan, which has its words."""

    title: Text
    summary: Text | None = None


class Page(Document):
    """Any other page of the site: nothing is required of it. ``hide`` is the theme's own field."""

    title: Text | None = None
    summary: Text | None = None
    hide: tuple[Literal["navigation", "toc", "footer"], ...] = ()
