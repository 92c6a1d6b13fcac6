"""Pages -> postings: fields weigh, long pages saturate, sections are known."""

from __future__ import annotations

from array import array

from broadside.search.extracting import extract_page
from broadside.search.postings import PAGES_MOST, keep_best, read_lexicon
from broadside.search.values import Facts, SearchPage


def read(*pages: SearchPage) -> dict[str, list[tuple[int, int, int]]]:
    lexicon = read_lexicon([extract_page(page) for page in pages])
    return {term: [(each >> 16, each >> 8 & 255, each & 255) for each in entries] for term, entries in lexicon.postings.items()}


def page(title: str, html: str = "", tags: tuple[str, ...] = (), language: str = "en") -> SearchPage:
    return SearchPage(title, title, html, Facts(language, "knowledge"), tags)


def test_a_title_says_more_than_a_heading_and_a_heading_more_than_text() -> None:
    found = read(
        page("hat", "<p>x</p>"),
        page("a", '<p>x</p><h2 id="one">hat</h2>'),
        page("b", '<p>x</p><h2 id="one">y</h2>hat'),
        page("c", "<p>x</p>", ("hat",)),
        page("d", "<p>x</p>", ("y", "hat")),
    )["hat"]
    title, heading, text, tag, other_tag = (impact for _, impact, _ in found)
    assert title > tag > heading > other_tag > text
    assert [section for _, _, section in found] == [0, 1, 1, 0, 0]


def test_a_long_page_must_say_it_more_often() -> None:
    found = read(page("a", "<p>z</p><h2 id=b>b</h2>hat"), page("b", "<p>z</p><h2 id=b>b</h2>hat" + " word" * 500))["hat"]
    assert found[0][1] > found[1][1]


def test_the_pages_that_say_most_are_kept() -> None:
    entries = array("I", (number << 16 | (90 if number % 3 == 0 else 10) << 8 for number in range(3 * PAGES_MOST)))
    kept = keep_best(entries)
    assert len(kept) == PAGES_MOST
    assert list(kept) == sorted(kept)
    assert {entry >> 16 for entry in kept} == {number for number in range(3 * PAGES_MOST) if number % 3 == 0}
