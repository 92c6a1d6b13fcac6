"""Every sheet of the site and every sample of a design, looked at as people and their telephones do.

The codes are read at the resolution a telephone has from where people stand, the words by a reading program, and the colours are
those that people with another sense of colour see.
"""

from __future__ import annotations

import concurrent.futures
import dataclasses
import difflib
import math
import os
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps

from broadside.building import locate_store
from broadside.checking import check_site, plan_wish
from broadside.press.contrast import contrast, find_faint
from broadside.press.describing import make_order
from broadside.press.printed import Printed
from broadside.press.running import Press
from broadside.sheets import Sheet, Wish, plan_samples
from sites import REPOSITORY, printing_alone

CAMERA_PX = 1920
"""What scanning programs look at: the picture of Full HD video, our choice of the least a telephone has."""
CAMERA_ANGLE = 65.0
"""Degrees across the picture of a telephone's main camera, 26 mm to the format of 36 x 24 mm: our choice of a usual one."""
OCR_HEIGHT_PX = 64
"""Height of a line of words as the reading program gets it: about what it was trained on."""
OCR_SHARE = 0.95
WORD_LEVEL = "5"
TESSERACT = {"en": "eng", "zh": "chi_sim"}


@pytest.fixture(scope="module")
def printed() -> tuple[Printed, ...]:
    """All sheets of the site and all samples of its designs that have pictures of their own."""
    catalog, sheets = check_site(REPOSITORY / "mkdocs.yml")
    samples, problems = plan_samples(catalog)
    assert problems == ()
    with printing_alone(), Press(REPOSITORY / "posters", REPOSITORY / "slogans", locate_store(REPOSITORY)) as press:
        everything = press.print_sheets((*sheets, *samples))
    assert not [item.sheet.name for item in everything if item.faint]
    return tuple(item for item in everything if "preview" in item.files)


def test_every_design_is_there_on_every_kind_of_carrier(printed: tuple[Printed, ...]) -> None:
    groups = {item.sheet.carrier.group for item in printed}
    assert groups == {"poster", "display", "banner", "vehicle", "screen", "sign", "backdrop"}
    assert len({item.sheet.design_id for item in printed}) >= 11
    assert {item.sheet.carrier.shape for item in printed} == {"tall", "portrait", "landscape", "wide", "strip"}


def see(press: Press, sheet: Sheet) -> Image.Image:
    """Return a sheet as a telephone sees it that is held where its carrier says."""
    seen_mm = 2 * sheet.carrier.scan_m * 1000 * math.tan(math.radians(CAMERA_ANGLE / 2))
    return press.draw_at(sheet, round(sheet.carrier.width_mm * CAMERA_PX / seen_mm))


def choose_samples(printed: Sequence[Printed]) -> Iterator[Sheet]:
    """Yield a third of the samples so that every design and every carrier is among them: drawing them large takes its time."""
    samples = {(item.sheet.design_id, item.sheet.carrier_id): item.sheet for item in printed if item.sheet.slogan[:7] == "design-"}
    designs, carriers = (sorted({key[place] for key in samples}) for place in (0, 1))
    for (design, carrier), sheet in samples.items():
        if (designs.index(design) + carriers.index(carrier)) % 3 == 0:
            yield sheet


def test_every_code_can_be_read_from_where_people_stand(printed: tuple[Printed, ...], tmp_path: Path) -> None:
    sheets = list(choose_samples(printed))
    assert {sheet.design_id for sheet in sheets} == {item.sheet.design_id for item in printed}
    assert {sheet.carrier_id for sheet in sheets} == {item.sheet.carrier_id for item in printed}
    with Press(REPOSITORY / "posters", REPOSITORY / "slogans", locate_store(REPOSITORY), 1) as press:
        for number, sheet in enumerate(sheets):
            see(press, sheet).save(tmp_path / f"{number}.png", compress_level=1)

    def read(number: int) -> str:
        command = ["zbarimg", "-q", "--raw", "--nodbus", str(tmp_path / f"{number}.png")]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        codes = list(pool.map(read, range(len(sheets))))
    assert [f"{sheet.design_id} {sheet.name}" for sheet, code in zip(sheets, codes, strict=True) if code != sheet.url] == []


def cut_lines(item: Printed) -> Image.Image:
    """Return the words' lines cut out of a sheet, black on white, one below the other; characters of a column in a row."""
    with Image.open(item.files["preview"]) as opened:
        picture = opened.convert("L")
    px_per_mm = picture.width / item.sheet.width_mm
    lines = []
    for box in make_order(item.sheet).words[: len(item.sheet.words.lines)]:
        left, top, right, bottom = (round(edge * px_per_mm) for edge in box)
        air = round(0.1 * (bottom - top))
        line = ImageOps.autocontrast(picture.crop((max(0, left - air), max(0, top), right + air, bottom)), cutoff=2)
        if sum(line.resize((8, 8)).tobytes()) < 64 * 127:
            line = ImageOps.invert(line)
        lines.append(line.resize((max(8, round(line.width * OCR_HEIGHT_PX / line.height)), OCR_HEIGHT_PX)))
    is_column = item.sheet.design.slots[item.sheet.carrier.shape].set == "upright"
    return put_together(lines, is_row=is_column)


def put_together(lines: Sequence[Image.Image], *, is_row: bool) -> Image.Image:
    """Put pictures beside or below each other with air around them."""
    air = OCR_HEIGHT_PX // 2
    if is_row:
        size = sum(line.width for line in lines) + 2 * air, OCR_HEIGHT_PX + 2 * air
    else:
        size = max(line.width for line in lines) + 2 * air, len(lines) * (OCR_HEIGHT_PX + air) + air
    page = Image.new("L", size, 255)
    x = y = air
    for line in lines:
        page.paste(line, (x, y))
        x, y = (x + line.width, y) if is_row else (x, y + OCR_HEIGHT_PX + air)
    return page


