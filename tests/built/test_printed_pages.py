"""Every page as a browser prints it on A4: whose it is, its words in order, nothing of the frame, nothing cut."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sites import REPOSITORY

from .conftest import CHROMIUM, FLAGS
from .pagetypes import ADDRESSES, LAID_OUT

WIDTH_PX, HEIGHT_PX = round((210 - 2 * 16) * 96 / 25.4), round((297 - 16 - 20) * 96 / 25.4)
"""What css/print.css leaves of A4 (ISO 216) inside its margins, in CSS pixels."""
SCREEN_ONLY = ("signage/", "unseen/", "404.html")
PAPER = [ADDRESSES[name] for name in LAID_OUT if not ADDRESSES[name].endswith(SCREEN_ONLY)]
"""All but the player, which is for a screen, and the pages for what is not there or not kept."""
MOST_PAGES = 30
"""Our choice: more than any page takes, the list of all rules included; what runs wild takes dozens."""


@pytest.fixture(scope="module")
def printing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A Chromium that has our fonts, so that Chinese words can be read out of what it prints."""
    folder = tmp_path_factory.mktemp("fonts")
    (folder / "fonts.conf").write_text(
        "<fontconfig><include>/etc/fonts/fonts.conf</include>"
        f"<dir>{REPOSITORY / 'posters/fonts'}</dir><cachedir>{folder}</cachedir></fontconfig>",
        "utf-8",
    )
    with sync_playwright() as playwright:
        environment: dict[str, str | float | bool] = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS, env=environment)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def paper(printing: Browser, origin: str) -> Iterator[Page]:
    """One page for all tests of this file, as wide as the paper."""
    context = printing.new_context(viewport={"width": WIDTH_PX, "height": HEIGHT_PX}, base_url=origin)
    yield context.new_page()
    context.close()


def read_sheets(page: Page, tmp_path: Path) -> list[str]:
    """Print ``page`` on A4 and return the words of each sheet."""
    file = tmp_path / "page.pdf"
    page.pdf(path=file, format="A4")
    return read_words(file, "-layout").split("\f")[:-1]


def read_words(file: Path, order: str) -> str:
    """Return the words of a PDF as they lie on the sheet (``-layout``) or as they were written (``-raw``)."""
    return subprocess.run(["pdftotext", order, str(file), "-"], capture_output=True, check=True).stdout.decode()


def squeeze(words: str) -> str:
    """Return ``words`` without spaces, which a layout adds and takes, and without the signs that look the same in two places."""
    return re.sub(r"[\s\u00ad\u200b]|[\u2e80-\u2fdf]", "", words)


@pytest.mark.parametrize("address", PAPER)
def test_a_page_prints_whole(paper: Page, tmp_path: Path, address: str) -> None:
    paper.emulate_media(media="null")
    paper.goto(address)
    paper.emulate_media(media="print")
    seen = paper.evaluate(
        """([width, height]) => {
          const shown = element => element.checkVisibility() && element.getBoundingClientRect().width > 1;
          const all = selector => [...document.querySelectorAll(selector)].filter(shown);
          return {
            wide: document.documentElement.scrollWidth > width,
            tall: all("figure, img, svg").filter(each => each.getBoundingClientRect().height > height).map(each => each.outerHTML),
            frame: all(".md-header, .md-tabs, .md-sidebar, .md-path, .bs-footer, .md-search, button").map(each => each.className),
            headings: all(".md-content :is(h1, h2):not(.bs-columns *)").map(each => each.innerText.replace("¶", "")),
            ink: getComputedStyle(document.querySelector(".md-content__inner")).color,
          };
        }""",
        [WIDTH_PX, HEIGHT_PX],
    )
    assert (seen["wide"], seen["tall"], seen["frame"], seen["ink"]) == (False, [], [], "rgb(0, 0, 0)")
    sheets = read_sheets(paper, tmp_path)
    assert 1 <= len(sheets) <= MOST_PAGES
    for number, words in enumerate(sheets, 1):
        assert squeeze(words).endswith(f"{number}/{len(sheets)}"), "the number of the page and of all"
        lines = [squeeze(line) for line in words.splitlines() if line.strip()]
        assert len(lines) > 2, f"sheet {number} holds a foot and little else"
        assert lines[-2] not in {squeeze(heading) for heading in seen["headings"]}, "a heading without its words"
    # As they were written: where two fonts share a line, their letters may lie on two.
    everything = squeeze(read_words(tmp_path / "page.pdf", "-raw"))
    place = 0
    for heading in seen["headings"]:
        found = everything.find(squeeze(heading), place)
        assert found >= 0, f"{heading} is not there, or not in its place"
        place = found


def test_the_head_says_whose_page_it_is_and_as_of_when(paper: Page, tmp_path: Path) -> None:
    paper.goto("knowledge/confined-space/")
    first = read_sheets(paper, tmp_path)[0]
    for words in ("Beacon Group", "As of 10 June 2027", "safety.beacon.example/knowledge/confined-space/"):
        assert words in first.split("Confined space")[0]
    paper.goto("zh/knowledge/confined-space/")
    assert "2027年6月10日版" in squeeze(read_sheets(paper, tmp_path)[0])


def test_a_link_in_the_text_says_where_it_leads(paper: Page, tmp_path: Path) -> None:
    paper.goto("knowledge/confined-space/")
    words = squeeze("".join(read_sheets(paper, tmp_path)))
    assert "(safety.beacon.example/knowledge/electric-shock/)" in words


def test_a_plan_s_heads_stand_on_every_sheet(paper: Page, tmp_path: Path) -> None:
    paper.goto("campaigns/safe-production-month-2027/")
    sheets = read_sheets(paper, tmp_path)
    heads = [sheet for sheet in sheets if re.search(r"Due +Task +Owner +Result", sheet)]
    assert len(heads) >= 2


def test_the_wall_is_a_contact_sheet(paper: Page, tmp_path: Path) -> None:
    paper.goto("slogans/")
    words = squeeze("".join(read_sheets(paper, tmp_path)))
    cards = paper.locator("#bs-wall .bs-poster__words").all_text_contents()
    assert len(cards) >= 30
    assert len(read_sheets(paper, tmp_path)) <= len(cards) / 10, "at least ten to a sheet"
    found = [card for card in cards if squeeze(card)[:8] in words]
    assert len(found) == len(cards)
