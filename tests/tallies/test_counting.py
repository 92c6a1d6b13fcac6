"""What a report counts: in a campaign's files, by unit and week, and beside the year before; a shell counts the same."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

import pytest

from broadside.catalog import Catalog
from broadside.checking import check_site
from broadside.kinds import Campaign
from broadside.sheets import Sheet, count_sheets
from broadside.tallies import compare_years, find_report, list_periods, tally_campaign, word_report
from broadside.texts import LANGUAGES
from sites import REPOSITORY, make_small_site

OWN = "grep -lr '^campaign: {campaign}$' {folder} --include='*.md' | grep -v '\\.[a-z][a-z]\\.md$'"
FOLDERS = {
    "notices": "docs/notices",
    "articles": "docs/knowledge",
    "lessons": "docs/lessons",
    "slogans": "slogans",
    "activities": "docs/activities",
    "quizzes": "docs/quizzes",
    "blackboards": "docs/blackboards",
}
CAMPAIGNS = ("safe-production-month-2026", "safe-production-month-2027")


@pytest.fixture(scope="module")
def checked() -> tuple[Catalog, tuple[Sheet, ...]]:
    return check_site(REPOSITORY / "mkdocs.yml")


def run_shell(line: str) -> list[str]:
    done = subprocess.run(["/bin/sh", "-c", line], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_a_shell_counts_the_same(checked: tuple[Catalog, tuple[Sheet, ...]], campaign: str) -> None:
    catalog, sheets = checked
    tally = tally_campaign(catalog, catalog.entries[f"campaigns/{campaign}"])
    for name, folder in FOLDERS.items():
        own = OWN.format(campaign=campaign, folder=folder)
        assert [str(tally.totals[name])] == run_shell(f"{own} | wc -l"), name
        with_unit = run_shell(f"{own} | xargs -r grep -l '^unit: no1$' | wc -l")
        assert [str(tally.units.get("no1", {}).get(name, 0))] == with_unit, name
    slogans = {Path(path).stem for path in run_shell(OWN.format(campaign=campaign, folder="slogans"))}
    assert tally.totals["sheets"] == sum(sheet.slogan in slogans for sheet in sheets)
    heads = OWN.format(campaign=campaign, folder="docs/activities")
    counted = run_shell(f"{heads} | xargs -r sed -n 's/^head_count: //p'")
    assert tally.totals["attendances"] == sum(map(int, counted))
    assert tally.counted_at == len(counted)


def test_a_shell_counts_the_same_weeks(checked: tuple[Catalog, tuple[Sheet, ...]]) -> None:
    catalog, _ = checked
    tally = tally_campaign(catalog, catalog.entries["campaigns/safe-production-month-2026"])
    days = run_shell(OWN.format(campaign="safe-production-month-2026", folder="docs/notices") + " | xargs sed -n 's/^date: //p'")
    weeks = [sum(f"{period.starts}" <= day <= f"{period.ends}" for day in days) for period, _ in tally.periods]
    assert [count["notices"] for _, count in tally.periods] == weeks
    assert sum(weeks) == len(days) > 0


def test_sheets_are_counted_without_setting_a_word(checked: tuple[Catalog, tuple[Sheet, ...]]) -> None:
    catalog, sheets = checked
    for entry in catalog.of_kind("slogan"):
        assert count_sheets(catalog, entry) == sum(sheet.slogan == entry.name for sheet in sheets), entry.id


def test_weeks_begin_on_monday_and_keep_to_the_campaign() -> None:
    campaign = Campaign.model_validate({"title": "M", "theme": "m", "starts": "2027-06-02", "ends": "2027-06-14"})
    periods = [(period.name, period.starts, period.ends) for period in list_periods(campaign)]
    day = datetime.date
    assert periods == [
        ("before", day.min, day(2027, 6, 1)),
        ("week", day(2027, 6, 2), day(2027, 6, 6)),
        ("week", day(2027, 6, 7), day(2027, 6, 13)),
        ("week", day(2027, 6, 14), day(2027, 6, 14)),
        ("after", day(2027, 6, 15), day.max),
    ]


MONTH = "---\ntitle: {title}\ntheme: {{en: Look, zh: 看}}\nstarts: {year}-06-01\nends: {year}-06-30\n---\n"
REPORT = """\
---
title: How {year} went
campaign: june-{year}
date: {year}-07-10
entered:
{entered}---

