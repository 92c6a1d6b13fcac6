"""The fonts in posters/fonts are what fonts.yml says they are, and lines come out as wide as the engine draws them."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from broadside.fonts import Face, find_missing, is_joined, shape, split_runs
from broadside.units import to_mm
from faces import ARABIC, FONTS, HAN, INTER, RECORDS, THAI


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    """Return what the engine finds in posters/fonts, by file."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return {str(Path(str(font.path)).relative_to(FONTS)): font for font in fonts.fonts()}


@pytest.mark.parametrize("name", RECORDS)
def test_the_file_is_the_one_that_was_recorded(name: str) -> None:
    assert hashlib.sha256((FONTS / RECORDS[name]["file"]).read_bytes()).hexdigest() == RECORDS[name]["sha256"]


@pytest.mark.parametrize("name", RECORDS)
def test_the_engine_finds_it_under_the_recorded_name(name: str, found: dict[str, Any]) -> None:
    font = found[RECORDS[name]["file"]]
    assert (font.family, font.weight, font.style) == (RECORDS[name]["family"], RECORDS[name]["weight"], "normal")


@pytest.mark.parametrize("name", RECORDS)
def test_the_licence_stands_beside_it(name: str) -> None:
    licence = (FONTS / RECORDS[name]["file"]).parent / "OFL.txt"
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text("utf-8")


def test_no_font_is_there_that_is_not_recorded(found: dict[str, Any]) -> None:
    assert found.keys() == {record["file"] for record in RECORDS.values()}


def test_letters_that_no_face_has_are_named_once_in_order() -> None:
    assert find_missing("a☂中 𠮷☂\n", [INTER, HAN]) == ("☂", "𠮷")
    assert find_missing("中", [INTER]) == ("中",)
    with pytest.raises(LookupError):
        list(split_runs("中", [INTER]))


def test_the_first_face_that_has_a_letter_draws_it() -> None:
    runs = [(run.start, run.text, run.face.id) for run in split_runs("先 look 后", [INTER, HAN])]
    assert runs == [(0, "先 ", HAN.id), (2, "look ", INTER.id), (7, "后", HAN.id)]


def test_marks_and_joiners_belong_to_the_letter_before() -> None:
    assert all(map(is_joined, "\u0301\u0e34\u200d\ufe0f"))
    assert not any(map(is_joined, "a中 ก，"))


@given(st.text("先看后干 abcXYZ，。!", min_size=1, max_size=20))
def test_runs_are_the_text(text: str) -> None:
    runs = list(split_runs(text, [INTER, HAN]))
    assert "".join(run.text for run in runs) == text
    assert [run.start for run in runs] == [sum(len(before.text) for before in runs[:index]) for index in range(len(runs))]


@given(st.text("先看后干 abcXYZ，。!", min_size=1, max_size=20))
def test_offsets_grow_to_the_advance(text: str) -> None:
    shaped = shape(text, [INTER, HAN], language="zh", direction="ltr")
    assert len(shaped.offsets_em) == len(text) + 1
    assert list(shaped.offsets_em) == sorted(shaped.offsets_em)
    assert shaped.offsets_em[0] == 0
    assert shaped.offsets_em[-1] == pytest.approx(shaped.advance_em)


def test_a_mark_adds_no_width() -> None:
    plain, marked = (shape(text, [THAI], language="th", direction="ltr") for text in ("กา", "ก่า"))
    assert marked.advance_em == pytest.approx(plain.advance_em)
    assert marked.top_em > plain.top_em


def test_chinese_characters_are_one_em_wide() -> None:
    assert shape("先看后干", [HAN], language="zh", direction="ltr").advance_em == pytest.approx(4.0)


@pytest.mark.parametrize(
    ("text", "face", "tongue", "direction"),
    [
        ("Hard hat first", INTER, "en", "ltr"),
        ("先看后干，再上岗", HAN, "zh", "ltr"),
        ("السلامة أولا", ARABIC, "ar", "rtl"),
        ("สวมหมวกนิรภัย", THAI, "th", "ltr"),
    ],
)
def test_a_line_is_as_wide_as_the_engine_draws_it(text: str, face: Face, tongue: str, direction: str) -> None:
    source = (
        "#set page(width: auto, height: auto, margin: 0pt)\n"
        f'#set text(font: "{face.family}", weight: {face.weight}, size: 100pt, lang: "{tongue}", fallback: false)\n'
        "#text(sys.inputs.words)"
    )
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    pdf = typst.compile(source.encode(), format="pdf", font_paths=fonts, ignore_system_fonts=True, sys_inputs={"words": text})
    box = re.search(rb"/MediaBox\[0 0 ([0-9.]+)", pdf)
    assert box is not None
    drawn_mm = to_mm(float(box.group(1)))
    assert shape(text, [face], language=tongue, direction=direction).advance_em * to_mm(100) == pytest.approx(drawn_mm, rel=1e-3)
