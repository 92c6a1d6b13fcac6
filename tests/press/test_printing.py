"""What the press prints, looked at with tools that did not make it: poppler, qpdf and zbar."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pikepdf
import pytest
import typst
from PIL import Image, ImageChops, ImageStat

from broadside.building import locate_store
from broadside.catalog import Catalog, Form
from broadside.checking import check_site
from broadside.kinds import Photo
from broadside.press.describing import make_order, write_inputs
from broadside.press.printed import Printed
from broadside.press.running import FEW, Press, Progress
from broadside.sheets import Sheet, Wish, plan_sheets
from broadside.store import Store
from broadside.typesetting import SetLine
from broadside.units import to_points
from sites import REPOSITORY, TESTS, printing_alone

GOLDENS = TESTS / "goldens"
SCRIPTS = {
    "life-first": {"en", "zh"},
    "safety-first": {"ar", "ug", "th", "hi"},
    "nothing-outweighs-a-life": {"bo"},
}
"""Slogans and languages that between them are in Latin, Chinese, Arabic, Thai, Devanagari and Tibetan script."""
DESIGNS = ("sunrise", "quiet", "signal")
"""The first three; the others are printed by the tests of difficult words."""
CARRIERS = ("poster-a3", "poster-a4", "banner", "screen")
WHOLE = ("print-shop", "office", "copier")
"""The forms that are one page of the whole sheet; those in parts are looked at in test_tiling.py."""


@pytest.fixture(scope="module")
def site() -> tuple[Catalog, tuple[Sheet, ...]]:
    """The repository's own content, checked."""
    return check_site(REPOSITORY / "mkdocs.yml")


def plan(catalog: Catalog, changes: Mapping[str, Mapping[str, object]], wish: Wish | None = None) -> tuple[Sheet, ...]:
    """Plan the sheets of the slogans named in ``changes``, with those fields changed, as ``wish`` asks for them."""
    entries = {key: entry for key, entry in catalog.entries.items() if entry.kind != "slogan"}
    for name, fields in changes.items():
        entry = catalog.entries[f"slogans/{name}"]
        entries[entry.id] = dataclasses.replace(entry, fields=entry.fields.model_copy(update=dict(fields)))
    sheets, problems = plan_sheets(dataclasses.replace(catalog, entries=MappingProxyType(entries)), wish)
    assert problems == ()
    return sheets


def make_press(store: Path, slogans: Path = REPOSITORY / "slogans") -> Press:
    """Return a press of the repository's designs with a store of its own."""
    return Press(REPOSITORY / "posters", slogans, Store(store))


@pytest.fixture(scope="module")
def printed(site: tuple[Catalog, tuple[Sheet, ...]]) -> tuple[Printed, ...]:
    """Three designs in six scripts, kept in the repository's store: what did not change is not printed again."""
    catalog, _ = site
    sheets = [
        sheet
        for design in DESIGNS
        for sheet in plan(catalog, {name: {"together": ()} for name in SCRIPTS}, Wish(design=design, carriers=CARRIERS))
        if sheet.language in SCRIPTS[sheet.slogan]
    ]
    with printing_alone(), Press(REPOSITORY / "posters", REPOSITORY / "slogans", locate_store(REPOSITORY)) as press:
        made = press.print_sheets(sheets)
    assert [item.faint for item in made if item.faint] == []
    return made


