"""The search box in Chromium, as a reader uses it: by keyboard, by finger, in both languages, from a server and from a stick."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .conftest import watch
from .test_accessibility import COLOURS, EVERY_RULE, choose, find, load

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def stick(chromium: Browser, built_site: Path) -> Iterator[Page]:
    """A page of the site that is opened from a folder, without any server."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    faults = watch(page, built_site.as_uri())
    yield page
    context.close()
    assert faults == []


def _type(page: Page, words: str) -> None:
    """Open the box by its key and type; Chinese comes whole, as an input method gives it."""
    page.keyboard.press("s")
    box = page.locator("[data-md-component=search-query]")
    expect(box).to_be_focused()
    if words.isascii():
        page.keyboard.type(words)
    else:
        page.keyboard.insert_text(words)
    _await(page, words)


def _await(page: Page, words: str) -> None:
    """Wait until the results in sight are those of ``words``, and not of their beginning."""
    expect(page.locator("[data-bs-found]")).to_have_attribute("data-bs-found", words)


def _ask(page: Page, words: str) -> None:
    """Put other words into the open box."""
    page.locator("[data-md-component=search-query]").fill(words)
    _await(page, words)


def _hits(page: Page) -> Locator:
    return page.locator(".bs-found .bs-hit")


def _first(page: Page) -> Locator:
    return page.locator(".bs-found .bs-hit__title a").first


def _narrow(page: Page, by: str, name: str) -> Locator:
    return page.get_by_role("group", name=by).get_by_role("button", name=re.compile(f"^{name}"))


def test_keys_lead_from_a_word_to_the_page_and_back_to_the_results(page: Page, origin: str) -> None:
    page.goto("")
    _type(page, "fire extinguisher")
    expect(_first(page)).to_contain_text("Fire extinguishers")
    page.keyboard.press("ArrowDown")
    expect(_first(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(_first(page)).not_to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"^{re.escape(origin)}knowledge/fire-extinguishers/"))
    expect(page.locator(".md-content mark").first).to_be_attached()
    page.go_back()
    expect(page.locator("[data-md-component=search-query]")).to_have_value("fire extinguisher")
    expect(_first(page)).to_be_visible()


def test_what_is_typed_on_from_a_result_goes_into_the_box(page: Page) -> None:
    page.goto("")
    _type(page, "fork")
    expect(_first(page)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(_first(page)).to_be_focused()
    page.keyboard.type("lift")
    expect(page.locator("[data-md-component=search-query]")).to_have_value("forklift")
    page.keyboard.press("Escape")
    expect(_first(page)).to_be_hidden()
    assert "q=" not in page.url


def test_results_stand_by_kind_and_slogans_show_their_poster(page: Page) -> None:
    page.goto("")
    _type(page, "hard hat")
    slogans = page.locator(".bs-found").get_by_role("region", name="Slogans")
    expect(slogans).to_be_visible()
    expect(page.locator(".bs-found").get_by_role("region", name="Knowledge")).to_be_visible()
    expect(page.locator("#bs-found-count")).to_contain_text(re.compile(r"\d+ pages"))
    picture = slogans.locator("img").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", value=True)
    sizes = (
        "image => [image.naturalWidth > 0, image.getAttribute('loading'), image.width > 0, Number(image.getAttribute('width')) > 0]"
    )
    assert picture.evaluate(sizes) == [True, "lazy", True, True]
    assert picture.get_attribute("alt") == "", "the title beside it says the same words"


def test_filters_narrow_by_keyboard_and_stand_in_the_address(page: Page) -> None:
    page.goto("")
    _type(page, "fire")
    expect(_first(page)).to_be_visible()
    everything = page.locator("#bs-found-count").inner_text()
    lessons = _narrow(page, "Kind", "Lessons")
    while not lessons.evaluate("chip => chip === document.activeElement"):
        assert page.evaluate("document.activeElement.closest('.md-search') !== null"), "Tab leads to every filter"
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(lessons).to_have_attribute("aria-pressed", "true")
    expect(lessons).to_be_focused()
    expect(page.locator(".bs-found section[aria-labelledby]:visible")).to_have_count(1)
    expect(page.locator(".bs-found").get_by_role("region", name="Lessons")).to_be_visible()
    expect(page.locator("#bs-found-count")).not_to_have_text(everything)
    assert "q=fire" in page.url
    assert "q_kind=lesson" in page.url
    shared, address = _hits(page).all_text_contents(), page.url
    page.goto("about:blank")
    page.goto(address)
    expect(_narrow(page, "Kind", "Lessons")).to_have_attribute("aria-pressed", "true")
    expect(_hits(page)).to_have_text(shared)
    _narrow(page, "Kind", "All").click()
    expect(page.locator("#bs-found-count")).to_have_text(everything)
    assert "q_kind" not in page.url


def test_rarer_filters_are_behind_a_button(page: Page) -> None:
    page.goto("")
    _type(page, "fire")
    opener = page.get_by_role("button", name="Filters")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("group", name="Topic")).to_be_hidden()
    opener.click()
    topic = _narrow(page, "Topic", "Fire and hot work")
    number = int(topic.locator(".bs-chip__count").inner_text())
    topic.click()
    expect(topic).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#bs-found-count")).to_contain_text(f"{number} page")
    expect(opener).to_have_attribute("aria-expanded", "true")


