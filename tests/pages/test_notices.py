"""Notices by validity: their list, what replaces what, and what lies with them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from broadside.pages.notices import view_notice, view_notices
from broadside.pages.values import Card, Shelf
from hostile.making import make_pdf
from sites import Files

from .sites import make_shelf, write_notice

FILES = {
    "docs/notices/now.md": write_notice("Now"),
    "docs/notices/pinned.md": write_notice("Pinned", "pinned: true", date="2027-01-01"),
    "docs/notices/later.md": write_notice("Later", "effective: 2027-07-01"),
    "docs/notices/next.md": write_notice("Next", "effective: 2027-06-12"),
    "docs/notices/over.md": write_notice("Over", "expires: 2026-12-31", date="2026-12-01"),
    "docs/notices/old.md": write_notice("Old", date="2026-02-01"),
    "docs/notices/new.md": write_notice("New", "supersedes: notices/old", "expires: 2027-06-20", date="2027-02-01"),
    "docs/notices/plan.md": write_notice("Plan", date="2027-03-01"),
    "docs/notices/plan-b.md": write_notice("Plan B", "supersedes: notices/plan", "effective: 2027-06-15", date="2027-06-09"),
}


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return make_shelf(tmp_path, FILES)


def name(cards: list[Card]) -> list[str]:
    return [card.title for card in cards]


def test_the_list_is_by_validity(shelf: Shelf) -> None:
    view = view_notices(shelf, "en")
    assert name(view["in_force"]) == ["Pinned", "Now", "Plan", "New"]
    assert name(view["coming"]) == ["Next", "Plan B", "Later"]
    assert [(year, name(cards)) for year, cards in view["years"]] == [(2027, []), (2026, ["Over", "Old"])]
    assert view["expired_count"] == 2


def test_a_newer_one_takes_its_place_on_the_day_it_takes_effect(shelf: Shelf) -> None:
    plan = shelf.catalog.entries["notices/plan"]
    validity = shelf.find_validity(plan)
    assert validity
    assert validity.ends == datetime.date(2027, 6, 14)
    assert not shelf.is_expired(plan)
    assert shelf.is_expired(shelf.catalog.entries["notices/old"])


def test_two_that_replace_each_other_point_both_ways(shelf: Shelf) -> None:
    old = view_notice(shelf, shelf.catalog.entries["notices/old"], "en")
    new = view_notice(shelf, shelf.catalog.entries["notices/new"], "zh")
    assert (old["successor"].address, old["supersedes"]) == ("notices/new/", None)
    assert (new["supersedes"].address, new["successor"]) == ("zh/notices/old/", None)


def test_a_notice_speaks_its_own_number(tmp_path: Path) -> None:
    number = '---\ntitle: 通知\nnumber: "灯塔安〔2027〕3号"\n---\n\n正文。\n'
    files = {"docs/notices/a.md": write_notice("A", "number: Beacon 3"), "docs/notices/a.zh.md": number}
    shelf = make_shelf(tmp_path, files)
    entry = shelf.catalog.entries["notices/a"]
    assert view_notice(shelf, entry, "en")["number"] == "Beacon 3"
    assert view_notice(shelf, entry, "zh")["number"] == "灯塔安〔2027〕3号"


def test_attachments_say_type_and_size(tmp_path: Path) -> None:
    files: Files = {
        "docs/notices/a.md": write_notice("A", "attachments: [plan.pdf, form.csv]"),
        "docs/notices/plan.pdf": make_pdf(),
        "docs/notices/form.csv": "x",
    }
    shelf = make_shelf(tmp_path, files, plan=1_234_000)
    shown = view_notice(shelf, shelf.catalog.entries["notices/a"], "en")["attachments"]
    assert [(each.address, each.what, each.how, each.size) for each in shown] == [
        ("notices/plan.pdf", "plan.pdf", "PDF", "1.2 MB"),
        ("notices/form.csv", "form.csv", "Table for any spreadsheet (CSV)", ""),
    ]
    assert view_notice(shelf, shelf.catalog.entries["notices/a"], "zh")["attachments"][1].how == "表格（CSV，各种表格软件都能打开）"
