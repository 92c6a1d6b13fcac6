"""A sheet as a value: its sizes as drawn, its name, and that nothing in it changes."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from broadside.sheets import Sheet, drawn_scale
from broadside.units import to_points

from .sites import CARRIERS, plan, write_slogan

ZONES = """\
panel:
  group: poster
  name: {en: Panel, zh: 展板}
  paper: 1000 × 1800 mm
  width_mm: 1000
  height_mm: 1800
  bleed_mm: 5
  safe_mm: 20
  distance_m: 5
  scan_m: 1
  zones: [{name: {en: Foot}, x_mm: 0, y_mm: 1500, width_mm: 1000, height_mm: 300}]
banner-zoned:
  like: banner-6m
  zones: [{name: {en: Pole}, x_mm: 0, y_mm: 0, width_mm: 500, height_mm: 700}]
"""


def test_sizes_are_as_drawn(tmp_path: Path) -> None:
    sheets = plan(tmp_path, {"slogans/look-first.md": write_slogan("carriers: [poster, banner, screen]", text="Look first")})
    a3, banner, screen = (sheets[f"look-first/{name}-en"] for name in ("poster-a3", "banner-6m", "screen-landscape"))
    assert (a3.width_mm, a3.height_mm, a3.bleed_mm, a3.qr_mm) == pytest.approx((297, 420, 3, 50))
    assert (banner.width_mm, banner.height_mm, banner.bleed_mm, banner.qr_mm) == pytest.approx((600, 70, 1, 40))
    assert (to_points(screen.width_mm), to_points(screen.height_mm)) == pytest.approx((1920, 1080), rel=1e-3)


@pytest.mark.parametrize(("width", "scale"), [(2500, 1), (2501, 10), (6000, 10)])
def test_what_is_long_is_drawn_at_a_tenth(tmp_path: Path, width: int, scale: int) -> None:
    carriers = CARRIERS.replace("width_mm: 6000", f"width_mm: {width}")
    files = {"posters/carriers.yml": carriers, "slogans/look-first.md": write_slogan("carriers: [banner]", text="Look first")}
    sheet = plan(tmp_path, files)["look-first/banner-6m-en"]
    assert drawn_scale(sheet.carrier) == scale
    assert sheet.width_mm == width / scale


def test_the_live_area_is_as_drawn_too(tmp_path: Path) -> None:
    slogan = write_slogan("carriers: [panel, banner-zoned, poster-a3]", text="Look first")
    sheets = plan(tmp_path, {"posters/carriers.yml": CARRIERS + ZONES, "slogans/look-first.md": slogan})
    live = {name: dataclasses.astuple(sheets[f"look-first/{name}-en"].live) for name in ("panel", "banner-zoned", "poster-a3")}
    assert live == {"panel": (0, 0, 1000, 1500), "banner-zoned": (50, 0, 550, 70), "poster-a3": (0, 0, 297, 420)}


def test_several_languages_are_one_name_and_one_text(tmp_path: Path) -> None:
    sheets = plan(tmp_path, {"slogans/look-first.md": write_slogan("together: [zh, en]", "carriers: [poster-a3]")})
    assert list(sheets) == [f"look-first/poster-a3-{language}" for language in ("en", "zh", "zh-en")]
    both = sheets["look-first/poster-a3-zh-en"]
    assert (both.language, both.text, both.words) == ("zh-en", "先看后干\nLook first", both.voices[0].words)


def test_a_sheet_is_a_value(tmp_path: Path) -> None:
    def without_faces(sheet: Sheet) -> Sheet:
        """Take out the faces: they say in which folder they lie."""
        voices = tuple(dataclasses.replace(voice, faces=()) for voice in sheet.voices)
        return dataclasses.replace(sheet, voices=voices, note_faces=())

    one, other = (plan(folder, {}) for folder in (tmp_path / "a", tmp_path / "b"))
    assert one.keys() == other.keys()
    for name, sheet in one.items():
        assert without_faces(sheet) == without_faces(other[name])
        with pytest.raises(dataclasses.FrozenInstanceError):
            sheet.unit = "x"  # type: ignore[misc]
