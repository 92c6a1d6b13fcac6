"""Words -> where they stand on one carrier, alone and together, or why they cannot."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from pathlib import Path

import pytest

from broadside.fonts import shape
from broadside.sheets import Sheet, Voice, drawn_scale, plan_sheets
from broadside.sheets.wording import SECOND_PER_FIRST, count_letters, list_faces, name_letters

from .sites import CARRIERS, DESIGN, make_design, plan, read, write_slogan

POLE = """\
banner-pole:
  like: banner-6m
  height_mm: 1000
  zones: [{name: {en: Pole, zh: 立柱}, x_mm: 0, y_mm: 0, width_mm: 900, height_mm: 1000}]
poster-foot:
  like: poster-a3
  zones: [{name: {en: Foot, zh: 底边}, use: sign, x_mm: 0, y_mm: 360, width_mm: 297, height_mm: 60}]
"""
Ink = tuple[float, float, float, float]
ROUNDING = 1e-4
"""The share of the live area's width that rounding may add at the edges of a slot: words are set once and scaled."""
LONG = "{en: Look first and then look again, zh: 先看后干 再看一遍, th: '119 119 119'}"


def find_ink(voice: Voice) -> Ink:
    """Return the left, top, right and foot of a voice's ink, in mm from the live area's corner."""
    tongue, size = voice.tongue, voice.words.size_mm
    shaped = [
        (line, shape(line.text, voice.faces, language=tongue.tongue.tag, direction=tongue.direction, script=tongue.script))
        for line in voice.words.lines
    ]
    return (
        min(line.x_mm + size * each.left_em for line, each in shaped),
        min(line.baseline_mm - size * each.top_em for line, each in shaped),
        max(line.x_mm + size * each.right_em for line, each in shaped),
        max(line.baseline_mm - size * each.bottom_em for line, each in shaped),
    )


def assert_words_stand(sheets: Mapping[str, Sheet]) -> None:
    """Each line stands in its slot of the live area, and its letters can be read from where the carrier is looked at."""
    assert sheets
    for name, sheet in sheets.items():
        slot, live = sheet.design.slots[sheet.carrier.shape], sheet.live
        edge = ROUNDING * live.width_mm
        least = sheet.carrier.distance_m * 1000 / drawn_scale(sheet.carrier)
        for number, voice in enumerate(sheet.voices):
            assert voice.words.letter_height_mm >= least / (300 if number else 150) * 0.999, name
            left, top, right, foot = find_ink(voice)
            assert slot.x * live.width_mm - edge <= left <= right <= (slot.x + slot.width) * live.width_mm + edge, name
            assert slot.y * live.height_mm - edge <= top <= foot <= (slot.y + slot.height) * live.height_mm + edge, name


def test_words_stand_in_their_slot_and_can_be_read_from_afar(tmp_path: Path) -> None:
    slogan = write_slogan("carriers: [poster, banner, screen]")
    assert_words_stand(plan(tmp_path, {"slogans/look-first.md": slogan}))


def test_no_word_stands_where_a_zone_is(tmp_path: Path) -> None:
    slogan = write_slogan("carriers: [banner-pole, poster-foot]", "together: [zh, en]")
    sheets = plan(tmp_path, {"posters/carriers.yml": CARRIERS + POLE, "slogans/look-first.md": slogan})
    assert_words_stand(sheets)
    pole, foot = sheets["look-first/banner-pole-zh"], sheets["look-first/poster-foot-en"]
    assert (pole.live.x_mm, pole.live.width_mm) == (90, 510)
    assert foot.live.height_mm == 360


def test_the_a_sizes_share_one_setting(tmp_path: Path) -> None:
    sheets = plan(tmp_path, {})
    small, large = sheets["look-first/poster-a4-en"], sheets["look-first/poster-a3-en"]
    assert [line.text for line in small.words.lines] == [line.text for line in large.words.lines]
    assert large.words.size_mm / small.words.size_mm == pytest.approx(297 / 210, rel=1e-3)


