"""What a checklist must say: who checks how often, and in groups what to look at and what is right there."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from broadside.kinds.material import Article, Model
from broadside.kinds.values import Text, TopicId


class CheckItem(Model):
    """One thing to look at, what is right there, and the rule that says so, with its number, where that is certain."""

    look: Text
    right: Text
    basis: Text | None = None


class CheckGroup(Model):
    """Things that are looked at in one place or one after another."""

    heading: Text
    items: tuple[CheckItem, ...] = Field(min_length=1)


class Checklist(Article):
    """A self-examination or a special inspection, to tick on a phone or on paper."""

    translated: ClassVar[tuple[str, ...]] = ("title", "summary", "who", "often", "groups")

    topics: tuple[TopicId, ...] = Field(min_length=1)
    who: Text
    often: Text
    groups: tuple[CheckGroup, ...] = Field(min_length=1)
