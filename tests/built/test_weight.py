"""What a page weighs when it is transferred, and how much of it moves under the reader's eyes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from .building import TODAY
from .pagetypes import ADDRESSES, LAID_OUT
from .waiting import wait_until

SIZES = {"desk": (1366, 900), "telephone": (390, 844)}
HOME_KB, WALL_KB = 350, 1200
SHIFT = 0.02
WATCH_SHIFTS = """
  window.shifts = [];
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      shifts.push([entry.value, ...entry.sources.map(({ node }) => node && (node.outerHTML || node.textContent).slice(0, 120))]);
    }
  }).observe({ type: "layout-shift", buffered: true });
"""
SCROLL = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo({ top: y, behavior: "instant" });
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    await Promise.all([...document.images].filter(image => {
      const { top, bottom } = image.getBoundingClientRect();
      return image.getClientRects().length && bottom > 0 && top < innerHeight;
    }).map(image => image.decode().catch(() => null)));
  }
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


@pytest.fixture
def fresh(chromium: Browser, origin: str) -> Iterator[Page]:
    """A page of a browser that has seen nothing yet, on the day of the build."""
    context = chromium.new_context(base_url=origin, service_workers="block")
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T09:00:00")  # on another day than the build's, what has changed since is moved
    yield page
    context.close()


@pytest.fixture(scope="module")
def watched(chromium: Browser, origin: str) -> Iterator[Page]:
    """One page for all tests that watch what moves; it keeps no file, so that each comes as late as on a first visit."""
    context = chromium.new_context(base_url=origin, service_workers="block")
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T09:00:00")
    page.add_init_script(WATCH_SHIFTS)
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield page
    context.close()


def weigh(page: Page, address: str) -> dict[str, int]:
    """Return what loading a page transfers, before any scrolling, by address: bytes with headers."""
    session = page.context.new_cdp_session(page)
    names: dict[str, str] = {}
    weights: dict[str, int] = {}

    def finish(event: dict[str, Any]) -> None:
        name = names.get(event["requestId"], "?")
        weights[name] = weights.get(name, 0) + int(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", lambda event: names.update({event["requestId"]: event["request"]["url"]}))
    session.on("Network.loadingFinished", finish)
    session.send("Network.enable")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return weights


def name_heaviest(weights: dict[str, int]) -> str:
    """Say what weighs most, for the message of a failure."""
    heaviest = sorted(weights.items(), key=lambda pair: -pair[1])[:15]
    return f"{sum(weights.values()) / 1000:.0f} kB: " + "; ".join(f"{address} {weight / 1000:.0f}" for address, weight in heaviest)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("address", ["", "zh/"])
def test_the_home_page_is_light(fresh: Page, address: str, size: str) -> None:
    fresh.set_viewport_size({"width": SIZES[size][0], "height": SIZES[size][1]})
    weights = weigh(fresh, address)
    assert len(weights) > 5
    assert sum(weights.values()) <= HOME_KB * 1000, name_heaviest(weights)


def repeat_cards(html: str, count: int) -> str:
    """Return a wall with ``count`` slogans: its own cards again and again, each with pictures that no cache knows."""
    start = html.index(">", html.index('id="bs-wall"')) + 1
    end = html.index("</ul>", start)
    cards = re.split(r"(?=<li[ >])", html[start:end].strip())[1:]
    again = [re.sub(r"(\.webp)", rf"\1?{number // len(cards)}", cards[number % len(cards)]) for number in range(count)]
    return html[:start] + "".join(again) + html[end:]


@pytest.mark.parametrize("size", SIZES)
def test_a_wall_of_two_hundred_slogans_is_light_before_scrolling(fresh: Page, size: str) -> None:
    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=repeat_cards(response.text(), 200))

    fresh.set_viewport_size({"width": SIZES[size][0], "height": SIZES[size][1]})
    fresh.route("**/slogans/", answer)
    weights = weigh(fresh, "slogans/")
    assert fresh.locator("#bs-wall > li").count() == 200
    assert sum(".webp" in address for address in weights) >= 2
    assert sum(weights.values()) <= WALL_KB * 1000, name_heaviest(weights)


@pytest.mark.parametrize("name", LAID_OUT)
def test_nothing_moves_under_the_reader_s_eyes(watched: Page, name: str) -> None:
    """Every shift counts, summed over loading and scrolling to the end; Web Vitals would take the worst five seconds of them."""
    for size, (width, height) in SIZES.items():
        watched.set_viewport_size({"width": width, "height": height})
        watched.goto(ADDRESSES[name])
        watched.wait_for_load_state("networkidle")
        watched.evaluate(SCROLL)
        shifts = watched.evaluate("shifts")
        assert sum(shift[0] for shift in shifts) < SHIFT, (size, shifts)


def test_what_moves_is_seen(watched: Page) -> None:
    watched.goto("knowledge/confined-space/")
    watched.evaluate(
        "document.querySelector('h1').before(Object.assign(document.createElement('div'), { style: 'height: 400px' }))"
    )
    wait_until(watched, f"shifts.reduce((sum, shift) => sum + shift[0], 0) > {SHIFT}")


@pytest.mark.parametrize("address", ["", "slogans/", "knowledge/confined-space/"])
def test_few_style_sheets_hold_up_what_is_shown_first(reader: Page, address: str) -> None:
    """The theme's two, ours, and the page's own at most: each more costs a telephone's first sight of the page."""
    reader.goto(address)
    holding = reader.evaluate(
        "performance.getEntriesByType('resource').filter(e => e.initiatorType === 'link' && e.renderBlockingStatus === 'blocking')"
        ".map(e => new URL(e.name).pathname)"
    )
    assert "/css/site.css" in holding
    assert "/css/print.css" not in holding
    assert len(holding) <= 4, holding
