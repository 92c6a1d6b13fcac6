"""Which files a sheet is printed to, and how large its pictures are."""

from __future__ import annotations

import math

from broadside.catalog import Form
from broadside.sheets import Sheet

ENDINGS: dict[Form, str] = {
    "print-shop": ".pdf",
    "office": ".pdf",
    "copier": ".pdf",
    "letters-a4": ".pdf",
    "letters-a3": ".pdf",
    "tiles-a4": ".pdf",
    "tiles-a3": ".pdf",
    "cards-a4": ".pdf",
    "cards-a3": ".pdf",
    "folded-a4": ".pdf",
    "screen": ".png",
    "preview": ".webp",
    "thumbnail": ".webp",
}
"""Every form of file and the ending of its name."""

PREVIEW_WIDTH_PX = {"tall": 640, "portrait": 900, "landscape": 1280, "wide": 1600, "strip": 2000}
THUMBNAIL_WIDTH_PX = {"tall": 280, "portrait": 360, "landscape": 480, "wide": 600, "strip": 800}
"""Our choices: twice the width at which the site shows them, for sharp screens; a banner is long."""


def list_forms(sheet: Sheet) -> tuple[Form, ...]:
    """Return the files of ``sheet``: those it is to have, and its pictures unless it looks like another carrier's."""
    pictures: tuple[Form, ...] = () if sheet.carrier.looks_like else ("preview", "thumbnail")
    return (*sheet.forms, *(form for form in pictures if form not in sheet.forms))


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
