"""A campaign's page: its plan by day, what is done of it, and what belongs to it."""

from __future__ import annotations

from pathlib import Path

from broadside.pages.campaigns import list_campaign_slogans, view_campaign, view_campaigns

from .sites import make_shelf, write_notice

CAMPAIGN = """\
---
title: Safe month
theme: {en: Look first}
starts: 2027-06-01
ends: 2027-06-30
topics: [ppe]
plan:
  - {task: Report, owner: Office, due: 2027-07-02}
  - {task: Sweep, owner: All, due: 2027-06-16, done: 2027-06-15}
---
"""
CHECKLIST = """\
---
title: {title}
campaign: {campaign}
topics: [height]
who: Leader
often: Daily
groups: [{{heading: Rungs, items: [{{look: Feet, right: Whole}}]}}]
---
"""
ARTICLE = "---\ntitle: {title}\nkind: skill\ntopics: [{topic}]\n{more}---\n"


def test_it_shows_what_belongs_to_it(tmp_path: Path) -> None:
    files = {
        "docs/campaigns/month.md": CAMPAIGN,
        "docs/campaigns/older.md": CAMPAIGN.replace("2027-06-", "2026-06-").replace("Safe month", "Older"),
        "docs/notices/a.md": write_notice("A", "campaign: month"),
        "docs/notices/b.md": write_notice("B", "campaign: older"),
        "docs/knowledge/helmets.md": ARTICLE.format(title="Helmets", topic="ppe", more=""),
        "docs/knowledge/own.md": ARTICLE.format(title="Own", topic="fire", more="campaign: month\n"),
        "docs/knowledge/other.md": ARTICLE.format(title="Other", topic="fire", more=""),
        "docs/checklists/a.md": CHECKLIST.format(title="Zinc", campaign="month"),
        "docs/checklists/b.md": CHECKLIST.format(title="Acid", campaign="month"),
        "docs/checklists/c.md": CHECKLIST.format(title="Lime", campaign="older"),
        "slogans/of-month.md": "---\ntext: {en: Of the month}\ncampaign: month\n---\n",
    }
    shelf = make_shelf(tmp_path, files)
    view = view_campaign(shelf, shelf.catalog.campaign, "en")
    assert [task.task for task in view["plan"]] == ["Sweep", "Report"]
    assert (view["done_count"], view["late_count"]) == (1, 0)
    assert [card.title for card in view["notices"]] == ["A"]
    assert [card.title for card in view["articles"]] == ["Own", "Helmets"]
    assert [card.title for card in view["slogans"]] == ["Of the month"]
    assert [(title, [card.title for card in cards]) for title, _, _, cards in view["beside"]] == [("Checklists", ["Acid", "Zinc"])]
    assert [entry.name for entry in list_campaign_slogans(shelf)] == ["of-month"]
    assert [card.title for card in view_campaigns(shelf, "en")["cards"]] == ["Safe month", "Older"]
