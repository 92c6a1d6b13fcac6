"""The fonts in posters/fonts are what fonts.yml says they are, and lines come out as wide as the engine draws them."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import typst
import yaml
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from broadside.fonts import Face, choose_weights, find_missing, is_joined, shape, split_runs
from broadside.fonts.ordering import find_levels
from faces import FETCHED, FONTS, HAN, INTER, RECORDS, THAI, fetch_lacking, find_file, make_face
from sites import REPOSITORY

LANGUAGES: dict[str, dict[str, Any]] = yaml.safe_load((REPOSITORY / "posters" / "languages.yml").read_text("utf-8"))
SHIPPED = [name for name, record in RECORDS.items() if (FONTS / record["file"]).is_file()]
BARLOW = make_face("barlow-condensed-extrabold")
WORDS = {
    "en": "Safety first",
    "de": "Arbeitssicherheit",
    "fr": "« Sécurité\u202f! »",
    "es": "¡Atención!",
    "vi": "An toàn",
    "ru": "Безопасность 24 часа",
    "mn": "Аюулгүй, Өө",
    "el": "Ασφάλεια",
    "zh": "「安全第一」，（预防为主）！",
    "ar": "السلامة أولا 24/7 HSE",
    "ug": "بىخەتەرلىك",
    "he": "בטיחות HSE 24/7, 100%",
    "th": "นิรภัย",
    "lo": "ຄວາມປອດໄພ",
    "km": "សុវត្ថិភាព",
    "my": "ဘေးကင်း",
    "hi": "सुरक्षा",
    "bn": "নিরাপত্তা",
    "ta": "பாதுகாப்பு",
    "bo": "བདེ་འཇགས།",
    "zh-hant": "「安全第一」，（預防為主）！",
    "ja": "「安全第一」、ご安全に！",
    "ko": "안전제일 100%",
}
"""The word for safety, as it stands on signs, in each language; digits and Latin among words from right to left."""


@pytest.fixture(scope="module", autouse=True)
def fonts() -> typst.Fonts:
    """Return all recorded fonts, shipped and fetched, as the engine reads them."""
    fetch_lacking()
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS), str(FETCHED)])


@pytest.fixture(scope="module")
def found(fonts: typst.Fonts) -> dict[Path, Any]:
    """Return what the engine finds, by file."""
    return {Path(str(font.path)): font for font in fonts.fonts()}


def weigh(first: Face) -> int:
    """Return the weight that designs ask for which begin with ``first``: posters/designs/*/design.yml."""
    return 900 if first is BARLOW else 700


def list_faces(language: str, first: Face = INTER) -> tuple[Face, ...]:
    """Return the faces that set ``language`` after a design's first."""
    names = LANGUAGES[language].get("faces", {}).get("sans", ())
    return choose_weights([first, *map(make_face, names), HAN, make_face("noto-sans-sc-black")], weigh(first))


def draw(text: str, language: str, faces: tuple[Face, ...], fonts: typst.Fonts, form: str) -> bytes:
    """Draw ``text`` as the sheets do, in type of 100 pt, on a page as wide as it is."""
    tongue, families = LANGUAGES[language], ", ".join(f'"{face.family}"' for face in faces)
    source = (
        f"#set page(width: auto, height: auto, margin: (x: {MARGIN}pt, y: {MARGIN}pt))\n"
        f"#set text(font: ({families},), weight: {weigh(faces[0])}, size: 100pt, fallback: false, hyphenate: false)\n"
        f'#set text(lang: "{tongue["lang"]}", region: "{tongue["region"]}", dir: {tongue["direction"]}, cjk-latin-spacing: none)\n'
        '#set document(title: "words")\n'
        "#text(sys.inputs.words)"
    )
    how: dict[str, Any] = {"format": "pdf", "pdf_standards": "ua-1"} if form == "pdf" else {"format": "png", "ppi": 72.0}
    drawn = typst.compile(source.encode(), font_paths=fonts, ignore_system_fonts=True, sys_inputs={"words": text}, **how)
    assert isinstance(drawn, bytes)
    return drawn


def test_every_language_is_tried() -> None:
    assert WORDS.keys() == LANGUAGES.keys()


MARGIN = 50
"""Points of paper around the words, so that ink that leaves its advance is seen."""


@pytest.mark.parametrize("name", RECORDS)
def test_a_face_that_is_not_to_be_fetched_is_here(name: str) -> None:
    assert name in SHIPPED or "fetch" in RECORDS[name]


@pytest.mark.parametrize("name", RECORDS)
def test_the_file_is_the_one_that_was_recorded(name: str) -> None:
    assert hashlib.sha256(find_file(name).read_bytes()).hexdigest() == RECORDS[name]["sha256"]


@pytest.mark.parametrize("name", RECORDS)
def test_the_engine_finds_it_under_the_recorded_name(name: str, found: dict[Path, Any]) -> None:
    font = found[find_file(name)]
    assert (font.family, font.weight, font.style) == (RECORDS[name]["family"], RECORDS[name]["weight"], "normal")


@pytest.mark.parametrize("name", RECORDS)
def test_the_licence_stands_beside_it(name: str) -> None:
    licence = find_file(name).parent / "OFL.txt"
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text("utf-8")


def test_no_font_is_there_that_is_not_recorded(found: dict[Path, Any]) -> None:
    assert found.keys() == set(map(find_file, RECORDS))


def test_no_two_faces_are_one_to_the_engine() -> None:
    names = [(record["family"], record["weight"], "Condensed" in record["file"]) for record in RECORDS.values()]
    assert len(set(names)) == len(names)


def test_of_each_family_the_nearest_weight_is_kept() -> None:
    bold, black = make_face("noto-sans-sc-bold"), make_face("noto-sans-sc-black")
    assert choose_weights([INTER, bold, black], 900) == (INTER, black)
    assert choose_weights([bold, INTER, black], 700) == (bold, INTER)
    assert choose_weights([black, bold], 800) == (black,)


def test_letters_that_no_face_has_are_named_once_in_order() -> None:
    assert find_missing("a☂中 𠮷☂\n", [INTER, HAN]) == ("☂", "𠮷")
    assert find_missing("中", [INTER]) == ("中",)
    with pytest.raises(LookupError):
        list(split_runs("中", [INTER]))


def test_what_is_never_seen_is_missing_unless_it_is_never_drawn() -> None:
    assert find_missing("a\u200bb\u00adc", [INTER]) == ("\u200b", "\u00ad")
    assert find_missing("a\u200bb", [INTER], "\u200b") == ()
    assert find_missing("!\u202f»\u00a0\u3000", [BARLOW]) == ()


def test_a_letter_and_its_mark_are_drawn_by_one_face() -> None:
    assert find_missing("e\u0301", [INTER]) == ()
    assert find_missing("中\u0e34", [HAN, THAI]) == ("中", "\u0e34")


@pytest.mark.parametrize("language", WORDS)
def test_the_letters_of_each_language_are_here(language: str) -> None:
    for first in (INTER, BARLOW, make_face("source-serif-4-bold")):
        assert find_missing(WORDS[language], list_faces(language, first)) == ()


def test_the_first_face_that_has_a_letter_draws_it() -> None:
    runs = [(run.start, run.text, run.face.id) for run in split_runs("先 look 后", [INTER, HAN])]
    assert runs == [(0, "先", HAN.id), (1, " ", INTER.id), (2, "look ", INTER.id), (7, "后", HAN.id)]


def test_marks_and_joiners_belong_to_the_letter_before() -> None:
    assert all(map(is_joined, "\u0301\u0e34\u200d\ufe0f"))
    assert not any(map(is_joined, "a中 ก，"))


@pytest.mark.parametrize(
    ("text", "direction", "levels"),
    [
        ("ab 12", "ltr", "00000"),
        ("אב 12", "rtl", "11122"),
        ("אב ab 1", "rtl", "1112222"),
        ("ab אב cd", "ltr", "00011000"),
        ("אב 1/2", "rtl", "111222"),
        ("سل 1-2", "rtl", "111212"),  # digits after Arabic letters are Arabic numbers (UAX 9, W2), and a hyphen does not join these
        ("אב 5%", "rtl", "11122"),
        ("אב!", "rtl", "111"),
    ],
)
def test_levels(text: str, direction: str, levels: str) -> None:
    assert "".join(map(str, find_levels(text, direction))) == levels


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


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("first", [INTER, BARLOW], ids=lambda face: face.family)
def test_a_line_is_as_wide_and_its_ink_as_far_as_the_engine_draws_it(language: str, first: Face, fonts: typst.Fonts) -> None:
    text, tongue, faces = WORDS[language], LANGUAGES[language], list_faces(language, first)
    shaped = shape(text, faces, language=tongue["lang"], direction=tongue["direction"], script=tongue["script"])
    box = re.search(rb"/MediaBox\[0 0 ([0-9.]+)", draw(text, language, faces, fonts, "pdf"))
    assert box is not None
    assert shaped.advance_em * 100 == pytest.approx(float(box.group(1)) - 2 * MARGIN, rel=2e-3)
    page = Image.open(io.BytesIO(draw(text, language, faces, fonts, "png"))).convert("L")
    left, _, right, _ = ImageChops.invert(page).getbbox() or (0, 0, 0, 0)
    assert (shaped.left_em * 100, shaped.right_em * 100) == pytest.approx((left - MARGIN, right - MARGIN), abs=1.5)


@pytest.mark.parametrize(
    "text", ["，安全。", "安全！第一", "、「安全」", "（安全）「第一」", "“安全”", "安全……", "《安全》：第一；"]
)
@pytest.mark.parametrize("language", ["zh", "zh-hant", "ja"])
def test_marks_are_squeezed_as_the_engine_does(text: str, language: str, fonts: typst.Fonts) -> None:
    tongue, faces = LANGUAGES[language], (HAN,)
    drawn = re.search(rb"/MediaBox\[0 0 ([0-9.]+)", draw(text, language, faces, fonts, "pdf"))
    assert drawn is not None
    shaped = shape(text, faces, language=tongue["lang"], direction="ltr", script=tongue["script"])
    assert shaped.advance_em * 100 == pytest.approx(float(drawn.group(1)) - 2 * MARGIN, abs=0.1)


@pytest.mark.parametrize(
    ("language", "text", "from_the_left"),
    [
        ("he", "בטיחות HSE 24/7, 100%", ["HSE", "24/7,", "100%", "word"]),
        ("ar", "السلامة 24/7 HSE", ["HSE", "24/7", "word"]),
    ],
)
def test_mixed_directions_stand_in_their_order(
    language: str, text: str, from_the_left: list[str], fonts: typst.Fonts, tmp_path: Path
) -> None:
    (tmp_path / "words.pdf").write_bytes(draw(text, language, list_faces(language), fonts, "pdf"))
    boxes = subprocess.run(["pdftotext", "-bbox", tmp_path / "words.pdf", "-"], capture_output=True, check=True).stdout.decode()
    words = re.findall(r'<word xMin="([0-9.]+)".*?>(.*?)</word>', re.sub(r"[\u202a-\u202e]", "", boxes))
    # pdftotext cuts Arabic words where a glyph holds part of a letter: what counts here is on which side they stand.
    found = [word if word.isascii() else "word" for _, word in sorted(words, key=lambda word: float(word[0]))]
    assert list(dict.fromkeys(found)) == from_the_left
