"""The real ``mkdocs build``, ProperDocs, and what a mistake does to both."""

from __future__ import annotations

import posixpath
import re
import shutil
import urllib.parse
from pathlib import Path

from broadside.checking import check_site
from broadside.press.outputs import ENDINGS, list_forms
from broadside.sheets import list_kit_sheets, plan_samples
from sites import REPOSITORY

from .building import build, copy_site, read_page, read_words

SECTIONS = ("slogans", "notices", "knowledge", "lessons", "campaigns")


def test_every_document_has_a_page_in_every_language(built_site: Path) -> None:
    catalog, _ = check_site(REPOSITORY / "mkdocs.yml")
    for entry in catalog.entries.values():
        address = f"{entry.id.removesuffix('index').rstrip('/')}/index.html".lstrip("/")
        assert (built_site / address).is_file(), entry.path
        assert (built_site / "zh" / address).is_file(), entry.path
    for section in SECTIONS:
        assert (built_site / section / "index.html").is_file()
        assert (built_site / "zh" / section / "index.html").is_file()


def test_every_sheet_is_served_under_a_name_that_says_what_it_is(built_site: Path) -> None:
    catalog, sheets = check_site(REPOSITORY / "mkdocs.yml")
    samples, _ = plan_samples(catalog)
    expected = {
        f"{sheet.slogan}/{sheet.slogan}-{sheet.name}-{form}{ENDINGS[form]}"
        for sheet in (*sheets, *samples, *list_kit_sheets(catalog, sheets))
        for form in list_forms(sheet)
    }
    folder = built_site / "sheets"
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")} == expected


def test_the_gallery_and_the_screens_have_their_pages(built_site: Path) -> None:
    designs = [folder.name for folder in (REPOSITORY / "posters/designs").iterdir() if folder.is_dir()]
    for folder in (built_site, built_site / "zh"):
        links = read_page(folder / "designs/index.html").links
        for name in designs:
            assert (folder / "designs" / name / "index.html").is_file()
            assert any(link.rstrip("/").endswith(name) for link in links), name
        assert (folder / "signage/index.html").is_file()


def test_every_link_leads_somewhere_on_the_site(built_site: Path) -> None:
    files = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*") if path.is_file()}
    lost = []
    for path in sorted(built_site.rglob("*.html")):
        page = path.relative_to(built_site).as_posix()
        for link in read_page(path).links:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme in {"data", "mailto", "tel"} or link.startswith("https://safety.beacon.example/"):
                continue
            assert not parts.scheme, f"{page} names {link}"
            assert not parts.netloc, f"{page} names {link}"
            place = (
                posixpath.normpath(posixpath.join(posixpath.dirname(page), urllib.parse.unquote(parts.path)))
                if parts.path
                else page
            )
            place = place.removeprefix("/") if page == "404.html" else place
            if not ({place, f"{place}/index.html", f"{place}index.html"} & files or place == "."):
                lost.append(f"{page}: {link}")
    assert lost == []


def test_every_page_speaks_its_language(built_site: Path) -> None:
    for path in sorted(built_site.rglob("index.html")):
        language = "zh" if path.relative_to(built_site).parts[0] == "zh" else "en"
        text = path.read_text("utf-8")
        assert f'<html lang="{language}"' in text, path
        if 'http-equiv="refresh"' in text:
            continue  # no page but the way to one
        assert text.count("<h1") == 1, path
        other = {"en": "zh", "zh": "en"}[language]
        assert f'hreflang="{other}"' in text, path


def test_an_untranslated_page_says_so_and_is_not_found_twice(odd_folder: Path) -> None:
    site = odd_folder / "site/safety"
    assert "本页暂无中文译文" in (site / "zh/lessons/flooded-substation/index.html").read_text("utf-8")
    index = "".join(path.read_text("utf-8") for path in (site / "search").rglob("d*.js"))
    assert '"zh/lessons/flooded-substation/' not in index
    assert '"lessons/flooded-substation/' in index


def test_properdocs_builds_the_same_site(odd_folder: Path, tmp_path: Path) -> None:
    done = build(odd_folder / "mkdocs.yml", tmp_path / "site", generator="properdocs", BROADSIDE_PRESS="false")
    assert done.returncode == 0, done.stdout
    words = read_words(odd_folder / "site/safety")
    assert len(words) > 500
    assert read_words(tmp_path / "site") == words


def test_the_site_can_be_built_without_the_press(odd_folder: Path) -> None:
    assert (odd_folder / "site/safety/slogans/hard-hat/index.html").is_file()
    assert not (odd_folder / "site/safety/sheets").exists()


def test_a_store_that_cannot_be_opened_is_said_in_words(tmp_path: Path) -> None:
    done = build(copy_site(tmp_path, ("hard-hat",)), tmp_path / "site", BROADSIDE_STORE="nowhere://bucket")
    assert done.returncode == 1
    assert "nowhere://bucket" in done.stdout
    assert "Traceback" not in done.stdout


def test_a_mistake_leaves_the_last_good_site_as_it_was(odd_folder: Path, tmp_path: Path) -> None:
    """What is printed again when it is mended, test_serving.py and press/test_printing.py see."""
    root = shutil.copytree(odd_folder, tmp_path / "odd", symlinks=True)
    slogan = root / "slogans/hard-hat.md"
    slogan.write_text(slogan.read_text("utf-8").replace("topics:", "topisc:"), "utf-8")
    (root / "docs/notices/2026/flood-season-inspection-2026.md").write_text("---\ntitle: Inspection\n---\n", "utf-8")
    before = {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")}
    broken = build(root / "mkdocs.yml", root / "site/safety")
    assert broken.returncode == 1
    assert "slogans/hard-hat.md:" in broken.stdout
    assert 'there is no field "topisc" here' in broken.stdout
    assert "docs/notices/2026/flood-season-inspection-2026.md:2:1: date: missing." in broken.stdout
    assert "Nothing was made." in broken.stdout
    assert {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")} == before


def test_messages_are_in_the_reader_s_language(tmp_path: Path) -> None:
    config = copy_site(tmp_path, ("hard-hat",))
    (tmp_path / "slogans/hard-hat.md").write_text("", "utf-8")
    done = build(config, tmp_path / "site", BROADSIDE_LANGUAGE="zh")
    assert done.returncode == 1
    assert "文件是空的" in done.stdout


def test_the_style_sheets_of_every_page_are_one(built_site: Path) -> None:
    named = re.search(r"extra_css: \[(.*)\]", (REPOSITORY / "mkdocs.yml").read_text("utf-8"))
    assert named
    parts = named[1].split(", ")
    joined = (built_site / "css/site.css").read_text("utf-8")
    assert joined == "\n".join((REPOSITORY / "hooks/theme" / part).read_text("utf-8") for part in parts)
    assert not [part for part in parts if (built_site / part).exists()]
