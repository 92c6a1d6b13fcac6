"""A copy on disk: what is in it, what is not, and that nothing else is ever touched."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.copies import CopyReport, NotACopyError, NotBuiltError, copy_site
from broadside.copies.cover import COVER
from sites import make_small_site

BUILT = {
    "index.html": '<head></head><a href="slogans/a/">A</a>',
    "slogans/a/index.html": '<head></head><a href="../../sheets/a/a-poster-a3-en-print-shop.pdf" download>P</a>',
    "sheets/a/a-poster-a3-en-print-shop.pdf": "%PDF shop",
    "sheets/a/a-poster-a3-en-office.pdf": "%PDF office",
    "zh/index.html": "<head></head>",
    "js/copy.js": "// here",
    "404.html": "",
    "sw.js": "",
    "robots.txt": "",
    "sitemap.xml": "",
    "sitemap.xml.gz": "",
    "catalog.json": "",
    "catalog.schema.json": "",
    "feeds/notices.xml": "",
    "zh/feeds/units/group.xml": "",
    "unseen/index.html": "",
    "zh/unseen/index.html": "",
    "assets/main.js.map": "",
}
FOR_SERVERS = {name for name in BUILT if BUILT[name] == ""}
DAY = datetime.date(2027, 6, 10)


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return read_catalog(read_settings(make_small_site(tmp_path / "root", {})))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in BUILT.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text, "utf-8")
    return tmp_path / "site"


def list_names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_copy_holds_the_site_but_what_is_for_servers(catalog: Catalog, site: Path, tmp_path: Path) -> None:
    report = copy_site(catalog, site, tmp_path / "copy", DAY)
    expected = {f"site/{name}" for name in BUILT.keys() - FOR_SERVERS} | {COVER, "site/left-out.html"}
    assert list_names(tmp_path / "copy") == expected
    assert 'href="slogans/a/index.html"' in (tmp_path / "copy/site/index.html").read_text("utf-8")
    total = sum(path.stat().st_size for path in (tmp_path / "copy").rglob("*") if path.is_file())
    assert report == CopyReport(tmp_path / "copy" / COVER, None, total, {"office": 11, "print-shop": 9})


def test_a_form_can_be_left_out(catalog: Catalog, site: Path, tmp_path: Path) -> None:
    report = copy_site(catalog, site, tmp_path / "copy", DAY, without=("print-shop",))
    assert report.bytes_by_form == {"office": 11}
    assert "site/sheets/a/a-poster-a3-en-print-shop.pdf" not in list_names(tmp_path / "copy")
    page = (tmp_path / "copy/site/slogans/a/index.html").read_text("utf-8")
    assert 'href="../../left-out.html#sheets/a/a-poster-a3-en-print-shop.pdf"' in page
    assert "download" not in page


def test_a_new_copy_takes_the_place_of_the_old_one(catalog: Catalog, site: Path, tmp_path: Path) -> None:
    copy_site(catalog, site, tmp_path / "copy", DAY)
    (site / "slogans/a/index.html").unlink()
    copy_site(catalog, site, tmp_path / "copy", DAY)
    assert "site/slogans/a/index.html" not in list_names(tmp_path / "copy")
    assert {path.name for path in tmp_path.iterdir()} == {"root", "site", "copy"}, "no draft is left"


def test_a_folder_of_something_else_is_left_alone(catalog: Catalog, site: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy/letter.txt").write_text("mine", "utf-8")
    with pytest.raises(NotACopyError):
        copy_site(catalog, site, tmp_path / "copy", DAY)
    assert list_names(tmp_path / "copy") == {"letter.txt"}


def test_without_a_built_site_there_is_no_copy(catalog: Catalog, tmp_path: Path) -> None:
    with pytest.raises(NotBuiltError):
        copy_site(catalog, tmp_path / "site", tmp_path / "copy", DAY)
    assert not (tmp_path / "copy").exists()


def test_the_archive_holds_the_folder_and_is_the_same_each_time(catalog: Catalog, site: Path, tmp_path: Path) -> None:
    report = copy_site(catalog, site, tmp_path / "copy", DAY, zipped=True)
    assert report.archive == tmp_path / "copy.zip"
    with zipfile.ZipFile(report.archive) as packed:
        assert packed.testzip() is None
        assert set(packed.namelist()) == {f"copy/{name}" for name in list_names(tmp_path / "copy")}
    before = report.archive.read_bytes()
    copy_site(catalog, site, tmp_path / "copy", DAY, zipped=True)
    assert report.archive.read_bytes() == before
