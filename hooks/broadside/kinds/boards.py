"""What a blackboard newspaper must say."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from broadside.kinds.material import Article, Model
from broadside.kinds.values import ArticleId, ByLanguage, Date


class Board(Model):
    """A blackboard as it hangs: its writing surface. The limits are our choice: what workshops and corridors have room for."""

    width_mm: Annotated[float, Field(ge=1000, le=12000)]
    height_mm: Annotated[float, Field(ge=600, le=3000)]


class Column(Model):
    """A column of a blackboard newspaper: an article or a lesson, or words of its own by language that lead to it."""

    article: ArticleId
    text: ByLanguage | None = None


class Blackboard(Article):
    """An issue of a blackboard newspaper (黑板报): what a hand chalks on a board of a stated size.

    ``letter_mm`` is the side of a Chinese character's square. Our choice: 60; at 5 m a character needs 5 m / 150 = 33 mm, and the
    width of the chalk asks for more. Under 35 it cannot be read from there.
    """

    date: Date
    masthead: ByLanguage
    board: Board
    columns: tuple[Column, ...] = Field(min_length=1)
    letter_mm: Annotated[float, Field(ge=35, le=120)] = 60
