"""A sheet -> pages that an office printer can print and people can put together: one character a page, or a mosaic.

Nothing is printed in the 5 mm at a page's edge, and page 1 says how to put the others together, with a ruler that proves the scale.
"""

from __future__ import annotations

import io
import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf

from broadside.catalog import Form
from broadside.catalog.papers import MARGIN_MM, PAPERS_MM
from broadside.press.describing import Order
from broadside.press.engine import EPOCH, SheetEngine
from broadside.texts import read_texts
from broadside.units import to_points

OVERLAP_MM = 10.0
"""Our choice: a glue edge wide enough for a glue stick."""


@dataclass(frozen=True)
class Mosaic:
    """How a sheet is cut: pages of ``paper_mm`` (width, height), ``rows`` x ``columns`` windows of ``step_mm`` and a glue edge."""

    paper_mm: tuple[float, float]
    step_mm: tuple[float, float]
    rows: int
    columns: int

    @property
    def count(self) -> int:
        """The number of pages with a part of the sheet."""
        return self.rows * self.columns

    def name(self, row: int, column: int) -> str:
        """Return a tile's name, as on a chessboard: the row's letter and the column's number, ``B3``."""
        letters, row = "", row + 1
        while row:
            row, rest = divmod(row - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return f"{letters}{column + 1}"


def plan_mosaic(width_mm: float, height_mm: float, paper_mm: tuple[float, float]) -> Mosaic:
    """Cut a finished sheet for a paper, upright or lying, whichever takes fewer pages.

    Neighbours share a glue edge at the right and at the foot of each tile; those of the last ones stay white.
    """

    def cut(paper: tuple[float, float]) -> Mosaic:
        step = paper[0] - 2 * MARGIN_MM - OVERLAP_MM, paper[1] - 2 * MARGIN_MM - OVERLAP_MM
        # A hundredth of a mm forgives the sums of fractions.
        columns, rows = math.ceil(width_mm / step[0] - 0.01 / step[0]), math.ceil(height_mm / step[1] - 0.01 / step[1])
        return Mosaic(paper, step, rows, columns)

    return min(cut(paper_mm), cut((paper_mm[1], paper_mm[0])), key=lambda mosaic: mosaic.count)


def tile_mosaic(engine: SheetEngine, order: Order, form: Form, whole: str) -> bytes:
    """Return the PDF of a mosaic: a page that shows the whole, then the tiles. ``whole`` is the sheet as SVG.

    The drawing has its letters as outlines: viewers have drawn letters of half a metre wrongly.
    """
    width, height = order.width_mm * order.scale, order.height_mm * order.scale
    mosaic = plan_mosaic(width, height, PAPERS_MM[form.removeprefix("tiles-")])
    texts = _read_texts(order)["mosaic"]
    facts = {
        "count": mosaic.count,
        "rows": mosaic.rows,
        "columns": mosaic.columns,
        "width": f"{width:g}",
        "height": f"{height:g}",
        "overlap": f"{OVERLAP_MM:g}",
    }
    data = {
        "kind": "mosaic",
        "paper": mosaic.paper_mm,
        "step": mosaic.step_mm,
        "sheet": (width, height),
        "names": [[mosaic.name(row, column) for column in range(mosaic.columns)] for row in range(mosaic.rows)],
        "heading": texts["heading"].format(**facts),
        "steps": [step.format(**facts) for step in texts["steps"]],
        "ruler": texts["ruler"],
        "glue": texts["glue"],
        "shared": {"margin": MARGIN_MM, "overlap": OVERLAP_MM},
    }
    size = {"title": order.title, "width_mm": order.width_mm, "height_mm": order.height_mm, "drawing": whole}
    outlined = engine.compile("/parts/outlined.typ", json.dumps(size), order.title, format="pdf", timestamp=EPOCH)
    return _lay_under(_draw_pages(engine, order, data), outlined, mosaic, order)


def _lay_under(pages: bytes, whole: bytes, mosaic: Mosaic, order: Order) -> bytes:
    """Put the sheet, stored once, under the marks of all pages: each shows its window of it, the first one the whole, small."""
    document, source = pikepdf.open(io.BytesIO(pages)), pikepdf.open(io.BytesIO(whole))
    drawing = document.copy_foreign(source.pages[0].as_form_xobject())
    width, height = order.width_mm * order.scale, order.height_mm * order.scale
    paper_width, paper_height = mosaic.paper_mm

    def lay(page: pikepdf.Page, window: tuple[float, float, float, float], left: float, top: float, scale: float) -> None:
        """Draw the sheet with its left top corner at (left, top), seen through ``window`` (x, y, width, height), in mm."""
        x, y, wide, tall = window
        clip = (x, paper_height - y - tall, wide, tall)
        move = (left, paper_height - top - height * scale)
        commands = b"/Artifact BMC q %s re W n %s 0 0 %s %s cm /Sheet Do Q EMC " % (
            b" ".join(b"%.4f" % to_points(value) for value in clip),
            *(b"%.6f" % (order.scale * scale),) * 2,
            b" ".join(b"%.4f" % to_points(value) for value in move),
        )
        page.add_resource(drawing, pikepdf.Name.XObject, pikepdf.Name.Sheet)
        page.contents_add(commands, prepend=True)

    for number, page in enumerate(document.pages):
        if number == 0:
            share = min((paper_width - 60) / width, 0.4 * paper_height / height)
            left = (paper_width - width * share) / 2
            lay(page, (left, MAP_TOP_MM, width * share, height * share), left, MAP_TOP_MM, share)
        else:
            row, column = divmod(number - 1, mosaic.columns)
            left, top = MARGIN_MM - column * mosaic.step_mm[0], MARGIN_MM - row * mosaic.step_mm[1]
            wide = min(mosaic.step_mm[0] + OVERLAP_MM, width - column * mosaic.step_mm[0])
            tall = min(mosaic.step_mm[1] + OVERLAP_MM, height - row * mosaic.step_mm[1])
            lay(page, (MARGIN_MM, MARGIN_MM, wide, tall), left, top, 1)
    buffer = io.BytesIO()
    document.save(buffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


MAP_TOP_MM = 30.0
"""Where the picture of the whole begins on the first page: our choice, under the heading."""


def tile_letters(engine: SheetEngine, order: Order, form: Form) -> bytes:
    """Return the PDF of a banner's characters, one a page, numbered, after a page that says how far apart they hang.

    The pitch is the banner's length by the number of characters: 16 characters on 6 m hang 375 mm apart.
    """
    paper_name = form.removeprefix("letters-")
    paper, larger = PAPERS_MM[paper_name], PAPERS_MM["a3"]
    characters = _list_characters(order)
    length = max(order.width_mm, order.height_mm) * order.scale
    pitch = length / len(characters)
    joined = len(characters) * paper[0]
    texts = _read_texts(order)["letters"]
    facts = {
        "count": len(characters),
        "pages": len(characters) + 1,
        "paper": paper_name.upper(),
        "width": f"{paper[0]:g}",
        "length": f"{length / 1000:g}",
        "pitch": f"{pitch:.0f}",
        "gap": f"{pitch - paper[0]:.0f}",
        "joined": f"{joined / 1000:.2f}",
        "larger": f"{len(characters) * larger[0] / 1000:.2f}",
    }
    steps = [texts["hang"] if pitch >= paper[0] else texts["trim"]]
    if joined < length:
        steps += [texts["short"], *([texts["larger"]] if paper != larger else [])]
    data = {
        "kind": "letters",
        "paper": paper,
        "characters": characters,
        "pitch": pitch,
        "length": length,
        "heading": texts["heading"].format(**facts),
        "steps": [step.format(**facts) for step in [*texts["steps"], *steps]],
        "ruler": texts["ruler"],
        "of": texts["of"],
        "shared": {"margin": MARGIN_MM, "overlap": OVERLAP_MM},
    }
    return _draw_pages(engine, order, data)


def _list_characters(order: Order) -> list[str]:
    """Return the characters of the first language's words, marks that end a line of a couplet left out."""
    first = json.loads(order.inputs)["voices"][0]
    words = " ".join(line["text"] for line in first["lines"])
    return list(re.sub(r"\s|[，。；、,.;]", "", words))


def _read_texts(order: Order) -> Mapping[str, Any]:
    tiles: Mapping[str, Any] = read_texts(json.loads(order.inputs)["notes"]["lang"])["press"]["tiles"]
    return tiles


def _draw_pages(engine: SheetEngine, order: Order, data: Mapping[str, Any]) -> bytes:
    """Draw the first page and those that follow it."""
    inputs = json.loads(order.inputs)
    standard = {"pdf_standards": "ua-1"} if data["kind"] == "letters" else {}  # what is laid under has no tags
    told = {key: inputs[key] for key in ("title", "language", "notes", "voices", "campaign")} | {"tiles": data}
    return engine.compile(
        "/parts/tiles.typ",
        json.dumps(told, ensure_ascii=False),
        order.title,
        format="pdf",
        timestamp=EPOCH,
        **standard,
    )
