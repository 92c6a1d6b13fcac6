"""The measures of a search, on answers small enough to count by hand."""

from __future__ import annotations

import pytest

from .measures import Answer, describe_worst, measure
from .queries import Query


def _answer(pages: str, found: str) -> Answer:
    return Answer(Query("mhq", "zh", tuple(pages.split()), "initials", is_held_out=False), tuple(found.split()))


@pytest.mark.parametrize(
    ("pages", "found", "share", "rank"),
    [
        ("a b", "a b c", 1, 1),
        ("a b", "c a d e f b", 0.5, 0.5),
        ("a b c d e f", "f e d c b", 1, 1),
        ("a", "b c d e f a", 0, 1 / 6),
        ("a", "", 0, 0),
    ],
)
def test_a_search_is_measured_by_its_first_five(pages: str, found: str, share: float, rank: float) -> None:
    answer = _answer(pages, found)
    assert (answer.share, answer.reciprocal_rank) == (share, rank)


def test_the_worst_is_named_with_what_is_missing() -> None:
    good, bad = _answer("a", "a"), _answer("a b", "b c")
    assert measure([good, bad]) == (0.75, 1)
    assert describe_worst([good, bad]) == "'mhq' (initials): 0.50, 1.00; missing a; found b, c"
