"""The papers of a blackboard, looked at with tools that did not make them: poppler and zbar."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from broadside.boards import plan_board
from broadside.boards.papers import PANEL_WIDTH_MM, list_board_papers
from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.press.papers import PrintedPaper
from broadside.press.running import Press
from broadside.store import Store
from sites import REPOSITORY

BOARD = "blackboards/safe-production-month-2027-no-1"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return read_catalog(read_settings(REPOSITORY / "mkdocs.yml"))


@pytest.fixture(scope="module")
def papers(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], PrintedPaper]:
    """The papers of the repository's board by name and language."""
    with Press(REPOSITORY / "posters", REPOSITORY / "slogans", Store(tmp_path_factory.mktemp("store")), workers=1) as press:
        printed = press.print_papers(tuple(list_board_papers(catalog)))
    kept = (each for each in printed if isinstance(each, PrintedPaper))
    return {(each.paper.name, each.paper.language): each for each in kept if each.paper.document == BOARD}


def read_text(file: Path) -> str:
    """Return the words of a PDF without any space, as its order of reading has them."""
    return "".join(subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True).stdout.split())


def test_each_language_has_a_plan_and_a_panel(papers: Mapping[tuple[str, str], PrintedPaper]) -> None:
    assert set(papers) == {("plan", "en"), ("plan", "zh"), ("panel", "en"), ("panel", "zh")}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["plan", "panel"])
def test_all_that_is_chalked_is_printed(
    catalog: Catalog, papers: Mapping[tuple[str, str], PrintedPaper], name: str, language: str
) -> None:
    text = read_text(papers[name, language].files[".pdf"])
    for column in plan_board(catalog, catalog.entries[BOARD], language).columns:
        for part in (column.title, column.summary, *column.sentences):
            assert "".join(part.split()) in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_codes_of_the_panel_lead_to_the_articles(
    catalog: Catalog, papers: Mapping[tuple[str, str], PrintedPaper], language: str, tmp_path: Path
) -> None:
    picture = tmp_path / "panel"
    file = papers["panel", language].files[".pdf"]
    subprocess.run(["pdftoppm", "-r", "40", "-png", "-singlefile", file, picture], check=True)
    read = subprocess.run(["zbarimg", "-q", "--raw", f"{picture}.png"], check=True, capture_output=True, text=True).stdout
    assert set(read.split()) == {column.url for column in plan_board(catalog, catalog.entries[BOARD], language).columns}


@pytest.mark.parametrize(("name", "size_mm"), [("plan", (420, 297)), ("panel", (PANEL_WIDTH_MM, 720))])
def test_the_paper_s_size(papers: Mapping[tuple[str, str], PrintedPaper], name: str, size_mm: tuple[float, float]) -> None:
    printed = papers[name, "zh"]
    assert (printed.paper.width_mm, printed.paper.height_mm) == size_mm
    with Image.open(printed.files[".webp"]) as picture:
        assert picture.width / picture.height == pytest.approx(size_mm[0] / size_mm[1], rel=0.01)
