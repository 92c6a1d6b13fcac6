"""A bleed box is stated, and the file stays whole for tools that are not ours."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from broadside.press.boxes import UnexpectedPdfError, state_bleed_box
from broadside.units import to_points


def draw(width_mm: float = 100, height_mm: float = 80, around_mm: float = 13, words: str = "Look first") -> bytes:
    source = (
        '#set document(title: "x")\n'
        f"#set page(width: {width_mm:.3f}mm, height: {height_mm:.3f}mm, bleed: {around_mm:.3f}mm)\n"
        '#text(lang: "en", sys.inputs.words)'
    )
    return bytes(typst.compile(source.encode(), format="pdf", pdf_standards="ua-1", timestamp=0, sys_inputs={"words": words}))


def check(pdf: bytes, file: Path) -> None:
    """Let qpdf read every object through the table; it ends with an error where an offset is wrong."""
    file.write_bytes(pdf)
    done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr


def read_boxes(file: Path) -> dict[str, list[float]]:
    told = subprocess.run(["pdfinfo", "-box", str(file)], capture_output=True, text=True, check=True).stdout
    found = re.findall(r"^(\w+Box):\s+(.*)$", told, re.MULTILINE)
    return {name: [float(number) for number in numbers.split()] for name, numbers in found}


def test_the_boxes_are_what_a_print_shop_expects(tmp_path: Path) -> None:
    check(state_bleed_box(draw(), to_points(3)), tmp_path / "a.pdf")
    boxes = read_boxes(tmp_path / "a.pdf")
    trim, bleed, media = boxes["TrimBox"], boxes["BleedBox"], boxes["MediaBox"]
    assert [trim[2] - trim[0], trim[3] - trim[1]] == pytest.approx([to_points(100), to_points(80)], abs=0.02)
    assert [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]] == pytest.approx(
        [to_points(3)] * 4, abs=0.02
    )
    assert media[0] <= bleed[0]
    assert media[2] >= bleed[2]


@settings(max_examples=15)
@given(st.floats(20, 2000), st.floats(20, 2000), st.floats(0, 30), st.text("abc 123", max_size=300))
def test_the_file_stays_whole(
    tmp_path_factory: pytest.TempPathFactory, width: float, height: float, bleed: float, words: str
) -> None:
    pdf = draw(width, height, bleed + 10, words)
    file = tmp_path_factory.mktemp("boxes") / "a.pdf"
    check(state_bleed_box(pdf, to_points(bleed)), file)
    boxes = read_boxes(file)
    assert boxes["TrimBox"][0] - boxes["BleedBox"][0] == pytest.approx(to_points(bleed), abs=0.02)


def test_nothing_but_the_box_is_added() -> None:
    before, after = draw(), state_bleed_box(draw(), to_points(3))
    box = re.search(rb"/BleedBox\[[^\]]*\]", after)
    assert box is not None
    body = before[: before.rfind(b"xref\n0 ")]
    assert after.replace(box.group(), b"", 1).startswith(body)


@pytest.mark.parametrize(
    "pdf", [b"", b"%PDF-1.7\nstartxref\n0\n%%EOF", b"/TrimBox[0 0 1 1]", b"/TrimBox[0 0 1 1]\nstartxref\n5\n%%EOF"]
)
def test_another_kind_of_file_is_refused(pdf: bytes) -> None:
    with pytest.raises(UnexpectedPdfError):
        state_bleed_box(pdf, 3)


def test_two_pages_are_refused() -> None:
    with pytest.raises(UnexpectedPdfError):
        state_bleed_box(draw() + draw(), 3)
