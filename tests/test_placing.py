"""What is put beside a site's pages: all that it has, nothing of an earlier build, and nothing twice."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from broadside.building import Site, make_site
from broadside.marks import read_clock
from broadside.placing import NOTHING, Placed, open_folder, place_site, remove_stale
from broadside.search import Extract, Facts, SearchPage, extract_page
from sites import REPOSITORY
from sites import make_site as lay_site

HATS, BELTS = (
    extract_page(SearchPage(f"{name}/", name, f"<p>All about {name}s.</p>", Facts("en", "knowledge"))) for name in ("hat", "belt")
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(lay_site(tmp_path_factory.mktemp("site"), {}), press=False)


def place(site: Site, pages: Sequence[Extract], root: Path, before: Placed = NOTHING) -> tuple[Placed, dict[str, bytes]]:
    """Place a site as the generator lets us; returns what stands, and every file's bytes."""
    root.mkdir(exist_ok=True)
    since = read_clock(root)
    (root / "sw.js").write_text((REPOSITORY / "hooks/theme/sw.js").read_text("utf-8"), "utf-8")
    (root / "index.html").write_text("A page.", "utf-8")
    placed = place_site(site, pages, root, since, {"index.html"}, before)
    while read_clock(root) <= max(path.stat().st_ctime_ns for path in root.rglob("*")):
        time.sleep(0.01)
    return placed, {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_what_stands_is_not_written_again(site: Site, tmp_path: Path) -> None:
    before, files = place(site, [HATS], tmp_path / "one")
    inodes = {name: (tmp_path / "one" / name).stat().st_ino for name in files}
    after, again = place(site, [HATS], tmp_path / "one", before)
    assert again == files
    written = {name for name, inode in inodes.items() if (tmp_path / "one" / name).stat().st_ino != inode}
    believed = before.hashes.keys()  # all but what was written at the tick of the clock at which the first build ended
    assert not written & believed - {"search/search_index.json", "search/search_index.js"}
    assert "index.html" in believed
    assert after.index is not None


def test_another_index_takes_the_place_of_the_first(site: Site, tmp_path: Path) -> None:
    before, _ = place(site, [HATS, HATS], tmp_path / "one")
    _, files = place(site, [HATS, BELTS], tmp_path / "one", before)
    assert files == place(site, [HATS, BELTS], tmp_path / "two")[1]


def test_what_somebody_changed_is_put_right(site: Site, tmp_path: Path) -> None:
    root = tmp_path / "one"
    before, files = place(site, [HATS], root)
    for name in ("robots.txt", f"{before.folder}t0.js"):
        (root / name).write_text("Something else", "utf-8")
        assert place(site, [HATS], root, before)[1] == files
        (root / name).unlink()
        assert place(site, [HATS], root, before)[1] == files


def test_what_was_neither_written_nor_confirmed_goes(tmp_path: Path) -> None:
    names = ("old/index.html", "kept/index.html", "both/old.html", "both/new.html")
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    while read_clock(tmp_path) <= max((tmp_path / name).stat().st_ctime_ns for name in names):
        time.sleep(0.01)
    since = read_clock(tmp_path)
    (tmp_path / "both/new.html").write_text("new", "utf-8")
    (tmp_path / "link.pdf").hardlink_to(tmp_path / "both/new.html")
    remove_stale(open_folder(tmp_path), since, {"kept/index.html"})
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [
        "both",
        "both/new.html",
        "kept",
        "kept/index.html",
        "link.pdf",
    ]
