"""Calendar files, read by a parser that did not write them."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from broadside.building import make_site
from broadside.pages.diaries import Diary, escape, fold, list_diaries, make_diaries, write_diary
from sites import REPOSITORY

from .sites import make_shelf

MONTH = (
    "---\ntitle: Safe month\ntheme: {en: Look}\nstarts: 2027-06-01\nends: 2027-06-30\n"
    "key_days:\n  - {date: 2027-06-16, title: Ask us, what: Help desks.}\n---\n"
)
DRILL = """\
---
title: "Drill; alarm, count"
summary: Back\\slash.
sort: drill
announced: 2027-05-20
revised: 2027-05-23
starts: 2027-06-22 22:00
ends: 2027-06-23 01:00
repeats:
  - {starts: 2027-06-24, ends: 2027-06-25}
  - {starts: 2027-06-28 09:00}
place: Lower yard, Gate 2
lead: Emergency Office
campaign: month
unit: works
bring: [Helmet]
agenda:
  - {at: "22:00", what: Alarm}
---
"""
FILES = {
    "docs/campaigns/month.md": MONTH,
    "docs/activities/drill.md": DRILL,
    "docs/activities/drill.zh.md": "---\ntitle: 水害应急演练\nplace: 低位场地\n---\n",
}


def read(root: Path, language: str = "en") -> dict[str, list[Any]]:
    """Return the events of every calendar in ``language``, by its address."""
    diaries = {each.address: write_diary(each) for each in list_diaries(make_shelf(root, FILES), language)}
    return {address: list(Calendar.from_ical(text).walk("VEVENT")) for address, text in diaries.items()}


def test_there_is_one_a_campaign_and_one_a_unit_that_holds_something(tmp_path: Path) -> None:
    assert {address: len(events) for address, events in read(tmp_path / "en").items()} == {
        "calendars/month.ics": 4,
        "calendars/units/works.ics": 3,
    }
    assert list(read(tmp_path / "zh", "zh")) == ["zh/calendars/month.ics", "zh/calendars/units/works.ics"]


def test_an_event_says_what_its_document_says_and_nothing_of_the_clock(tmp_path: Path) -> None:
    night, days, morning = read(tmp_path)["calendars/units/works.ics"]
    assert (night["SUMMARY"], night["LOCATION"]) == ("Drill; alarm, count", "Lower yard, Gate 2")
    assert night["DESCRIPTION"] == "Back\\slash.\n\nLed by: Emergency Office\n\nWhat to bring:\n- Helmet\n\n22:00 Alarm"
    assert (night["UID"], days["UID"]) == ("activities-drill@safety.example", "activities-drill-2@safety.example")
    hours = [f"{moment:%Y-%m-%d %H:%M %Z}" for moment in (night.start, night.end)]
    assert hours == ["2027-06-22 22:00 ", "2027-06-23 01:00 "]
    assert (days.start, days.end) == (datetime.date(2027, 6, 24), datetime.date(2027, 6, 26))
    assert (f"{morning.start:%Y-%m-%d %H:%M}", "DTEND" in morning) == ("2027-06-28 09:00", False)
    assert night["DTSTAMP"].dt == datetime.datetime(2027, 5, 23, tzinfo=datetime.UTC)
    assert night["SEQUENCE"] == 3
    assert night["URL"] == "https://safety.example/activities/drill/"


def test_a_key_day_takes_nobodys_time(tmp_path: Path) -> None:
    day = read(tmp_path)["calendars/month.ics"][0]
    assert (day["SUMMARY"], day["TRANSP"], day.start) == ("Ask us", "TRANSPARENT", datetime.date(2027, 6, 16))


def test_an_event_is_the_same_in_every_language_but_for_its_words(tmp_path: Path) -> None:
    first, other = read(tmp_path / "en")["calendars/month.ics"], read(tmp_path / "zh", "zh")["zh/calendars/month.ics"]
    assert [each["UID"] for each in first] == [each["UID"] for each in other]
    assert len({each["UID"] for each in first}) == len(first)
    assert other[1]["SUMMARY"] == "水害应急演练"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n"), max_size=300))
def test_words_come_back_as_they_were(words: str) -> None:
    diary = Diary("a.ics", words, "", ((("UID", "1"), ("SUMMARY", escape(words))),))
    written = write_diary(diary)
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    assert str(event["SUMMARY"]) == words


@pytest.mark.parametrize("letter", ["a", "é", "安", "𠮷"])
def test_lines_have_75_octets_at_most_and_break_between_characters(letter: str) -> None:
    lines = fold(f"SUMMARY:{letter * 300}").split("\r\n")
    assert lines.pop() == ""
    assert max(len(line.encode()) for line in lines) <= 75
    assert min(len(line.encode()) for line in lines[:-1]) > 75 - len(letter.encode())
    assert lines[0] + "".join(line[1:] for line in lines[1:]) == f"SUMMARY:{letter * 300}"


def test_the_repositorys_own_are_read_whole() -> None:
    shelf = make_site(REPOSITORY / "mkdocs.yml", press=False).shelf
    for made in make_diaries(shelf):
        calendar = Calendar.from_ical(made.text)
        assert calendar["METHOD"] == "PUBLISH"
        assert calendar.walk("VEVENT"), made.address
        assert not any(component.errors for component in calendar.walk()), made.address
