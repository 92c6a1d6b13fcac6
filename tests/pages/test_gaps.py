"""What a safety officer is shown as still to do: each matter, and what does not count as one."""

from __future__ import annotations

import datetime
from pathlib import Path

from broadside.pages.gaps import list_gaps
from broadside.pages.values import Shelf
from pages.sites import TALK, make_shelf, write_notice
from sites import VALID, Files

LESSON = """\
---
title: A spanner
date: 2027-01-05
severity: near-miss
basis: illustrative
topics: [ppe]
closure: {causes: a, accountability: b, measures: c, education: d}
---
## What happened

a

## Why it happened

b

## What we learned

c

## What to do

d
"""
QUIZ = """\
---
title: Ten questions
topics: [ppe]
questions:
  - {ask: Is it so, kind: true-false, verdict: right, why: It is., see: lessons/spanner}
---
"""
ARTICLE = "---\ntitle: Hats\nkind: skill\ntopics: [ppe]\n{more}---\nWords.\n"


def find(shelf: Shelf, matter: str, language: str = "en") -> list[tuple[str, str]]:
    return [(gap.title, gap.says) for gap in list_gaps(shelf, language)[matter]]


def test_a_slogan_for_screens_alone_has_no_printed_carrier(tmp_path: Path) -> None:
    files: Files = {
        "slogans/screens.md": "---\ntext: {en: On screens, zh: 屏幕}\ncarriers: [screen]\n---\n",
        "slogans/both.md": "---\ntext: {en: On both, zh: 两样}\ncarriers: [screen, poster-a4]\n---\n",
    }
    assert find(make_shelf(tmp_path, files), "unprinted") == [("On screens", "screen")]


def test_a_lesson_that_a_question_leads_to_is_asked_about(tmp_path: Path) -> None:
    files: Files = {"docs/lessons/spanner.md": LESSON, "docs/lessons/hammer.md": LESSON.replace("spanner", "hammer")}
    shelf = make_shelf(tmp_path, {**files, "docs/quizzes/ten.md": QUIZ})
    assert find(shelf, "unasked") == [("A hammer", "")]
    assert list_gaps(shelf, "en")["unasked"][0].begins == "quiz"


def test_a_topic_that_an_article_has_is_explained(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, {"docs/knowledge/hats.md": ARTICLE.format(more="")})
    said = {topic for _, topic in find(shelf, "unexplained")}
    assert said == set(shelf.catalog.topics) - {"ppe"}


def test_a_review_is_overdue_from_the_day_after(tmp_path: Path) -> None:
    files: Files = {
        "docs/knowledge/today.md": ARTICLE.format(more="review_by: 2027-06-10\n"),
        "docs/knowledge/yesterday.md": ARTICLE.format(more="review_by: 2027-06-09\n"),
        "docs/knowledge/never.md": ARTICLE.format(more=""),
    }
    assert find(make_shelf(tmp_path, files), "overdue") == [("Hats", "Review was due on 2027-06-09")]


def test_notices_end_within_fourteen_days_by_their_own_day_or_by_a_newer_one(tmp_path: Path) -> None:
    files: Files = {
        "docs/notices/over.md": write_notice("Over", "expires: 2027-06-09"),
        "docs/notices/today.md": write_notice("Today", "expires: 2027-06-10"),
        "docs/notices/last.md": write_notice("Last", "expires: 2027-06-24"),
        "docs/notices/later.md": write_notice("Later", "expires: 2027-06-25"),
        "docs/notices/old.md": write_notice("Old"),
        "docs/notices/new.md": write_notice("New", "supersedes: notices/old", "effective: 2027-06-13"),
    }
    said = find(make_shelf(tmp_path, files), "ending")
    assert said == [("Today", "Last day: 2027-06-10"), ("Old", "Last day: 2027-06-12"), ("Last", "Last day: 2027-06-24")]


def test_a_translation_is_behind_until_it_says_the_day(tmp_path: Path) -> None:
    files: Files = {
        "docs/knowledge/hats.md": ARTICLE.format(more="revised: 2027-05-02\n"),
        "docs/knowledge/hats.zh.md": "---\ntitle: 帽子\nrevised: 2027-05-01\n---\n字。\n",
        "docs/knowledge/straps.md": ARTICLE.format(more="revised: 2027-05-02\n"),
        "docs/knowledge/straps.zh.md": "---\ntitle: 带子\nrevised: 2027-05-02\n---\n字。\n",
    }
    gaps = list_gaps(make_shelf(tmp_path, files), "en")["behind"]
    assert [(gap.path, gap.address) for gap in gaps] == [("docs/knowledge/hats.zh.md", "zh/knowledge/hats/")]
    assert gaps[0].says == "The original was revised on 2027-05-02; 中文 does not follow it yet"


def test_what_is_not_in_all_languages_is_named(tmp_path: Path) -> None:
    files: Files = {
        "docs/knowledge/hats.md": ARTICLE.format(more=""),
        "docs/about.md": "# About\n",
        "slogans/only-chinese.md": "---\ntext: {zh: 先看}\n---\n",
    }
    campaign = {"docs/campaigns/month.zh.md": "---\ntitle: 安全月\n---\n"}
    shelf = make_shelf(tmp_path, {**files, **campaign})
    assert sorted(find(shelf, "untranslated")) == [("Hats", "中文"), ("先看", "English")]


def test_a_unit_that_issues_nothing_is_named(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, {})
    others = {name for _, name in find(shelf, "units")}
    assert others == set(shelf.catalog.brands) - {"group"}
    shelf = make_shelf(tmp_path / "more", {"docs/knowledge/hats.md": ARTICLE.format(more=f"unit: {min(others)}\n")})
    assert {name for _, name in find(shelf, "units")} == others - {min(others)}


def test_an_activity_is_to_be_told_of_when_it_is_over(tmp_path: Path) -> None:
    files: Files = {"docs/activities/talk.md": TALK}
    assert find(make_shelf(tmp_path, files), "untold") == []
    shelf = make_shelf(tmp_path / "after", files, datetime.date(2027, 6, 18))
    (said,) = find(shelf, "untold")
    assert said[1].endswith("not entered: the head count and what came of it")


def test_the_valid_site_has_every_matter(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, VALID)
    assert list(list_gaps(shelf, "zh")) == list(shelf.texts("zh")["coverage"]["matters"])
