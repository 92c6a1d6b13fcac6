"""The day of each kind of document comes from the document, whatever the day of the build is."""

from __future__ import annotations

import datetime

import pytest

from broadside.pages import Shelf
from broadside.pages.days import find_change, find_day

from .sites import DOCUMENTS, make_shelf


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return make_shelf(tmp_path_factory.mktemp("site"), DOCUMENTS)


@pytest.mark.parametrize(
    ("identity", "day", "change"),
    [
        ("notices/drill", "2027-06-01", "2027-06-01"),
        ("knowledge/helmets", "2026-03-04", "2026-03-04"),
        ("knowledge/undated", None, None),
        ("campaigns/month", "2027-06-01", None),
        ("slogans/month", "2027-06-01", None),
        ("slogans/revised", "2027-06-05", "2027-06-05"),
        ("slogans/look-first", None, None),
    ],
)
def test_the_day(shelf: Shelf, identity: str, day: str | None, change: str | None) -> None:
    entry = shelf.catalog.entries[identity]
    assert find_day(shelf.catalog, entry) == (datetime.date.fromisoformat(day) if day else None)
    assert find_change(shelf.catalog, entry) == (datetime.date.fromisoformat(change) if change else None)
