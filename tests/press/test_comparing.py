"""Two pictures and where they differ."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from broadside.press.comparing import MARK, SIDE_PX, STRIP_PX, compare_pictures, mark_difference


def draw(size: tuple[int, int], *boxes: tuple[int, int, int, int]) -> Image.Image:
    picture = Image.new("RGB", size, "white")
    for box in boxes:
        ImageDraw.Draw(picture).rectangle(box, "navy")
    return picture


def save(picture: Image.Image, file: Path) -> Path:
    picture.save(file, "PNG")
    return file


def test_what_differs_is_marked_and_measured() -> None:
    marked, share = mark_difference(draw((100, 100), (10, 10, 19, 19)), draw((100, 100), (10, 10, 19, 19), (50, 50, 69, 69)))
    assert share == pytest.approx(0.04)
    assert marked.getpixel((60, 60)) == MARK
    pale = marked.getpixel((15, 15))
    assert isinstance(pale, tuple)
    assert pale != MARK
    assert min(pale) > 150
    assert mark_difference(draw((9, 9)), draw((9, 9)))[1] == 0


def test_one_pixel_can_be_seen() -> None:
    marked, _ = mark_difference(draw((30, 30)), draw((30, 30), (15, 15, 15, 15)))
    assert sum(count for count, colour in marked.getcolors() or () if colour == MARK) == 9


def test_encoding_is_no_difference() -> None:
    one, other = draw((40, 40), (0, 0, 20, 20)), Image.new("RGB", (40, 40), (246, 247, 250))
    other.paste("navy", (0, 0, 21, 21))
    assert mark_difference(one, other)[1] == 0


def test_pictures_of_two_sizes_stand_on_one_ground(tmp_path: Path) -> None:
    made = compare_pictures(save(draw((300, 200)), tmp_path / "a.png"), save(draw((200, 300)), tmp_path / "b.png"))
    assert (made.width_px, made.height_px) == (300, 300)
    assert made.share == pytest.approx(1 - 200 * 200 / 300**2, abs=0.12)
    for data in (made.before, made.after, made.difference):
        assert data is not None
        assert Image.open(io.BytesIO(data)).size == (300, 300)


def test_large_ones_become_small_and_one_side_is_enough(tmp_path: Path) -> None:
    made = compare_pictures(None, save(draw((2000, 1500)), tmp_path / "a.png"))
    assert (made.before, made.difference, made.share) == (None, None, None)
    assert (made.width_px, made.height_px) == (SIDE_PX, 480)
    assert compare_pictures(save(draw((4000, 400)), tmp_path / "b.png"), None).width_px == STRIP_PX
    with pytest.raises(ValueError, match="needs a picture"):
        compare_pictures(None, None)
