"""The glossary's file: what is alike for a hasty reader, and what holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.catalog import read_catalog, read_settings
from broadside.catalog.glossary import squeeze
from sites import REPOSITORY, find_problems, make_small_site

NEEDED = """四不放过 一通三防 三防 红线 第一责任人 隐患排查治理 三违 一岗双责
党政同责 三级安全教育 班前会 应急预案 受限空间 动火作业 挂牌上锁"""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hot-work", "hot work", "same"),
        ("四“不放过”", '四"不放过"', "same"),
        ("ＡＥＤ", "aed", "same"),
        ("三防", "一通三防", "other"),
    ],
)
def test_what_counts_as_alike(one: str, other: str, same: str) -> None:
    assert (squeeze(one) == squeeze(other)) == (same == "same")


def test_one_word_may_be_a_term_in_two_languages(tmp_path: Path) -> None:
    text = "aed:\n  term: {en: AED, zh: AED}\n  says: {en: A machine., zh: 一台机器。}\n"
    assert find_problems(make_small_site(tmp_path, {"docs/glossary.yml": text})) == ()


def test_a_site_may_do_without(tmp_path: Path) -> None:
    assert read_catalog(read_settings(make_small_site(tmp_path, {}))).terms == {}


def test_the_words_that_the_trade_uses_are_explained() -> None:
    terms = read_catalog(read_settings(REPOSITORY / "mkdocs.yml")).terms
    assert set(NEEDED.split()) <= {form for term in terms.values() for form in term.list_forms("zh")}
    assert len(terms) >= 30