@pytest.mark.parametrize("anchor", ["top", "centre", "bottom"])
@pytest.mark.parametrize("languages", [("zh", "en"), ("en", "zh"), ("zh", "en", "th"), ("en", "th", "zh")])
def test_several_languages_stand_below_one_another_the_first_largest(
    tmp_path: Path, languages: tuple[str, ...], anchor: str
) -> None:
    design = DESIGN.replace("height: 0.4}", f"height: 0.4, anchor: {anchor}}}").replace(
        "height: 0.5}", f"height: 0.5, anchor: {anchor}}}"
    )
    slogan = write_slogan(f"together: [{', '.join(languages)}]", text=LONG)
    sheets = plan(tmp_path, {"posters/designs/plain/design.yml": design, "slogans/look-first.md": slogan})
    several = {name: sheet for name, sheet in sheets.items() if len(sheet.voices) > 1}
    assert list(several) == [f"look-first/{name}-{'-'.join(languages)}" for name in ("poster-a4", "poster-a3", "screen-landscape")]
    assert_words_stand(several)
    for name, sheet in several.items():
        first, *others = sheet.voices
        assert tuple(voice.language for voice in sheet.voices) == languages
        assert all(voice.words.size_mm <= SECOND_PER_FIRST * first.words.size_mm * 1.001 for voice in others), name
        inks = [find_ink(voice) for voice in sheet.voices]
        assert all(above[3] < below[1] for above, below in itertools.pairwise(inks)), name


def test_alone_words_are_larger_than_together(tmp_path: Path) -> None:
    sheets = plan(tmp_path, {"slogans/look-first.md": write_slogan("together: [zh, en]", "carriers: [poster-a3]")})
    alone, both = sheets["look-first/poster-a3-zh"], sheets["look-first/poster-a3-zh-en"]
    assert both.words.size_mm <= alone.words.size_mm


def test_together_stand_only_words_that_are_set_in_lines(tmp_path: Path) -> None:
    spread = make_design("wall", base=DESIGN.replace("lines: 1}", "lines: 1, set: spread}"))
    slogan = write_slogan("design: {en: wall, zh: wall}", "carriers: [banner, poster-a3]", "together: [zh, en]")
    sheets = plan(tmp_path, spread | {"slogans/look-first.md": slogan})
    assert [sheet.carrier_id for sheet in sheets.values() if len(sheet.voices) > 1] == ["poster-a3"]


def test_words_that_are_too_long_together_say_so_at_the_slogan(tmp_path: Path) -> None:
    text = "{en: Look first and then look again and then once more before you lift anything at all, zh: 先看后干}"
    base = DESIGN.replace("height: 0.4}", "height: 0.1}")
    slogan = write_slogan("design: {en: wall, zh: wall}", "carriers: [poster-a3]", "together: [zh, en]", text=text)
    _, problems = plan_sheets(read(tmp_path, make_design("wall", base=base) | {"slogans/look-first.md": slogan}))
    assert "words-too-long" in {problem.rule for problem in problems if dict(problem.facts)["language"] == "zh-en"}


def test_a_language_brings_its_own_faces_after_the_designs_first(tmp_path: Path) -> None:
    languages = (
        "en: {name: English, lang: en, region: gb, script: Latn, direction: ltr}\n"
        "zh: {name: 中文, lang: zh, region: cn, script: Hans, direction: ltr, faces: {sans: [noto-serif], serif: [inter-bold]}}\n"
    )
    serif = (
        "noto-serif:\n  file: noto-serif-sc/NotoSerifSC_700Bold.ttf\n  family: Noto Serif SC GB2312\n  weight: 700\n  covers: Han\n"
        '  origin: "here"\n  version: "1"\n  subset: true\n  sha256: "00"\n'
    )
    fonts = (Path(__file__).parents[1] / "small/posters/fonts/fonts.yml").read_text("utf-8")
    catalog = read(tmp_path, {"posters/languages.yml": languages, "posters/fonts/fonts.yml": fonts + serif})
    names = {
        code: [face.id for face in list_faces(catalog, catalog.designs["plain"], catalog.languages[code])] for code in ("en", "zh")
    }
    assert names == {
        "en": ["inter-bold", "noto-sans-sc-bold"],
        "zh": ["inter-bold", "noto-serif", "noto-sans-sc-bold"],
    }


@pytest.mark.parametrize(
    ("text", "count"), [("Look first", 9), ("先看 后干", 8), ("119先走", 7), ("", 0), (" \n ", 0), ("Schau\nhin", 8)]
)
def test_a_chinese_character_counts_two_letters(text: str, count: int) -> None:
    assert count_letters(text) == count


def test_letters_are_named_even_if_they_cannot_be_seen() -> None:
    assert name_letters(["X", "\u200e"]) == "X (U+0058) U+200E"
