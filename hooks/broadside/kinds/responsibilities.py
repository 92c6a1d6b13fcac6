"""What a table of responsibilities must say: posts, what each answers for, and which post each stands under."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from broadside.kinds.material import Article, Model
from broadside.kinds.values import Date, Text


class Named(Model):
    """The person in a post: only with the day on which that person agreed to be named here."""

    name: Text
    consent: Date


class Post(Model):
    """A post, its duty in a line or two, and the post that it stands under; the first person responsible stands under none."""

    post: Text
    duty: Text
    under: Text | None = None
    person: Named | None = None


class Responsibility(Article):
    """Who answers for what: a tree of posts with one at the top."""

    translated: ClassVar[tuple[str, ...]] = ("title", "summary", "posts")

    posts: tuple[Post, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Branch:
    """A post with those that stand under it, in the order in which they are written."""

    post: Post
    under: tuple[Branch, ...]


def grow_posts(posts: Sequence[Post], above: str | None = None) -> tuple[Branch, ...]:
    """Return the posts that stand under the post ``above`` as a tree; all of them where none is named."""
    return tuple(Branch(post, grow_posts(posts, post.post)) for post in posts if post.under == above)
