"""Two languages: an interface wholly in the page's, a switch that keeps the place, marks on what is missing or behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import watch
from .serving import serve_files


def test_the_switch_keeps_the_heading(page: Page) -> None:
    page.goto("knowledge/confined-space/")
    numbers = [heading.get_attribute("id") for heading in page.locator("h2[id]").all()]
    page.goto(f"knowledge/confined-space/#{numbers[3]}")
    page.locator("[data-bs-switch][hreflang=zh]").click()
    page.wait_for_url("**/zh/knowledge/confined-space/#*")
    there = [heading.get_attribute("id") for heading in page.locator("h2[id]").all()]
    assert page.evaluate("decodeURIComponent(location.hash.slice(1))") == there[3]
    page.locator("[data-bs-switch][hreflang=en]").click()
    page.wait_for_url(re.compile(rf"/knowledge/confined-space/#{numbers[3]}$"))
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_switch_keeps_the_filters(page: Page) -> None:
    page.goto("lessons/?severity=fatality")
    page.locator("[data-bs-switch]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/lessons/?severity=fatality")


@pytest.fixture(scope="module")
def odd_site(odd_folder: Path) -> Iterator[str]:
    """The address of the odd site."""
    with serve_files(odd_folder / "site") as address:
        yield f"{address}safety/"


@pytest.fixture
def odd(chromium: Browser, odd_site: str) -> Iterator[Page]:
    """A page of the odd site."""
    context = chromium.new_context(viewport={"width": 1366, "height": 900}, base_url=odd_site)
    page = context.new_page()
    faults = watch(page, odd_site)
    yield page
    context.close()
    assert faults == []


def test_a_missing_translation_is_marked_on_its_page_and_in_lists(odd: Page) -> None:
    odd.goto("zh/lessons/flooded-substation/")
    expect(odd.locator(".bs-note").first).to_have_text("本页暂无中文译文，以下为原文（英文）。")
    assert odd.locator("h1").get_attribute("lang") == "en"
    assert odd.locator(".bs-body").get_attribute("lang") == "en"
    assert odd.locator("[data-md-component=toc] a").first.get_attribute("lang") == "en"
    assert odd.locator("head link[hreflang=zh]").count() == 0
    assert (odd.locator("head link[rel=canonical]").get_attribute("href") or "").endswith("/safety/lessons/flooded-substation/")
    odd.goto("zh/lessons/")
    cases = odd.locator(".bs-case")
    marked = cases.filter(has=odd.locator(".bs-badge--language"))
    assert marked.count() == 1
    expect(marked).to_contain_text("英文")
    assert cases.count() > 1
    odd.goto("lessons/")
    assert odd.locator(".bs-badge--language").count() == 0


def test_a_translation_that_is_behind_says_since_when(odd: Page) -> None:
    odd.goto("zh/knowledge/lifting/")
    note = odd.locator(".bs-note")
    expect(note).to_contain_text("2027年3月1日")
    note.locator("a").click()
    odd.wait_for_url(re.compile(r"safety/knowledge/lifting/$"))
    assert odd.locator(".bs-note").count() == 0


@pytest.mark.parametrize("language", ["", "zh/"])
def test_arabic_words_run_from_right_to_left_on_a_page_that_does_not(odd: Page, language: str) -> None:
    odd.goto(f"{language}slogans/first/")
    heading = odd.locator("h1")
    assert heading.get_attribute("lang") == "ar"
    box = odd.evaluate(
        """() => {
          const heading = document.querySelector("h1"), range = document.createRange();
          range.selectNodeContents(heading);
          return [getComputedStyle(heading).direction, getComputedStyle(document.body).direction,
                  heading.getBoundingClientRect().right - range.getBoundingClientRect().right];
        }"""
    )
    assert box[:2] == ["rtl", "ltr"]
    assert abs(box[2]) <= 1, "the words end where the column ends"
    assert odd.locator(".bs-body").get_attribute("dir") != "rtl", "why to use it is said in English"
    odd.goto(f"{language}slogans/")
    card = odd.locator(".bs-poster__words[lang=ar]")
    assert card.get_attribute("dir") == "rtl"


@pytest.mark.parametrize(("address", "first"), [("nowhere/at/all/", "en"), ("zh/nowhere/", "zh")])
def test_what_is_not_there_is_said_in_both_languages_under_any_address(
    chromium: Browser, odd_site: str, address: str, first: str
) -> None:
    context = chromium.new_context(base_url=odd_site)
    page = context.new_page()
    page.goto(address)
    lost = page.locator(".bs-lost")
    assert [section.get_attribute("lang") for section in lost.all()] == [first, {"en": "zh", "zh": "en"}[first]]
    assert page.locator("html").get_attribute("lang") == first
    assert page.title() == "This page is not here · 没有这个页面"
    assert page.locator("[data-md-component=search-query]").get_attribute("placeholder") == "Search · 搜索"
    assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
    expect(page.locator(".bs-lost a").first).to_be_visible()
    for link in lost.first.locator("a").all():
        assert page.request.get(link.evaluate("link => link.href")).status == 200
    lost.first.get_by_role("link").first.click()
    page.wait_for_url(f"{odd_site}{'zh/' if first == 'zh' else ''}")
    context.close()
