"""Activities: in which list each stands on a day, and what its page says."""

from __future__ import annotations

import datetime
from pathlib import Path

from broadside.pages.activities import Row, find_days, list_activities, view_activities, view_activity

from .sites import make_shelf

HEAD = "---\ntitle: {title}\nsort: drill\nannounced: 2027-05-20\nplace: Yard\nlead: Office\nstarts: {starts}\n{more}---\nWords.\n"
MORE = 'ends: 2027-06-16 11:00\nrepeats:\n  - {starts: 2027-06-18}\ncampaign: month\nagenda:\n  - {at: "09:30", what: Alarm}\n'
FILES = {
    "docs/activities/drill.md": HEAD.format(title="Drill", starts="2027-06-16 09:00", more=MORE),
    "docs/activities/drill.zh.md": '---\ntitle: 演练\nplace: 厂区\nagenda:\n  - {at: "09:30", what: 报警}\n---\n字。\n',
    "docs/activities/past.md": HEAD.format(title="Past", starts="2026-06-16", more=""),
    "docs/activities/early.md": HEAD.format(title="Early", starts="2027-06-16 07:00", more=""),
}


def name(rows: list[Row]) -> list[str]:
    return [row.card.title for row in rows]


def test_each_stands_where_its_days_put_it(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, FILES)
    assert [entry.name for entry in list_activities(shelf)] == ["past", "early", "drill"]
    assert [entry.name for entry in list_activities(shelf, "month")] == ["drill"]
    view = view_activities(shelf, "zh")
    assert (name(view["running"]), name(view["coming"])) == ([], ["Early", "演练"])
    assert [(year, name(rows)) for year, rows in view["years"]] == [(2027, []), (2026, ["Past"])]
    assert list(view["orders"].values()) == [0, 1, 2]
    row = view["coming"][1]
    assert (row.place, row.sort, row.count, str(row.days.ends)) == ("厂区", "应急演练", 2, "2027-06-18")


def test_between_its_sessions_it_is_on_and_after_the_last_over(tmp_path: Path) -> None:
    for day, running, over in ((17, ["Drill"], 2), (19, [], 3)):
        view = view_activities(make_shelf(tmp_path / str(day), FILES, datetime.date(2027, 6, day)), "en")
        assert (name(view["running"]), view["over_count"]) == (running, over)


def test_the_page_speaks_the_readers_language_where_the_translation_does(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, FILES)
    entry = shelf.catalog.entries["activities/drill"]
    view = view_activity(shelf, entry, "zh")
    assert (view["place"], view["lead"], view["sort"]) == ("厂区", "Office", "应急演练")
    assert [(f"{row.at:%H:%M}", row.what) for row in view["agenda"]] == [("09:30", "报警")]
    assert [str(session.starts) for session in view["sessions"]] == ["2027-06-16 09:00", "2027-06-18"]
    assert find_days(entry) == view["days"]
