"""Rules between files; the whole messages are compared in tests/test_invalid.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.making import make_docx, make_pdf
from sites import Files, find_problems, make_small_site

KNOWLEDGE = "---\ntitle: Helmets\nkind: skill\ntopics: [ppe]\n---\n"
NOTICE = "---\ntitle: Drill\ndate: 2027-06-16\nunit: group\n"


def check(root: Path, files: Files) -> list[tuple[str, str]]:
    return [(problem.path, problem.rule) for problem in find_problems(make_small_site(root, files))]


@pytest.mark.parametrize(
    "files",
    [
        {"docs/topics.yml": "fire: [a\n"},
        {"posters/carriers.yml": "poster: [a\n"},
        {"posters/languages.yml": "en: [a\n"},
        {"posters/fonts/fonts.yml": "inter: [a\n"},
        {"posters/designs/plain/design.yml": "name: [a\n"},
        {"posters/brands/group/brand.yml": "name: [a\n"},
        {"docs/campaigns/month.md": "---\ntitle: [a\n---\n"},
        {"docs/knowledge/helmets.md": "---\ntitle: [a\n---\n"},
        {"docs/notices/first.md": "---\ntitle: [a\n---\n"},
    ],
    ids=lambda files: next(iter(files)),
)
def test_one_slip_makes_one_message(tmp_path: Path, files: dict[str, str]) -> None:
    others = {
        "docs/knowledge/helmets.md": KNOWLEDGE,
        "docs/notices/first.md": f"{NOTICE}---\n",
        "docs/notices/second.md": f"{NOTICE}supersedes: notices/first\ncampaign: month\n---\n[H](../knowledge/helmets.md)\n",
        "slogans/hard-hat.md": "---\ntext: {en: Hat on}\ndesign: plain\ncarriers: [poster]\nsee: [knowledge/helmets]\n---\n",
    }
    assert check(tmp_path, others | files) == [(next(iter(files)), "yaml-bracket")]


@pytest.mark.parametrize("name", ["docs/topics.yml", "posters/carriers.yml", "posters/languages.yml", "posters/fonts/fonts.yml"])
def test_a_data_file_that_says_nothing_is_one_mistake(tmp_path: Path, name: str) -> None:
    assert check(tmp_path / "a", {name: ""}) == [(name, "file-empty")]
    assert check(tmp_path / "b", {name: None}) == [(name, "file-missing")]


def test_dates_may_be_the_same_day(tmp_path: Path) -> None:
    campaign = "---\ntitle: Day\ntheme: Look\nstarts: 2027-06-01\nends: 2027-06-01\n---\n"
    notice = f"{NOTICE}effective: 2027-06-16\nexpires: 2027-06-16\n---\n"
    assert check(tmp_path, {"docs/campaigns/month.md": campaign, "docs/notices/a.md": notice}) == []


def test_a_file_beside_the_notice_is_attached(tmp_path: Path) -> None:
    notice = f"{NOTICE}attachments: [plan.pdf, forms/list.docx]\n---\n"
    files: Files = {
        "docs/notices/2027/a.md": notice,
        "docs/notices/2027/plan.pdf": make_pdf(),
        "docs/notices/2027/forms/list.docx": make_docx(),
    }
    assert check(tmp_path, files) == []


def test_a_report_that_is_named_is_enough(tmp_path: Path) -> None:
    sections = "".join(f"## {name}\n" for name in ("What happened", "Why it happened", "What we learned", "What to do"))
    closure = "{causes: A, accountability: B, measures: C, education: D}"
    fields = "title: A\ndate: 2026-01-01\nseverity: loss\nbasis: public-report\nsource: R\ntopics: [fire]\n"
    lesson = f"---\n{fields}closure: {closure}\n---\n"
    assert check(tmp_path, {"docs/lessons/a.md": lesson + sections}) == []


def test_links_lead_to_pages_that_no_editor_writes(tmp_path: Path) -> None:
    body = "[a](../notices/index.md) [b](../slogans/index.md) [c](../slogans/look-first.md)\n"
    assert check(tmp_path, {"docs/knowledge/a.md": KNOWLEDGE + body}) == []


def test_a_site_without_documents_still_names_its_campaign(tmp_path: Path) -> None:
    files = {"docs/campaigns/month.md": None, "slogans/look-first.md": None}
    assert check(tmp_path, files) == [("mkdocs.yml", "campaign-unknown")]
