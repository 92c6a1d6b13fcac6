"""What a question of the help desk must say: the question, who answered it, when it was asked, and where that is to be read."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from broadside.kinds.material import Article
from broadside.kinds.values import Date, DocumentId, Text, TopicId


class Faq(Article):
    """A question and its answer, which is the body. ``title`` is the question; no field has room for whoever asked."""

    translated: ClassVar[tuple[str, ...]] = ("title", "summary", "answered_by")

    topics: tuple[TopicId, ...] = Field(min_length=1)
    answered_by: Text
    asked: Date
    see: tuple[DocumentId, ...] = Field(min_length=1)
