"""Which files a sheet is printed to, and how large its pictures are."""

from __future__ import annotations

from typing import get_args

import pytest

from broadside.catalog import Catalog, Form
from broadside.checking import plan_wish
from broadside.press.outputs import ENDINGS, PREVIEW_WIDTH_PX, THUMBNAIL_WIDTH_PX, list_forms, measure_picture
from broadside.sheets import Sheet, Wish


def find_sheet(catalog: Catalog, carrier: str, forms: tuple[Form, ...] = ()) -> Sheet:
    """Return a Chinese sheet on ``carrier``."""
    sheets = plan_wish(catalog, ["life-first"], Wish(design="signal", carriers=(carrier,), forms=forms))
    return next(sheet for sheet in sheets if (sheet.carrier_id, sheet.language) == (carrier, "zh"))


def test_every_form_has_an_ending_and_every_shape_its_pictures() -> None:
    assert set(ENDINGS) == set(get_args(Form))
    assert PREVIEW_WIDTH_PX.keys() == THUMBNAIL_WIDTH_PX.keys()
    assert all(THUMBNAIL_WIDTH_PX[shape] < width for shape, width in PREVIEW_WIDTH_PX.items())


def test_a_sheet_has_its_files_and_its_pictures(catalog: Catalog) -> None:
    sheet = find_sheet(catalog, "poster-a3")
    assert list_forms(sheet) == (*catalog.carriers["poster-a3"].files, "preview", "thumbnail")
    assert list_forms(find_sheet(catalog, "poster-a3", ("tiles-a4",))) == ("tiles-a4", "preview", "thumbnail")
    assert list_forms(find_sheet(catalog, "poster-a3", ("preview",))) == ("preview", "thumbnail")


def test_a_carrier_that_looks_like_another_has_no_pictures_of_its_own(catalog: Catalog) -> None:
    assert catalog.carriers["poster-a4"].looks_like == "poster-a3"
    assert list_forms(find_sheet(catalog, "poster-a4")) == catalog.carriers["poster-a4"].files


@pytest.mark.parametrize("carrier", ["poster-a3", "banner-6m", "screen-landscape", "screen-portrait"])
def test_pictures_have_the_sheets_proportions(catalog: Catalog, carrier: str) -> None:
    sheet = find_sheet(catalog, carrier)
    for form, widths in (("preview", PREVIEW_WIDTH_PX), ("thumbnail", THUMBNAIL_WIDTH_PX)):
        width, height = measure_picture(sheet, form)  # type: ignore[arg-type]
        assert width == widths[sheet.carrier.shape]
        assert height == pytest.approx(width * sheet.height_mm / sheet.width_mm, abs=1)


@pytest.mark.parametrize(("carrier", "size"), [("screen-landscape", (1920, 1080)), ("screen-portrait", (1080, 1920))])
def test_a_screen_s_picture_has_its_pixels(catalog: Catalog, carrier: str, size: tuple[int, int]) -> None:
    assert measure_picture(find_sheet(catalog, carrier), "screen") == size
