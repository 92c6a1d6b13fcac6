"""The home page in the browser: the campaign, the reader's day, the calendar by mouse and by keyboard."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

PHONE = {"width": 390, "height": 844}


def test_it_shows_the_running_campaign(page: Page) -> None:
    page.clock.set_fixed_time("2027-06-10T09:00:00")
    page.goto("")
    expect(page.locator("h1")).to_contain_text("Life first")
    poster = page.locator("[data-bs-today] img")
    expect(poster).to_be_visible()
    assert poster.evaluate("async image => { await image.decode(); return image.naturalWidth }") >= 300
    expect(page.locator("[data-bs-next]")).to_contain_text("Jun")
    notices = page.locator(".bs-front__notices li").locator("visible=true")
    expect(notices.first).to_contain_text("Pinned")
    assert 2 <= notices.count() <= 4
    assert "Publicity consultation day" not in "".join(notices.all_inner_texts()), "what has expired is not on the front page"
    expect(page.locator(".bs-news li")).to_have_count(6)
    expect(page.locator(".bs-ask__words")).to_contain_text("?")
    doors = page.locator(".bs-doors a")
    assert [door.get_attribute("href") for door in doors.all()] == ["designs/", "signage/", "blackboards/"]


def test_it_knows_the_reader_s_day(page: Page) -> None:
    """A site built in May is right in June: the browser counts the days and takes the day's slogan."""
    page.clock.set_fixed_time("2027-06-15T09:00:00")
    page.goto("")
    following = page.locator("[data-bs-next]")
    expect(following).to_contain_text("16")
    expect(following).to_contain_text(re.compile("tomorrow", re.IGNORECASE))
    first = page.locator("[data-bs-today] .bs-poster__words").text_content()
    page.clock.set_fixed_time("2027-06-16T09:00:00")
    page.reload()
    expect(following).to_contain_text(re.compile("today", re.IGNORECASE))
    link = page.locator("[data-bs-today] a.bs-poster")
    name = (link.get_attribute("href") or "").rstrip("/").rpartition("/")[2]
    assert page.locator("[data-bs-today] .bs-poster__words").text_content() != first
    assert f"/{name}/" in page.locator("[data-bs-today] img").evaluate("image => image.currentSrc")
    page.clock.set_fixed_time("2027-07-01T09:00:00")
    page.reload()
    expect(following).to_be_hidden()


def test_what_ends_soon_shows_in_its_last_two_weeks(page: Page) -> None:
    ending = page.locator(".bs-ending")
    for day, words in (("2027-06-15", ""), ("2027-06-16", "14 days left"), ("2027-06-29", "1 day left"), ("2027-06-30", "today")):
        page.clock.set_fixed_time(f"{day}T12:00:00")
        page.goto("")
        if words:
            expect(ending.locator("li").locator("visible=true").first).to_contain_text(words)
        else:
            expect(ending).to_be_hidden()
    page.clock.set_fixed_time("2027-07-01T12:00:00")
    page.goto("")
    expect(ending).to_be_hidden()
    expect(page.locator(".bs-front__notices li").locator("visible=true")).to_have_count(0)


def test_the_calendar_marks_today_and_shows_what_comes(page: Page) -> None:
    page.clock.set_fixed_time("2027-06-21T09:00:00")
    page.goto("")
    calendar = page.locator("[data-bs-calendar]")
    expect(calendar.locator("[aria-current=date]")).to_have_attribute("data-bs-date", "2027-06-21")
    days = calendar.locator("[data-bs-agenda]").locator("visible=true")
    expect(days).to_have_count(3)
    assert [day.get_attribute("data-bs-agenda") for day in days.all()] == ["2027-06-22", "2027-06-25", "2027-06-30"]
    expect(days.first).to_contain_text("Drill day")
    calendar.get_by_role("link", name=re.compile("^8 June 2027")).click()
    expect(days.first).to_contain_text("Case-film day")
    calendar.get_by_role("button", name="The month after").click()
    expect(calendar.locator("h3").locator("visible=true")).to_have_text("July 2027")
    expect(days.first).to_contain_text("closing report")
    expect(calendar.get_by_role("button", name="The month after")).to_be_disabled()


def test_the_calendar_works_by_keyboard(page: Page) -> None:
    page.clock.set_fixed_time("2027-06-10T09:00:00")
    page.goto("zh/")
    strip = page.locator(".bs-strip a").locator("visible=true")
    strip.first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".bs-strip a:focus")).to_have_attribute("href", "#on-2027-06-08")
    expect(page.locator("[data-bs-agenda]").locator("visible=true").first).to_contain_text("案例警示片观看日")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".bs-strip [aria-current=true]")).to_have_attribute("href", "#on-2027-06-01")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".bs-strip a:focus")).to_have_attribute("href", "#on-2027-06-01")


def test_on_a_telephone_the_calendar_is_a_list(page: Page) -> None:
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    page.clock.set_fixed_time("2027-06-10T09:00:00")
    page.goto("")
    expect(page.locator(".bs-strip").first).to_be_hidden()
    days = page.locator("[data-bs-agenda]").locator("visible=true")
    shown = [day.get_attribute("data-bs-agenda") for day in days.all()]
    assert shown[0] == "2027-06-10"
    assert shown[-1] == "2027-06-30"


def test_without_scripts_it_is_the_day_of_the_build(chromium: Browser, origin: str) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=origin)
    page = context.new_page()
    page.goto("")
    expect(page.locator("[data-bs-next]")).to_contain_text("today")
    expect(page.locator("[data-bs-next] a")).to_contain_text("Lecture")
    expect(page.locator("[data-bs-calendar] h3").locator("visible=true")).to_have_text("June 2027")
    assert page.locator("[data-bs-agenda]").locator("visible=true").count() > 6
    expect(page.locator(".bs-calendar__turn")).to_be_hidden()
    context.close()