def test_a_filter_stays_while_the_question_changes(page: Page) -> None:
    page.goto("")
    _type(page, "fire")
    _narrow(page, "Kind", "Slogans").click()
    expect(page.locator(".bs-found").get_by_role("region", name="Knowledge")).to_be_hidden()
    _ask(page, "forklift")
    expect(_hits(page).filter(has_text="Belt On")).to_be_visible()
    expect(_narrow(page, "Kind", "Slogans")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".bs-found").get_by_role("region", name="Knowledge")).to_be_hidden()


def test_what_is_no_longer_in_force_says_so(page: Page) -> None:
    page.goto("")
    _type(page, "flood-season inspection")
    notice = _hits(page).filter(has_text="Flood-season inspection at No. 1 Plant")
    expect(notice.locator(".bs-badge").first).to_have_text("Expired")
    expect(notice).to_contain_text("Safe Production Month 2026")


def test_a_mistake_is_mended_and_nothing_found_leads_on(page: Page) -> None:
    page.goto("")
    _type(page, "extingisher")
    expect(_first(page)).to_contain_text("Fire extinguishers")
    expect(page.locator("#bs-found-count")).to_contain_text("extinguisher")
    _ask(page, "qqqxxxzzz")
    expect(page.locator("#bs-found-count")).to_have_text("Nothing on this site says “qqqxxxzzz”.")
    expect(_hits(page)).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator("[data-md-component=search-query]")).to_be_visible()
    page.locator(".bs-found").get_by_role("region", name="Look through a topic").get_by_role(
        "button", name="Confined space"
    ).click()
    expect(page.locator("[data-md-component=search-query]")).to_have_value("Confined space")
    expect(_first(page)).to_contain_text("Confined space")


def test_other_words_are_offered_and_taken(page: Page) -> None:
    """Whatever finds nothing, what the worker means can be taken with a click or with Enter."""
    page.goto("")
    _type(page, "qqqxxxzzz")
    expect(page.locator("#bs-found-count")).to_contain_text("Nothing on this site")
    say = """meant => document.dispatchEvent(new CustomEvent("bs-found",
      {detail: {query: "qqqxxxzzz", items: [], total: 0, facets: {}, suggest: [], meant, mended: false}}))"""
    page.evaluate(say, ["forklift", "fire"])
    expect(page.locator(".bs-found__meant")).to_contain_text("Did you mean")
    page.keyboard.press("Enter")
    expect(page.locator("[data-md-component=search-query]")).to_have_value("forklift")
    expect(_first(page)).to_contain_text("forklifts")


