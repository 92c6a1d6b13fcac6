"""Every type of page in every language is open to everybody: axe finds nothing, it fits a telephone, it speaks its own language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from .pagetypes import ADDRESSES
from .speaking import find_foreign
from .tools import AXE
from .waiting import wait_until

SIZES = {"desk": (1366, 900), "telephone": (390, 844)}
SEEN = {"en": ("desk",), "zh": ("telephone",)}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERY_RULE = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "resultTypes": ["violations"]}
"""The rules of those tags on which another colour scheme has a say."""
AT_ONCE = "*, ::before, ::after { transition: none !important; animation: none !important }"
"""Half-way colours of a fade have another contrast than what the reader then sees."""


def load(page: Page, address: str) -> None:
    """Open a page in light colours on a desk, ready for axe."""
    page.set_viewport_size({"width": SIZES["desk"][0], "height": SIZES["desk"][1]})
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    choose(page, "light")
    page.add_style_tag(content=AT_ONCE)
    page.evaluate(AXE.read_text("utf-8"))


def choose(page: Page, scheme: str) -> None:
    """Let the reader's system be light or dark, and wait until the page follows; the signage player has colours of its own."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    wanted = "slate" if scheme == "dark" else "default"
    wait_until(page, "wanted => [undefined, wanted].includes(document.body.dataset.mdColorScheme)", arg=wanted)


def find(page: Page, options: dict[str, Any]) -> list[str]:
    """Return axe's findings: the rule, the place, what is wrong."""
    result = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{finding['id']}: {node['target'][-1]}: {' '.join(check['message'] for check in node['any'] + node['all'] + node['none'])}"
        for finding in result["violations"]
        for node in finding["nodes"]
    ]


@pytest.mark.parametrize("name", ADDRESSES)
def test_every_type_of_page_is_open_to_everybody(reader: Page, name: str) -> None:
    """Both languages have one markup and one set of styles: axe sees one on a desk, the other on a telephone."""
    load(reader, ADDRESSES[name])
    faults = list(find_foreign(reader, ADDRESSES[name])) if name != "not-found" else []  # WCAG 2.2, 3.1.1 and 3.1.2
    for size, (width, height) in SIZES.items():
        reader.set_viewport_size({"width": width, "height": height})
        wide = reader.evaluate("document.documentElement.scrollWidth")
        faults += [f"{size}: {wide} px wide"] if wide > width else []  # WCAG 2.2, 1.4.10
        if size not in SEEN.get(name.rpartition("-")[2], SIZES):
            continue
        for scheme, options in (("light", EVERY_RULE), ("dark", COLOURS)):
            choose(reader, scheme)
            faults += [f"{size}, {scheme}: {finding}" for finding in find(reader, options)]
    expect(reader.locator("h1").first).to_be_attached()
    assert not faults, "\n".join(faults)


def test_axe_finds_what_is_wrong(reader: Page) -> None:
    load(reader, "")
    reader.evaluate("document.querySelector('h1').outerHTML = '<img src=\"\"><p style=\"color: #999; background: #fff\">Faint</p>'")
    rules = {finding.split(":")[0] for finding in find(reader, EVERY_RULE)}
    assert {"image-alt", "color-contrast"} <= rules
    assert "color-contrast" in {finding.split(":")[0] for finding in find(reader, COLOURS)}


def open_lightbox(page: Page) -> None:
    """Show one slogan large, with a sheet of it in the basket."""
    page.locator("#slogan-life-first a").click()
    page.locator("dialog .bs-add").first.click()


def open_filter(page: Page) -> None:
    """Tick a value and leave the values open."""
    page.locator("[data-bs-filter=topic] summary").click()
    page.locator("[data-bs-filter=topic] label").first.click()


def fill_basket(page: Page) -> None:
    """Put sheets for two papers into the basket and make the PDF of one."""
    home = page.url
    page.goto(home.replace("basket/", "slogans/life-first/"))
    for button in page.locator(".bs-likely").first.locator(".bs-add").all():
        button.click()
    page.goto(home)
    page.add_style_tag(content=AT_ONCE)
    page.evaluate(AXE.read_text("utf-8"))
    page.locator(".bs-basket__make button").first.click()
    page.locator(".bs-basket__status a").first.wait_for()


@pytest.mark.parametrize("language", ["", "zh/"])
@pytest.mark.parametrize(
    ("address", "act"),
    [("slogans/", open_lightbox), ("slogans/", open_filter), ("basket/", fill_basket)],
    ids=["lightbox", "filter", "basket"],
)
def test_what_opens_on_a_page_is_open_to_everybody(
    chromium: Browser, origin: str, address: str, act: Callable[[Page], None], language: str
) -> None:
    context = chromium.new_context(base_url=origin, reduced_motion="reduce")
    page = context.new_page()
    load(page, f"{language}{address}")
    act(page)
    faults: list[str] = []
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme, options in (("light", EVERY_RULE), ("dark", COLOURS)):
            choose(page, scheme)
            faults += [f"{size}, {scheme}: {finding}" for finding in find(page, options)]
    context.close()
    assert not faults, "\n".join(faults)
