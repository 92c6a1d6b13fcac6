"""A quiz in the browser: by keyboard, without scripts, on a telephone, from a folder, and on the big screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

ADDRESS = "quizzes/hazard-spotting-and-signs/"


def find(page: Page, number: int) -> Locator:
    return page.locator(f"#question-{number}")


def choose(question: Locator, *, right: bool) -> None:
    """Answer a question with one right answer by the keyboard alone."""
    marked = ":is([data-right])" if right else ":not([data-right])"
    field = question.locator(f".bs-question__options > li{marked} input").first
    field.focus()
    field.press("Space")
    expect(field).to_be_checked()
    question.locator("[data-act=check]").press("Enter")


def test_an_answer_shows_once_one_has_chosen_and_is_told_in_words(reader: Page) -> None:
    reader.set_viewport_size({"width": 390, "height": 844})
    reader.goto(ADDRESS)
    first, second = find(reader, 1), find(reader, 2)
    answer = first.locator("details")
    expect(answer).to_be_hidden()
    first.locator("[data-act=check]").press("Enter")
    expect(first.get_by_role("status")).to_have_text("Choose an answer first.")
    expect(answer).to_be_hidden()
    choose(first, right=False)
    expect(first.get_by_role("status")).to_have_text("✗ Not right.")
    expect(first.locator(".bs-question__wrong")).to_contain_text("✗ your choice, wrong")
    expect(first.locator(".bs-question__right")).to_contain_text("✓ right")
    expect(answer).to_be_visible()
    expect(answer.locator("a")).to_have_attribute("href", "../../knowledge/hazard-spotting/")
    first.locator("[data-act=check]").press("Enter")  # try again
    expect(answer).to_be_hidden()
    choose(first, right=True)
    expect(first.get_by_role("status")).to_have_text("✓ Right.")
    for place, field in enumerate(second.locator("select").all()):
        field.select_option(str(place + 1 if place else 2))
    second.locator("[data-act=check]").click()
    expect(second.get_by_role("status")).to_have_text("Give every step its own place first.")
    for option in second.locator(".bs-question__options > li").all():
        option.locator("select").select_option(option.get_attribute("data-place"))
    second.locator("[data-act=check]").click()
    expect(second.get_by_role("status")).to_have_text("✓ Right.")
    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")
    score = reader.locator(".bs-quiz__score")
    expect(score).to_have_text("2 of 2 answered right, 8 still open.")
    reader.reload()
    expect(score).to_have_text("2 of 2 answered right, 8 still open.")
    expect(first.get_by_role("status")).to_have_text("✓ Right.")
    reader.get_by_role("button", name="Clear my answers").click()
    expect(score).to_be_hidden()
    assert reader.evaluate("Object.keys(localStorage).filter(name => name.includes('quiz'))") == []


def test_each_question_is_a_group_with_its_name(reader: Page) -> None:
    reader.goto(ADDRESS)
    groups = reader.get_by_role("group", name="You come to a workplace you do not know")
    expect(groups).to_have_count(1)
    expect(groups.get_by_role("radio")).to_have_count(4)
    expect(find(reader, 2).get_by_role("combobox", name="Step A: place in the order")).to_have_count(1)
    assert reader.locator(".bs-question__picture img").get_attribute("alt")


def test_the_big_screen_shows_one_question_at_a_time(reader: Page) -> None:
    reader.goto(ADDRESS)
    choose(find(reader, 1), right=True)
    reader.get_by_role("button", name="On the big screen").click()
    shown = reader.locator(".bs-question").locator("visible=true")
    expect(shown).to_have_count(1)
    expect(reader.locator(".bs-quiz__at")).to_have_text("1 of 10")
    expect(find(reader, 1).locator("details")).to_be_hidden()
    reader.keyboard.press("ArrowRight")
    expect(find(reader, 2)).to_be_visible()
    reader.keyboard.press("Space")
    expect(find(reader, 2).locator("details")).to_be_visible()
    reader.keyboard.press("ArrowLeft")
    expect(find(reader, 1).locator("details")).to_be_hidden()
    reader.keyboard.press("Escape")
    expect(reader.locator(".bs-quiz--stage")).to_have_count(0)
    expect(find(reader, 1).get_by_role("status")).to_have_text("✓ Right.")
    reader.get_by_role("button", name="Clear my answers").click()


@pytest.mark.parametrize("language", ["", "zh/"])
def test_without_scripts_every_answer_opens(chromium: Browser, origin: str, language: str) -> None:
    context = chromium.new_context(base_url=origin, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{language}{ADDRESS}")
    answers = page.locator(".bs-question__answer")
    expect(answers).to_have_count(10)
    assert page.locator(".bs-quiz button").locator("visible=true").count() == 0
    words = answers.nth(0).locator("p").nth(1)
    expect(words).to_be_hidden()
    answers.nth(0).locator("summary").press("Enter")
    expect(words).to_be_visible()
    context.close()


def test_it_works_from_a_folder(chromium: Browser, built_site: Path) -> None:
    page = chromium.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{(built_site / ADDRESS / 'index.html').as_uri()}")
    choose(find(page, 1), right=True)
    page.reload()
    expect(find(page, 1).get_by_role("status")).to_have_text("✓ Right.")
    page.close()
    assert faults == []
