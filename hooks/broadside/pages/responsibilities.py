"""A table of responsibilities -> its page: the tree of posts, each with its duty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from broadside.catalog import Entry
from broadside.kinds import Post
from broadside.kinds.responsibilities import grow_posts
from broadside.pages.listing import find_related, make_cards
from broadside.pages.values import Shelf


def view_responsibility(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return what the template of a table of responsibilities shows."""
    return {
        "branches": grow_posts(_say_posts(entry, language)),
        "related": make_cards(shelf, find_related(shelf, entry, ("knowledge", "lesson", "slogan")), language),
    }


def list_words(entry: Entry, language: str) -> Iterator[str]:
    """Yield the words of a table of responsibilities that its page shows beside its text."""
    yield from (f"{post.post} {post.duty}" for post in _say_posts(entry, language))


def _say_posts(entry: Entry, language: str) -> Sequence[Post]:
    return cast("Sequence[Post]", entry.say("posts", language))
