"""The chart of responsibilities: one A3 page with every post and duty, or a mistake that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.papers.printing import print_documents
from broadside.press.running import Press
from broadside.store import Store
from sites import make_site

from .conftest import Print, read_info, read_words

TABLE = "responsibilities/safe-production-month-2027"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_one_page_with_every_post(catalog: Catalog, print_paper: Print, language: str) -> None:
    pdf = print_paper(TABLE, "responsibility-chart", language)
    info, text = read_info(pdf), read_words(pdf)
    assert (info["Pages"], info["Page size"], info["Tagged"]) == ("1", "1190.55 x 841.89 pts (A3)", "yes")
    words = [word for post in catalog.entries[TABLE].say("posts", language) for word in (post.post, post.duty)]
    assert len(words) > 30
    assert [each for each in words if "".join(each.split()) not in text] == []


def test_what_does_not_fit_one_page_is_a_mistake_at_the_posts(tmp_path: Path) -> None:
    rows = "".join(f"  - {{post: Team {number}, duty: {'Digs and pumps. ' * 9}, under: Head}}\n" for number in range(40))
    text = f"---\ntitle: Posts\nposts:\n  - {{post: Head, duty: Leads}}\n{rows}---\n"
    catalog = read_catalog(read_settings(make_site(tmp_path, {"docs/responsibilities/posts.md": text})))
    with Press(tmp_path / "posters", tmp_path / "slogans", Store(tmp_path / "store"), workers=1) as press:
        _, problems = print_documents(catalog, press)
    assert [(each.rule, each.line) for each in problems] == [("paper-too-long", 4)]
