"""Two sites on the disk, printed and compared; the page and the picture made of that."""

from __future__ import annotations

import dataclasses
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from broadside.comparing import Comparison, compare_sites, draw_picture, write_page
from broadside.comparing.page import LETTERS_MOST, LINES_MOST, LISTED_MOST
from broadside.comparing.words import Hunk, Run
from broadside.revisions import Change
from broadside.store import Store
from broadside.texts import LANGUAGES
from sites import REPOSITORY, Files, find_problems, make_site

SLOGAN = "---\ntext: {{en: '{words}', zh: 先看后干}}\ndesign: signal\ncarriers: [{carriers}]\n---\n{body}"
LONG = "".join(f"Line {number} of the body.\n\n" for number in range(LINES_MOST))
BEFORE: Files = {
    "slogans/look-first.md": SLOGAN.format(words="Look first", carriers="poster-a3", body=""),
    "slogans/stay.md": SLOGAN.format(words="Stay as you are", carriers="poster-a3", body=""),
    "docs/plan.png": None,
}


def draw_png(colour: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Comparison, Store]:
    """Return a site in which one slogan changed, another came, and pictures and lists did."""
    folder = tmp_path_factory.mktemp("compared")
    was = make_site(folder / "was", {**BEFORE, "docs/plan.png": draw_png("red"), "docs/gone.txt": "old"})
    after = {
        **BEFORE,
        "slogans/look-first.md": SLOGAN.format(words="Look {twice} <b>first</b>", carriers="poster-a3", body=LONG),
        "slogans/new-one.md": SLOGAN.format(words="Ask first", carriers="poster-a4", body=""),
        "docs/plan.png": draw_png("blue"),
    }
    store = Store(folder / "store")
    return compare_sites(make_site(folder / "now", after), was, store, "en"), store


def test_only_sheets_that_differ_are_printed(compared: tuple[Comparison, Store]) -> None:
    comparison, store = compared
    told = [(each.pair.sheet.slogan, each.pair.sheet.language, each.pair.before is None) for each in comparison.shown]
    assert told == [("look-first", "en", False), ("new-one", "en", True), ("new-one", "zh", True)]
    share = comparison.shown[0].compared.share if comparison.shown[0].compared else None
    assert share is not None
    assert 0 < share < 0.5
    # Two pictures each of look-first before and after, and of new-one in two languages.
    assert len([path for path in store.root.glob("*/*") if path.is_file()]) == 8


def test_other_files_that_differ_are_named(compared: tuple[Comparison, Store]) -> None:
    files = {each.path: (each.status, each.compared is not None) for each in compared[0].files}
    assert files == {"docs/gone.txt": ("deleted", False), "docs/plan.png": ("changed", True)}


def test_a_site_before_with_mistakes_is_said_and_words_are_compared(tmp_path: Path) -> None:
    was = make_site(tmp_path / "was", {**BEFORE, "slogans/broken.md": "---\ntext: ''\n---\n"})
    now = {**BEFORE, "slogans/look-first.md": SLOGAN.format(words="Look twice", carriers="poster-a3", body="")}
    comparison = compare_sites(make_site(tmp_path / "now", now), was, Store(tmp_path / "store"), "en")
    assert [problem.path for problem in comparison.mistakes] == ["slogans/broken.md"]
    assert [change.id for change in comparison.documents] == ["slogans/look-first"]
    assert comparison.shown == ()
    text = "".join(read(write_page(comparison, "main", (), "en")).text)
    assert "the content of main has 1 mistake, so its sheets are not known" in text


def test_a_warning_of_the_site_before_hides_no_sheet(tmp_path: Path) -> None:
    article = "---\ntitle: Look\nkind: skill\ntopics: [ppe]\nrevised: 2027-01-02\n---\nLook.\n"
    older = {"docs/knowledge/look.md": article, "docs/knowledge/look.zh.md": "---\ntitle: 看\n---\n看。\n"}
    was = make_site(tmp_path / "was", {**BEFORE, **older})
    assert [problem.rule for problem in find_problems(was)] == ["translation-older"]
    now = {**BEFORE, **older, "slogans/look-first.md": SLOGAN.format(words="Look twice", carriers="poster-a3", body="")}
    comparison = compare_sites(make_site(tmp_path / "now", now), was, Store(tmp_path / "store"), "en")
    assert comparison.mistakes == ()
    assert [each.pair.sheet.slogan for each in comparison.shown] == ["look-first"]


