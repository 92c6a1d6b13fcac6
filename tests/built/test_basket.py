"""The print basket in a browser: gathered across pages, joined to one PDF a paper size, read by programs that did not make it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import watch


def add(page: Page, slogan: str, *endings: str) -> None:
    """Put files of a slogan into the basket with the buttons of its page."""
    page.goto(f"slogans/{slogan}/")
    for ending in endings:
        button = page.locator(f"[data-bs-add*='{slogan}-{ending}']").first
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")


def make_pdf(page: Page, paper: str, folder: Path) -> Path:
    """Make the PDF of one paper on the basket's page, save it, and return where it lies."""
    section = page.locator(".bs-basket__paper").filter(has=page.get_by_role("heading", name=paper, exact=True))
    section.get_by_role("button", name=f"Make one PDF of {paper}").click()
    save = section.get_by_role("link", name="Save it")
    save.wait_for()
    with page.expect_download() as waiting:
        save.click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def ask(*command: str | Path) -> str:
    """Return what a program says."""
    said = subprocess.run([str(part) for part in command], capture_output=True, check=True).stdout
    return said.decode("utf-8", "replace")  # a PDF in plain form still holds bytes


def read_boxes(file: Path, box: str = "MediaBox") -> list[tuple[float, ...]]:
    """Return a box of each page, in points, as pdfinfo reads it."""
    said = ask("pdfinfo", "-box", "-l", "999", file)
    return [tuple(map(float, found)) for found in re.findall(rf"{box}:\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)", said)]


def read_pages(file: Path) -> list[str]:
    """Return the words of each page."""
    return [" ".join(page.split()) for page in ask("pdftotext", file, "-").split("\f")[:-1]]


def test_sheets_are_gathered_across_pages_and_languages(page: Page) -> None:
    link = page.locator("[data-bs-basket]")
    count = link.locator(".bs-basket-link__count")
    page.goto("")
    expect(count).to_be_hidden()
    add(page, "hard-hat", "poster-a4-en-office", "poster-a3-en-copier")
    add(page, "life-first", "poster-a4-en-office")
    expect(count).to_have_text("3")
    expect(link).to_have_accessible_name("Print basket, sheets in it: 3")
    page.goto("zh/knowledge/")
    expect(count).to_have_text("3")
    link.click()
    page.wait_for_url("**/zh/basket/")
    assert page.locator(".bs-basket__paper h2").all_inner_texts() == ["A4", "A3"]
    expect(page.locator(".bs-basket__paper").first).to_contain_text("A4，办公室打印机，彩色")
    expect(page.locator(".bs-basket__paper").first.locator("[lang=en]").first).to_have_text("Hard hat first. Then the gate.")
    page.get_by_role("button", name=re.compile("^移除Hard hat.*A4")).click()
    expect(count).to_have_text("2")
    add_again = page.locator("[data-bs-add*='hard-hat-poster-a3-en-copier']").first
    page.goto("slogans/hard-hat/")
    expect(add_again).to_have_attribute("aria-pressed", "true")
    add_again.click()
    expect(add_again).to_have_attribute("aria-pressed", "false")
    expect(count).to_have_text("1")
    page.goto("basket/")
    page.get_by_role("button", name="Empty the basket").click()
    expect(page.locator(".bs-basket__empty")).to_be_visible()
    expect(count).to_be_hidden()


def test_one_pdf_a_paper_size(page: Page, tmp_path: Path) -> None:
    add(page, "hard-hat", "poster-a4-en-office", "poster-a3-en-copier", "poster-a2-en-tiles-a4")
    add(page, "no-smoking", "poster-a4-en-office")
    page.goto("basket/")
    page.get_by_role("spinbutton", name=re.compile("Copies of No smoking")).fill("3")
    page.keyboard.press("Tab")
    expect(page.locator(".bs-basket__sum")).to_have_text("Sheets: 4, copies in all: 6")

    tiles = len(read_pages_of(page, "sheets/hard-hat/hard-hat-poster-a2-en-tiles-a4.pdf", tmp_path))
    small = make_pdf(page, "A4", tmp_path)
    assert small.name == "A4.pdf"
    ask("qpdf", "--check", small)
    words = read_pages(small)
    assert len(words) == 1 + tiles + 3
    assert words[0].startswith("Hard hat first.")
    assert all("No smoking." in page_words for page_words in words[-3:])
    assert len(set(words[-3:])) == 1
    assert {tuple(sorted((round(x1 - x0), round(y1 - y0)))) for x0, y0, x1, y1 in read_boxes(small)} == {(595, 842)}
    fonts = ask("pdffonts", small).splitlines()[2:]
    assert fonts, "words stay words: no page is a picture"
    assert "PrintScaling" in ask("qpdf", "--qdf", "--object-streams=disable", small, "-")

    large = make_pdf(page, "A3", tmp_path)
    ask("qpdf", "--check", large)
    assert [tuple(map(round, box[2:])) for box in read_boxes(large)] == [(842, 1191)]
    assert read_pages(large)[0].startswith("Hard hat first.")


def read_pages_of(page: Page, address: str, folder: Path) -> list[str]:
    """Return the words of each page of a file that the site serves."""
    file = folder / "served.pdf"
    page.goto("basket/")
    file.write_bytes(page.request.get(address).body())
    return read_pages(file)


