"""A sheet -> the data that its design reads, and all else that a worker needs to print it: plain values only."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from broadside.catalog import Form, Spot
from broadside.fonts import Face
from broadside.press.outputs import list_forms, measure_picture
from broadside.sheets import MARKS_MM, Sheet, Voice, drawn_scale

INPUTS = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
"""Writes the same value as the same bytes: a sheet's key is a hash of them."""
Box = tuple[float, float, float, float]
"""Left, top, right and bottom in mm as drawn, from the finished sheet's left top corner."""


@dataclass(frozen=True)
class PhotoOrder:
    """A photograph of a sheet: its file under ``slogans/``, the point to keep, and the resolution it is printed at."""

    file: str
    focus: tuple[float, float]
    ppi: int


@dataclass(frozen=True)
class Order:
    """A sheet as plain values: what its design is told (``inputs``, JSON) and what the press does with the drawing.

    ``design_id`` names the design that draws it. ``sizes`` are the pixels of its pictures by form; ``words`` where its words stand.
    """

    title: str
    design_id: str
    inputs: str
    url: str
    forms: tuple[Form, ...]
    sizes: Mapping[Form, tuple[int, int]]
    width_mm: float
    height_mm: float
    bleed_mm: float
    scale: float
    words: tuple[Box, ...]
    spot: Spot | None
    photo: PhotoOrder | None


def make_order(sheet: Sheet) -> Order:
    """Return the order to print ``sheet``."""
    description = describe_sheet(sheet)
    spot = sheet.design.spot
    if spot is not None and not spot.colour.startswith("#"):
        spot = spot.model_copy(update={"colour": getattr(sheet.palette, spot.colour)})
    pictures: tuple[Form, ...] = ("screen", "preview", "thumbnail")
    return Order(
        title=f"{sheet.slogan} ({sheet.name}) in the design {sheet.design_id}",
        design_id=sheet.design.like or sheet.design_id,
        inputs=INPUTS.encode(description),
        url=sheet.url,
        forms=list_forms(sheet),
        sizes={form: measure_picture(sheet, form) for form in pictures},
        width_mm=sheet.width_mm,
        height_mm=sheet.height_mm,
        bleed_mm=sheet.bleed_mm,
        scale=drawn_scale(sheet.carrier),
        words=tuple(_list_boxes(sheet)),
        spot=spot,
        photo=PhotoOrder(sheet.photo_file, sheet.photo_focus, sheet.carrier.photo_ppi) if sheet.photo_file else None,
    )


def _list_boxes(sheet: Sheet) -> list[Box]:
    """Return a box around each line of words, generous above and below."""
    live = sheet.live
    return [
        (
            live.x_mm + line.x_mm,
            live.y_mm + line.baseline_mm - voice.words.size_mm,
            live.x_mm + line.x_mm + line.advance_mm,
            live.y_mm + line.baseline_mm + 0.35 * voice.words.size_mm,
        )
        for voice in sheet.voices
        for line in voice.words.lines
    ]


def describe_sheet(sheet: Sheet) -> dict[str, Any]:
    """Describe ``sheet`` as the data its design reads (docs/contributing/designs.md names every field).

    Only this and files named in it reach the design; what differs between a sheet's files is added by :func:`write_inputs`.
    """
    house, first, scale, live = sheet.notes_tongue, sheet.voices[0], drawn_scale(sheet.carrier), sheet.live
    return {
        "title": " ".join(strip_marks(sheet.text).split()),
        "shape": sheet.carrier.shape,
        "group": sheet.carrier.group,
        "scale": 1 if sheet.carrier.width_px else round(scale),
        "language": _describe_language(first),
        "trim": {
            "width_mm": sheet.width_mm,
            "height_mm": sheet.height_mm,
            "safe_mm": sheet.carrier.safe_mm / scale,
            "bleed_mm": sheet.bleed_mm,
            "marks_mm": MARKS_MM,
        },
        "live": {key: getattr(live, key) for key in ("x_mm", "y_mm", "width_mm", "height_mm")},
        "zones": [
            {"use": zone.use} | {key: getattr(zone, key) / scale for key in ("x_mm", "y_mm", "width_mm", "height_mm")}
            for zone in sheet.carrier.zones
        ],
        "voices": [_describe_voice(sheet, voice) for voice in sheet.voices],
        "notes": {
            "lang": house.lang,
            "region": house.region,
            "direction": house.direction,
            "face": _describe_faces(sheet.note_faces, sheet.design.notes.weight, sheet.design.notes.stretch),
        },
        "campaign": {"title": sheet.campaign_title, "days": sheet.campaign_days, "date": _list_date(sheet)},
        "brand": {
            "name": sheet.brand_name,
            "clear_space": sheet.clear_space,
            "marks": [
                {"logo": f"/brands/{mark.logo}", "logo_copier": f"/brands/{mark.logo_copier}", "alt": mark.alt}
                for mark in sheet.marks
            ],
        },
        "qr": {"alt": sheet.url, "size_mm": sheet.qr_mm},
        "address": sheet.url.split("//", 1)[-1].rstrip("/"),
        "palette": {"primary": sheet.palette.primary, "accent": sheet.palette.accent},
        "picture": {"name": sheet.picture, "alt": sheet.topic_name},
        "sign": sheet.sign,
        "figure": sheet.figure,
        "photo": {"alt": sheet.photo_alt} if sheet.photo_file else None,
        **({"ink": getattr(sheet.palette, sheet.design.ink)} if sheet.design.ink else {}),
    }


def _list_date(sheet: Sheet) -> list[int]:
    """Return the day the campaign starts, which is the date of its files: the archive's standard asks for one."""
    day = sheet.campaign_starts
    return [day.year, day.month, day.day]


def strip_marks(text: str) -> str:
    """Return words without the marks that say only where a line may break."""
    return text.replace("\u200b", "").replace("\u00ad", "")


def _describe_language(voice: Voice) -> dict[str, str]:
    tongue = voice.tongue
    return {"lang": tongue.lang, "region": tongue.region, "script": tongue.script, "direction": tongue.direction}


def _describe_voice(sheet: Sheet, voice: Voice) -> dict[str, Any]:
    keys = ("text", "x_mm", "baseline_mm", "advance_mm", "tracking_mm")
    return {
        "language": _describe_language(voice),
        "size_mm": voice.words.size_mm,
        "lines": [{key: getattr(line, key) for key in keys} for line in voice.words.lines],
        "face": _describe_faces(voice.faces, sheet.design.words.weight, sheet.design.words.stretch),
    }


def _describe_faces(faces: Sequence[Face], weight: int, stretch: int) -> dict[str, Any]:
    return {"families": [face.family for face in faces], "weight": weight, "stretch": stretch}


def write_inputs(inputs: str, form: Form, code: str, photo: Mapping[str, object] | None = None, *, bare: bool = False) -> str:
    """Write the JSON that the design reads for one file: its form, its QR code, its photograph as prepared for it.

    Bleed and marks are the print shop's alone. ``bare`` leaves all words out: what stands behind them is measured so.
    """
    description: dict[str, Any] = json.loads(inputs)
    room = {} if form == "print-shop" else {"bleed_mm": 0, "marks_mm": 0}
    data = {
        **description,
        "form": form,
        "bare": bare,
        "trim": {**description["trim"], **room},
        "qr": {**description["qr"], "svg": code},
        "photo": {**description["photo"], **photo} if photo else None,
    }
    return json.dumps(data, ensure_ascii=False)
