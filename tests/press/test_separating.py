"""Print-shop and copier files, read with tools that did not make them: no colour is left in RGB, spot inks have their name."""

from __future__ import annotations

import io
import subprocess
import tempfile
from pathlib import Path

import pikepdf
import pytest
import typst
from PIL import Image

from broadside.catalog import Spot
from broadside.press.separating import Inks, UnexpectedPdfError, blacken, separate
from sites import REPOSITORY

INKS = Inks(REPOSITORY / "posters/inks/fogra39l-coated.icc")
PAGE = (
    '#set page(width: 100pt, height: 60pt, margin: 0pt, bleed: 20pt, fill: rgb("#c8102e"))\n#set document(title: "t", date: none)\n'
)


def draw(source: str) -> bytes:
    """Draw a page with the real engine."""
    drawn = typst.compile((PAGE + source).encode(), format="pdf", timestamp=0)
    assert isinstance(drawn, bytes)
    return drawn


def read_streams(pdf: bytes) -> str:
    """Return all content of a PDF as text, unpacked by qpdf."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        command = ["qpdf", "--qdf", "--object-streams=disable", file.name, "-"]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode("latin-1")


def rasterise(pdf: bytes, folder: Path) -> Image.Image:
    """Return the page as poppler shows it."""
    (folder / "page.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", "72", "-png", "-singlefile", folder / "page.pdf", folder / "page"], check=True)
    return Image.open(folder / "page.png").convert("RGB")


def test_every_colour_becomes_cmyk_and_greys_black_alone() -> None:
    source = '#place(rect(width: 20pt, height: 20pt, fill: luma(50%)))#place(dx: 30pt, circle(radius: 9pt, stroke: rgb("#005387")))'
    text = read_streams(separate(draw(source), INKS, 8.5, None))
    assert "ICCBased" not in text
    assert " scn" not in text
    red = INKS.convert((200 / 255, 16 / 255, 46 / 255))
    assert "{:g} {:g} {:g} {:g} k".format(*red) in text
    assert "0 0 0 0.498 k" in text
    assert red[0] < 0.1 < red[2]  # a red is magenta and yellow, no cyan


def test_a_colour_with_an_ink_of_its_own_is_a_separation_of_that_name() -> None:
    text = read_streams(separate(draw(""), INKS, 0, Spot(name="Campaign Red", colour="#c8102e")))
    assert "/Separation\n" in text or "/Separation /Campaign#20Red" in text
    assert "/Campaign#20Red" in text
    assert "/Spot cs 1 scn" in text


def test_marks_are_on_every_plate() -> None:
    source = "#place(line(end: (50pt, 0pt), stroke: cmyk(100%, 100%, 100%, 100%)))"
    text = read_streams(separate(draw(source), INKS, 0, None))
    assert "/All CS 1 SCN" in text


def test_the_bleed_box_lies_outside_the_trim_box() -> None:
    with pikepdf.open(io.BytesIO(separate(draw(""), INKS, 8.5, None))) as document:
        page = document.pages[0].obj
        assert [float(edge) for edge in page.TrimBox] == [20, 20, 120, 80]
        assert [float(edge) for edge in page.BleedBox] == [11.5, 11.5, 128.5, 88.5]
        assert document.Root.OutputIntents[0].OutputConditionIdentifier == "FOGRA39"


def test_a_photograph_becomes_cmyk_and_looks_the_same(tmp_path: Path) -> None:
    picture = Image.linear_gradient("L").resize((80, 40))
    Image.merge("RGB", (picture, picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM), picture)).save(tmp_path / "photo.jpg")
    (tmp_path / "page.typ").write_text(PAGE + '#image("photo.jpg", width: 80pt, alt: "a")', "utf-8")
    before = typst.compile(tmp_path / "page.typ", format="pdf", timestamp=0)
    assert isinstance(before, bytes)
    after = separate(before, INKS, 0, None)
    with pikepdf.open(io.BytesIO(after)) as document:
        spaces = [str(item.ColorSpace) for item in document.objects if isinstance(item, pikepdf.Stream) and "/Width" in item]
    assert spaces == ["/DeviceCMYK"]
    old, new = rasterise(before, tmp_path), rasterise(after, tmp_path)
    for place in ((30, 25), (60, 40), (90, 55)):
        one, other = old.getpixel(place), new.getpixel(place)
        assert isinstance(one, tuple)
        assert isinstance(other, tuple)
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) < 70, place  # another gamut, not another picture


def test_a_gradient_is_converted_at_its_stops() -> None:
    source = "#place(rect(width: 50pt, height: 50pt, fill: gradient.linear(rgb(255, 0, 0), rgb(0, 0, 255))))"
    text = read_streams(separate(draw(source), INKS, 0, None))
    assert "ICCBased" not in text.split("/ShadingType")[1].split("endobj")[0]
    assert "/ColorSpace /DeviceCMYK" in text


def test_a_copier_s_file_has_no_colour(tmp_path: Path) -> None:
    black = blacken(draw("#place(circle(radius: 9pt, fill: yellow))"))
    assert " scn" not in read_streams(black)
    red, green, blue = rasterise(black, tmp_path).split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_a_pdf_of_another_form_stops_the_press() -> None:
    with pikepdf.open(io.BytesIO(draw(""))) as document:
        document.pages[0].contents_add(b"1 0 0 rg 0 0 5 5 re f")
        buffer = io.BytesIO()
        document.save(buffer)
    with pytest.raises(UnexpectedPdfError, match="another form"):
        separate(buffer.getvalue(), INKS, 0, None)


def test_the_same_page_gives_the_same_bytes() -> None:
    pdf = draw("#place(circle(radius: 4pt, fill: blue))")
    assert separate(pdf, INKS, 3, None) == separate(pdf, INKS, 3, None)
