"""Ballot papers that tell nobody apart, certificates that name an author as they wish; what does not fit is a mistake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.catalog.works import list_ballot
from broadside.papers.printing import list_papers, print_documents
from broadside.papers.works import list_ballots
from broadside.press.running import Press
from broadside.problems import format_text
from broadside.store import Store
from sites import REPOSITORY, make_site

from .conftest import Print, read_info, read_words

CAMPAIGN, CUT = "campaigns/safe-production-month-2027", "works/paper-cut-hard-hat"
WORK = (
    "---\ntitle: {title}\nmedium: poem\nnamed: {named}\n{more}consent: {{given: 2027-05-06, scope: [{scope}]}}\n"
    "licence: For us.\ncampaign: {campaign}\n---\nLamp after lamp.\n"
)


@pytest.mark.parametrize(("language", "choice"), [("en", "Choose2atmost."), ("zh", "最多选2件。")])
def test_the_ballot_has_every_work_once_and_no_voter(catalog: Catalog, print_paper: Print, language: str, choice: str) -> None:
    pdf = print_paper(CAMPAIGN, "ballot", language)
    info, words = read_info(pdf), read_words(pdf)
    assert (info["Pages"], info["Page size"], info["Tagged"]) == ("1", "595.276 x 841.89 pts (A4)", "yes")
    titles = ["".join(str(each.say("title", language)).split()) for each in list_ballot(catalog, catalog.entries[CAMPAIGN])]
    assert len(titles) == 4
    assert [words.count(title) for title in titles] == [1] * 4
    assert choice in words


@pytest.mark.parametrize(("language", "named"), [("en", "Sample·projectteam"), ("zh", "示例·项目组")])
def test_the_certificate_names_work_author_award_and_day(print_paper: Print, language: str, named: str) -> None:
    pdf = print_paper(CUT, "certificate", language)
    info, words = read_info(pdf), read_words(pdf)
    assert (info["Pages"], info["Page size"], info["Tagged"]) == ("1", "841.89 x 595.276 pts (A4)", "yes")
    assert named in words
    assert ("Firstprize" if language == "en" else "一等奖") in words
    assert ("30June2027" if language == "en" else "2027年6月30日") in words


def test_a_work_without_an_award_has_no_certificate(catalog: Catalog) -> None:
    assert list(list_papers(catalog, catalog.entries["works/poem-lamp-check"])) == []


def make_works(root: Path, **works: str) -> Catalog:
    campaign = (
        "---\ntitle: Lamps\ntheme: {en: Light, zh: 灯}\nstarts: 2027-06-01\nends: 2027-06-30\nvote: 1\nprint: []\n"
        "palette: {primary: '#005387', accent: '#ffc72c'}\n---\n"
    )
    files = {"docs/campaigns/lamps.md": campaign, **{f"docs/works/{name}.md": text for name, text in works.items()}}
    return read_catalog(read_settings(make_site(root, files)))


def test_who_did_not_agree_stands_on_no_ballot_and_who_wishes_no_name_has_none(tmp_path: Path) -> None:
    catalog = make_works(
        tmp_path,
        a=WORK.format(title="A", named="first-name", more="author: Ada\n", scope="site, vote", campaign="lamps"),
        b=WORK.format(title="B", named="anonymous", more="team: Night shift\n", scope="site, vote", campaign="lamps"),
        c=WORK.format(title="C", named="anonymous", more="", scope="site, print", campaign="lamps"),
        d=WORK.format(title="D", named="anonymous", more="", scope="site, vote", campaign="lamps"),
    )
    (paper,) = list_ballots(catalog, catalog.entries["campaigns/lamps"], "en")
    works = json.loads(paper.data)["works"]
    assert [(each["title"], each["credit"]) for each in works] == [
        ("A", "Ada"),
        ("B", "Night shift"),
        ("D", "Author not named"),
    ]


def test_a_ballot_has_the_colours_of_its_own_campaign_not_of_the_running_one(tmp_path: Path) -> None:
    text = {"named": "anonymous", "more": "", "scope": "site, vote", "campaign": "lamps"}
    catalog = make_works(tmp_path, a=WORK.format(title="A", **text), b=WORK.format(title="B", **text))
    lamps = catalog.entries["campaigns/lamps"]
    assert lamps is not catalog.campaign
    (paper,) = list_ballots(catalog, lamps, "en")
    assert json.loads(paper.data)["accent"] == "#005387"


def test_more_works_than_a_page_holds_are_a_mistake(tmp_path: Path) -> None:
    text = {"named": "anonymous", "more": "", "scope": "site, vote", "campaign": "lamps"}
    catalog = make_works(tmp_path, **{f"w{number}": WORK.format(title=f"Work {number}", **text) for number in range(70)})
    with Press(REPOSITORY / "posters", tmp_path / "slogans", Store(tmp_path / "store"), workers=1) as press:
        _, problems = print_documents(catalog, press, ["campaigns/lamps"])
    assert '"ballot" has too little room (ballot)' in format_text(problems, "en")
