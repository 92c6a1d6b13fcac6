"""A configuration -> the whole site: its pages and files, what only printing finds, and where the files are put."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from broadside.building import Site, locate_store, make_site, print_site
from broadside.checking import check_site
from broadside.pages import SECTION_NAMES, SitePage
from broadside.placing import open_folder, place_files, place_site
from broadside.press.running import Progress
from broadside.problems import ContentMistakes, format_text
from sites import REPOSITORY
from sites import make_site as lay_site

SLOGAN = "---\ntext: {en: Look first, zh: 先看后干}\ndesign: {en: signal, zh: signal}\ncarriers: [poster-a3]\n---\n"
ONE_DESIGN: dict[str, str | bytes | None] = {
    f"posters/designs/{path.name}": None for path in (REPOSITORY / "posters/designs").iterdir() if path.name != "signal"
}
"""What is deleted of the repository's designs, so that the gallery has few sheets to print."""
FIELDS = "title: Month\ntheme: {en: Look first, zh: 先看后干}\nstarts: 2027-06-01\nends: 2027-06-30\n"
PALE = f'---\n{FIELDS}palette: {{primary: "#f4f4f4", accent: "#c8c8c8"}}\n---\n'
SPOTTED = """\
// Words on a ground that hides them: the accent on the primary.
#import "/parts/sheet.typ": *
#show: sheet
#patch(0, 0, 1, 1, rgb(s.palette.primary))
#words(fill: rgb(s.palette.accent))
"""
FAINT = {
    "en": (
        "slogans/look-first.md:3:9: the words #c8c8c8 on #f4f4f4 have a contrast of 1.53 : 1 "
        'in the design "faint" on "poster-a3"; 3.0 : 1 is needed.\n'
        "  Mend: choose a calmer photograph or another part of it (focus), or other colours in the campaign's palette.\n"
        "\n1 mistake. Nothing was made."
    ),
    "zh": (
        "slogans/look-first.md:3:9: 版式“faint”、载体“poster-a3”：文字 #c8c8c8 在底色 #f4f4f4 上，"
        "对比度只有 1.53 : 1，需要 3.0 : 1。\n"
        "  改法：换一张画面安静些的照片，或换个取景（focus），或改活动的配色。\n"
        "\n发现 1 处错误，未生成任何内容。"
    ),
}


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BROADSIDE_STORE", raising=False)
    monkeypatch.setenv("BROADSIDE_TODAY", "2027-06-10")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of one slogan and one design, printed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BROADSIDE_TODAY", "2027-06-10")
        patch.setenv("BROADSIDE_STORE", str(tmp_path_factory.mktemp("store")))
        yield make_site(lay_site(tmp_path_factory.mktemp("site"), ONE_DESIGN | {"slogans/look-first.md": SLOGAN}))


def find_page(site: Site, address: str) -> SitePage:
    return next(page for page in site.pages if page.address == address)


def test_every_page_is_there_in_every_language(site: Site) -> None:
    addresses = {page.address for page in site.pages}
    expected = {"", "signage/", "designs/", "designs/signal/", "slogans/look-first/", "campaigns/month/"}
    expected |= {f"{name}/" for name in SECTION_NAMES}
    assert expected <= addresses
    assert {f"zh/{address}" for address in expected} <= addresses
    assert len(addresses) == len(site.pages)


def test_a_slogans_files_are_served_and_the_designs_samples_beside_them(site: Site) -> None:
    names = {file.address.rpartition("/")[2] for file in site.files}
    assert {f"look-first-poster-a3-zh-{form}" for form in ("print-shop.pdf", "office.pdf", "preview.webp")} <= names
    samples = site.shelf.samples["signal"]
    assert samples
    for printed in samples:
        assert {"preview", "thumbnail"} == printed.files.keys()
        assert printed.name_file("preview") in names
    assert all(file.file.is_file() for file in site.files)


def test_the_gallery_shows_every_design_and_each_its_samples(site: Site) -> None:
    for language, folder in (("en", ""), ("zh", "zh/")):
        gallery = find_page(site, f"{folder}designs/")
        assert [design["address"] for design in gallery.view["designs"]] == [f"{folder}designs/signal/"]
        page = find_page(site, f"{folder}designs/signal/")
        design = site.catalog.designs["signal"]
        assert (page.language, page.title) == (language, design.name[language])
        shown = {picture.address for _, pictures in page.view["groups"] for _, _, picture in pictures}
        made = {f"sheets/design-signal/{item.name_file('preview')}" for item in site.shelf.samples["signal"]}
        assert shown == {address for address in made if f"-{language}-preview" in address}


