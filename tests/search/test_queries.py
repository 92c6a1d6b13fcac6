"""The queries that employees type: that the set is as it should be."""

from __future__ import annotations

from collections import Counter

from broadside.checking import check_site
from sites import REPOSITORY

from .queries import read_queries

QUERIES = read_queries()
KINDS = {"exact", "part of a word", "several words", "mistake", "pinyin", "initials", "traditional", "mixed", "synonym", "prefix"}


def test_the_set_is_large_mixed_and_halved() -> None:
    counted = Counter(query.language for query in QUERIES)
    assert counted["zh"] >= 70
    assert counted["en"] >= 50
    assert {query.kind for query in QUERIES} == KINDS
    assert len({(query.language, query.words) for query in QUERIES}) == len(QUERIES)
    for language in counted:
        held_out = sum(query.is_held_out for query in QUERIES if query.language == language)
        assert 0.45 < held_out / counted[language] < 0.55


def test_every_page_that_should_be_found_exists() -> None:
    catalog, _ = check_site(REPOSITORY / "mkdocs.yml")
    assert {page for query in QUERIES for page in query.pages} <= {*catalog.entries, "glossary"}
