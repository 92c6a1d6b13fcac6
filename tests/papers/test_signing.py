"""The sheet for signatures: the pledge on every page, as many numbered lines as there are people, no page with a few left over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from broadside.catalog import read_catalog, read_settings
from broadside.papers.signing import list_sign_sheets
from broadside.press.running import Press
from sites import make_site

from .conftest import read_info, read_words, run

PLEDGED = """---
title: Safe month
theme: {en: Look first, zh: 先看后干}
starts: 2027-06-01
ends: 2027-06-30
pledge:
  text: {en: I stop what looks wrong, zh: 发现不对就叫停}
  who: {en: All of us, zh: 全体}
  lines: LINES
---
"""


def make(root: Path, press: Press, lines: int, language: str) -> Path:
    catalog = read_catalog(read_settings(make_site(root, {"docs/campaigns/month.md": PLEDGED.replace("LINES", str(lines))})))
    (paper,) = list_sign_sheets(catalog, catalog.entries["campaigns/month"], language)
    assert json.loads(paper.data)["lines"] == lines
    return press.print_paper(paper)[".pdf"]


@pytest.mark.parametrize(("lines", "pages"), [(1, 1), (22, 1), (24, 2), (40, 2), (100, 5)])
def test_pages_follow_the_head_count(tmp_path: Path, press: Press, lines: int, pages: int) -> None:
    pdf = make(tmp_path, press, lines, "en")
    info = read_info(pdf)
    assert (info["Pages"], info["Page size"], info["Tagged"]) == (str(pages), "595.276 x 841.89 pts (A4)", "yes")
    assert read_words(pdf).count("Istopwhatlookswrong") == pages
    numbers = [int(line) for line in run("pdftotext", "-layout", pdf, "-").split() if line.isdigit() and int(line) <= lines]
    assert sorted(set(numbers)) == list(range(1, lines + 1))


def test_the_words_are_those_of_the_language(tmp_path: Path, press: Press) -> None:
    words = read_words(make(tmp_path, press, 10, "zh"))
    assert all(part in words for part in ("发现不对就叫停", "全体", "姓名或工号", "签名", "第1页，共1页"))


def test_without_a_pledge_there_is_no_sheet(tmp_path: Path) -> None:
    text = PLEDGED.partition("pledge:")[0] + "---\n"
    catalog = read_catalog(read_settings(make_site(tmp_path, {"docs/campaigns/month.md": text})))
    assert list(list_sign_sheets(catalog, catalog.entries["campaigns/month"], "en")) == []
