"""Sheets in parts: how they are cut, and that the printed tiles, put together as page 1 says, are the sheet again."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from broadside.catalog import Catalog, Form
from broadside.catalog.papers import MARGIN_MM, PAPERS_MM
from broadside.checking import plan_wish
from broadside.press.running import Press
from broadside.press.tiling import OVERLAP_MM, plan_mosaic
from broadside.sheets import Sheet, Wish
from broadside.store import Store
from broadside.units import MM_PER_INCH

PPI = 50


def test_a_sheet_is_cut_the_way_that_takes_fewer_pages() -> None:
    upright = plan_mosaic(200, 250, PAPERS_MM["a4"])
    lying = plan_mosaic(260, 180, PAPERS_MM["a4"])
    assert (upright.rows, upright.columns, upright.paper_mm) == (1, 2, (210, 297))
    assert (lying.rows, lying.columns, lying.paper_mm) == (1, 1, (297, 210))


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("size", [(841, 1189), (6000, 700), (10, 10), (190, 277), (190.01, 277.01)])
def test_tiles_cover_the_sheet_and_leave_a_glue_edge(size: tuple[float, float], paper: str) -> None:
    mosaic = plan_mosaic(*size, PAPERS_MM[paper])
    assert mosaic.columns * mosaic.step_mm[0] >= size[0] - 0.02
    assert mosaic.rows * mosaic.step_mm[1] >= size[1] - 0.02
    for step, length in zip(mosaic.step_mm, mosaic.paper_mm, strict=True):
        assert step + OVERLAP_MM + 2 * MARGIN_MM == length


def test_tiles_have_names_like_the_squares_of_a_chessboard() -> None:
    mosaic = plan_mosaic(6000, 9000, PAPERS_MM["a4"])
    assert (mosaic.name(0, 0), mosaic.name(1, 2), mosaic.name(26, 0)) == ("A1", "B3", "AA1")


def print_form(catalog: Catalog, store: Path, slogan: str, carrier: str, form: Form, language: str) -> tuple[Sheet, Path]:
    """Print one file of one sheet in the design signal."""
    sheets = plan_wish(catalog, [slogan], Wish(design="signal", carriers=(carrier,), forms=(form, "office")))
    sheet = next(sheet for sheet in sheets if sheet.language == language)
    root = catalog.settings.root
    with Press(root / "posters", root / "slogans", Store(store)) as press:
        press.print_form(sheet, "office")
        return sheet, press.print_form(sheet, form)


def rasterise(pdf: Path, folder: Path, ppi: float) -> list[Image.Image]:
    """Return a PDF's pages as poppler shows them."""
    folder.mkdir()
    subprocess.run(["pdftocairo", "-r", f"{ppi:g}", "-png", pdf, folder / "page"], check=True)
    return [Image.open(path).convert("RGB") for path in sorted(folder.iterdir())]


def find_office(store: Path, tiles: Path) -> Path:
    """Return the other PDF of the store: the whole sheet."""
    return next(path for path in store.rglob("*.pdf") if path != tiles)


@pytest.mark.parametrize(("carrier", "language"), [("poster-a2", "en"), ("banner-6m", "zh")])
def test_tiles_put_together_are_the_sheet(catalog: Catalog, tmp_path: Path, carrier: str, language: str) -> None:
    sheet, file = print_form(catalog, tmp_path / "store", "hard-hat", carrier, "tiles-a4", language)
    mosaic = plan_mosaic(sheet.carrier.width_mm, sheet.carrier.height_mm, PAPERS_MM["a4"])
    pages = rasterise(file, tmp_path / "tiles", PPI)
    assert len(pages) == mosaic.count + 1
    px_per_mm = PPI / MM_PER_INCH
    size = round(sheet.carrier.width_mm * px_per_mm), round(sheet.carrier.height_mm * px_per_mm)
    together = Image.new("RGB", size, "red")
    for number, page in enumerate(pages[1:]):
        row, column = divmod(number, mosaic.columns)
        left, top = (round(edge * px_per_mm) for edge in (column * mosaic.step_mm[0], row * mosaic.step_mm[1]))
        margin = round(MARGIN_MM * px_per_mm)
        # As page 1 says: the white at left and top is cut off; what lies beyond the dashed lines the neighbours cover.
        step = tuple(round(edge * px_per_mm) for edge in mosaic.step_mm)
        together.paste(page.crop((margin, margin, margin + step[0], margin + step[1])), (left, top))
    scale = sheet.width_mm / sheet.carrier.width_mm
    whole = rasterise(find_office(tmp_path / "store", file), tmp_path / "whole", PPI / scale)[0].resize(size)
    difference = ImageChops.difference(together, whole).convert("L")
    assert ImageStat.Stat(difference).mean[0] < 4  # a pixel's rounding at the joints


def test_nothing_is_printed_where_a_printer_cannot_reach(catalog: Catalog, tmp_path: Path) -> None:
    for carrier, form in (("poster-a2", "tiles-a4"), ("banner-6m", "letters-a4")):
        folder = tmp_path / form
        folder.mkdir()
        _, file = print_form(catalog, folder / "store", "hard-hat", carrier, form, "zh")  # type: ignore[arg-type]
        margin = int(MARGIN_MM / MM_PER_INCH * PPI) - 1
        for page in rasterise(file, folder / "pages", PPI):
            inner = Image.new("RGB", (page.width - 2 * margin, page.height - 2 * margin), "white")
            page.paste(inner, (margin, margin))
            assert page.getextrema() == ((255, 255),) * 3


def read_text(pdf: Path, page: int) -> str:
    """Return the words of one page."""
    done = subprocess.run(["pdftotext", "-f", str(page), "-l", str(page), pdf, "-"], check=True, capture_output=True, text=True)
    return done.stdout


def test_the_ruler_is_100_mm_long(catalog: Catalog, tmp_path: Path) -> None:
    _, file = print_form(catalog, tmp_path / "store", "hard-hat", "poster-a2", "tiles-a4", "en")
    assert "100 mm" in read_text(file, 1)
    page = rasterise(file, tmp_path / "pages", 254)[0].convert("L").point(lambda value: 255 if value < 128 else 0)
    # The only line that is dark without a gap in the lower quarter, at 10 pixels a mm.
    runs = []
    for y in range(page.height * 3 // 4, page.height):
        row = page.crop((0, y, page.width, y + 1)).tobytes()
        runs.append(max(len(run) for run in row.split(b"\0")))
    assert max(runs) == pytest.approx(1000, abs=4)


def test_one_character_a_sheet_says_how_far_apart(catalog: Catalog, tmp_path: Path) -> None:
    sheet, file = print_form(catalog, tmp_path / "store", "life-first", "banner-6m", "letters-a4", "zh")
    characters = [letter for letter in sheet.text if not letter.isspace() and letter not in "，。"]
    about = subprocess.run(["pdfinfo", file], check=True, capture_output=True, text=True).stdout
    assert re.search(rf"Pages:\s+{len(characters) + 1}$", about, re.MULTILINE)
    first = "".join(read_text(file, 1).split())
    assert f"字距{6000 / len(characters):.0f}毫米" in first
    assert "不留空就够不到6米" in first
    assert "A3" in first
    for number, character in enumerate(characters, 1):
        text = "".join(read_text(file, number + 1).split())
        assert text.startswith(character)
        assert f"第{number}张" in text
