"""Pictures taken apart: what is kept draws the same, what is not is named, and nothing is decoded to find out."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from broadside.intake.pictures import parse_picture
from broadside.intake.rebuilt import read_exif
from broadside.intake.unfit import UnfitFileError
from hostile.making import GPS_EXIF, MAKERS, insert_chunk, insert_segment, make_picture

FORMS = {"PNG": "PNG", "JPEG": "JPEG", "WEBP": "WebP"}
KINDS: list[tuple[str, dict[str, Any]]] = [
    ("PNG", {}),
    ("PNG", {"mode": "RGBA"}),
    ("PNG", {"mode": "L"}),
    ("PNG", {"mode": "LA"}),
    ("PNG", {"icc_profile": b"profile" * 100}),
    ("PNG", {"dpi": (300, 300)}),
    ("JPEG", {}),
    ("JPEG", {"mode": "L"}),
    ("JPEG", {"mode": "CMYK"}),
    ("JPEG", {"progressive": True}),
    ("JPEG", {"icc_profile": b"profile" * 20_000}),
    ("JPEG", {"restart_marker_rows": 1}),
    ("WEBP", {}),
    ("WEBP", {"lossless": True}),
    ("WEBP", {"mode": "RGBA"}),
    ("WEBP", {"icc_profile": b"profile" * 100}),
]


def show(data: bytes) -> tuple[str, tuple[int, int], bytes, object]:
    with Image.open(io.BytesIO(data)) as opened:
        return opened.mode, opened.size, opened.tobytes(), opened.info.get("icc_profile")


@pytest.mark.parametrize(("form", "options"), KINDS)
def test_a_plain_picture_stays_the_same(form: str, options: dict[str, Any]) -> None:
    data = make_picture(form, **options)
    picture = parse_picture(FORMS[form], data)
    assert (picture.width_px, picture.height_px) == (40, 30)
    assert show(picture.data) == show(data)
    assert parse_picture(FORMS[form], picture.data) == picture
    assert picture.removed == ()


@pytest.mark.parametrize(("form", "options"), KINDS)
def test_where_it_was_taken_is_left_out_and_said(form: str, options: dict[str, Any]) -> None:
    data = make_picture(form, exif=GPS_EXIF, **options)
    picture = parse_picture(FORMS[form], data)
    assert picture.removed[:2] == ("GPS", "EXIF")
    assert show(picture.data) == show(data)
    with Image.open(io.BytesIO(picture.data)) as opened:
        assert dict(opened.getexif()) == {0x0112: 6}  # it is still turned, and says nothing else
        assert opened.getexif().get_ifd(0x8825) == {}
    assert b"Cam" not in picture.data


@pytest.mark.parametrize(
    ("data", "form", "removed"),
    [
        (insert_chunk(make_picture("PNG"), b"tEXt", b"Author\0somebody"), "PNG", ("tEXt",)),
        (insert_chunk(make_picture("PNG"), b"prVt", b"x"), "PNG", ("prVt",)),
        (make_picture("PNG") + b"<script>", "PNG", ("8 B",)),
        (make_picture("JPEG", comment=b"hello"), "JPEG", ("COM",)),
        (insert_segment(make_picture("JPEG"), 0xE1, b"http://ns.adobe.com/xap/1.0/\0<x/>"), "JPEG", ("XMP",)),
        (insert_segment(make_picture("JPEG"), 0xED, b"Photoshop 3.0\0"), "JPEG", ("APP13",)),
        (make_picture("JPEG") + b"PK", "JPEG", ("2 B",)),
        (make_picture("WEBP", xmp=b"<x/>"), "WebP", ("XMP",)),
        (make_picture("WEBP") + b"xx", "WebP", ("2 B",)),
        (MAKERS["text-bomb-png"](), "PNG", ("zTXt",)),
    ],
)
def test_what_does_not_draw_is_left_out(data: bytes, form: str, removed: tuple[str, ...]) -> None:
    picture = parse_picture(form, data)
    assert picture.removed == removed
    assert len(picture.data) < len(data)
    assert show(picture.data)


def test_exif_of_both_orders_and_of_none() -> None:
    assert read_exif(GPS_EXIF) == (6, True)
    assert read_exif(b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0") == (8, False)
    assert read_exif(GPS_EXIF[:30]) == (6, False)
    assert read_exif(b"") == (1, False)
    assert read_exif(b"II*\0\xff\xff\xff\xff") == (1, False)


@pytest.mark.parametrize("form", FORMS)
@given(st.data())
def test_a_damaged_picture_is_refused_or_can_be_drawn(form: str, data: st.DataObject) -> None:
    good = make_picture(form, exif=GPS_EXIF)
    at = data.draw(st.integers(0, len(good) - 1))
    length = data.draw(st.integers(0, 8))
    broken = good[:at] + data.draw(st.binary(max_size=8)) + good[at + length :]
    try:
        picture = parse_picture(FORMS[form], broken)
    except UnfitFileError:
        return
    assert parse_picture(FORMS[form], picture.data).data == picture.data


@given(st.sampled_from(sorted(FORMS.values())), st.binary(max_size=200))
def test_no_bytes_crash_it(form: str, data: bytes) -> None:
    starts = {"PNG": b"\x89PNG\r\n\x1a\n", "JPEG": b"\xff\xd8\xff", "WebP": b"RIFF"}
    with pytest.raises(UnfitFileError):
        parse_picture(form, starts[form] + data)
