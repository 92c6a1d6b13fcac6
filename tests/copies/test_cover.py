"""The pages that only a copy has."""

from __future__ import annotations

import datetime
from pathlib import Path

from broadside.catalog import read_catalog, read_settings
from broadside.copies.cover import write_cover, write_left_out
from sites import Files, make_small_site

CAMPAIGN = '---\ntitle: Month\ntheme: {en: "<Look> & first", zh: 先看后干}\nstarts: 2027-06-01\nends: 2027-06-30\n---\n'


def write(root: Path, files: Files) -> tuple[str, str]:
    catalog = read_catalog(read_settings(make_small_site(root, files)))
    return write_cover(catalog, datetime.date(2027, 6, 10), "site"), write_left_out(catalog)


def test_the_cover_leads_into_each_language_and_says_of_which_day_it_is(tmp_path: Path) -> None:
    cover, _ = write(tmp_path, {})
    assert '<a href="site/index.html" lang="en">Open in English</a>' in cover
    assert '<a href="site/zh/index.html" lang="zh">打开中文版</a>' in cover
    assert "10 June 2027" in cover
    assert "2027年6月10日" in cover
    assert 'src="site/brand/logo.svg"' in cover


def test_what_was_left_out_is_named_by_its_address_on_the_network(tmp_path: Path) -> None:
    _, left = write(tmp_path, {})
    assert "https://safety.example/</code>" in left
    assert 'src="brand/logo.svg"' in left
    assert "副本里没有这个文件" in left


def test_words_are_escaped(tmp_path: Path) -> None:
    for page in write(tmp_path, {"docs/campaigns/month.md": CAMPAIGN}):
        assert "&lt;Look&gt; &amp; first" in page
        assert "<Look>" not in page


def test_nothing_is_loaded_from_elsewhere(tmp_path: Path) -> None:
    cover, _ = write(tmp_path, {})
    assert "://" not in cover
