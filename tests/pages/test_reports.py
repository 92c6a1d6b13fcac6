"""A report's page: what is counted stands apart from what is entered, and an example says so."""

from __future__ import annotations

from pathlib import Path

from broadside.pages.campaigns import view_campaign
from broadside.pages.listing import make_card
from broadside.pages.reports import view_report
from pages.sites import make_shelf

REPORT = """\
---
title: How it went
campaign: month
date: 2027-07-10
example: true
entered:
  - {what: banners, count: 5, by: {en: Office, zh: 办公室}, until: 2027-06-30}
---

## What was done

a

## Problems

b

## What follows

c
"""


def test_counted_and_entered_figures_stand_apart(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, {"docs/reports/june.md": REPORT})
    view = view_report(shelf, shelf.catalog.entries["reports/june"], "zh")
    assert {name for name, _ in view["figures"].totals}.isdisjoint(each.name for each in view["figures"].entered)
    assert (view["figures"].entered[0].name, view["figures"].entered[0].by) == ("悬挂横幅", "办公室")
    assert view["before"] is None
    assert view["chart"] == ""


def test_an_example_says_so_wherever_it_is_listed(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, {"docs/reports/june.md": REPORT})
    report = shelf.catalog.entries["reports/june"]
    assert make_card(shelf, report, "en").facts == ("2027-07-10", "Example figures")
    (card,) = view_campaign(shelf, shelf.catalog.entries["campaigns/month"], "en")["reports"]
    assert card.address == "reports/june/"
