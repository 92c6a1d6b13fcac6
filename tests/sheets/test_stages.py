"""Backdrops: an activity's title and a campaign's pledge as sheets of the campaign's design, mistakes where the words stand."""

from __future__ import annotations

from pathlib import Path

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.sheets import find_document, name_stage, plan_stage
from sites import REPOSITORY, make_site

MEETING = """---
title: {title}
sort: mobilisation
announced: 2027-05-01
starts: 2027-06-01 08:30
ends: 2027-06-02 09:40
place: Hall
lead: Office
campaign: month
print: [door-sign, backdrop]
---
"""
PLEDGED = """---
title: Safe month
theme: {en: Look first, zh: 先看后干}
starts: 2027-06-01
ends: 2027-06-30
print: [PRINT]
pledge: {text: {en: I stop what looks wrong, zh: 发现不对就叫停}, who: {en: All of us, zh: 全体}}
---
"""


def read(root: Path, files: dict[str, str]) -> Catalog:
    return read_catalog(read_settings(make_site(root, files)))


def test_the_title_stands_in_each_language_with_its_own_days_and_address(tmp_path: Path) -> None:
    files = {
        "docs/activities/meeting.md": MEETING.format(title="Mobilisation"),
        "docs/activities/meeting.zh.md": "---\ntitle: 2027年动员会\nplace: 礼堂\nlead: 办公室\n---\n",
    }
    catalog = read(tmp_path, files)
    sheets, problems = plan_stage(catalog, catalog.entries["activities/meeting"])
    assert problems == []
    assert {sheet.carrier_id for sheet in sheets} == {"backdrop"}, "the group of the same name has another usual carrier"
    assert [(sheet.text, sheet.campaign_days) for sheet in sheets] == [
        ("Mobilisation", "1–2 June 2027"),
        ("2027年\n动员会", "2027年6月1日至2日"),
    ]
    assert [sheet.url.partition(".example/")[2] for sheet in sheets] == ["activities/meeting/", "zh/activities/meeting/"]
    entry = catalog.entries["activities/meeting"]
    assert find_document(catalog, name_stage(entry)) is entry


def test_words_that_cannot_be_set_are_refused_at_the_title(tmp_path: Path) -> None:
    title = "Each unit says what it checks first. " * 4
    catalog = read(tmp_path, {"docs/activities/meeting.md": MEETING.format(title=title)})
    sheets, problems = plan_stage(catalog, catalog.entries["activities/meeting"])
    assert sheets == []
    assert {(problem.path, problem.line, problem.rule) for problem in problems} == {
        ("docs/activities/meeting.md", 2, "text-too-long")
    }


def test_a_pledge_stands_on_a_wall_with_room_to_sign(tmp_path: Path) -> None:
    for wanted, count in (("signature-wall", 2), ("schedule", 0)):
        catalog = read(tmp_path / wanted, {"docs/campaigns/month.md": PLEDGED.replace("PRINT", wanted)})
        sheets, problems = plan_stage(catalog, catalog.entries["campaigns/month"])
        assert (len(sheets), problems) == (count, [])
        assert all(any(zone.use == "sign" for zone in sheet.carrier.zones) for sheet in sheets)


def test_the_meeting_of_the_month_breaks_by_its_sense() -> None:
    catalog = read_catalog(read_settings(REPOSITORY / "mkdocs.yml"))
    sheets, problems = plan_stage(catalog, catalog.entries["activities/mobilisation-meeting-2027"])
    assert problems == []
    assert {sheet.text for sheet in sheets if sheet.language == "zh"} == {"2027年\n安全生产月\n动员会"}
    assert {(sheet.carrier_id, sheet.carrier.width_mm) for sheet in sheets} == {("backdrop", 6000), ("backdrop-4m", 4000)}
