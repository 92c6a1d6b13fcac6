"""The home page: the day's slogan, the next key day, what is new, what ends soon, the question of the week."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from broadside.pages.home import find_slogan_of_the_day, list_news, make_home_page
from broadside.pages.values import Shelf

from .sites import DOCUMENTS, make_shelf, write_notice

LESSON = (
    "---\ntitle: {title}\ndate: {date}\nseverity: injury\nbasis: illustrative\ntopics: [height]\nclosure:\n"
    "  causes: Found.\n  accountability: Dealt with.\n  measures: In place.\n  education: Given.\n{more}---\n"
    "## What happened\n\n## Why it happened\n\n## What we learned\n\n## What to do\n"
)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return make_shelf(tmp_path, DOCUMENTS)


def test_what_is_new_goes_by_the_documents_own_days(shelf: Shelf) -> None:
    news = [(str(day), card.title) for day, card in list_news(shelf, "en")]
    assert news == [
        ("2027-06-09", "Newest"),
        ("2027-06-05", "Said better"),
        ("2027-06-01", "Drill & <roll call>"),
        ("2026-03-04", "Helmets"),
    ]
    assert [card.title for _, card in list_news(shelf, "zh")][2] == "演练"


def test_one_kind_does_not_push_out_the_others(tmp_path: Path) -> None:
    files = {f"docs/notices/n{number}.md": write_notice(f"N{number}", date=f"2027-06-0{number}") for number in range(1, 6)}
    files |= {"docs/notices/later.md": write_notice("Later", date="2027-06-11")}
    files |= {"docs/knowledge/a.md": "---\ntitle: A\nkind: skill\ntopics: [ppe]\nreviewed: 2026-01-01\n---\n"}
    shelf = make_shelf(tmp_path, files)
    assert [card.title for _, card in list_news(shelf, "en")] == ["N5", "N4", "N3", "A"]


def test_notices_that_have_a_last_day_stand_by_it(shelf: Shelf) -> None:
    view = make_home_page(shelf, "en").view
    assert [card.title for card in view["ending"]] == ["Newest"]
    assert {card.title for card in view["notices"]} == {"Newest", "Drill & <roll call>"}


def test_the_question_is_another_each_week(tmp_path: Path) -> None:
    files = {
        "docs/lessons/a.md": LESSON.format(title="A", date="2026-01-01", more="discussion: [One, Two]\n"),
        "docs/lessons/b.md": LESSON.format(title="B", date="2025-01-01", more="discussion: [Three]\n"),
        "docs/lessons/c.md": LESSON.format(title="C", date="2024-01-01", more=""),
    }
    monday = datetime.date.fromordinal(740_005 // 7 * 7)
    asked = []
    for number, week in enumerate(range(0, 28, 7)):
        (tmp_path / str(number)).mkdir()
        shelf = make_shelf(tmp_path / str(number), files, monday + datetime.timedelta(days=week))
        question = make_home_page(shelf, "en").view["question"]
        asked.append((question["card"].title, question["words"]))
    assert sorted(asked) == [("A", "One"), ("A", "Two"), ("B", "Three"), ("B", "Three")]


def test_a_site_with_nothing_but_a_campaign_has_a_home(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, {"slogans/look-first.md": None})
    view = make_home_page(shelf, "zh").view
    assert find_slogan_of_the_day(shelf) is None
    assert (view["of_the_day"], view["question"], view["news"], view["slogans"]) == (None, None, (), ())
    assert [door["address"] for door in view["doors"]] == ["zh/signage/", "zh/blackboards/"]


def test_the_day_s_slogan_goes_by_turns(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "next").mkdir()
    tomorrow = make_shelf(tmp_path / "next", DOCUMENTS, datetime.date(2027, 6, 11))
    names = [entry.name for each in (shelf, tomorrow) if (entry := find_slogan_of_the_day(each))]
    assert sorted(names) == ["month", "revised"]
    turns = make_home_page(shelf, "en").view["turns"]
    assert [card.title for card, _ in turns] == ["This month", "Said better"]