def test_nothing_is_printed_where_the_press_is_off(tmp_path: Path) -> None:
    site = make_site(lay_site(tmp_path, ONE_DESIGN | {"slogans/look-first.md": SLOGAN}), press=False)
    assert {file.address for file in site.files if not file.address.startswith("brand/units/")} == {site.shelf.logo.address}
    assert not locate_store(tmp_path).root.exists()
    assert "designs/" not in {page.address for page in site.pages}


def test_files_are_placed_read_only_and_once(site: Site, tmp_path: Path) -> None:
    for _ in range(2):
        place_files(site, open_folder(tmp_path))
    for each in site.files:
        assert (tmp_path / each.address).read_bytes() == each.file.read_bytes()
    with Image.open(next(tmp_path.rglob("*-preview.webp"))) as picture:
        picture.load()


def make_faint(root: Path, **changes: str) -> Path:
    """Return a site whose words cannot be told from their ground."""
    small = (Path(__file__).parent / "small/posters/designs/plain/design.yml").read_text("utf-8")
    files: dict[str, str | bytes | None] = {
        "posters/designs/faint/design.yml": small,
        "posters/designs/faint/design.typ": SPOTTED,
        "docs/campaigns/month.md": PALE,
        "slogans/look-first.md": SLOGAN.replace("{en: signal, zh: signal}", "{en: faint, zh: faint}").replace(", zh: 先看后干", ""),
    }
    return lay_site(root, files | changes)


def test_faint_words_are_told_in_both_languages_and_not_kept(tmp_path: Path) -> None:
    catalog, sheets = check_site(make_faint(tmp_path))
    with pytest.raises(ContentMistakes) as caught:
        print_site(catalog, sheets)
    for language, expected in FAINT.items():
        assert format_text(caught.value.problems, language) == expected
    assert not list(locate_store(tmp_path).root.rglob("*.pdf"))
    with pytest.raises(ContentMistakes):
        print_site(catalog, sheets)


@pytest.mark.parametrize("accent", ["#f4f4f4", "#f0f0f0"])
def test_words_that_cannot_be_seen_at_all_are_faint_too(tmp_path: Path, accent: str) -> None:
    catalog, sheets = check_site(make_faint(tmp_path, **{"docs/campaigns/month.md": PALE.replace("#c8c8c8", accent)}))
    with pytest.raises(ContentMistakes, match="have a contrast of"):
        print_site(catalog, sheets)


def test_clear_words_of_the_same_design_pass(tmp_path: Path) -> None:
    palette = f'---\n{FIELDS}palette: {{primary: "#202020", accent: "#fafafa"}}\n---\n'
    catalog, sheets = check_site(make_faint(tmp_path, **{"docs/campaigns/month.md": palette}))
    steps: list[Progress] = []
    printed = print_site(catalog, sheets, steps.append)
    assert [item.faint for item in printed] == [None]
    assert [(step.done, step.total, step.printed) for step in steps] == [(1, 1, 1)]


def test_the_store_is_the_sites_or_the_one_that_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert locate_store(tmp_path).root == tmp_path / ".broadside/store"
    monkeypatch.setenv("BROADSIDE_STORE", str(tmp_path / "elsewhere"))
    assert locate_store(tmp_path).root == tmp_path / "elsewhere"


def test_a_build_is_named_after_all_that_is_in_it(site: Site, tmp_path: Path) -> None:
    def name(folder: Path) -> str:
        (folder / "sw.js").write_text((REPOSITORY / "hooks/theme/sw.js").read_text("utf-8"), "utf-8")
        place_site(site, (), folder)
        found = re.search(r'"build": "([0-9a-f]{16})"', (folder / "sw.js").read_text("utf-8"))
        assert found
        return found.group(1)

    (tmp_path / "index.html").write_text("one", "utf-8")
    first = name(tmp_path)
    assert name(tmp_path) == first
    (tmp_path / "index.html").write_text("two", "utf-8")
    assert name(tmp_path) != first
