"""The units: three clicks from home to a unit's kit, a filter that narrows the list, and a search that knows the names."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_a_unit_s_kit_is_three_clicks_from_home(reader: Page) -> None:
    reader.goto("")
    reader.locator(".md-tabs__link", has_text="Campaigns").click()
    reader.locator(".bs-gates a", has_text="All units").click()
    reader.locator("#bs-units a", has_text="Beacon Harbour Services").click()
    expect(reader.locator("h1")).to_have_text("Beacon Harbour Services")
    first = reader.locator(".bs-unit__kit tbody tr").first.locator("a").first
    assert "-harbour-" in (first.get_attribute("href") or "")
    assert reader.request.get(first.evaluate("link => link.href")).ok
    expect(reader.locator(".bs-unit__head img")).to_have_js_property("complete", value=True)
    assert reader.locator(".bs-unit__head img").evaluate("image => image.naturalWidth") > 0


def test_the_filter_narrows_the_list_and_its_parts(reader: Page) -> None:
    reader.goto("zh/units/")
    reader.locator("[name=find]").fill("tugs")
    expect(reader.locator("#bs-units li:visible")).to_have_count(1)
    expect(reader.locator("#bs-units section:visible")).to_have_count(1)
    reader.locator("[name=find]").fill("")
    expect(reader.locator("#bs-units section:visible")).to_have_count(3)


def test_a_unit_without_a_page_is_found_and_leads_to_its_line(reader: Page) -> None:
    reader.goto("units/tugs/")
    reader.wait_for_url("**/units/#tugs")
    expect(reader.locator("#tugs:target")).to_be_visible()
    reader.locator("[data-md-component=search-query]").click()
    reader.locator("[data-md-component=search-query]").fill("Harbour Tugs")
    expect(reader.locator("[data-md-component=search-result] a[href*='/units/']").first).to_be_visible()
