"""The calendar of a campaign: a grid on a desk, a list on a telephone, the reader's day, and the way through it by keyboard."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

CALENDAR = "campaigns/safe-production-month-2027/calendar/"


def test_it_is_a_grid_on_a_desk_and_a_list_on_a_telephone(page: Page) -> None:
    page.clock.set_fixed_time("2027-06-16T09:00:00")
    page.goto(f"zh/{CALENDAR}")
    june = page.locator("section", has=page.locator("#m-2027-06"))
    expect(june.get_by_role("columnheader")).to_have_count(8)
    expect(june.get_by_role("rowheader").first).to_have_text("第22周22")
    expect(page.locator("[aria-current=date]")).to_have_attribute("datetime", "2027-06-16")
    expect(page.locator("[data-bs-jump][aria-current]")).to_have_attribute("href", "#m-2027-06")
    first, second = (june.locator(f"[data-bs-date='2027-06-{day}']").bounding_box() for day in ("14", "15"))
    assert first is not None
    assert second is not None
    assert first["y"] == second["y"]
    page.set_viewport_size({"width": 390, "height": 844})
    expect(june.locator("[data-bs-date='2027-06-14']")).to_be_hidden()
    expect(june.locator("[data-bs-date='2027-06-16']")).to_contain_text("2027年6月16日 星期三")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_keyboard_leads_from_the_month_to_an_activity(page: Page) -> None:
    page.goto(CALENDAR)
    page.locator("[data-bs-jump='2027-06']").press("Enter")
    expect(page.locator("#m-2027-06")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator("[data-bs-date='2027-06-01'] a:focus")).to_have_text("Launch day")
    page.locator("[data-bs-date='2027-06-22'] .bs-what--activity a").press("Enter")
    expect(page.locator("h1")).to_have_text("Drill: flood and water emergency")


def test_without_scripts_every_month_stands_there(chromium: Browser, origin: str) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=origin)
    page = context.new_page()
    page.goto(CALENDAR)
    expect(page.locator(".bs-month").locator("visible=true")).to_have_count(7)
    expect(page.get_by_role("link", name="07:00, 15:00, 23:00 Publicity and consultation day 2027")).to_be_visible()
    page.goto("activities/water-emergency-drill-2026/")
    expect(page.get_by_text("143 people came, as counted at the door.")).to_be_visible()
    context.close()


def test_what_to_bring_gives_way_to_what_came_of_it(page: Page) -> None:
    page.clock.set_fixed_time("2027-06-24T09:00:00")
    page.goto("activities/open-day-2027/")
    expect(page.locator(".bs-status")).to_have_text("Starts tomorrow")
    expect(page.get_by_text("What to bring", exact=True)).to_be_visible()
    page.clock.set_fixed_time("2027-06-26T09:00:00")
    page.reload()
    expect(page.locator(".bs-status")).to_have_text("Over")
    expect(page.get_by_text("What to bring", exact=True)).to_be_hidden()
    expect(page.get_by_text("What came of it has not been entered yet.")).to_be_visible()