def run(*command: str | Path) -> str:
    """Run a tool and return what it prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def list_pdfs(printed: tuple[Printed, ...]) -> Iterator[tuple[Sheet, Form, Path]]:
    """Yield each PDF of a whole sheet with its sheet and form."""
    for item in printed:
        for form, file in item.files.items():
            if form in WHOLE:
                yield item.sheet, form, file


def test_trim_and_bleed_boxes_are_those_of_the_carrier(printed: tuple[Printed, ...]) -> None:
    seen = set()
    for sheet, form, file in list_pdfs(printed):
        rows = re.findall(
            r"^(\w+)Box:\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)$", run("pdfinfo", "-box", file), re.MULTILINE
        )
        boxes = {name: tuple(map(float, edges)) for name, *edges in rows}
        left, bottom, right, top = boxes["Trim"]
        assert (right - left, top - bottom) == pytest.approx((to_points(sheet.width_mm), to_points(sheet.height_mm)), abs=0.02)
        bleed = to_points(sheet.bleed_mm) if form == "print-shop" else 0
        assert boxes["Bleed"] == pytest.approx((left - bleed, bottom - bleed, right + bleed, top + bleed), abs=0.02)
        room = to_points(sheet.bleed_mm + 10) if form == "print-shop" else 0
        assert boxes["Media"] == pytest.approx((left - room, bottom - room, right + room, top + room), abs=0.02)
        seen.add((sheet.carrier_id, form))
    assert seen == {
        *((poster, form) for poster in ("poster-a3", "poster-a4") for form in WHOLE),
        *(("banner-6m", form) for form in ("print-shop", "office")),
    }


def test_an_a3_is_an_a3(printed: tuple[Printed, ...]) -> None:
    file = next(file for sheet, form, file in list_pdfs(printed) if sheet.carrier_id == "poster-a3" and form == "office")
    assert "A3" in run("pdfinfo", file)


def test_every_font_is_embedded_and_subset(printed: tuple[Printed, ...]) -> None:
    for _sheet, _form, file in list_pdfs(printed):
        lines = run("pdffonts", file).splitlines()[2:]
        assert lines
        for line in lines:
            assert re.match(r"[A-Z]{6}\+", line), line
            assert line.split()[-5:-2] == ["yes", "yes", "yes"], line  # embedded, subset, with a map to Unicode


def test_the_words_can_be_read_back(printed: tuple[Printed, ...]) -> None:
    for sheet, _form, file in list_pdfs(printed):
        if sheet.language in {"en", "zh"}:
            text = unicodedata.normalize("NFKC", run("pdftotext", "-raw", file, "-"))
            assert squeeze(sheet.text) in squeeze(text), file


def squeeze(text: str) -> str:
    """Leave out the white space, which a line break changes."""
    return "".join(text.split())


def test_every_pdf_is_sound_and_says_what_it_is(printed: tuple[Printed, ...]) -> None:
    for sheet, _form, file in list_pdfs(printed):
        run("qpdf", "--check", "--no-warn", file)
        about = run("pdfinfo", file)
        title = re.search(r"^Title:\s+(.*)$", about, re.MULTILINE)
        assert title, file
        assert squeeze(title.group(1)) == squeeze(sheet.text), file
        assert re.search(r"^Tagged:\s+yes$", about, re.MULTILINE), file
        assert re.search(r"^Pages:\s+1$", about, re.MULTILINE), file


@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_the_office_s_file_is_for_the_archive_and_for_those_who_cannot_see(printed: tuple[Printed, ...], language: str) -> None:
    """ISO 19005-2 level U and ISO 14289-1, and the language of its words (ISO 32000-2, 14.9.2)."""
    files = [file for sheet, form, file in list_pdfs(printed) if (sheet.language, form) == (language, "office")]
    assert len(files) >= len(DESIGNS)
    for file in files:
        metadata = run("pdfinfo", "-meta", file)
        assert "<pdfaid:part>2</pdfaid:part>" in metadata
        assert "<pdfaid:conformance>U</pdfaid:conformance>" in metadata
        assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
        with pikepdf.open(file) as document:
            assert str(document.Root.Lang).split("-")[0] == language
            assert document.Root.ViewerPreferences.DisplayDocTitle


def test_every_code_leads_to_its_page(printed: tuple[Printed, ...]) -> None:
    for item in printed:
        if "preview" in item.files:
            assert run("zbarimg", "--quiet", "--raw", "--nodbus", item.files["preview"]).strip() == item.sheet.url


def test_a_screen_has_its_own_pixels(printed: tuple[Printed, ...]) -> None:
    sizes = {}
    for item in printed:
        if "screen" in item.files:
            with Image.open(item.files["screen"]) as picture:
                sizes[item.sheet.carrier_id] = picture.size
    assert sizes == {"screen-landscape": (1920, 1080), "screen-portrait": (1080, 1920)}


def test_the_bleed_is_printed_to_its_edge_and_marks_stand_outside(printed: tuple[Printed, ...], tmp_path: Path) -> None:
    for design in DESIGNS:
        sheet, _, file = next(
            item
            for item in list_pdfs(printed)
            if item[0].design_id == design and item[0].carrier_id == "poster-a3" and item[1] == "print-shop"
        )
        run("pdftoppm", "-r", "72", "-png", "-singlefile", file, tmp_path / design)
        picture = Image.open(tmp_path / f"{design}.png").convert("RGB")
        marks, bleed = to_points(10), to_points(sheet.bleed_mm)
        outside = picture.crop((0, 0, picture.width, round(marks - 6)))
        assert ImageStat.Stat(outside).stddev[0] > 0, "crop marks"
        inside = picture.crop((round(marks) + 2, round(marks) + 2, round(marks + bleed) - 1, picture.height // 2))
        assert max(ImageStat.Stat(inside).mean) < 250, "the ground runs into the bleed"
        corner = picture.crop((round(marks), round(marks), round(marks + bleed) - 2, round(marks + bleed) - 2))
        assert max(ImageStat.Stat(corner).mean) < 250, "no mark and no white in the bleed's corner"


def test_nothing_is_printed_twice(site: tuple[Catalog, tuple[Sheet, ...]], tmp_path: Path) -> None:
    catalog, _ = site
    wish = Wish(carriers=("poster-a3", "poster-a4", "screen-landscape"))
    sheets = plan(catalog, {"hard-hat": {}, "test-the-air": {}}, wish)
    assert len(sheets) > FEW, "on several processes"
    steps: list[Progress] = []
    with make_press(tmp_path) as press:
        assert all(item.was_made for item in press.print_sheets(sheets, steps.append))
    assert [step.done for step in steps] == list(range(1, len(sheets) + 1))
    with make_press(tmp_path) as press:
        assert not any(item.was_made for item in press.print_sheets(sheets))
    changed = plan(catalog, {"hard-hat": {}, "test-the-air": {"text": {"en": "Test it again", "zh": "再测一遍"}}}, wish)
    with make_press(tmp_path) as press:
        made = [item.sheet for item in press.print_sheets(changed) if item.was_made]
    assert made == [sheet for sheet in changed if sheet.slogan == "test-the-air"]


PRINT_ELSEWHERE = """
import sys
from pathlib import Path
sys.path[:0] = [str(Path(sys.argv[1]) / "hooks")]
from broadside.building import check_site, print_site
root = Path(sys.argv[1])
catalog, sheets = check_site(root / "mkdocs.yml")
for item in print_site(catalog, tuple(sheet for sheet in sheets if sheet.slogan in sys.argv[2:])):
    for form, file in sorted(item.files.items()):
        print(item.sheet.slogan, item.sheet.name, form, file.name)
