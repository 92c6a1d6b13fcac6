"""What was found for each query -> how good the search is, by the judgements of queries.yml."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .queries import Query

FIRST = 5
"""How many results a reader takes in at a glance: what stands below them is not found in one try."""


@dataclass(frozen=True)
class Answer:
    """A query and the documents found for it, by their ids, the best one first."""

    query: Query
    found: tuple[str, ...]

    @property
    def share(self) -> float:
        """Which part of the first results, as far as there are relevant documents to fill them, is relevant."""
        inside = sum(page in self.query.pages for page in self.found[:FIRST])
        return inside / min(FIRST, len(self.query.pages))

    @property
    def reciprocal_rank(self) -> float:
        """One divided by the place of the first relevant document; 0 where there is none."""
        return next((1 / place for place, page in enumerate(self.found, 1) if page in self.query.pages), 0.0)


def measure(answers: Sequence[Answer]) -> tuple[float, float]:
    """Return the mean share of relevant documents in the first five and the mean reciprocal rank."""
    return sum(each.share for each in answers) / len(answers), sum(each.reciprocal_rank for each in answers) / len(answers)


def describe_worst(answers: Iterable[Answer], most: int = 15) -> str:
    """Say which queries fail most, what is missing among the first five and what stands there instead."""
    worst = sorted((each for each in answers if each.share < 1), key=lambda each: (each.share, each.reciprocal_rank))
    return "\n".join(
        f"{each.query.words!r} ({each.query.kind}): {each.share:.2f}, {each.reciprocal_rank:.2f}"
        f"; missing {', '.join(page for page in each.query.pages if page not in each.found[:FIRST])}"
        f"; found {', '.join(each.found[:FIRST]) or 'nothing'}"
        for each in worst[:most]
    )