def spell(text: str) -> str:
    """Leave out spaces, marks and the difference of capitals: what is judged is the letters."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def read_words(pictures: Sequence[Path], language: str, folder: Path) -> list[str]:
    """Return what tesseract reads in each picture."""
    listed = folder / "pictures.txt"
    listed.write_text("".join(f"{path}\n" for path in pictures), "utf-8")
    command = ["tesseract", str(listed), "-", "--psm", "6", "-l", TESSERACT[language], "tsv"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    found = [""] * len(pictures)
    for row in done.stdout.splitlines():
        level, page, *_, text = row.split("\t")
        if level == WORD_LEVEL:
            found[int(page) - 1] += text
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_reading_program_reads_the_words(printed: tuple[Printed, ...], language: str, tmp_path: Path) -> None:
    everything = [item for item in printed if item.sheet.language == language]
    wanted = everything[::3]  # reading takes its time, and a mean is judged
    assert {item.sheet.design_id for item in wanted} == {item.sheet.design_id for item in everything}
    pictures = []
    for number, item in enumerate(wanted):
        cut_lines(item).save(tmp_path / f"{number:04}.png")
        pictures.append(tmp_path / f"{number:04}.png")
    half = len(pictures) // 2
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        one, two = pool.map(read_words, (pictures[:half], pictures[half:]), (language, language), folders)
    found = [*one, *two]
    shares = {
        f"{item.sheet.slogan} {item.sheet.name} {item.sheet.design_id}: {' '.join(text.split())}": difflib.SequenceMatcher(
            None, spell(item.sheet.text), spell(text), autojunk=False
        ).ratio()
        for item, text in zip(wanted, found, strict=True)
    }
    mean = sum(shares.values()) / len(shares)
    assert mean >= OCR_SHARE, (mean, sorted(shares.items(), key=lambda pair: pair[1])[:20])


# Vienot, Brettel and Mollon (1999), "Digital video colourmaps for checking the legibility of displays by dichromats":
# linear RGB to what people without the long-wave (protan) or the middle-wave (deutan) cones see.
SEEN = {
    "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}
GAMMA = 2.2
TO_LINEAR = [round(255 * (value / 255) ** GAMMA) for value in range(256)] * 3
FROM_LINEAR = [round(255 * (value / 255) ** (1 / GAMMA)) for value in range(256)] * 3


def simulate(picture: Image.Image, sense: str) -> Image.Image:
    """Return a picture as people of that sense of colour see it."""
    rows = tuple(part for row in SEEN[sense] for part in (*row, 0))
    return picture.point(TO_LINEAR).convert("RGB", rows).point(FROM_LINEAR)


def test_red_and_green_are_alike_to_the_simulation() -> None:
    red, green = Image.new("RGB", (1, 1), (155, 36, 35)), Image.new("RGB", (1, 1), (35, 127, 82))
    for sense in SEEN:
        difference = ImageChops.difference(simulate(red, sense), simulate(green, sense)).getpixel((0, 0))
        assert isinstance(difference, tuple)
        before = ImageChops.difference(red, green).getpixel((0, 0))
        assert isinstance(before, tuple)
        assert sum(difference) < 0.75 * sum(before)
    assert contrast((155, 36, 35), (35, 127, 82)) < 2


@pytest.mark.parametrize("sense", list(SEEN))
def test_words_stand_out_to_every_sense_of_colour(printed: tuple[Printed, ...], sense: str) -> None:
    """The words are drawn again without them; what is seen of both must differ as much as WCAG asks."""
    samples = [item for item in printed if item.sheet.carrier_id == "poster-a3" and item.sheet.slogan.startswith("design-")]
    chosen = {item.sheet.design_id: item for item in samples}.values()
    assert len(chosen) >= 11
    with Press(REPOSITORY / "posters", REPOSITORY / "slogans", locate_store(REPOSITORY), 1) as press:
        for item in chosen:
            drawn, bare = (simulate(picture, sense) for picture in press.draw_pair(item.sheet))
            order = make_order(item.sheet)
            assert find_faint(drawn, bare, order.words, drawn.width / order.width_mm) is None, item.sheet.design_id


@pytest.mark.parametrize("sense", list(SEEN))
def test_signs_differ_in_shape_and_word_not_in_colour_alone(sense: str) -> None:
    """Two categories that look alike in colour to somebody have other outlines: the shapes alone tell them apart."""
    catalog, _ = check_site(REPOSITORY / "mkdocs.yml")
    pictures = {}
    with Press(REPOSITORY / "posters", REPOSITORY / "slogans", locate_store(REPOSITORY), 1) as press:
        for sign in ("prohibition", "warning", "mandatory", "fire"):
            (sheet, *_) = plan_wish(catalog, ["hard-hat"], Wish(design="placard", carriers=("poster-a3",), forms=("office",)))
            drawn, _bare = press.draw_pair(dataclasses.replace(sheet, sign=sign))
            pictures[sign] = ImageOps.autocontrast(simulate(drawn, sense).convert("L")).point(
                lambda value: 255 if value > 127 else 0
            )
    names = list(pictures)
    for number, one in enumerate(names):
        for other in names[number + 1 :]:
            differing = ImageChops.difference(pictures[one], pictures[other]).histogram()[255]
            assert differing > 0.01 * pictures[one].width * pictures[one].height, (one, other)
