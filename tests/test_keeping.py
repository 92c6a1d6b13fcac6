"""A page's key changes with all that the page shows, and with nothing else."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from broadside.catalog.terms import Term
from broadside.keeping import group_pages, hash_frame, list_samples, name_page
from broadside.pages import Shelf, SitePage, make_pages
from broadside.pages.feeds import Feed, list_feeds
from broadside.pages.forge import Edit
from broadside.pages.sharing import Sharing, find_screens, make_sharing
from pages.sites import make_shelf

ARTICLE = "---\ntitle: {title}\nkind: rule\ntopics: [ppe]\n---\n\n{body}\n"


def lay(root: Path, **files: str | None) -> tuple[Shelf, dict[str, SitePage], dict[str, Sharing]]:
    """Return the shelf, the pages and how they are shared of a site of two articles; ``files`` of docs/knowledge/ are laid over."""
    root.mkdir()
    both = {name: ARTICLE.format(title=f"About {name}", body="Words.") for name in ("belts", "hats")}
    shelf = make_shelf(root, {f"docs/knowledge/{name}.md": text for name, text in {**both, **files}.items()})
    pages = {page.address: page for page in make_pages(shelf)}
    return shelf, pages, {address: make_sharing(shelf, page, find_screens(shelf)) for address, page in pages.items()}


def name(root: Path, address: str, **files: str | None) -> str:
    """Return the key of a page of that site."""
    shelf, pages, sharings = lay(root, **files)
    return name_page(shelf, "frame", pages[address], sharings[address], ())


def test_a_page_is_named_by_what_it_shows(tmp_path: Path) -> None:
    first = name(tmp_path / "one", "knowledge/belts/")
    assert first
    assert name(tmp_path / "two", "knowledge/belts/") == first
    other_words = ARTICLE.format(title="About hats", body="Other words.")
    assert name(tmp_path / "three", "knowledge/belts/", hats=other_words) == first, "another's text stands on its own page"
    other_title = ARTICLE.format(title="About helmets", body="Words.")
    assert name(tmp_path / "four", "knowledge/belts/", hats=other_title) != first, "its title stands beside related ones"
    assert name(tmp_path / "five", "knowledge/", hats=other_title) != name(tmp_path / "six", "knowledge/")


@pytest.mark.parametrize("change", ["frame", "sharing", "edits", "view", "found"])
def test_each_part_of_a_page_counts(tmp_path: Path, change: str) -> None:
    shelf, pages, sharings = lay(tmp_path / "site")
    address = "knowledge/belts/"
    page, sharing = pages[address], sharings[address]
    first = name_page(shelf, "frame", page, sharing, ())
    other = {
        "frame": lambda: name_page(shelf, "other", page, sharing, ()),
        "sharing": lambda: name_page(shelf, "frame", page, dataclasses.replace(sharing, type="other"), ()),
        "edits": lambda: name_page(shelf, "frame", page, sharing, (Edit("Edit", "https://forge.example/edit"),)),
        "view": lambda: name_page(
            shelf, "frame", dataclasses.replace(page, make_view=lambda shelf: {**page.show(shelf), "more": 1}), sharing, ()
        ),
        "found": lambda: name_page(shelf, "frame", dataclasses.replace(page, is_searchable=False), sharing, ()),
    }[change]()
    assert other != first


def test_a_page_whose_values_do_not_say_what_they_are_has_no_key(tmp_path: Path) -> None:
    shelf, pages, sharings = lay(tmp_path / "site")
    page = dataclasses.replace(pages["knowledge/belts/"], make_view=lambda _: {"thing": object()})
    assert name_page(shelf, "frame", page, sharings[page.address], ()) == ""


def test_the_frame_knows_terms_day_theme_and_policy(tmp_path: Path) -> None:
    shelf, pages, _ = lay(tmp_path / "site")
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "main.html").write_text("one", "utf-8")

    def look(on: Shelf = shelf, tabs: tuple[SitePage, ...] = (), policy: str = "self", ground: str = "ground") -> str:
        return hash_frame(on, ground, tabs, (), [theme], policy)

    first = look()
    assert look() == first
    assert look(policy="none") != first
    assert look(ground="other") != first
    assert look(tabs=(pages["knowledge/"],)) != first
    assert look(dataclasses.replace(shelf, today=shelf.today.replace(day=11))) != first
    helmet = Term(term={"en": "helmet", "zh": "安全帽"}, says={"en": "It saves heads.", "zh": "护头。"})
    assert look(dataclasses.replace(shelf, catalog=dataclasses.replace(shelf.catalog, terms={"helmet": helmet}))) != first
    (theme / "main.html").write_text("another", "utf-8")
    assert look() != first


def test_the_frame_knows_which_feeds_there_are_and_not_what_is_in_them(tmp_path: Path) -> None:
    shelf, _, _ = lay(tmp_path / "site")
    feeds = [*list_feeds(shelf, "en")]
    assert any(feed.entries for feed in feeds)

    def look(*feeds: Feed) -> str:
        return hash_frame(shelf, "ground", (), feeds, (), "self")

    first = look(*feeds)
    assert look(*(dataclasses.replace(feed, entries=()) for feed in feeds)) == first, "another document in a feed changes no page"
    assert look(*(dataclasses.replace(feed, title="Other news") for feed in feeds)) != first
    assert look(*(dataclasses.replace(feed, address=f"{feed.address}.atom") for feed in feeds)) != first
    assert look(*feeds[1:]) != first


def test_languages_of_a_document_belong_together_and_each_template_has_a_sample(tmp_path: Path) -> None:
    shelf, pages, _ = lay(tmp_path / "site")
    groups = group_pages(pages.values(), "en")
    assert [page.address for page in groups["knowledge/belts/"]] == ["knowledge/belts/", "zh/knowledge/belts/"]
    assert sorted(page.address for its in groups.values() for page in its) == sorted(pages)
    samples = list_samples(shelf, groups)
    assert [groups[each][0].template for each in samples] == [*dict.fromkeys(groups[each][0].template for each in samples)]
    assert {"article.html", "slogan.html", "campaign.html"} == {groups[each][0].template for each in samples}
