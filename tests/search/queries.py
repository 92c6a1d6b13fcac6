"""Reads the queries that employees type, and the pages that answer each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Query:
    """What is typed on the site in ``language``, and the ids of the documents that answer it, the best one first."""

    words: str
    language: str
    pages: tuple[str, ...]
    kind: str
    is_held_out: bool


def read_queries() -> tuple[Query, ...]:
    """Return all queries of ``queries.yml``, in its order."""
    found = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text("utf-8"))
    return tuple(
        Query(each["query"], language, tuple(each["pages"]), each["class"], each.get("held_out", False))
        for language, queries in found.items()
        for each in queries
    )
