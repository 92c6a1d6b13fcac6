"""What contradicts itself in an activity, and what does not although it looks so."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from broadside.catalog import gather_catalog, read_settings
from broadside.catalog.activities import check_counts
from sites import Files, make_small_site

HEAD = "---\ntitle: Talk\nsort: lecture\nannounced: 2027-05-20\nplace: Canteen\nlead: Safety Department\n"
AGENDA = 'agenda:\n  - {at: "%s", what: One}\n  - {at: "%s", what: Two}\n'


def find_rules(root: Path, text: str, more: Files | None = None) -> list[str]:
    config = make_small_site(root, {"docs/activities/talk.md": f"{HEAD}{text}---\nCome.\n", **(more or {})})
    return [problem.rule for problem in gather_catalog(read_settings(config))[1]]


@pytest.mark.parametrize(
    "text",
    [
        "starts: 2027-06-16\n",
        "starts: 2027-06-16\nends: 2027-06-16\n",
        "starts: 2027-06-16 22:00\nends: 2027-06-17 01:00\n" + AGENDA % ("22:00", "01:00"),
        "starts: 2027-06-16 09:00\n" + AGENDA % ("09:00", "09:00"),
        "starts: 2027-06-16 09:00\nends: 2027-06-18 11:00\n" + AGENDA % ("08:00", "12:00"),
        "starts: 2027-06-16 09:00\nends: 2027-06-16 11:00\nrepeats:\n  - {starts: 2027-06-16 11:00, ends: 2027-06-16 13:00}\n",
        "starts: 2027-06-16\nrepeats:\n  - {starts: 2027-06-17 09:00}\n",
        "starts: 2031-01-01\n",
    ],
)
def test_what_holds(tmp_path: Path, text: str) -> None:
    assert find_rules(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("starts: 2027-06-16\nends: 2027-06-15\n", ["activity-ends"]),
        ("starts: 2027-06-16 09:00\nends: 2027-06-16 09:00\n", ["activity-ends"]),
        ("starts: 2027-06-16\nends: 2027-06-16 09:00\n", ["activity-hours"]),
        ("starts: 2027-06-16\nrepeats:\n  - {starts: 2027-06-15}\n", ["activity-ends"]),
        ("starts: 2027-06-16 09:00\nends: 2027-06-16 11:00\n" + AGENDA % ("08:59", "11:01"), ["agenda-outside"] * 2),
        ("starts: 2027-06-16 22:00\nends: 2027-06-17 01:00\n" + AGENDA % ("00:30", "23:00"), ["agenda-order"]),
        ("starts: 2027-06-16 09:00\nends: 2027-06-18 11:00\n" + AGENDA % ("12:00", "08:00"), ["agenda-order"]),
        ("campaign: month\nstarts: 2027-05-31\n", ["activity-outside"]),
    ],
)
def test_what_does_not(tmp_path: Path, text: str, rules: list[str]) -> None:
    assert find_rules(tmp_path, text) == rules


def test_a_campaign_reaches_as_far_as_its_plan(tmp_path: Path) -> None:
    month = (
        "---\ntitle: Month\ntheme: {en: Look}\nstarts: 2027-06-01\nends: 2027-06-30\n"
        "plan: [{task: Report, owner: Office, due: 2027-07-16}]\nkey_days: [{date: 2027-05-18, title: Final}]\n---\n"
    )
    files = {"docs/campaigns/month.md": month}
    text = "campaign: month\nstarts: 2027-05-18\nrepeats: [{starts: 2027-07-16}]\n"
    assert find_rules(tmp_path / "reached", text, files) == []
    assert find_rules(tmp_path / "beyond", text.replace("07-16", "07-17"), files) == ["activity-outside"]


def test_heads_are_counted_when_it_is_over(tmp_path: Path) -> None:
    text = f"{HEAD}starts: 2027-06-16\nrepeats:\n  - {{starts: 2027-06-18}}\nhead_count: 40\n---\n"
    config = make_small_site(tmp_path, {"docs/activities/talk.md": text})
    catalog, _ = gather_catalog(read_settings(config))
    found = {day: [each.rule for each in check_counts(catalog, datetime.date(2027, 6, day))] for day in (16, 17, 18, 19)}
    assert found == {16: ["head-count-early"], 17: ["head-count-early"], 18: [], 19: []}