## What was done

a

## Problems

b

## What follows

c
"""
BANNERS = "  - {{what: banners, count: {count}, by: {{en: Office, zh: 办公室}}, until: {year}-06-30{more}}}\n"
TALK = """\
---
title: Talk
sort: lecture
announced: 2026-05-20
starts: 2026-06-10
place: Canteen
lead: Office
campaign: june-{year}
head_count: {count}
---
"""


def make_catalog(root: Path) -> Catalog:
    entered = BANNERS.format(count=5, year=2026, more="") + BANNERS.format(count=3, year=2026, more=", unit: works")
    leaflets = BANNERS.format(count=1, year=2025, more="").replace("banners", "leaflets")
    files = {
        **{f"docs/campaigns/june-{year}.md": MONTH.format(title=f"June {year}", year=year) for year in (2024, 2025, 2026)},
        "docs/campaigns/flood-2025.md": MONTH.format(title="Flood", year=2025).replace("06-01", "07-01").replace("06-30", "08-30"),
        "docs/reports/june-2026.md": REPORT.format(year=2026, entered=entered),
        "docs/reports/june-2025.md": REPORT.format(year=2025, entered=leaflets + BANNERS.format(count=10, year=2025, more="")),
        "docs/reports/june-2024.md": REPORT.format(year=2024, entered="").replace("entered:\n", ""),
        "docs/activities/talk.md": TALK.format(year=2026, count=40),
        "docs/activities/other.md": TALK.format(year=2025, count=0),
    }
    return check_site(make_small_site(root, files))[0]


def test_years_are_compared_only_where_both_are_known(tmp_path: Path) -> None:
    catalog = make_catalog(tmp_path)
    before, counts, figures = compare_years(catalog, catalog.entries["reports/june-2026"])
    assert before is not None
    assert before.id == "campaigns/june-2025"
    assert {row.name: (row.now, row.before) for row in figures} == {"banners": (8, 10), "leaflets": (None, 1)}
    known = {row.name: (row.now, row.before) for row in counts}
    assert known["activities"] == (1, 1)
    assert known["attendances"] == (40, None)
    assert known["notices"] == (0, None)
    words = word_report(catalog, catalog.entries["reports/june-2026"], "en")
    assert [(row.name, row.change) for row in words.figures] == [("Banners hung", "−2"), ("Leaflets handed out", "")]
    assert [(each.count, each.counted, each.by, each.unit) for each in words.entered][1] == (3, "banners", "Office", "Small Works")


def test_the_first_year_has_none_before_it(tmp_path: Path) -> None:
    catalog = make_catalog(tmp_path)
    before, counts, _ = compare_years(catalog, catalog.entries["reports/june-2024"])
    assert before is None
    assert {row.before for row in counts} == {None}
    assert dict(word_report(catalog, catalog.entries["reports/june-2024"], "en").totals)["Attendances"] is None


def test_the_last_report_is_the_campaigns(tmp_path: Path) -> None:
    catalog = make_catalog(tmp_path)
    found = find_report(catalog, "june-2025")
    assert found is not None
    assert found.id == "reports/june-2025"
    assert find_report(catalog, "flood-2025") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_has_its_unit_in_words(checked: tuple[Catalog, tuple[Sheet, ...]], language: str) -> None:
    figures = word_report(checked[0], checked[0].entries["reports/safe-production-month-2026"], language)
    said = [f"{each.count} {each.counted}" for each in figures.entered]
    expected = {
        "en": ["36 banners", "18 panels", "22 showings", "1200 leaflets", "47 questions", "143 attendances"],
        "zh": ["36 条", "18 块", "22 场次", "1200 份", "47 个", "143 人次"],
    }
    assert said == expected[language]
    assert figures.weeks[1][0] == {"en": "1–7 Jun", "zh": "6月1—7日"}[language]
