"""Feeds as a feed reader sees them: whole, in order, in their language, with ids and days that do not change by themselves."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import feedparser
import pytest

from broadside.pages import Shelf
from broadside.pages.feeds import ENTRIES_MOST, list_feeds, write_feed

from .sites import DOCUMENTS, NOTICE, make_shelf

HOME = "https://safety.example/"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return make_shelf(tmp_path_factory.mktemp("site"), DOCUMENTS)


def read(shelf: Shelf, address: str) -> Any:
    """Parse one feed of the shelf."""
    language = "zh" if address.startswith("zh/") else "en"
    feed = next(feed for feed in list_feeds(shelf, language) if feed.address == address)
    parsed = feedparser.parse(write_feed(shelf, feed).encode())
    assert not parsed.bozo
    assert parsed.version == "atom10"
    return parsed


def test_there_is_a_feed_a_section_and_a_unit_in_each_language(shelf: Shelf) -> None:
    sections = [f"feeds/{name}.xml" for name in ("notices", "knowledge", "lessons", "campaigns", "activities", "slogans")]
    units = ["feeds/units/group.xml"]  # the other has issued nothing
    assert [feed.address for feed in list_feeds(shelf, "en")] == [*sections, *units]
    assert [feed.address for feed in list_feeds(shelf, "zh")] == [f"zh/{name}" for name in (*sections, *units)]


def test_notices_come_newest_first_without_what_is_over(shelf: Shelf) -> None:
    parsed = read(shelf, "feeds/notices.xml")
    assert [entry.title for entry in parsed.entries] == ["Newest", "Drill & <roll call>"]
    assert [entry.id for entry in parsed.entries] == [f"{HOME}notices/newest/", f"{HOME}notices/drill/"]
    assert [entry.link for entry in parsed.entries] == [entry.id for entry in parsed.entries]
    assert [entry.updated for entry in parsed.entries] == ["2027-06-09T00:00:00Z", "2027-06-01T00:00:00Z"]
    drill = parsed.entries[1]
    assert (drill.summary, drill.author, drill.tags[0].term, drill.tags[0].label) == (
        "At ten.",
        "Small Group",
        "fire",
        "Fire",
    )


def test_a_feed_says_where_it_is_and_what_page_shows_the_same(shelf: Shelf) -> None:
    feed = read(shelf, "zh/feeds/notices.xml").feed
    links = {link.rel: link.href for link in feed.links}
    assert links == {"self": f"{HOME}zh/feeds/notices.xml", "alternate": f"{HOME}zh/notices/"}
    assert (feed.id, feed.language, feed.updated) == (links["self"], "zh", "2027-06-09T00:00:00Z")
    assert "通知" in feed.title


def test_what_is_not_translated_is_in_its_own_language(shelf: Shelf) -> None:
    newest, drill = read(shelf, "zh/feeds/notices.xml").entries
    assert (newest.title, newest.title_detail.language) == ("Newest", "en")
    assert (drill.title, drill.title_detail.language, drill.summary) == ("演练", "zh", "十点。")


def test_a_unit_s_feed_has_all_its_kinds_and_no_document_without_a_day(shelf: Shelf) -> None:
    ids = [entry.id.removeprefix(HOME) for entry in read(shelf, "feeds/units/group.xml").entries]
    assert ids == [
        "notices/newest/",
        "slogans/revised/",
        "campaigns/month/",
        "notices/drill/",
        "slogans/month/",
        "knowledge/helmets/",
    ]


def test_an_empty_feed_is_still_one(shelf: Shelf) -> None:
    parsed = read(shelf, "feeds/lessons.xml")
    assert parsed.entries == []
    assert parsed.feed.updated == "2027-06-01T00:00:00Z"


def test_the_day_of_the_build_changes_no_entry(shelf: Shelf) -> None:
    later = dataclasses.replace(shelf, today=datetime.date(2027, 6, 11))
    for one, other in zip(list_feeds(shelf, "en"), list_feeds(later, "en"), strict=True):
        if one.section != "notices" and one.section:
            assert write_feed(shelf, one) == write_feed(later, other)
    assert [entry.title for entry in read(later, "feeds/notices.xml").entries] == ["Drill & <roll call>"], "one is over"


def test_a_feed_holds_the_newest_only(tmp_path_factory: pytest.TempPathFactory) -> None:
    files = {f"docs/notices/n{number}.md": NOTICE.format(title=f"N{number}", date="2027-06-01", more="") for number in range(60)}
    assert len(read(make_shelf(tmp_path_factory.mktemp("site"), files), "feeds/notices.xml").entries) == ENTRIES_MOST
