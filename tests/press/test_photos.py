"""Photographs: upright, cropped round their point, no larger than needed, without a trace of who took them where."""

from __future__ import annotations

import contextlib
import io
import math
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image, ImageStat

from broadside.press.contrast import contrast
from broadside.press.photos import (
    PIXELS_MAX,
    UnreadablePhotoError,
    measure_veil,
    prepare_photo,
    read_grey,
    screen_photo,
    shrink_photo,
)

RED, BLUE = (200, 20, 20), (20, 20, 200)
CENTRE = (0.5, 0.5)
PPI = 200


def save(file: Path, size: tuple[int, int] = (400, 200), kind: str = "JPEG", mode: str = "RGB", **how: object) -> Path:
    """Save a picture, red on its left half and blue on its right."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, *size))
    picture.convert(mode).save(file, kind, **how)
    return file


def prepare(
    file: Path, width_mm: float = 100, height_mm: float = 100, focus: tuple[float, float] = CENTRE, ppi: float = PPI
) -> Image.Image:
    made = Image.open(io.BytesIO(prepare_photo(file, width_mm, height_mm, focus, ppi)))
    assert (made.format, made.mode) == ("JPEG", "RGB")
    return made


def is_near(one: object, other: tuple[int, int, int]) -> bool:
    assert isinstance(one, tuple)
    return all(abs(mine - theirs) < 40 for mine, theirs in zip(one, other, strict=True))


@pytest.mark.parametrize(("focus", "left", "right"), [((0.0, 0.5), RED, RED), ((0.5, 0.5), RED, BLUE), ((1.0, 0.5), BLUE, BLUE)])
def test_the_crop_keeps_the_point(
    tmp_path: Path, focus: tuple[float, float], left: tuple[int, int, int], right: tuple[int, int, int]
) -> None:
    made = prepare(save(tmp_path / "a.jpg"), focus=focus)
    assert made.size == (200, 200)
    assert is_near(made.getpixel((10, 100)), left)
    assert is_near(made.getpixel((190, 100)), right)


@pytest.mark.parametrize(("width", "height"), [(297, 420), (420, 297), (6000, 700), (100, 100)])
def test_the_proportions_are_the_sheets(tmp_path: Path, width: float, height: float) -> None:
    made = prepare(save(tmp_path / "a.jpg", (1600, 1200)), width, height)
    assert made.width / made.height == pytest.approx(width / height, rel=0.02)


def test_a_large_photograph_is_scaled_down_and_a_small_one_never_up(tmp_path: Path) -> None:
    large = prepare(save(tmp_path / "large.jpg", (3000, 3000)), 254, 254)
    assert large.size == (10 * PPI, 10 * PPI)
    assert prepare(save(tmp_path / "small.jpg", (90, 60)), 254, 254).size == (60, 60)
    assert max(prepare(save(tmp_path / "small.jpg", (90, 60)), 60_000, 60_000).size) <= PIXELS_MAX


def test_a_photograph_on_its_side_is_turned_upright_and_says_nothing_of_its_maker(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # Orientation: turn by 90 degrees clockwise to see it (Exif 3.0, 4.6.5)
    exif[0x010F] = "A telephone"
    exif[0x8825] = {1: "N", 2: (31.0, 13.0, 0.0)}
    data = prepare_photo(save(tmp_path / "a.jpg", exif=exif), 100, 200, CENTRE, PPI)
    made = Image.open(io.BytesIO(data))
    assert made.size == (200, 400)
    assert is_near(made.getpixel((100, 20)), RED)
    assert is_near(made.getpixel((100, 380)), BLUE)
    assert dict(made.getexif()) == {}
    assert b"A telephone" not in data


def test_a_comment_is_metadata_too(tmp_path: Path) -> None:
    assert b"private" not in prepare_photo(save(tmp_path / "a.jpg", comment=b"private"), 100, 200, CENTRE, PPI)


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("WEBP", "RGB"), ("JPEG", "CMYK")]
)
def test_what_cameras_and_editors_save_is_read(tmp_path: Path, kind: str, mode: str) -> None:
    assert prepare(save(tmp_path / "a", kind=kind, mode=mode)).size == (200, 200)


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "ICO"])
def test_other_kinds_are_refused_by_what_they_are_not_by_their_name(tmp_path: Path, kind: str) -> None:
    with pytest.raises(UnreadablePhotoError):
        prepare(save(tmp_path / "a.jpg", (64, 64), kind))


@pytest.mark.parametrize(
    "data", [b"", b"not a photograph", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%!PS-Adobe-3.0 EPSF-3.0\n"]
)
def test_what_is_no_photograph_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(data)
    with pytest.raises(UnreadablePhotoError):
        prepare(tmp_path / "a.jpg")


def test_a_photograph_cut_short_is_refused(tmp_path: Path) -> None:
    file = save(tmp_path / "a.jpg", (800, 800))
    file.write_bytes(file.read_bytes()[:-2000])
    with pytest.raises(UnreadablePhotoError):
        prepare(file)


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    Image.new("1", (20_000, 20_000)).save(tmp_path / "a.png")
    with pytest.raises(UnreadablePhotoError):
        prepare(tmp_path / "a.png")


@example(11, b"\x05", "PNG")
@given(st.integers(0, 1500), st.binary(min_size=1, max_size=4), st.sampled_from(["JPEG", "PNG", "WEBP"]))
def test_broken_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes, kind: str) -> None:
    file = tmp_path_factory.getbasetemp() / "broken"
    data = bytearray(save(file, (64, 48), kind).read_bytes())
    at %= len(data)
    data[at : at + len(junk)] = junk
    file.write_bytes(data)
    with contextlib.suppress(UnreadablePhotoError):  # the only way to refuse: any other error fails the test
        assert Image.open(io.BytesIO(prepare_photo(file, 100, 100, CENTRE, PPI))).format == "JPEG"


def test_the_same_photograph_gives_the_same_bytes(tmp_path: Path) -> None:
    file = save(tmp_path / "a.jpg")
    assert prepare_photo(file, 100, 100, CENTRE, PPI) == prepare_photo(file, 100, 100, CENTRE, PPI)


@pytest.mark.parametrize(("ppi", "pixels"), [(50, 100), (100, 200), (300, 600)])
def test_it_has_the_resolution_that_is_asked_for(tmp_path: Path, ppi: int, pixels: int) -> None:
    made = prepare(save(tmp_path / "a.jpg", (1000, 1000)), 50.8, 25.4, ppi=ppi)
    assert made.size == (pixels, pixels / 2)


def make_photo(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.convert("RGB").save(buffer, "JPEG", quality=95)
    return buffer.getvalue()


def make_steps() -> Image.Image:
    """Return eleven steps of grey from black to white, each 80 pixels wide."""
    picture = Image.new("L", (880, 160))
    for step in range(11):
        picture.paste(round(25.5 * step), (80 * step, 0, 80 * step + 80, 160))
    return picture


def test_a_copier_gets_black_and_white_alone() -> None:
    with Image.open(io.BytesIO(screen_photo(make_photo(make_steps())))) as made:
        assert (made.format, made.mode, made.size) == ("PNG", "1", (880, 160))


@pytest.mark.parametrize("step", range(11))
def test_as_much_is_black_as_the_tone_was_dark(step: int) -> None:
    """The white share of each step is its grey, within 8 % of its area; the darkest and lightest become plain."""
    with Image.open(io.BytesIO(screen_photo(make_photo(make_steps())))) as made:
        part = made.convert("L").crop((80 * step + 8, 8, 80 * step + 72, 152))
    assert ImageStat.Stat(part).mean[0] / 255 == pytest.approx(step / 10, abs=0.08)


def test_a_screened_photograph_is_the_same_bytes() -> None:
    photo = make_photo(make_steps())
    assert screen_photo(photo) == screen_photo(photo)


WHOLE = ((0.0, 0.0, 1.0, 1.0),)


@pytest.mark.parametrize("tone", [0, 40, 90])
def test_a_dark_photograph_needs_no_veil(tone: int) -> None:
    assert measure_veil(Image.new("L", (200, 200), tone), WHOLE) == 0


@pytest.mark.parametrize("tone", [130, 180, 220, 255])
def test_a_veil_is_as_dark_as_white_words_need_and_no_darker(tone: int) -> None:
    """Under the veil white has 4.5 : 1 (WCAG 2.2, 1.4.3), and hardly more."""
    veil = measure_veil(Image.new("L", (200, 200), tone), WHOLE)
    assert 0 < veil < 1
    under = int(tone * (1 - veil))
    assert contrast((255, 255, 255), (under, under, under)) >= 4.5
    assert contrast((255, 255, 255), (under, under, under)) == pytest.approx(4.5, abs=0.25)


def test_only_what_lies_behind_the_words_counts() -> None:
    half = Image.new("L", (200, 200), 20)
    half.paste(255, (100, 0, 200, 200))
    photo = half
    assert measure_veil(photo, [(0.0, 0.0, 0.4, 1.0)]) == 0
    assert measure_veil(photo, [(0.0, 0.0, 0.4, 1.0), (0.6, 0.0, 1.0, 1.0)]) == measure_veil(photo, [(0.6, 0.0, 1.0, 1.0)]) > 0
    assert measure_veil(photo, []) == 0


def test_a_prepared_photograph_is_read_in_grey(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(make_photo(Image.new("RGB", (20, 10), (0, 255, 0))))
    grey = read_grey(tmp_path / "photo.jpg")
    assert (grey.mode, grey.size) == ("L", (20, 10))
    assert grey.getpixel((3, 3)) == pytest.approx(255 * 0.587, abs=3)  # ITU-R BT.601, which Pillow's grey follows


def test_a_speck_of_light_makes_no_veil() -> None:
    speck = Image.new("L", (400, 400), 20)
    speck.paste(255, (0, 0, 16, 16))
    assert measure_veil(speck, WHOLE) == 0


@pytest.mark.parametrize(
    ("width_mm", "height_mm", "size"),
    [(25.4, math.inf, (100, 50)), (25.4, 6.35, (50, 25)), (254, 254, (200, 100))],
    ids=["a width", "a box", "no more pixels than there are"],
)
def test_a_photograph_is_shrunk_whole(tmp_path: Path, width_mm: float, height_mm: float, size: tuple[int, int]) -> None:
    Image.new("RGB", (200, 100), "#a81616").save(tmp_path / "a.png")
    assert Image.open(io.BytesIO(shrink_photo(tmp_path / "a.png", width_mm, height_mm, 100))).size == size
