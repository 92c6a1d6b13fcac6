"""A sheet -> the data its design reads: all of it, in drawn millimetres, and only what belongs to each file."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

import pytest

from broadside.catalog import Catalog, Spot
from broadside.checking import plan_wish
from broadside.kinds import Palette
from broadside.press.describing import describe_sheet, make_order, strip_marks, write_inputs
from broadside.sheets import Sheet, Wish
from sites import REPOSITORY


def find_sheet(catalog: Catalog, carrier: str, language: str = "en") -> Sheet:
    sheets = plan_wish(catalog, ["hard-hat"], Wish(design="signal", carriers=(carrier,)))
    return next(sheet for sheet in sheets if (sheet.carrier_id, sheet.language) == (carrier, language))


def list_keys(value: Any, path: str = "s") -> set[str]:
    """Return every name that leads to a value: ``s.trim.width_mm``."""
    if isinstance(value, dict):
        return {path, *(key for name, inner in value.items() for key in list_keys(inner, f"{path}.{name}"))}
    return {path}


def test_what_the_parts_read_is_there(catalog: Catalog) -> None:
    """Each ``s.name.name`` that a design or a part reads, up to a list or a method, is in the data."""
    sheet = dataclasses.replace(find_sheet(catalog, "poster-a3"), photo_file="a.jpg")
    told = json.loads(write_inputs(make_order(sheet).inputs, "office", "", {"file": "/store/a.jpg", "veil": 0.0}))
    keys = list_keys(told)
    read = {
        match
        for folder in ("parts", "designs")
        for file in (REPOSITORY / "posters" / folder).rglob("*.typ")
        for match in re.findall(
            r"\bs\.(?:trim|live|qr|campaign|brand|palette|picture|photo|notes|language)\.[a-z_]+", file.read_text("utf-8")
        )
    }
    assert len(read) > 15
    assert read - keys == set()


def test_lengths_are_as_drawn(catalog: Catalog) -> None:
    a3, banner = (describe_sheet(find_sheet(catalog, carrier)) for carrier in ("poster-a3", "banner-6m"))
    assert (a3["scale"], a3["trim"]["width_mm"], a3["live"]["height_mm"], a3["qr"]["size_mm"]) == (1, 297, 420, 50)
    assert (banner["scale"], banner["trim"]["width_mm"], banner["shape"], banner["group"]) == (10, 600, "strip", "banner")


def test_zones_and_the_live_area_are_told(catalog: Catalog) -> None:
    name, carrier = next((name, carrier) for name, carrier in catalog.carriers.items() if carrier.zones)
    sheet = dataclasses.replace(find_sheet(catalog, "poster-a3"), carrier=carrier, carrier_id=name)
    told = describe_sheet(sheet)
    assert len(told["zones"]) == len(carrier.zones)
    assert told["live"] == dataclasses.asdict(sheet.live)


def test_only_the_print_shop_s_file_has_bleed_and_marks(catalog: Catalog) -> None:
    order = make_order(find_sheet(catalog, "poster-a3"))
    room = {form: json.loads(write_inputs(order.inputs, form, ""))["trim"] for form in ("print-shop", "office", "preview")}
    assert (room["print-shop"]["bleed_mm"], room["print-shop"]["marks_mm"]) == (3, 10)
    assert {(room[form]["bleed_mm"], room[form]["marks_mm"]) for form in ("office", "preview")} == {(0, 0)}


def test_a_file_has_its_form_its_code_and_its_photograph(catalog: Catalog) -> None:
    sheet = dataclasses.replace(find_sheet(catalog, "poster-a3"), photo_file="a.jpg", photo_alt="A yard", photo_focus=(0.1, 0.2))
    order = make_order(sheet)
    assert order.photo is not None
    assert (order.photo.file, order.photo.focus, order.photo.ppi) == ("a.jpg", (0.1, 0.2), sheet.carrier.photo_ppi)
    told = json.loads(write_inputs(order.inputs, "copier", "<svg/>", {"file": "/store/x.png", "veil": 0.3}, bare=True))
    assert (told["form"], told["qr"]["svg"], told["bare"]) == ("copier", "<svg/>", True)
    assert told["photo"] == {"alt": "A yard", "file": "/store/x.png", "veil": 0.3}
    assert json.loads(write_inputs(order.inputs, "copier", ""))["photo"] is None


def test_a_spot_ink_takes_its_colour_from_the_palette(catalog: Catalog) -> None:
    sheet = dataclasses.replace(find_sheet(catalog, "poster-a3"), palette=Palette(primary="#112233", accent="#445566"))
    for colour, expected in (("primary", "#112233"), ("accent", "#445566"), ("#0b2b4c", "#0b2b4c")):
        design = sheet.design.model_copy(update={"spot": Spot(name="Ink", colour=colour)})
        spot = make_order(dataclasses.replace(sheet, design=design)).spot
        assert spot is not None
        assert (spot.name, spot.colour) == ("Ink", expected)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_words_boxes_hold_their_lines(catalog: Catalog, language: str) -> None:
    sheet = find_sheet(catalog, "poster-a3", language)
    order = make_order(sheet)
    assert len(order.words) == len(sheet.words.lines)
    for (left, top, right, bottom), line in zip(order.words, sheet.words.lines, strict=True):
        assert 0 <= left < right <= sheet.width_mm
        assert 0 <= top < line.baseline_mm < bottom <= sheet.height_mm


def test_marks_that_say_where_to_break_are_not_read_aloud() -> None:
    assert strip_marks("ปลอด\u200bภัย co\u00adoperate") == "ปลอดภัย cooperate"
