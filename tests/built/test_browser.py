"""The built site in a real headless Chromium: what a reader does, and that nothing leaves the origin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect


def test_a_slogan_s_sheets_can_be_taken_away(page: Page, built_site: Path) -> None:
    page.goto("slogans/life-first/")
    expect(page.locator("h1")).to_contain_text("Life first")
    links = page.locator("a[download]")
    found = [link.get_attribute("href") or "" for link in links.all()]
    assert len(found) >= 20
    for wanted in (
        "poster-a3-en-print-shop.pdf",
        "poster-a4-en-office.pdf",
        "banner-6m-zh-print-shop.pdf",
        "screen-portrait-zh-screen.png",
    ):
        assert any(href.endswith(wanted) for href in found), wanted
    with page.expect_download() as waiting:
        page.locator("a[download][href$='life-first-poster-a3-en-office.pdf']").first.click()
    taken = waiting.value
    assert taken.suggested_filename == "life-first-poster-a3-en-office.pdf"
    assert Path(taken.path()).read_bytes() == (built_site / "sheets/life-first/life-first-poster-a3-en-office.pdf").read_bytes()


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("有限空间", "zh/knowledge/confined-space/"),
        ("四不放过", "zh/knowledge/four-not-let-go/"),
        ("灭火器", "zh/knowledge/fire-extinguishers/"),
        ("confined space", "knowledge/confined-space/"),
        ("fire extinguisher", "knowledge/fire-extinguishers/"),
    ],
)
def test_search_finds_the_right_page_first(page: Page, query: str, address: str, origin: str) -> None:
    page.goto("zh/" if address.startswith("zh/") else "")
    page.locator("[data-md-component=search-query]").click()
    page.locator("[data-md-component=search-query]").press_sequentially(query, delay=20)
    first = page.locator(".bs-hit__title a").first
    first.wait_for()
    page.wait_for_timeout(500)  # the box renders results as they come
    href = first.evaluate("link => link.href")
    assert href.split("?")[0].split("#")[0] == f"{origin}{address}"


def test_the_language_switch_stays_on_the_page(page: Page) -> None:
    page.goto("lessons/piper-alpha-permit/")
    page.locator(".md-header a[hreflang=zh]").click()
    page.wait_for_url("**/zh/lessons/piper-alpha-permit/")
    assert page.locator("html").get_attribute("lang") == "zh"
    expect(page.locator(".md-tabs")).to_contain_text("事故案例")
    page.locator(".md-header a[hreflang=en]").click()
    page.wait_for_url(re.compile(r"/lessons/piper-alpha-permit/$"))
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_lesson_shows_its_four_closures(page: Page) -> None:
    page.goto("zh/lessons/piper-alpha-permit/")
    expect(page.locator("body")).to_contain_text("四不放过")
    for part in ("事故原因已查清", "责任人员已处理", "整改措施已落实", "有关人员已受到教育"):
        expect(page.locator("body")).to_contain_text(part)


def test_notices_say_what_is_in_force(page: Page) -> None:
    page.goto("notices/")
    expect(page.locator("main")).to_contain_text("Pinned")
    page.goto("notices/2026/series-promotion-plan-2026/")
    expect(page.locator("main")).to_contain_text("no longer in force")
    page.get_by_role("link", name=re.compile("2027")).first.click()
    page.wait_for_url(re.compile("series-promotion-plan-2027"))
    expect(page.locator("main")).to_contain_text("2026")


def test_dark_is_dark_and_light_is_light(page: Page) -> None:
    for scheme, is_dark in (("light", False), ("dark", True)):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto("knowledge/confined-space/")
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        level = sum(map(float, re.findall(r"[\d.]+", colour)[:3])) / 3
        assert (level < 90) is is_dark, colour