def test_the_papers_of_documents_go_in_beside_posters(page: Page, tmp_path: Path) -> None:
    add(page, "hard-hat", "poster-a4-en-office")
    page.goto("zh/knowledge/lifting/")
    page.locator("[data-bs-add*='lifting-talk-card-zh']").click()
    page.goto("quizzes/confined-space/")
    page.locator("[data-bs-add*='confined-space-quiz-a-en']").click()
    page.goto("basket/")
    expect(page.locator(".bs-basket__paper").first).to_contain_text("Talk card · A4")
    file = make_pdf(page, "A4", tmp_path)
    words = read_pages(file)
    assert ("Hard hat first." in words[0], "班前讲话卡" in words[1], "Paper A" in words[2]) == (True, True, True), words


def test_a_print_shop_s_boxes_and_inks_stay(page: Page, built_site: Path, tmp_path: Path) -> None:
    name = "poster-a3-en-print-shop"
    add(page, "hard-hat", name)
    add(page, "life-first", name)
    page.goto("basket/")
    joined = make_pdf(page, "A3, for the print shop", tmp_path)
    alone = built_site / f"sheets/hard-hat/hard-hat-{name}.pdf"
    for box in ("MediaBox", "TrimBox", "BleedBox"):
        assert read_boxes(joined, box) == read_boxes(alone, box) * 2, box
    plain = ask("qpdf", "--qdf", "--object-streams=disable", joined, "-")
    assert "/OutputIntents" in plain
    assert "FOGRA39" in plain
    ask("qpdf", "--check", joined)


def test_the_lightbox_puts_sheets_in_too(page: Page) -> None:
    page.goto("slogans/#slogan-hard-hat")
    button = page.locator("dialog .bs-add").first
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.goto("basket/")
    expect(page.locator(".bs-basket__row")).to_contain_text(["Hard hat first. Then the gate."])


JUNK: Sequence[object] = (
    "not json",
    {"file": "x"},
    [1, None, "x"],
    [
        {
            "file": "https://other.example/a.pdf",
            "carrier": "",
            "purpose": "",
            "paper": "A4",
            "words": "",
            "language": "",
            "copies": 1,
        }
    ],
    [{"file": "sheets/../../a.pdf", "carrier": "", "purpose": "", "paper": "A4", "words": "", "language": "", "copies": 1}],
)


@pytest.mark.parametrize("kept", JUNK)
def test_what_another_program_kept_is_not_believed(page: Page, kept: object) -> None:
    page.goto("basket/")
    text = kept if isinstance(kept, str) else json.dumps(kept)
    page.evaluate("text => localStorage.setItem(`broadside-basket:${broadsideBasket.site.pathname}`, text)", text)
    page.reload()
    expect(page.locator(".bs-basket__empty")).to_be_visible()


def test_words_from_the_basket_are_words(page: Page) -> None:
    """Copies are kept within bounds, and markup in the words stays words."""
    page.goto("basket/")
    entry = {
        "file": "sheets/hard-hat/hard-hat-poster-a4-en-office.pdf",
        "carrier": "poster-a4",
        "purpose": "office-a4",
        "paper": "A4",
        "words": "<img src=x onerror=alert(1)>",
        "language": "en",
        "copies": 5000,
    }
    page.evaluate(
        "text => localStorage.setItem(`broadside-basket:${broadsideBasket.site.pathname}`, text)", json.dumps([entry, entry])
    )
    page.reload()
    expect(page.locator(".bs-basket__row strong")).to_have_text(["<img src=x onerror=alert(1)>"])
    expect(page.get_by_role("spinbutton")).to_have_value("99")
    assert page.locator("#bs-basket img").count() == 0


def test_a_file_that_is_gone_is_named(chromium: Browser, origin: str) -> None:
    # The site's worker would hand out the file that it keeps.
    context = chromium.new_context(base_url=origin, service_workers="block")
    page = context.new_page()
    add(page, "hard-hat", "poster-a4-en-office")
    page.goto("basket/")
    page.route("**/*.pdf", lambda route: route.fulfill(status=404))
    page.get_by_role("button", name="Make one PDF").click()
    expect(page.locator(".bs-basket__status")).to_contain_text("could not be read: Hard hat first. Then the gate. (A4 poster)")
    context.close()


def test_from_a_stick_the_files_are_offered_one_by_one(chromium: Browser, built_site: Path) -> None:
    """A page opened as a file may not read others: it says so, and links to each sheet."""
    context = chromium.new_context()
    page = context.new_page()
    faults = watch(page, built_site.as_uri())
    page.goto((built_site / "slogans/hard-hat/index.html").as_uri())
    page.locator("[data-bs-add*='poster-a4-en-office']").first.click()
    page.goto((built_site / "basket/index.html").as_uri())
    expect(page.locator(".bs-basket__local")).to_be_visible()
    expect(page.get_by_role("button", name="Make one PDF")).to_be_hidden()
    link = page.get_by_role("link", name="Open the file").get_attribute("href") or ""
    assert link == (built_site / "sheets/hard-hat/hard-hat-poster-a4-en-office.pdf").as_uri()
    assert [fault for fault in faults if "search" not in fault] == []
    context.close()


def test_all_that_goes_to_one_place_goes_in_at_once(page: Page) -> None:
    page.goto("campaigns/safe-production-month-2027/kit/")
    place = page.locator("#hall")
    button = place.get_by_role("button")
    expect(button).to_be_visible()
    count = int(re.sub(r"\D", "", button.inner_text()))
    button.click()
    expect(place.get_by_role("status")).to_have_text(f"{count} added to the print basket.")
    expect(page.locator("[data-bs-basket] .bs-basket-link__count")).to_have_text(str(count))
    button.click()
    expect(place.get_by_role("status")).to_have_text("0 added to the print basket.")
    page.goto("basket/")
    expect(page.get_by_role("heading", name="A4", exact=True)).to_be_visible()
