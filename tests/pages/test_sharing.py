"""What a page says of itself to messengers and search programs: honest, and safe inside a script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from broadside.pages import Shelf, SitePage, make_pages
from broadside.pages.sharing import find_screens, make_sharing, write_script

from .sites import DOCUMENTS, TALK, make_shelf

LESSON = """\
---
title: Fall
date: 2020-02-03
severity: injury
basis: public-report
source: A report
topics: [fire]
closure: {causes: a, accountability: b, measures: c, education: d}
---
## What happened
## Why it happened
## What we learned
## What to do
"""


def describe(shelf: Shelf, page: SitePage) -> Any:
    """Return a page's JSON-LD."""
    return json.loads(make_sharing(shelf, page, find_screens(shelf)).data)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return each page's JSON-LD by its address."""
    shelf = make_shelf(tmp_path_factory.mktemp("site"), {**DOCUMENTS, "docs/lessons/fall.md": LESSON})
    return {page.address: describe(shelf, page) for page in make_pages(shelf)}


def test_each_kind_claims_to_be_what_it_is(data: dict[str, Any]) -> None:
    kinds = {
        "": "WebSite",
        "zh/": "WebSite",
        "slogans/": "WebPage",
        "slogans/month/": "CreativeWork",
        "notices/drill/": "Article",
        "campaigns/month/": "Event",
        "lessons/fall/": "Article",
    }
    assert {address: data[address]["@type"] for address in kinds} == kinds


def test_a_notice_states_its_dates_its_issuer_and_its_topics(data: dict[str, Any]) -> None:
    drill, newest = data["notices/drill/"], data["notices/newest/"]
    assert drill["datePublished"] == drill["dateModified"] == "2027-06-01"
    assert drill["publisher"] == {"@type": "Organization", "name": "Small Group"}
    assert drill["keywords"] == ["Fire"]
    assert "expires" not in drill
    assert newest["expires"] == "2027-06-10"


def test_the_day_of_an_event_is_not_the_day_it_was_written(data: dict[str, Any]) -> None:
    assert "2020-02-03" not in json.dumps(data["lessons/fall/"])
    assert data["lessons/fall/"]["citation"] == "A report"


def test_a_page_in_another_language_says_which(data: dict[str, Any]) -> None:
    assert data["zh/notices/drill/"]["inLanguage"] == "zh"
    assert data["zh/notices/newest/"]["inLanguage"] == "en"
    assert data["zh/notices/"]["inLanguage"] == "zh"


def test_a_campaign_has_its_days(data: dict[str, Any]) -> None:
    month = data["campaigns/month/"]
    assert (month["startDate"], month["endDate"]) == ("2027-06-01", "2027-06-30")


def test_an_activity_has_its_hours_and_its_place(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, {"docs/activities/talk.md": TALK})
    talk = next(describe(shelf, page) for page in make_pages(shelf) if page.address == "activities/talk/")
    assert (talk["@type"], talk["startDate"], talk["endDate"]) == ("Event", "2027-06-16T09:00", "2027-06-16T11:00")
    assert talk["location"] == {"@type": "Place", "name": "Canteen & yard"}
    assert talk["organizer"]["name"] == shelf.catalog.brands["works"].name["en"]


def test_no_word_ends_the_script(tmp_path: Path) -> None:
    text = write_script({"name": "</script><script>alert(1)//<!-- & 安全"})
    assert "<" not in text
    assert "安全" in text
    assert json.loads(text) == {"name": "</script><script>alert(1)//<!-- & 安全"}
    shelf = make_shelf(tmp_path, {"docs/bad.md": '---\ntitle: "</script><b>"\n---\n'})
    bad = next(page for page in make_pages(shelf) if page.address == "bad/")
    assert "<" not in make_sharing(shelf, bad, find_screens(shelf)).data
