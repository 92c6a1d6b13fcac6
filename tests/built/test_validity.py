"""Notices, reviews and plans by the reader's clock, whatever the day of the build; and a notice on paper."""

from __future__ import annotations

import subprocess
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

LAUNCH = "notices/2026/launch-safe-production-month-2027/"
DRILL = "notices/2026/winter-fire-drill-2026/"


def list_titles(page: Page, name: str) -> list[str]:
    """Return the titles in one of the lists of notices, open or not."""
    return [each.strip() for each in page.locator(f"[data-bs-list='{name}'] .bs-row__title").all_text_contents()]


def test_the_list_is_sorted_by_the_reader_s_day(page: Page) -> None:
    page.clock.set_fixed_time("2026-11-15T09:00:00")
    page.goto("notices/")
    assert list_titles(page, "in-force")[0] == "Safe Production Month 2027 begins its preparations"
    assert list_titles(page, "coming") == ["Winter fire and evacuation drill at No. 1 Plant"]
    assert "Series promotion plan for Safe Production Month 2026" in list_titles(page, "2026")
    expect(page.get_by_role("heading", name="Coming")).to_be_visible()
    page.clock.set_fixed_time("2027-07-01T09:00:00")
    page.reload()
    assert list_titles(page, "in-force") == list_titles(page, "coming") == []
    expect(page.locator("[data-bs-empty]")).to_be_visible()
    expect(page.get_by_role("heading", name="Coming")).to_be_hidden()
    expect(page.locator("[data-bs-count]")).to_have_text("11")
    titles = list_titles(page, "2026")
    assert titles[0] == "Winter fire and evacuation drill at No. 1 Plant", "the archive goes by the day of issue, pinned or not"


def test_a_notice_says_how_it_stands(page: Page) -> None:
    for day, words in (
        ("2026-11-01", "applies from 2 November 2026"),
        ("2026-11-02", "In force"),
        ("2027-06-30", "Ends today"),
        ("2027-07-01", "no longer in force"),
    ):
        page.clock.set_fixed_time(f"{day}T23:00:00")
        page.goto(LAUNCH)
        expect(page.locator(".bs-notice")).to_contain_text(words, use_inner_text=True)
        expect(page.locator(".bs-band").locator("visible=true")).to_have_count(0 if day[5:] in {"11-02", "06-30"} else 1)


def test_attachments_say_what_they_are(page: Page, built_site: Path) -> None:
    page.goto(f"zh/{DRILL}")
    expect(page.locator(".bs-attached")).to_contain_text("CSV")
    expect(page.locator(".bs-attached")).to_contain_text("kB")
    with page.expect_download() as waiting:
        page.locator(".bs-attached a").click()
    assert Path(waiting.value.path()).read_bytes() == (built_site / "notices/2026/drill-record.csv").read_bytes()


def test_a_review_that_is_overdue_is_marked(page: Page) -> None:
    mark = page.locator("[data-bs-late]")
    for day, is_late in (("2027-10-12", False), ("2027-10-13", True)):
        page.clock.set_fixed_time(f"{day}T09:00:00")
        page.goto("knowledge/hot-work/")
        assert mark.is_visible() is is_late, day


def test_a_plan_says_what_is_due(page: Page) -> None:
    page.clock.set_fixed_time("2027-06-12T09:00:00")
    page.goto("campaigns/safe-production-month-2027/")
    marks = page.locator(".bs-plan .bs-badge").locator("visible=true")
    expect(marks).to_have_text(["Done 20 November 2026", *["Late"] * 10, "Due within a week"])
    page.goto("campaigns/safe-production-month-2026/")
    expect(marks).to_have_count(6)
    expect(marks.first).to_contain_text("Done 31 May 2026")


def test_without_scripts_it_says_of_which_day_it_speaks(chromium: Browser, origin: str) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=origin)
    page = context.new_page()
    page.goto("notices/")
    expect(page.get_by_role("heading", name="In force")).to_be_visible()
    expect(page.locator("#bs-content").get_by_text("10 June 2027")).to_be_visible()
    page.goto(LAUNCH)
    expect(page.get_by_role("button", name="Print this notice")).to_be_hidden()
    context.close()


def test_a_notice_on_paper_is_in_order(page: Page, tmp_path: Path) -> None:
    page.clock.set_fixed_time("2026-12-01T09:00:00")
    page.goto(LAUNCH)
    file = tmp_path / "notice.pdf"
    page.pdf(path=file, format="A4", prefer_css_page_size=True)
    words = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    places = [words.find(part) for part in ("Beacon Group", "No. 31", "begins its preparations", "Place for the seal")]
    assert -1 not in places, words
    assert places == sorted(places)
    assert "Slogans on this" not in words
    assert "Campaigns" not in words


def test_the_questions_of_a_lesson_print_alone(page: Page, tmp_path: Path) -> None:
    page.add_init_script("window.print = () => { window.printed = document.documentElement.dataset.bsPrinting }")
    page.goto("lessons/piper-alpha-permit/")
    page.get_by_role("button", name="Print the questions, large").click()
    assert page.evaluate("window.printed") == "talk"
    file = tmp_path / "talk.pdf"
    page.pdf(path=file, format="A4", prefer_css_page_size=True)
    words = " ".join(subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout.split())
    assert "Which jobs on our unit are suspended right now?" in words
    assert "relief valve had been removed" not in words
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.bsPrinting") is None
