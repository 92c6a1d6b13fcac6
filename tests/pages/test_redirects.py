"""The pages at old addresses: they lead on, in each language, wherever the site stands."""

from __future__ import annotations

import datetime
import posixpath
import re

import pytest

from broadside.catalog import read_catalog, read_settings
from broadside.pages import fill_shelf
from broadside.pages.redirects import make_redirects
from sites import make_small_site

MOVES = "slogans/eyes: slogans/look-first\nold/wall.html: slogans/index\nstart: index\n"


@pytest.fixture(scope="module")
def redirects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the text of each redirect by its file."""
    config = make_small_site(tmp_path_factory.mktemp("site"), {"docs/redirects.yml": MOVES})
    shelf = fill_shelf(read_catalog(read_settings(config)), (), (), {}, datetime.date(2027, 6, 10))
    return {made.address: made.text for made in make_redirects(shelf)}


def test_every_old_address_has_a_page_in_each_language(redirects: dict[str, str]) -> None:
    names = {"slogans/eyes/index.html", "old/wall.html", "start/index.html", "units/works/index.html"}
    assert redirects.keys() == names | {f"zh/{name}" for name in names}


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("slogans/eyes/index.html", "slogans/look-first/"),
        ("zh/slogans/eyes/index.html", "zh/slogans/look-first/"),
        ("old/wall.html", "slogans/"),
        ("zh/old/wall.html", "zh/slogans/"),
        ("start/index.html", ""),
        ("zh/start/index.html", "zh/"),
    ],
)
def test_it_leads_on_by_a_script_a_refresh_and_a_link(redirects: dict[str, str], file: str, address: str) -> None:
    text = redirects[file]
    targets = re.findall(r'url=([^"]+)"|<a href="([^"]+)"', text)
    assert len(targets) == 2
    for target in map("".join, targets):
        assert target.endswith("/")
        place = posixpath.normpath(posixpath.join("/", posixpath.dirname(file), target))
        assert place == "/" + address.rstrip("/")
    assert f'<link rel="canonical" href="https://safety.example/{address}">' in text
    assert "location.replace(document.links[0].href + location.search + location.hash)" in text


def test_it_speaks_its_language(redirects: dict[str, str]) -> None:
    assert '<html lang="en">' in redirects["start/index.html"]
    assert '<html lang="zh">' in redirects["zh/start/index.html"]
    assert "搬家" in redirects["zh/start/index.html"]
