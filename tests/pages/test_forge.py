"""The links to where the site's files are kept."""

from __future__ import annotations

import datetime
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from broadside.catalog import read_catalog, read_settings
from broadside.checking import check_site
from broadside.kinds import MAKES
from broadside.pages import SitePage, fill_shelf, make_pages
from broadside.pages.forge import ADDRESS_MAX, list_edits
from broadside.pages.values import Shelf
from sites import VALID, make_site

FORGES = ("github", "gitlab", "forgejo", "gitea")
TODAY = datetime.date(2027, 6, 10)


def make_shelf(root: Path, forge: str | None) -> Shelf:
    own = "" if forge in {None, "github", "gitlab"} else ", address: 'https://git.example/'"
    editing = f"  editing: {{forge: {forge}, repository: safety/site, branch: main{own}}}\n" if forge else ""
    files = {
        "mkdocs.yml": VALID["mkdocs.yml"] + editing,
        "docs/contributing/index.md": "# Begin\n",
        "docs/knowledge/ladders.md": "---\ntitle: Ladders\nkind: skill\ntopics: [height]\n---\nClimb.\n",
        "docs/knowledge/ladders.zh.md": "---\ntitle: 梯子\n---\n爬。\n",
    }
    catalog, _ = check_site(make_site(root, files))
    return fill_shelf(catalog, (), (), {}, TODAY)


def find(shelf: Shelf, address: str) -> SitePage:
    return next(page for page in make_pages(shelf) if page.address == address)


def list_links(shelf: Shelf, address: str) -> dict[str, str]:
    return {edit.words: edit.address for edit in list_edits(shelf, find(shelf, address))}


@pytest.mark.parametrize(
    ("forge", "home"),
    [
        ("github", "https://github.com/safety/site/edit/main/"),
        ("gitlab", "https://gitlab.com/safety/site/-/edit/main/"),
        ("forgejo", "https://git.example/safety/site/_edit/main/"),
        ("gitea", "https://git.example/safety/site/_edit/main/"),
    ],
)
def test_a_page_leads_to_the_file_of_its_language(tmp_path: Path, forge: str, home: str) -> None:
    shelf = make_shelf(tmp_path, forge)
    assert list_links(shelf, "knowledge/ladders/") == {"Edit this page": f"{home}docs/knowledge/ladders.md"}
    assert list_links(shelf, "zh/knowledge/ladders/") == {"修改本页": f"{home}docs/knowledge/ladders.zh.md"}
    assert list_links(shelf, "zh/slogans/look-first/") == {"修改本页": f"{home}slogans/look-first.md"}


def test_without_a_forge_there_are_none(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, None)
    assert all(list_edits(shelf, page) == () for page in make_pages(shelf))


@pytest.mark.parametrize("forge", FORGES)
def test_each_list_begins_another_and_the_editors_page_any(tmp_path: Path, forge: str) -> None:
    shelf = make_shelf(tmp_path, forge)
    (begun,) = list_links(shelf, "slogans/").items()
    assert begun[0] == "New slogan"
    assert set(list_links(shelf, "zh/lessons/")) == {"新建事故案例"}
    links = list_links(shelf, "contributing/")
    assert len(links) == len(MAKES) + 1
    folders = {unquote(urlsplit(address).path).partition("/main/")[2] for address in links.values()}
    assert folders == {
        "slogans/",
        "docs/notices/2027/",
        "docs/knowledge/",
        "docs/lessons/",
        "docs/campaigns/",
        "docs/activities/",
        "docs/drills/",
        "docs/responsibilities/",
        "docs/checklists/",
        "docs/blackboards/",
        "docs/quizzes/",
        "docs/scripts/",
        "docs/reports/",
        "docs/works/",
        "docs/faq/",
        "docs/contributing/index.md",
    }


@pytest.mark.parametrize("forge", ["github", "forgejo", "gitea"])
@pytest.mark.parametrize("language", ["", "zh/"])
def test_a_new_file_has_its_fields(tmp_path: Path, forge: str, language: str) -> None:
    shelf = make_shelf(tmp_path, forge)
    for kind, address in zip(MAKES, list_links(shelf, f"{language}contributing/").values(), strict=False):
        assert len(address) <= ADDRESS_MAX
        given = parse_qs(urlsplit(address).query)
        assert given["filename"] == [f"new-{kind}.md"]
        assert given["value"][0].startswith("---\n# ")
        assert "campaign: month\n" in given["value"][0] or kind == "campaign"
        assert "2027-06-10" not in given["value"][0]


def test_what_is_begun_passes_when_it_is_filled_in(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, "gitea")
    (address,) = list_links(shelf, "slogans/").values()
    text = parse_qs(urlsplit(address).query)["value"][0]
    filled = text.replace("  en:\n", "  en: Look twice\n").replace("  zh:\n", "  zh: 看两遍\n")
    assert filled != text
    catalog = read_catalog(read_settings(tmp_path / "mkdocs.yml"), {"slogans/new-slogan.md": filled.encode()})
    assert catalog.entries["slogans/new-slogan"].kind == "slogan"


def test_gitlab_takes_a_name_alone(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, "gitlab")
    (address,) = list_links(shelf, "slogans/").values()
    assert address == "https://gitlab.com/safety/site/-/new/main/slogans/?file_name=new-slogan.md"
