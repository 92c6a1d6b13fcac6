"""A term in an article: explained to the keyboard as to the pointer, found in the glossary, and gone on paper."""

from __future__ import annotations

from playwright.sync_api import Page, expect

ARTICLE = "zh/knowledge/mine-ventilation/"


def test_a_term_is_explained_where_it_occurs_and_leads_to_the_glossary(reader: Page) -> None:
    reader.goto(ARTICLE)
    term = reader.locator(".bs-body .bs-term", has_text="一通三防")
    expect(term).to_have_count(1)
    says = term.get_attribute("title")
    assert says
    term.focus()
    tip = reader.locator(".md-tooltip2--active")
    expect(tip).to_contain_text(says)
    assert reader.locator(":is(h1, h2, h3) .bs-term").count() == 0
    reader.emulate_media(media="print")
    expect(term).to_have_css("text-decoration-line", "none")
    assert term.evaluate("e => getComputedStyle(e, '::after').content") == "none"
    reader.emulate_media(media="screen")
    term.press("Enter")
    expect(reader.locator("h3:target")).to_contain_text("一通三防")
    expect(reader.locator("h3:target + p")).to_have_text(says)
