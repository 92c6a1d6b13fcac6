"""What begins first is there, and all else follows by name."""

from __future__ import annotations

from ordering import FIRST, rank
from sites import TESTS

WORDS = ("built_site", "origin: str", "printing_alone")
"""What a file says that wants the site, or the store to itself."""


def test_what_begins_first_is_there() -> None:
    assert [name for name in FIRST if not (TESTS / name).is_file()] == []


def test_one_file_builds_the_site_and_the_next_ones_do_not_want_it() -> None:
    wants = [name for name in FIRST if any(word in (TESTS / name).read_text("utf-8") for word in WORDS)]
    assert wants == [FIRST[0]]


def test_all_else_keeps_its_order() -> None:
    files = ["bench/test_scale.py", "built/test_accessibility.py", "test_fetching.py", "test_units.py"]
    assert sorted(files, key=rank) == ["built/test_accessibility.py", "test_fetching.py", "bench/test_scale.py", "test_units.py"]