"""


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """Two processes, two folders, two stores: the same keys, and under each key the same bytes."""
    wanted = ("hard-hat",)  # on every usual carrier, in every form
    digests: list[dict[str, str]] = []
    for name in ("one", "another"):
        root = tmp_path / name
        root.mkdir()
        for part in ("mkdocs.yml", "posters", "hooks"):
            (root / part).symlink_to(REPOSITORY / part)
        for part in ("docs", "slogans"):
            shutil.copytree(REPOSITORY / part, root / part)
        env = {"BROADSIDE_STORE": str(tmp_path / f"store-{name}"), "PATH": "/usr/bin:/bin", "PYTHONHASHSEED": str(len(digests))}
        command = [sys.executable, "-c", PRINT_ELSEWHERE, str(root), *wanted]
        subprocess.run(command, check=True, capture_output=True, env=env)
        files = sorted((tmp_path / f"store-{name}").glob("??/*"))
        digests.append({path.parent.name + path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files})
    assert digests[0] == digests[1]
    assert {Path(name).suffix for name in digests[0]} == {".pdf", ".png", ".webp", ".ink"}
    assert sum(name.endswith(".pdf") for name in digests[0]) >= 20


def replace_lines(sheet: Sheet, *lines: SetLine) -> Sheet:
    """Return a sheet whose first voice has other lines."""
    first = dataclasses.replace(sheet.voices[0], words=dataclasses.replace(sheet.words, lines=lines))
    return dataclasses.replace(sheet, voices=(first, *sheet.voices[1:]))


def test_a_missing_glyph_stops_the_press(site: tuple[Catalog, tuple[Sheet, ...]], tmp_path: Path) -> None:
    """The check finds it first; should it not, the engine still refuses to leave a blank."""
    _, sheets = site
    sheet = next(sheet for sheet in sheets if sheet.carrier_id == "poster-a3")
    line = dataclasses.replace(sheet.words.lines[0], text="\u3130", advance_mm=1000)
    broken = replace_lines(sheet, line)
    with make_press(tmp_path) as press, pytest.raises(typst.TypstError, match="could not be displayed"):
        press.print_sheet(broken)


def test_words_wider_than_they_were_measured_stop_the_press(site: tuple[Catalog, tuple[Sheet, ...]], tmp_path: Path) -> None:
    _, sheets = site
    sheet = next(sheet for sheet in sheets if sheet.carrier_id == "poster-a3")
    narrow = tuple(dataclasses.replace(line, advance_mm=line.advance_mm * 0.9) for line in sheet.words.lines)
    broken = replace_lines(sheet, *narrow)
    with make_press(tmp_path) as press, pytest.raises(typst.TypstError, match="measured"):
        press.print_sheet(broken)


def test_words_are_data_to_the_engine(site: tuple[Catalog, tuple[Sheet, ...]], tmp_path: Path) -> None:
    catalog, _ = site
    text = '#panic("x") $1$ *a*'
    sheets = plan(catalog, {"hard-hat": {"text": {"en": text}, "carriers": ("screen-landscape",), "design": {"en": "signal"}}})
    with make_press(tmp_path) as press:
        (item,) = press.print_sheets(sheets)
    assert item.was_made
    assert json.loads(write_inputs(make_order(sheets[0]).inputs, "office", ""))["title"] == text


def test_a_photograph_takes_the_picture_s_place(site: tuple[Catalog, tuple[Sheet, ...]], tmp_path: Path) -> None:
    catalog, _ = site
    slogans = tmp_path / "slogans"
    slogans.mkdir()
    photo = Image.linear_gradient("L").resize((1600, 2400))
    Image.merge("RGB", (photo, photo.transpose(Image.Transpose.ROTATE_180), photo)).save(slogans / "yard.jpg", exif=make_exif())
    fields = {
        "photo": Photo(file="yard.jpg", alt={"en": "The yard at dawn"}),
        "design": {"en": "quiet", "zh": "quiet"},
        "carriers": ("poster-a3",),
    }
    with_photo, without = plan(catalog, {"hard-hat": fields}), plan(catalog, {"hard-hat": {**fields, "photo": None}})
    with make_press(tmp_path / "store", slogans) as press:
        new, old = press.print_sheets([with_photo[0], without[0]])
    assert "image" in run("pdfimages", "-list", new.files["print-shop"])
    assert b"A telephone" not in b"".join(file.read_bytes() for file in new.files.values())
    difference = ImageChops.difference(Image.open(new.files["preview"]), Image.open(old.files["preview"]))
    assert ImageStat.Stat(difference.convert("L")).mean[0] > 10
    assert run("zbarimg", "--quiet", "--raw", "--nodbus", new.files["preview"]).strip() == new.sheet.url


def make_exif() -> Image.Exif:
    """Return metadata such as a telephone writes."""
    exif = Image.Exif()
    exif[0x010F] = "A telephone"
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def test_placed_words(site: tuple[Catalog, tuple[Sheet, ...]], request: pytest.FixtureRequest) -> None:
    """Where each line stands and how large it is: text, so that a change of setting shows in a diff."""
    _, sheets = site
    rows = [
        f"{sheet.slogan} {sheet.language} {sheet.carrier_id} {sheet.design_id}: {sheet.words.size_mm:.1f} mm\n"
        + "".join(f"  {line.x_mm:8.1f} {line.baseline_mm:8.1f} {line.advance_mm:8.1f}  {line.text}\n" for line in sheet.words.lines)
        for sheet in sheets
        if sheet.slogan in {*SCRIPTS, "one-line-above", "lock-prove-start"}
        and sheet.carrier_id in {"poster-a3", "banner-6m", "screen-landscape", "screen-portrait"}
        and len(sheet.voices) == 1
    ]
    compare(GOLDENS / "placed-words.txt", "".join(rows), request)


def compare(golden: Path, text: str, request: pytest.FixtureRequest) -> None:
    """Compare with the golden file, or write it anew."""
    if request.config.getoption("--rewrite"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize("design", DESIGNS)
def test_pictures(design: str, printed: tuple[Printed, ...], request: pytest.FixtureRequest) -> None:
    """One small picture a design; a mean difference of 2 in 255 is allowed for another build of the codec."""
    item = next(
        item
        for item in printed
        if (item.sheet.slogan, item.sheet.language, item.sheet.carrier_id, item.sheet.design_id)
        == ("life-first", "zh", "poster-a3", design)
    )
    picture = Image.open(item.files["thumbnail"]).convert("RGB").resize((180, 254))
    golden = GOLDENS / f"{design}.png"
    if request.config.getoption("--rewrite"):
        picture.save(golden)
    difference = ImageChops.difference(picture, Image.open(golden).convert("RGB"))
    assert max(ImageStat.Stat(difference).mean) < 2
