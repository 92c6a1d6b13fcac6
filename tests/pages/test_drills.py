"""The page of a drill: minutes from the alarm, and the clock of the session that comes next."""

from __future__ import annotations

import datetime
from pathlib import Path
from types import MappingProxyType

from broadside.catalog import read_catalog, read_settings
from broadside.pages import fill_shelf
from broadside.pages.drills import view_drill
from broadside.pages.values import Shelf
from sites import make_site

ACTIVITY = "---\ntitle: Drill\nsort: drill\nannounced: 2027-05-01\nplace: Yard\nlead: Office\nstarts: {}\n---\n"
DRILL = """---
title: Fire
topics: [fire]
activities: [activities/early, activities/late]
scenario: A bin burns.
roles: [{post: Gate, does: Opens}]
timeline: [{minute: 0, what: Alarm, who: Gate}, {minute: 45, what: End, who: Gate}]
criteria: [{look: Alarm, expected: Heard}]
emergency: {first: [Go.], call: [{post: Gate}]}
---
"""


def make_shelf(root: Path, today: str, **files: str) -> Shelf:
    laid = {f"docs/{name.replace('_', '/')}.md": text for name, text in files.items()}
    catalog = read_catalog(read_settings(make_site(root, laid)))
    return fill_shelf(catalog, (), (), MappingProxyType({}), datetime.date.fromisoformat(today))


def read_clock(root: Path, today: str) -> list[str]:
    activities = {"activities_early": ACTIVITY.format("2026-06-26 09:30"), "activities_late": ACTIVITY.format("2027-06-22 23:30")}
    shelf = make_shelf(root, today, drills_fire=DRILL, **activities)
    return [clock for _, clock in view_drill(shelf, shelf.catalog.entries["drills/fire"], "en")["timeline"]]


def test_the_clock_is_that_of_the_next_session_or_of_the_last(tmp_path: Path) -> None:
    assert read_clock(tmp_path / "before", "2026-06-26") == ["09:30", "10:15"]
    assert read_clock(tmp_path / "between", "2026-06-27") == ["23:30", "00:15"]
    assert read_clock(tmp_path / "after", "2027-07-01") == ["23:30", "00:15"]


def test_a_drill_that_no_activity_holds_has_minutes_alone(tmp_path: Path) -> None:
    text = DRILL.replace("activities: [activities/early, activities/late]\n", "")
    shelf = make_shelf(tmp_path, "2027-06-10", drills_fire=text)
    view = view_drill(shelf, shelf.catalog.entries["drills/fire"], "en")
    assert (view["starts"], [clock for _, clock in view["timeline"]]) == (None, ["", ""])
