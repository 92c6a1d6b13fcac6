"""Small sheets on an office printer's page: what is cut out and what stands up after folding are the sheet."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from broadside.catalog.papers import PAPERS_MM, plan_cards
from broadside.checking import check_site, plan_wish
from broadside.problems import ContentMistakes
from broadside.sheets import Wish
from broadside.units import MM_PER_INCH
from sites import REPOSITORY

from .test_tiling import print_form, rasterise

PPI = 100
LIKE = 8
"""Of 255: what half a pixel's shift makes of small type. Another sheet, or the same on its head, differs by 20 and more."""
CATALOG, _ = check_site(REPOSITORY / "mkdocs.yml")


def cut(page: Image.Image, left_mm: float, top_mm: float, size: tuple[float, float]) -> Image.Image:
    """Cut a piece of ``size`` (mm) out of a page, a hair inside its edges."""
    px = PPI / MM_PER_INCH
    box = (left_mm + 0.5, top_mm + 0.5, left_mm + size[0] - 0.5, top_mm + size[1] - 0.5)
    return page.crop(tuple(round(edge * px) for edge in box))  # type: ignore[arg-type]  # four edges


def differ(one: Image.Image, other: Image.Image) -> float:
    """Return the mean difference of two pictures, 0 to 255."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other.resize(one.size))).mean) / 3


@pytest.mark.parametrize(("carrier", "form"), [("badge", "cards-a4"), ("strip", "cards-a3")])
def test_every_card_that_is_cut_out_is_the_sheet(carrier: str, form: str, tmp_path: Path) -> None:
    sheet, file = print_form(CATALOG, tmp_path / "store", "hard-hat", carrier, form, "en")  # type: ignore[arg-type]  # a form
    (alone,) = rasterise(print_form(CATALOG, tmp_path / "store", "hard-hat", carrier, "office", "en")[1], tmp_path / "one", PPI)
    (page,) = rasterise(file, tmp_path / "page", PPI)
    cards = plan_cards(sheet.width_mm, sheet.height_mm, PAPERS_MM[form[-2:]])
    assert cards is not None
    size = sheet.width_mm, sheet.height_mm
    whole = cut(alone, 0, 0, size)
    for row in range(cards.rows):
        for column in range(cards.columns):
            piece = cut(page, cards.left_mm + column * size[0], cards.top_mm + row * size[1], size)
            assert differ(whole, piece) < LIKE, (row, column)
    outside = page.copy()
    outside.paste("white", tuple(round(value * PPI / MM_PER_INCH) for value in _grid(cards, size)))  # type: ignore[arg-type]
    assert outside.getextrema() != ((255, 255),) * 3, "there are marks to cut along"
    words = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    assert len(re.findall("hat", words, re.IGNORECASE)) >= cards.count


def _grid(cards: object, size: tuple[float, float]) -> tuple[float, float, float, float]:
    left, top = cards.left_mm, cards.top_mm  # type: ignore[attr-defined]
    return left, top, left + cards.columns * size[0], top + cards.rows * size[1]  # type: ignore[attr-defined]


def test_a_folded_sign_has_its_words_on_both_sides(tmp_path: Path) -> None:
    sheet, file = print_form(CATALOG, tmp_path / "store", "hard-hat", "desk-sign", "folded-a4", "en")
    (alone,) = rasterise(print_form(CATALOG, tmp_path / "store", "hard-hat", "desk-sign", "office", "en")[1], tmp_path / "one", PPI)
    (page,) = rasterise(file, tmp_path / "page", PPI)
    size = sheet.width_mm, sheet.height_mm
    whole = cut(alone, 0, 0, size)
    front, back, foot = (cut(page, 0, 99 * panel, size) for panel in (1, 0, 2))
    assert differ(whole, front) < LIKE
    assert differ(whole, back.rotate(180)) < LIKE
    assert differ(whole, back) > 20
    assert ImageStat.Stat(foot).mean == pytest.approx([255] * 3, abs=0.5), "what it stands on is white"


def test_a_form_that_a_carrier_cannot_have_is_no_sheet() -> None:
    assert not plan_wish(CATALOG, ["hard-hat"], Wish(carriers=("poster-a3",), forms=("folded-a4",)))
    with pytest.raises(ContentMistakes):
        plan_wish(CATALOG, ["hard-hat"], Wish(forms=("folded-a5",)))  # type: ignore[arg-type]  # what people type