def test_what_a_result_says_is_shown_and_never_run(chromium: Browser, origin: str) -> None:
    """Not even where no policy forbids it; with one, the browser complains of what is only read."""
    context = chromium.new_context(base_url=origin, bypass_csp=True)
    page = context.new_page()
    page.goto("")
    _type(page, "fire")
    page.evaluate("""() => {
      const words = '<mark>a</mark> &lt;b&gt; <img src="x" onerror="window.ran = true"><script>window.ran = true</script>';
      const item = {location: "knowledge/", title: words, text: words, terms: {a: true},
        score: 1, kind: "knowledge", language: "en"};
      const detail = {query: "fire", items: [[item]], total: 1, facets: {}, suggest: [], meant: [], mended: false};
      document.dispatchEvent(new CustomEvent("bs-found", {detail}));
    }""")
    expect(_hits(page)).to_have_count(1)
    expect(_first(page)).to_contain_text("a <b>")
    expect(_hits(page).locator("img, script, b")).to_have_count(0)
    expect(_first(page).locator("mark")).to_have_text("a")
    assert page.evaluate("window.ran") is None
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_chinese_is_found_on_a_telephone(page: Page, scheme: str, origin: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    page.goto("zh/")
    page.locator("[data-bs-opens=__search]").click()
    _ask(page, "有限空间")
    expect(_first(page)).to_contain_text("有限空间作业")
    expect(page.locator("#bs-found-count")).to_contain_text("找到")
    expect(page.locator(".bs-found").get_by_role("region", name="标语")).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    for hit in _hits(page).all():
        place = hit.bounding_box()
        assert place is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= PHONE["width"]
    paper, ink = _first(page).evaluate(
        "link => [getComputedStyle(link.closest('.md-search__scrollwrap')).backgroundColor, getComputedStyle(link).color]"
    )
    assert _contrast(paper, ink) >= 4.5
    _first(page).tap() if page.evaluate("'ontouchstart' in window") else _first(page).click()
    page.wait_for_url(re.compile(rf"^{re.escape(origin)}zh/knowledge/confined-space/"))


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two opaque colours as a browser writes them (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_a_question_in_the_address_opens_the_box(page: Page) -> None:
    page.goto("zh/?q=灭火器")
    expect(_first(page)).to_contain_text("灭火器")
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    page.keyboard.press("Escape")
    expect(_first(page)).to_be_hidden()
    assert "q=" not in page.url


def test_tab_leaves_the_box_closed_and_nothing_hidden_is_walked_through(page: Page) -> None:
    page.goto("")
    _type(page, "forklift")
    expect(_first(page)).to_be_visible()
    for _ in range(60):
        page.keyboard.press("Tab")
        if not page.locator("#__search").is_checked():
            break
    else:
        pytest.fail("Tab never leaves the box")
    assert page.evaluate("document.activeElement.closest('.bs-found') === null")
    expect(_first(page)).to_be_hidden()


def test_the_box_is_named_for_those_who_cannot_see_it(page: Page) -> None:
    page.goto("zh/")
    _type(page, "安全帽")
    expect(_first(page)).to_be_visible()
    expect(page.get_by_role("dialog", name="站内搜索")).to_be_visible()
    expect(page.get_by_role("status").and_(page.locator("#bs-found-count"))).to_contain_text("页")
    unnamed = page.locator(".md-search").evaluate("""box => [...box.querySelectorAll("a, button, input")]
      .filter(each => each.checkVisibility() && !(each.textContent.trim() || each.ariaLabel || each.title)).length""")
    assert unnamed == 0
    assert page.locator(".bs-found [id]").evaluate_all("each => new Set(each.map(one => one.id)).size === each.length")
    foreign = page.locator(".bs-hit__title[lang=en]")
    for title in foreign.all():
        assert re.search("[a-z]", title.inner_text())


@pytest.mark.parametrize("words", ["fire", "extingisher", "qqqxxxzzz"])
def test_the_open_box_is_open_to_everybody(page: Page, words: str) -> None:
    load(page, "")
    _type(page, words)
    if page.get_by_role("button", name="Filters").is_visible():
        page.get_by_role("button", name="Filters").click()
    faults = find(page, EVERY_RULE)
    choose(page, "dark")
    faults += find(page, COLOURS)
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    faults += find(page, COLOURS)
    choose(page, "light")
    faults += find(page, EVERY_RULE)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("home", "words", "title"), [("zh/", "安全帽", "安全帽"), ("", "forklift", "Vehicles and forklifts")])
def test_search_works_from_a_folder(stick: Page, built_site: Path, home: str, words: str, title: str) -> None:
    stick.goto(f"{built_site.as_uri()}/{home}index.html")
    stick.locator("[data-bs-opens=__search]").click()
    _ask(stick, words)
    expect(_first(stick)).to_contain_text(title)
    expect(stick.locator(".bs-found img").first).to_be_attached()
    href = _first(stick).get_attribute("href") or ""
    assert href.startswith(built_site.as_uri())
