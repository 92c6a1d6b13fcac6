"""A campaign begun again: its days, what is taken off, what is said to be last year's; and the check has nothing against it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import cast

import pytest

from broadside.catalog import Catalog
from broadside.checking import check_site, gather_site
from broadside.drafts import NoCampaignError, find_source, find_start, lay_files, repeat_campaign
from broadside.kinds import Campaign
from broadside.problems import list_mistakes
from sites import REPOSITORY, find_problems, make_small_site

OLD = """\
---
title: Safe month 2026
summary: A look back.
theme: {en: Know the risk, zh: 识险在先}
starts: 2026-06-01
ends: 2026-06-30
palette: {primary: "#005387", accent: "#F9A800"}
key_days:
  - {date: 2026-06-14, title: Walk of 2026}
plan:
  - {task: Hang, owner: Office, due: 2026-05-29, done: 2026-05-28}
  - {task: Count, owner: Office, due: 2026-06-14}
revised: 2026-07-01
---
What we did.
"""
TRANSLATED = "---\ntitle: 2026年安全月\nrevised: 2026-07-01\nkey_days:\n  - {date: 2026-06-14, title: 巡查}\n---\n做了什么。\n"
TALK = """\
---
title: Talk 2026
sort: lecture
announced: 2026-05-20
starts: 2026-06-12 09:00
ends: 2026-06-12 10:00
place: Canteen
lead: Office
campaign: safe-month-2026
head_count: 12
outcome: Good.
agenda:
  - {at: "09:00", what: Talk}
---
Come, as in 2025.
"""
NOTICE = "---\ntitle: Open\ndate: 2026-05-20\nunit: works\ncampaign: safe-month-2026\n---\nWords.\n"
FILES = {
    "docs/campaigns/safe-month-2026.md": OLD,
    "docs/campaigns/safe-month-2026.zh.md": TRANSLATED,
    "docs/activities/talk.md": TALK,
    "docs/notices/open.md": NOTICE,
    "docs/notices/ended.md": NOTICE.replace("unit", "expires: 2026-07-01\nunit"),
    "docs/knowledge/due.md": "---\ntitle: Due\nkind: skill\ntopics: [ppe]\nreview_by: 2027-06-30\n---\nW.\n",
    "docs/knowledge/later.md": "---\ntitle: Later\nkind: skill\ntopics: [ppe]\nreview_by: 2027-07-01\n---\nW.\n",
}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return make_small_site(tmp_path, FILES)


@pytest.fixture
def catalog(config: Path) -> Catalog:
    return check_site(config)[0]


def test_the_new_campaign_passes_the_check(config: Path, catalog: Catalog) -> None:
    made = repeat_campaign(catalog, find_source(catalog, "2026"), datetime.date(2027, 6, 1), with_activities=True)
    lay_files(config.parent, {path: text.encode() for path, text in made.files.items()})
    assert find_problems(config) == ()
    names = {"docs/campaigns/safe-month-2027.md", "docs/campaigns/safe-month-2027.zh.md", "docs/activities/talk-2027.md"}
    assert set(made.files) == names
    said = made.files["docs/campaigns/safe-month-2027.md"]
    assert "title: Safe month 2027\n" in said
    assert "  - date: 2027-06-14\n    title: Walk of 2026\n" in said
    assert "due: 2027-05-28\n" in said  # the Friday nearest to 29 May
    assert "due: 2027-06-14\n" in said  # with the key day
    assert not any(word in said for word in ("done", "revised", "summary", "What we did"))
    assert "title: 2027年安全月\n" in made.files["docs/campaigns/safe-month-2027.zh.md"]
    talk = made.files["docs/activities/talk-2027.md"]
    assert "starts: 2027-06-11 09:00\nends: 2027-06-11 10:00\n" in talk
    assert "campaign: safe-month-2027\n" in talk
    assert not any(word in talk for word in ("head_count", "outcome"))


def test_what_is_still_last_years_is_listed(catalog: Catalog) -> None:
    made = repeat_campaign(catalog, find_source(catalog, "2026"), datetime.date(2027, 6, 1), with_activities=True)
    assert made.undone == 1
    assert [line for _, line in made.years] == ["title: Walk of 2026", "Come, as in 2025."]
    assert made.notices == ("docs/notices/open.md",)
    assert made.reviews == ("docs/knowledge/due.md",)
    assert made.activities == ()
    made = repeat_campaign(catalog, find_source(catalog, "2026"), datetime.date(2026, 6, 1), "another")
    assert made.weekends == (("Walk of 2026", datetime.date(2026, 6, 14)),)
    assert made.activities == ("docs/activities/talk.md",)
    assert list(made.files) == ["docs/campaigns/another.md", "docs/campaigns/another.zh.md"]


def test_a_year_means_the_series_of_the_running_campaign() -> None:
    catalog, _ = check_site(REPOSITORY / "mkdocs.yml")
    source = find_source(catalog, "2026")
    assert source.name == "safe-production-month-2026"
    assert find_start(catalog, source) == datetime.date(2028, 6, 1)  # 2027 is there already
    with pytest.raises(NoCampaignError) as caught:
        find_source(catalog, "1999")
    assert "safe-production-month-2026" in caught.value.legal


def test_every_campaign_of_this_site_can_be_begun_again() -> None:
    catalog, _ = check_site(REPOSITORY / "mkdocs.yml")
    campaigns = catalog.of_kind("campaign")
    files: dict[str, bytes] = {}
    for source in campaigns:
        made = repeat_campaign(catalog, source, datetime.date(2031, 6, 1), with_activities=True)
        files |= {path: text.encode() for path, text in made.files.items()}
    assert any(cast("Campaign", source.fields).vote for source in campaigns)
    assert list_mistakes(gather_site(REPOSITORY / "mkdocs.yml", files).problems) == ()
