"""A sheet -> PDF or picture bytes: hands the sheet as data to its design, and nothing but data, and lets Typst draw it."""

from __future__ import annotations

import functools
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

import typst
from PIL import Image

from broadside.fonts import Face
from broadside.press.boxes import state_bleed_box
from broadside.press.outputs import MARKS_MM, PREVIEW_WIDTH_PX, THUMBNAIL_WIDTH_PX, Form, Output, measure_picture
from broadside.sheets import Sheet
from broadside.units import POINTS_PER_INCH, resolution_ppi, to_points

WEBP_QUALITY = 82
WEBP_METHOD = 4
"""Our choices: text edges stay clean at 82; method 4 is the encoder's default trade of time and size."""
MAIN = b"#include sys.inputs.design"
EPOCH = 0
"""The creation time written into every file: a fixed one, so that the same inputs give the same bytes."""


class SheetEngine:
    """One Typst compiler, kept warm; not for two threads at once."""

    def __init__(self, bench: Path, fonts: typst.Fonts) -> None:
        self._compiler = typst.Compiler(root=str(bench), font_paths=fonts, ignore_system_fonts=True)

    def draw_pdf(self, sheet: Sheet, inputs: str, output: Output) -> bytes:
        """Return the PDF of ``sheet``: PDF/UA-1, under which a missing glyph is an error and never a blank."""
        pdf = self._compile(sheet, inputs, format="pdf", pdf_standards="ua-1", timestamp=EPOCH)
        return state_bleed_box(pdf, to_points(sheet.bleed_mm)) if output.form == "print-shop" else pdf

    def draw_png(self, sheet: Sheet, inputs: str, width_px: int) -> bytes:
        """Return the PNG of ``sheet``, ``width_px`` wide."""
        ppi = POINTS_PER_INCH if sheet.carrier.width_px == width_px else resolution_ppi(width_px, sheet.width_mm)
        return self._compile(sheet, inputs, format="png", ppi=ppi)

    def _compile(self, sheet: Sheet, inputs: str, **how: Any) -> bytes:
        given = {"design": f"/designs/{sheet.design_id}/design.typ", "sheet": inputs}
        try:
            drawn, warnings = self._compiler.compile_with_warnings(input=MAIN, sys_inputs=given, **how)
        except typst.TypstError as error:
            error.add_note(f"While drawing {sheet.slogan} ({sheet.name}) in the design {sheet.design_id}:\n{error.diagnostic}")
            raise
        if warnings:
            raise RuntimeError(f"{sheet.design_id}: {warnings[0].message}\n{warnings[0].diagnostic}")
        return cast("bytes", drawn)


def encode_webp(picture: Image.Image, width_px: int) -> bytes:
    """Return ``picture`` as WebP, ``width_px`` wide."""
    height_px = round(picture.height * width_px / picture.width)
    fitted = picture if picture.width == width_px else picture.resize((width_px, height_px), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    fitted.convert("RGB").save(buffer, "WEBP", quality=WEBP_QUALITY, method=WEBP_METHOD)
    return buffer.getvalue()


def draw_pictures(engine: SheetEngine, sheet: Sheet, inputs: str) -> dict[Form, Callable[[], bytes]]:
    """Return what makes the preview and what makes the thumbnail; the page is drawn once for both, when first asked."""
    shape = sheet.carrier.shape

    @functools.cache
    def page() -> Image.Image:
        drawn = Image.open(io.BytesIO(engine.draw_png(sheet, inputs, PREVIEW_WIDTH_PX[shape])))
        # A page that ends inside a pixel leaves a last row of half colour: it is cut off.
        return drawn.crop((0, 0, *measure_picture(sheet, "preview")))

    return {
        "preview": lambda: encode_webp(page(), PREVIEW_WIDTH_PX[shape]),
        "thumbnail": lambda: encode_webp(page(), THUMBNAIL_WIDTH_PX[shape]),
    }


def describe_sheet(sheet: Sheet, photo: str | None) -> dict[str, Any]:
    """Describe ``sheet`` as the data its design reads (docs/contributing/designs.md names every field).

    ``photo`` is the path of the prepared photograph on the bench. Only this and files named in it reach the design; what
    differs between a sheet's files is added by :func:`write_inputs`.
    """
    house, tongue = sheet.notes_tongue, sheet.tongue
    return {
        "title": " ".join(sheet.text.split()),
        "shape": sheet.carrier.shape,
        "group": sheet.carrier.group,
        "scale": sheet.carrier.scale,
        "language": {"lang": tongue.lang, "region": tongue.region, "script": tongue.script, "direction": tongue.direction},
        "trim": {
            "width_mm": sheet.width_mm,
            "height_mm": sheet.height_mm,
            "safe_mm": sheet.carrier.safe_mm * sheet.width_mm / sheet.carrier.width_mm,
            "bleed_mm": sheet.bleed_mm,
            "marks_mm": MARKS_MM,
        },
        "words": {
            "size_mm": sheet.words.size_mm,
            "lines": [
                {"text": line.text, "x_mm": line.x_mm, "baseline_mm": line.baseline_mm, "advance_mm": line.advance_mm}
                for line in sheet.words.lines
            ],
            "face": _describe_faces(sheet.word_faces, sheet.design.words.weight, sheet.design.words.stretch),
        },
        "notes": {
            "lang": house.lang,
            "region": house.region,
            "direction": house.direction,
            "face": _describe_faces(sheet.note_faces, sheet.design.notes.weight, sheet.design.notes.stretch),
        },
        "campaign": {"title": sheet.campaign_title, "days": sheet.campaign_days},
        "brand": {"name": sheet.brand_name, "logo": f"/brands/{sheet.brand_logo}", "logo_alt": sheet.logo_alt},
        "qr": {"alt": sheet.url, "size_mm": sheet.qr_mm},
        "address": sheet.url.split("//", 1)[-1].rstrip("/"),
        "palette": {"primary": sheet.palette.primary, "accent": sheet.palette.accent},
        "picture": {"name": sheet.picture, "alt": sheet.topic_name},
        "sign": sheet.sign,
        "photo": {"file": photo, "alt": sheet.photo_alt} if photo else None,
    }


def write_inputs(description: dict[str, Any], output: Output, code: str) -> str:
    """Write the JSON that the design reads for one file: its form, its bleed and marks (print shops only), its QR code."""
    room = {} if output.form == "print-shop" else {"bleed_mm": 0, "marks_mm": 0}
    data = {
        **description,
        "form": output.form,
        "trim": {**description["trim"], **room},
        "qr": {**description["qr"], "svg": code},
    }
    return json.dumps(data, ensure_ascii=False)


def _describe_faces(faces: Sequence[Face], weight: int, stretch: int) -> dict[str, Any]:
    return {"families": [face.family for face in faces], "weight": weight, "stretch": stretch}
