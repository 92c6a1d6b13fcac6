"""Which files a sheet is printed to, and how each is made: print-shop and office PDF, screen picture, preview, thumbnail."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from broadside.sheets import Sheet

Form = Literal["print-shop", "office", "screen", "preview", "thumbnail"]

MARKS_MM = 10.0
"""Room around the bleed for the marks: our choice, 5 mm of mark, its distance from the bleed, and air."""

PREVIEW_WIDTH_PX = {"portrait": 900, "landscape": 1280, "strip": 2000}
THUMBNAIL_WIDTH_PX = {"portrait": 360, "landscape": 480, "strip": 800}
"""Our choices: twice the width at which the site shows them, for sharp screens; a banner is long."""


@dataclass(frozen=True)
class Output:
    """One file of a sheet."""

    form: Form
    ending: str

    @property
    def is_pdf(self) -> bool:
        """Say whether the file is a PDF."""
        return self.ending == ".pdf"


PRINT_SHOP = Output("print-shop", ".pdf")
OFFICE = Output("office", ".pdf")
SCREEN = Output("screen", ".png")
PREVIEW = Output("preview", ".webp")
THUMBNAIL = Output("thumbnail", ".webp")


def list_outputs(sheet: Sheet) -> tuple[Output, ...]:
    """Return the files of ``sheet``: a screen has a picture, paper and cloth two PDFs; look-alikes share one's previews."""
    masters = (SCREEN,) if sheet.carrier.width_px else (PRINT_SHOP, OFFICE)
    pictures = () if sheet.carrier.looks_like else (PREVIEW, THUMBNAIL)
    return (*masters, *pictures)


def measure_picture(sheet: Sheet, form: Form) -> tuple[int, int]:
    """Return the width and height in pixels of a sheet's preview, thumbnail or screen picture."""
    carrier = sheet.carrier
    if form == "screen" and carrier.width_px and carrier.height_px:
        return carrier.width_px, carrier.height_px
    preview = PREVIEW_WIDTH_PX[carrier.shape]
    drawn = preview, math.floor(round(preview * sheet.height_mm / sheet.width_mm, 3))
    if form == "preview":
        return drawn
    thumbnail = THUMBNAIL_WIDTH_PX[carrier.shape]
    return thumbnail, round(drawn[1] * thumbnail / preview)
