"""An order -> PDF or picture bytes: hands the sheet as data to its design, and nothing but data, and lets Typst draw it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import typst
from PIL import Image

from broadside.catalog import Form
from broadside.press.describing import Order, write_inputs
from broadside.press.rasterising import rasterise
from broadside.units import POINTS_PER_INCH

WEBP_QUALITY = 82
WEBP_METHOD = 2
"""Our choices: text edges stay clean at 82; method 2 takes half the time of the default, 4, for 5 % more bytes."""
MAIN = b"#include sys.inputs.design"
EPOCH = 0
"""The creation time written into every file: a fixed one, so that the same inputs give the same bytes."""
STANDARDS = {"office": ["a-2u", "ua-1"]}
"""What a file conforms to: the office's is for the archive too (ISO 19005-2, level U; ISO 14289-1). All are PDF/UA-1, under which
a missing glyph is an error and never a blank."""


class SheetEngine:
    """One Typst compiler, kept warm; not for two threads at once."""

    def __init__(self, bench: Path, fonts: Path) -> None:
        found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)])
        self._compiler = typst.Compiler(root=str(bench), font_paths=found, ignore_system_fonts=True)

    def draw_pdf(self, order: Order, inputs: str, form: Form) -> bytes:
        """Return the PDF of a sheet."""
        return self.compile(
            f"/designs/{order.design_id}/design.typ",
            inputs,
            order.title,
            format="pdf",
            pdf_standards=STANDARDS.get(form, "ua-1"),
            timestamp=EPOCH,
        )

    def draw_screen(self, order: Order, inputs: str) -> bytes:
        """Return the PNG of a screen's sheet: its pixel is one point of the drawing."""
        return self.compile(f"/designs/{order.design_id}/design.typ", inputs, order.title, format="png", ppi=POINTS_PER_INCH)

    def draw_svg(self, order: Order, inputs: str) -> str:
        """Return a sheet as SVG, its letters as outlines."""
        return self.compile(f"/designs/{order.design_id}/design.typ", inputs, order.title, format="svg").decode()

    def draw_picture(self, order: Order, code: str, photo: Mapping[str, object] | None, *, bare: bool = False) -> Image.Image:
        """Return a sheet as a picture of its preview's size; ``bare`` leaves the words out."""
        inputs = write_inputs(order.inputs, "preview", code, photo, bare=bare)
        return rasterise(self.draw_pdf(order, inputs, "preview"), *order.sizes["preview"])

    def compile(self, template: str, inputs: str, title: str, **how: Any) -> bytes:
        """Draw ``inputs`` (JSON) by the file ``template`` on the bench; ``title`` names it where the engine stops."""
        given = {"design": template, "sheet": inputs}
        try:
            drawn, warnings = self._compiler.compile_with_warnings(input=MAIN, sys_inputs=given, **how)
        except typst.TypstError as error:
            error.add_note(f"While drawing {title}:\n{error.diagnostic}")
            raise
        if warnings:
            raise RuntimeError(f"{title}: {warnings[0].message}\n{warnings[0].diagnostic}")
        return cast("bytes", drawn)


def encode_webp(picture: Image.Image, width_px: int, quality: int = WEBP_QUALITY) -> bytes:
    """Return ``picture`` as WebP, ``width_px`` wide; ``quality`` is Pillow's, 0 to 100."""
    height_px = round(picture.height * width_px / picture.width)
    fitted = picture if picture.width == width_px else picture.resize((width_px, height_px), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    fitted.save(buffer, "WEBP", quality=quality, method=WEBP_METHOD)
    return buffer.getvalue()