class Reader(HTMLParser):
    """Keeps every element with its attributes, and its own text."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep one."""
        self.seen.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep one."""
        self.text.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_all_and_runs_nothing(compared: tuple[Comparison, Store], language: str) -> None:
    changes = (
        Change("hooks/<i>evil</i>.py", "changed", is_content=False),
        Change("docs/a.md", "changed", is_content=True, is_moved_on=True),
    )
    page = write_page(compared[0], "main <1>", changes, language)
    reader = read(page)
    tags = {tag for tag, _ in reader.seen}
    assert not tags & {"script", "b", "i", "link", "iframe", "form", "object"}
    assert reader.seen[0] == ("html", {"lang": language})
    assert not re.search(r"https?://", page)
    pictures = [attributes for tag, attributes in reader.seen if tag == "img"]
    assert len(pictures) == 3 + 1 + 1 + 3
    assert all(str(each["src"]).startswith("data:image/webp;base64,UklGR") and each["alt"] for each in pictures)
    assert any("Look {twice} <b>first</b>" in str(each["alt"]) for each in pictures)
    text = "".join(reader.text)
    for words in ("hooks/<i>evil</i>.py", "docs/a.md", "main <1>", "docs/gone.txt", "Look {twice} <b>first</b>"):
        assert words in text
    ids = [attributes["id"] for tag, attributes in reader.seen if tag == "section"]
    assert ids == ["left_out", "moved_on", "documents", "sheets", "files"]
    links = {str(attributes["href"]) for tag, attributes in reader.seen if tag == "a"}
    assert links == {"#left_out", "#documents", "#sheets", "#files"}


def test_what_is_not_shown_is_said(compared: tuple[Comparison, Store]) -> None:
    comparison = compared[0]
    text = "".join(read(write_page(comparison, "main", (), "en")).text)
    assert re.search(r"and \d+ more lines", text)
    hidden = dataclasses.replace(comparison, shown=comparison.shown[:1], more=tuple(each.pair for each in comparison.shown[1:]))
    text = "".join(read(write_page(hidden, "main", (), "en")).text)
    assert "And 2 more pictures of sheets differ: new-one · A4 poster · English, new-one · A4 poster · 中文." in text
    taller, shorter = (Image.open(io.BytesIO(draw_picture(each, "main", "zh"))) for each in (comparison, hidden))
    assert taller.height > shorter.height


def test_each_side_has_its_own_designs_and_what_cannot_be_seen_is_said(tmp_path: Path) -> None:
    path = "posters/designs/signal/design.typ"
    design = (REPOSITORY / path).read_text("utf-8")
    was = make_site(tmp_path / "was", {**BEFORE, path: f"{design}// Another edition.\n"})
    comparison = compare_sites(make_site(tmp_path / "now", {**BEFORE, path: design}), was, Store(tmp_path / "store"), "en")
    assert {each.path: each.status for each in comparison.files} == {path: "changed"}
    assert {(each.pair.sheet.slogan, each.compared and each.compared.share) for each in comparison.shown} == {
        ("look-first", 0.0),
        ("stay", 0.0),
    }
    page = write_page(comparison, "main", (), "en")
    assert page.count("Nothing that can be seen in this picture") == len(comparison.shown) == 4


def test_faint_words_are_said_where_their_picture_is_missing(compared: tuple[Comparison, Store]) -> None:
    shown = dataclasses.replace(compared[0].shown[0], compared=None, is_faint=True)
    page = write_page(dataclasses.replace(compared[0], shown=(shown,), files=()), "main", (), "en")
    assert "cannot be told from what is behind them" in page
    assert "<img" not in page


def test_long_lists_and_long_lines_are_cut_and_counted(compared: tuple[Comparison, Store]) -> None:
    changes = [Change(f"hooks/{number}.py", "added", is_content=False) for number in range(LISTED_MOST + 7)]
    run = Run("in", "x" * (LETTERS_MOST + 5) + "\nsecond\n")
    document = compared[0].documents[0]
    long = dataclasses.replace(
        document, title="y" * 999, files=(dataclasses.replace(document.files[0], hunks=(Hunk(0, (run,)),), rest=3),)
    )
    text = "".join(read(write_page(dataclasses.replace(compared[0], documents=(long,)), "main", changes, "en")).text)
    assert "and 7 more files" in text
    assert f"{'x' * LETTERS_MOST}and 2 more lines" in text
    assert "x" * (LETTERS_MOST + 1) not in text
    assert f"{'y' * 200}…" in text
    assert "y" * 201 not in text


def test_nothing_that_differs_is_said(tmp_path: Path) -> None:
    config = make_site(tmp_path / "site", BEFORE)
    comparison = compare_sites(config, config, Store(tmp_path / "store"), "en")
    page = write_page(comparison, "main", (), "en")
    assert "are the same" in page
    assert "<nav" not in page
    assert not (tmp_path / "store").exists() or not list((tmp_path / "store").rglob("*.webp"))
    assert draw_picture(comparison, "main", "en")
