"""An editor's photograph -> a JPEG of the carrier's resolution and no more: turned upright, cropped, its metadata removed."""

from __future__ import annotations

import dataclasses
import io
import json
import math
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError

from broadside.press.papers import Paper, PaperPhoto
from broadside.store import make_key
from broadside.units import MM_PER_INCH

PIXELS_MAX = 12_000
"""Our choice: the longest side; a larger photograph costs memory and shows nothing more."""
JPEG_QUALITY = 88
CENTRE = (0.5, 0.5)
FORMATS = ("JPEG", "PNG", "WEBP")
PHOTO_FIELDS = {each.name for each in dataclasses.fields(PaperPhoto)}


class UnreadablePhotoError(Exception):
    """The file is no photograph that can be printed; the message says why."""


def prepare_photo(file: Path, width_mm: float, height_mm: float, focus: tuple[float, float], ppi: float) -> bytes:
    """Return the JPEG of ``file`` cropped to the proportions of width x height around ``focus`` (shares from left and top).

    It has ``ppi`` pixels to the inch of that size, or as many as the file has.
    Raises :class:`UnreadablePhotoError` for what is not a JPEG, PNG or WebP picture, or is too large to be one in good faith.
    """
    return _fit(open_photo(file), width_mm, height_mm, focus, ppi)


def shrink_photo(file: Path, width_mm: float, height_mm: float, ppi: float) -> bytes:
    """Return the JPEG of the whole of ``file`` as large as it fits width x height, either of which may be infinite.

    Its resolution and what it raises are those of :func:`prepare_photo`.
    """
    upright = open_photo(file)
    share = min(width_mm / upright.width, height_mm / upright.height)
    return _fit(upright, upright.width * share, upright.height * share, CENTRE, ppi)


def _fit(upright: Image.Image, width_mm: float, height_mm: float, focus: tuple[float, float], ppi: float) -> bytes:
    limit = min(PIXELS_MAX, round(max(width_mm, height_mm) / MM_PER_INCH * ppi))
    proportions = width_mm / height_mm
    target = (limit, round(limit / proportions)) if proportions >= 1 else (round(limit * proportions), limit)
    smaller = min(target[0], upright.width), min(target[1], upright.height)
    share = min(smaller[0] / target[0], smaller[1] / target[1])
    size = max(1, round(target[0] * share)), max(1, round(target[1] * share))
    fitted = ImageOps.fit(upright, size, Image.Resampling.LANCZOS, centering=focus)
    fitted.info.clear()  # a comment or a profile of the camera would be written out again
    buffer = io.BytesIO()
    fitted.save(buffer, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return buffer.getvalue()


def name_photo(root: Path, place: str, width_mm: float, height_mm: float | None, ppi: float) -> PaperPhoto:
    """Return how a paper names the photograph at ``place`` in the site's folder ``root``; it is read, but not opened."""
    return PaperPhoto(place, make_key((root / place).read_bytes()), width_mm, height_mm, ppi)


def fill_photos(paper: Paper) -> Paper:
    """Return a paper with the bytes of its photographs in its data.

    Raises :class:`UnreadablePhotoError` also for one that is another than when it was named: it would lie under a wrong key.
    """

    def fill(each: dict[str, Any]) -> dict[str, Any] | list[int]:
        if each.keys() != PHOTO_FIELDS:
            return each
        photo = PaperPhoto(**each)
        file = paper.root / photo.photo
        if make_key(file.read_bytes()) != photo.sha256:
            raise UnreadablePhotoError(f"{photo.photo} was changed while the press ran")
        return list(shrink_photo(file, photo.width_mm, photo.height_mm or math.inf, photo.ppi))

    if '"sha256"' not in paper.data:
        return paper
    return dataclasses.replace(paper, data=json.dumps(json.loads(paper.data, object_hook=fill)))


def open_photo(file: Path) -> Image.Image:
    """Return the photograph turned upright (EXIF 2.32, Orientation) in RGB; raises :class:`UnreadablePhotoError`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=FORMATS) as opened:
                opened.load()
                ImageOps.exif_transpose(opened, in_place=True)  # 40 million pixels take 160 MB: one copy less at a time
                return opened if opened.mode == "RGB" else opened.convert("RGB")
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise UnreadablePhotoError(str(error).replace(str(file), file.name)) from error


SCREEN_CELL_PX = 8
COPIER_PPI = 150
"""Our choices: a halftone of 150 / 8 = 19 lines an inch, coarse enough for a third copy, cells of 64 tones."""


def screen_photo(photo: bytes) -> bytes:
    """Return the PNG of a prepared photograph as black dots on white, for a copier: a halftone at 45 degrees."""
    with Image.open(io.BytesIO(photo)) as opened:
        grey = ImageOps.autocontrast(opened.convert("L"), cutoff=1)
    half = SCREEN_CELL_PX // 2

    def distance(x: int, y: int) -> float:
        # Two dots a cell, set apart by half a cell both ways, make the 45 degrees.
        centres = (
            (cx, cy) for cx in (0, half, SCREEN_CELL_PX) for cy in (0, half, SCREEN_CELL_PX) if (cx + cy) % SCREEN_CELL_PX == 0
        )
        return min(math.hypot(x + 0.4 - cx, y + 0.2 - cy) for cx, cy in centres)

    places = [(x, y) for y in range(SCREEN_CELL_PX) for x in range(SCREEN_CELL_PX)]
    # A dot grows by one pixel a step: as many even steps of grey as the cell has pixels.
    ranks = {place: rank for rank, place in enumerate(sorted(places, key=lambda place: -distance(*place)))}
    cell = Image.new("L", (SCREEN_CELL_PX, SCREEN_CELL_PX))
    for place in places:
        cell.putpixel(place, round((ranks[place] + 0.5) * 255 / len(places)))
    screen = Image.new("L", grey.size)
    for top in range(0, grey.height, SCREEN_CELL_PX):
        for left in range(0, grey.width, SCREEN_CELL_PX):
            screen.paste(cell, (left, top))
    dots = ImageChops.subtract(grey, screen).point(lambda value: 255 if value else 0).convert("1")
    buffer = io.BytesIO()
    dots.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


WHITE_ON_PHOTO = (1.05 / 4.5) - 0.05
"""The most luminance a ground may have under white words: 4.5 : 1, WCAG 2.2, 1.4.3."""


def read_grey(photo: Path) -> Image.Image:
    """Return a prepared photograph in grey."""
    with Image.open(photo) as opened:
        return opened.convert("L")


def measure_veil(grey: Image.Image, boxes: Sequence[tuple[float, float, float, float]]) -> float:
    """Return how far a photograph, given in grey, must be darkened for white words in ``boxes``: 0 to 1.

    The boxes are shares of its width and height. A black veil of that opacity brings the lightest twentieth of what lies
    behind them under 4.5 : 1.
    """
    lightest = 0
    for left, top, right, bottom in boxes:
        width, height = grey.size
        part = grey.crop((int(left * width), int(top * height), max(1, int(right * width)), max(1, int(bottom * height))))
        counts = part.histogram()
        above, value = counts[255], 255
        while value > 0 and above < 0.05 * sum(counts):
            value -= 1
            above += counts[value]
        lightest = max(lightest, value)
    most = 1.055 * WHITE_ON_PHOTO ** (1 / 2.4) - 0.055  # the sRGB value of that luminance: IEC 61966-2-1
    return 0.0 if lightest <= 255 * most else math.ceil(1000 * (1 - 255 * most / lightest)) / 1000
