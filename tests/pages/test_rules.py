"""The pages of the rules: each in every language, with what the check says and both examples, in words that stay words."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from markdown import Markdown

from broadside.catalog.addresses import list_ids
from broadside.catalog.values import make_address
from broadside.pages import make_pages
from broadside.pages.rules import make_rule_pages
from broadside.pages.values import Shelf, SitePage
from broadside.rules import FOLDER, list_rules, read_rule, show
from broadside.texts import LANGUAGES, read_rules

from .sites import make_shelf


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return make_shelf(tmp_path_factory.mktemp("rules") / "site", {})


def read_pages(shelf: Shelf, language: str) -> dict[str, SitePage]:
    return {page.address: page for page in make_rule_pages(shelf, language)}


def render(page: SitePage) -> str:
    """Return a page as the site's extensions of Markdown that it needs make it."""
    return Markdown(extensions=["def_list", "pymdownx.superfences"]).convert(page.markdown)


def read_words(rendered: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", rendered))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_page_at_its_address(shelf: Shelf, language: str) -> None:
    pages, folder = read_pages(shelf, language), "" if language == "en" else f"{language}/"
    assert pages.keys() == {f"{folder}{FOLDER}/", *(f"{folder}{FOLDER}/{name}/" for name in list_rules())}
    assert pages.keys() <= {page.address for page in make_pages(shelf)}
    for page in pages.values():
        assert page.alternates["zh"] == f"zh/{page.alternates['en']}"
        assert not page.is_searchable


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_all_of_its_rule(shelf: Shelf, language: str) -> None:
    pages, folder = read_pages(shelf, language), "" if language == "en" else f"{language}/"
    for name in list_rules():
        rule, rendered = read_rule(name, language), render(pages[f"{folder}{FOLDER}/{name}/"])
        words = read_words(rendered)
        assert words.startswith(rule.says), name
        assert rule.mend in words, name
        assert rule.why in words, name
        for sample in (*rule.wrong, *rule.right):
            assert (show(sample.text) or read_rules(language)["nothing"]) in words, name
            assert sample.path in words
        tags = set(re.findall(r"<(\w+)", rendered))
        assert tags <= {"p", "h2", "code", "pre", "div", "span", "a"}, name
        assert rendered.count("<h2") == 3, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_names_every_rule_under_its_group(shelf: Shelf, language: str) -> None:
    folder = "" if language == "en" else f"{language}/"
    rendered = render(read_pages(shelf, language)[f"{folder}{FOLDER}/"])
    assert sorted(re.findall(r'<dt><a href="([^"]*)\.md"><code>', rendered)) == sorted(list_rules())
    assert rendered.count("<h2") == len(read_rules(language)["groups"])
    for name in list_rules():
        assert read_rule(name, language).says in read_words(rendered), name


def test_an_editor_s_own_page_stands_in_its_place(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, {f"docs/{FOLDER}/yaml-tab.md": "---\ntitle: Tabs\n---\nNot here.\n"})
    pages = [page for page in make_pages(shelf) if page.address == f"{FOLDER}/yaml-tab/"]
    assert [page.title for page in pages] == ["Tabs"]


def test_an_editor_may_link_to_a_rule_and_a_redirect_lead_to_it(tmp_path: Path) -> None:
    link = f"---\ntitle: Tabs\n---\n[Not here]({FOLDER}/yaml-tab.md), [all]({FOLDER}/index.md)\n"
    shelf = make_shelf(tmp_path, {"docs/tabs.md": link, "docs/redirects.yml": f"tab: {FOLDER}/yaml-tab\n"})
    assert shelf.catalog.moves == {"tab": f"{FOLDER}/yaml-tab"}


def test_the_addresses_are_recorded(shelf: Shelf) -> None:
    recorded = {make_address(identity) for identity in list_ids(shelf.catalog.entries, shelf.catalog.designs, ())}
    assert read_pages(shelf, "en").keys() <= recorded
