"""The wall schedule: one A3 sheet, every task with its owner and day, its state as of one day, letters for 1.5 m."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.kinds import Task
from broadside.papers.plans import DISTANCE_M, find_state, list_schedules, read_plan
from broadside.papers.printing import list_papers, say_too_long
from broadside.press.papers import PaperTooLongError
from broadside.press.running import Press
from sites import make_site

from .conftest import read_info, read_words, run

MONTH = "campaigns/safe-production-month-2027"
TODAY = datetime.date(2027, 6, 10)
PLAN = """---
title: Safe month
theme: {en: Look first}
starts: 2027-06-01
ends: 2027-06-30
plan:
  - {task: Sweep, owner: All, due: 2027-06-16}
  - {task: Paint, owner: All, due: 2027-05-31, done: 2027-06-02}
  - {task: Report, owner: Office, due: 2027-06-09}
---
"""


def describe(root: Path, text: str, today: datetime.date | None) -> Any:
    catalog = read_catalog(read_settings(make_site(root, {"docs/campaigns/month.md": text})))
    (paper,) = list_schedules(catalog, catalog.entries["campaigns/month"], "en", today)
    return json.loads(paper.data)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (datetime.date(2027, 6, 10), [("done", "done 2 June"), ("late", "1 day overdue"), ("coming", "6 days left")]),
        (datetime.date(2027, 6, 9), [("done", "done 2 June"), ("coming", "due today"), ("coming", "7 days left")]),
        (datetime.date(2027, 6, 15), [("done", "done 2 June"), ("late", "6 days overdue"), ("coming", "1 day left")]),
        (None, [("done", "done 2 June"), ("coming", ""), ("coming", "")]),
    ],
)
def test_states_as_of_a_day(tmp_path: Path, today: datetime.date | None, said: list[tuple[str, str]]) -> None:
    assert [(row["state"], row["said"]) for row in describe(tmp_path, PLAN, today)["rows"]] == said


def test_a_plan_that_is_not_kept_calls_nothing_late(tmp_path: Path) -> None:
    rows = describe(tmp_path, PLAN.replace(", done: 2027-06-02", ""), TODAY)["rows"]
    assert [(row["state"], row["said"]) for row in rows] == [("coming", ""), ("coming", ""), ("coming", "6 days left")]


def test_what_is_over_is_printed_once(tmp_path: Path) -> None:
    later, much_later = (describe(tmp_path / str(year), PLAN, datetime.date(year, 1, 1)) for year in (2028, 2031))
    assert later == much_later
    assert later["stand"] == "As of 1 July 2027"


def test_the_scale_has_whole_months_and_mondays(tmp_path: Path) -> None:
    scale = describe(tmp_path, PLAN, TODAY)["scale"]
    assert [(month["name"], month["at"], month["days"]) for month in scale["months"]] == [("May", 0, 31), ("June", 31, 30)]
    first = datetime.date(2027, 5, 1)
    assert {(first + datetime.timedelta(days=day)).isoweekday() for day in scale["weeks"]} == {1}
    assert (scale["today"], scale["days"], scale["month"]) == (40, 61, [31, 61])


def test_a_campaign_may_want_none(tmp_path: Path) -> None:
    text = PLAN.replace("plan:", "print: []\nplan:")
    catalog = read_catalog(read_settings(make_site(tmp_path, {"docs/campaigns/month.md": text})))
    assert list(list_papers(catalog, catalog.entries["campaigns/month"], TODAY)) == []


def test_the_original_says_what_is_done(catalog: Catalog) -> None:
    tasks = read_plan(catalog.entries[MONTH], "zh")
    assert [task.done for task in tasks] == [task.done for task in read_plan(catalog.entries[MONTH], "en")]
    assert tasks[0].done
    assert find_state(Task.model_validate({"task": "A", "owner": "B", "due": "2027-06-10"}), TODAY) == "coming"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_one_a3_sheet_with_all_tasks_in_letters_for_its_distance(catalog: Catalog, press: Press, language: str) -> None:
    (paper,) = list_schedules(catalog, catalog.entries[MONTH], language, TODAY)
    pdf = press.print_paper(paper)[".pdf"]
    info, words = read_info(pdf), read_words(pdf)
    assert (info["Pages"], info["Page size"]) == ("1", "1190.55 x 841.89 pts (A3)")
    for task in read_plan(catalog.entries[MONTH], language):
        assert "".join(task.task.split()) in words
        assert "".join(task.owner.split()) in words
    # Of poppler's boxes the height of a line is its size; no word is smaller than the distance asks.
    share, least = (0.88, 1000 * DISTANCE_M / 300) if language == "zh" else (0.7, 1000 * DISTANCE_M / 300)
    sizes = [
        float(size) for size in re.findall(r'<fontspec[^>]* size="(-?[\d.]+)"', run("pdftohtml", "-xml", "-stdout", "-i", pdf))
    ]
    assert min(sizes) / 1.5 / 72 * 25.4 * share > least * 0.9


def test_more_than_a_wall_sheet_holds_is_refused_at_the_plan(tmp_path: Path, press: Press) -> None:
    rows = "".join(
        f"  - {{task: Walk path {day} and note what is loose, owner: All, due: 2027-06-{day:02}}}\n" for day in range(1, 31)
    )
    text = PLAN.partition("plan:")[0] + "plan:\n" + rows + "---\n"
    catalog = read_catalog(read_settings(make_site(tmp_path, {"docs/campaigns/month.md": text})))
    entry = catalog.entries["campaigns/month"]
    (paper,) = list_schedules(catalog, entry, "en", TODAY)
    with pytest.raises(PaperTooLongError) as refused:
        press.print_paper(paper)
    problem = say_too_long(entry, refused.value)
    assert (problem.rule, problem.line) == ("paper-too-long", 7)
