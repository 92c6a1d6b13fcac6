"""A sheet's PDF -> its picture: what stands on the site is the print file itself, as another program than its maker shows it."""

from __future__ import annotations

from typing import cast

import pypdfium2
from PIL import Image


def rasterise(pdf: bytes, width_px: int, height_px: int) -> Image.Image:
    """Return the first page of ``pdf``, ``width_px`` wide, in RGB; of a page that ends inside a pixel that last row is left out."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        drawn = page.render(scale=width_px / page.get_width(), may_draw_forms=False).to_pil()
    return cast("Image.Image", drawn).crop((0, 0, width_px, height_px)).convert("RGB")
