"""Tab alone reaches everything that a mouse can act on, in the order of the page, and the reader sees where he is."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .pagetypes import ADDRESSES

LIST_STOPS = """() => {
  const wanted = "a[href], button, input, select, textarea, summary, [tabindex], audio[controls], video[controls]";
  window.stops = [...document.querySelectorAll(wanted)].filter(element => {
    if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) return false;
    if (element.closest("[inert], [hidden]")) return false;
    // Of radio buttons of one name Tab reaches the chosen one, or the first; arrows reach the others.
    const group = element.type === "radio" ? [...document.querySelectorAll(`input[type=radio][name="${element.name}"]`)] : [];
    return !group.length || element === (group.find(each => each.checked) || group[0]);
  });
  return stops.length;
}"""
DESCRIBE = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const seen = element.matches(".md-option") ? document.querySelector(`#${element.id} + label`) : element;
  const style = getComputedStyle(seen), box = seen.getBoundingClientRect();
  const middle = [box.left + box.width / 2, box.top + box.height / 2];
  return {
    at: stops.indexOf(element),
    name: element.outerHTML.slice(0, 160),
    isRinged: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 || element.matches(".md-search__input"),
    isInside: box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
  };
}"""


IN_SEARCH = 80
"""Stops within the search box, which opens when Tab comes to it; more than any state of it has."""
AT_ONCE = 20
"""How often Tab is pressed before it is asked where that led."""
REMEMBER = f"""() => {{
  window.walked = [];
  const describe = {DESCRIBE};
  // Before a key goes on from a stop, all that coming there moved has moved.
  addEventListener("keydown", () => walked.push(describe()), true);
}}"""
TAB = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}


def walk(page: Page) -> list[dict[str, Any]]:
    """Press Tab from the page's beginning until the focus leaves the page; returns every stop.

    The page itself remembers the stops: asking it after every key takes four times as long.
    """
    count = page.evaluate(LIST_STOPS)
    page.evaluate(REMEMBER)
    session = page.context.new_cdp_session(page)
    found: list[dict[str, Any]] = []
    for _ in range(0, count + IN_SEARCH, AT_ONCE):
        for _ in range(AT_ONCE):
            session.send("Input.dispatchKeyEvent", TAB)
        found, is_over = cut(page.evaluate("walked.slice(1)"))
        if is_over:
            break
    session.detach()
    return found


def cut(stops: list[dict[str, Any] | None]) -> tuple[list[dict[str, Any]], bool]:
    """Return the stops of the first round, and whether it is over."""
    found: list[dict[str, Any]] = []
    lost = 0
    for stop in stops:
        if stop is None:
            # The way back to the top may hide while the page scrolls, and lets the focus go; Tab goes on from there.
            lost += 1
            if lost > 1:
                return found, True
        elif found and stop["at"] == found[0]["at"]:
            return found, True
        else:
            found.append(stop)
    return found, False


def check_walk(page: Page) -> None:
    """Compare where Tab led with what there is."""
    found = walk(page)
    names = page.evaluate("stops.map(element => element.outerHTML.slice(0, 160))")
    listed = [stop["at"] for stop in found if stop["at"] >= 0]
    assert [name for number, name in enumerate(names) if number not in listed] == [], "not reached"
    assert listed == sorted(listed), [stop["name"] for stop in found]
    assert [stop["name"] for stop in found if not stop["isRinged"]] == [], "no ring"
    assert [stop["name"] for stop in found if not stop["isInside"]] == [], "out of sight"


@pytest.mark.parametrize("name", [name for name in ADDRESSES if not name.endswith("-zh")])
def test_tab_reaches_everything(reader: Page, name: str) -> None:
    reader.emulate_media(reduced_motion="reduce")
    reader.goto(ADDRESSES[name])
    check_walk(reader)


@pytest.mark.parametrize("name", ["home-en", "wall-en", "article-en"])
def test_tab_reaches_everything_on_a_telephone(reader: Page, name: str) -> None:
    """A page at 400 % on a desk is such a page too (WCAG 2.2, 1.4.10)."""
    reader.emulate_media(reduced_motion="reduce")
    reader.set_viewport_size({"width": 390, "height": 844})
    reader.goto(ADDRESSES[name])
    check_walk(reader)


def test_the_menu_opens_and_closes_by_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("")
    menu = page.get_by_role("button", name="Menu")
    first = page.locator(".md-sidebar--primary .md-nav__list a").first
    expect(first).not_to_be_visible()
    menu.focus()
    page.keyboard.press("Space")
    expect(first).to_be_visible()
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(first).not_to_be_visible()
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


@pytest.mark.parametrize("address", ["", "knowledge/confined-space/"])
def test_the_first_stop_leads_past_the_header(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip:focus")
    expect(skip).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")
