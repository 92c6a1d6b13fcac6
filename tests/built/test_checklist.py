"""A checklist on a telephone: ticked by keyboard, kept in the browser, emptied by a button, and nothing is sent."""

from __future__ import annotations

from playwright.sync_api import Page, expect

ADDRESS = "checklists/electrical/"


def test_what_is_ticked_stays_here_and_can_be_cleared(reader: Page) -> None:
    reader.set_viewport_size({"width": 390, "height": 844})
    reader.goto(ADDRESS)
    sent: list[str] = []
    reader.on("request", lambda request: sent.append(request.url) if request.method != "GET" else None)
    state, clear = reader.locator(".bs-check__state"), reader.get_by_role("button", name="Clear the list")
    expect(state).to_have_text("Nothing ticked yet")
    expect(clear).to_be_hidden()
    first, second = reader.get_by_role("group").nth(0), reader.get_by_role("group").nth(1)
    first.get_by_role("radio", name="Right").focus()
    reader.keyboard.press("Space")
    expect(state).to_have_text("1 of 15 looked at, 0 wrong")
    remark = second.get_by_role("textbox")
    expect(remark).to_be_hidden()
    second.get_by_role("radio", name="Right").focus()
    reader.keyboard.press("ArrowRight")
    expect(second.get_by_role("radio", name="Wrong")).to_be_checked()
    remark.fill('Gate 2: <b>"bare wire"</b>')
    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")
    reader.reload()
    expect(state).to_have_text("2 of 15 looked at, 1 wrong")
    expect(first.get_by_role("radio", name="Right")).to_be_checked()
    expect(remark).to_have_value('Gate 2: <b>"bare wire"</b>')
    clear.press("Enter")
    expect(state).to_have_text("Nothing ticked yet")
    expect(clear).to_be_hidden()
    expect(first.get_by_role("radio", name="Right")).to_be_focused()
    assert reader.evaluate("Object.keys(localStorage).filter(key => key.startsWith('broadside-check')).length") == 0
    assert sent == []
