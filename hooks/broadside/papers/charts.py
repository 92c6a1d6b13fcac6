"""A table of responsibilities in one language -> its chart, A3 lying: the first responsible above, a column a deputy below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from broadside.catalog import Catalog, Entry
from broadside.kinds import Post
from broadside.kinds.responsibilities import Branch, grow_posts
from broadside.papers.describing import A3_LYING_MM, date_paper, describe_document, make_paper, write_day
from broadside.press.papers import Paper
from broadside.texts import read_texts

NAME = "responsibility-chart"


def make_chart(catalog: Catalog, entry: Entry, language: str) -> Paper:
    """Return the chart of a table of responsibilities."""
    day = date_paper(catalog, entry)
    described = describe_document(catalog, entry, language, day)
    texts = read_texts(language)["press"]["responsibility"]
    (top,) = grow_posts(cast("Sequence[Post]", entry.say("posts", language)))
    labels = {"state": texts["state"].format(day=write_day(day, language)), "principle": texts["principle"]}
    data = {**described, "labels": {**described["labels"], **labels}, "top": _describe(top)}
    return make_paper(catalog, entry, language, NAME, data, A3_LYING_MM)


def _describe(branch: Branch) -> dict[str, Any]:
    return {
        "post": branch.post.post,
        "duty": branch.post.duty,
        "person": branch.post.person.name if branch.post.person else "",
        "under": [_describe(each) for each in branch.under],
    }
