"""Words in a box: nothing lost, nothing outside, no line that begins wrongly, and never too small in silence."""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise
from typing import get_args

import pytest
import typst
from hypothesis import assume, given
from hypothesis import strategies as st

from broadside.catalog.data import Script
from broadside.fonts import find_missing, shape
from broadside.typesetting import (
    BREAK_MARKS,
    CLAUSE_ENDS,
    LETTER_HEIGHT_EM,
    LINE_PITCH_EM,
    NEVER_FIRST,
    Box,
    Fit,
    NotVertical,
    SetWords,
    Tongue,
    TooLong,
    Words,
    find_breaks,
    is_han,
)
from broadside.units import to_mm, to_points
from faces import ARABIC, FONTS, HAN, INTER, THAI

ENGLISH, CHINESE = Tongue("en", "Latn", "ltr"), Tongue("zh", "Hans", "ltr")
JAPANESE, THAI_TONGUE = Tongue("ja", "Jpan", "ltr"), Tongue("th", "Thai", "ltr")
FACES = (INTER, HAN)
PORTRAIT = Box(20, 100, 250, 160)
FIT = Fit("start", "centre", 0, 1000)

LATIN = st.lists(st.text("abcdefgmopqyABM", min_size=1, max_size=9), min_size=1, max_size=9).map(" ".join)
HAN_CLAUSES = st.lists(st.text("安全生产人讲会应急先看后干", min_size=1, max_size=9), min_size=1, max_size=4).flatmap(
    lambda clauses: st.sampled_from("，。；、！ ").map(lambda mark: mark.join(clauses))
)
COPY = st.lists(st.one_of(LATIN, HAN_CLAUSES), min_size=1, max_size=3).map("\n".join)
BOXES = st.builds(Box, st.floats(0, 100), st.floats(0, 100), st.floats(20, 3000), st.floats(20, 3000))
FITS = st.builds(
    Fit,
    st.sampled_from(["start", "centre"]),
    st.sampled_from(["top", "centre", "bottom"]),
    st.just(0.0),
    st.floats(5, 2000),
    st.integers(1, 8),
)


def lines_of(text: str, tongue: Tongue = CHINESE, box: Box = PORTRAIT, fit: Fit = FIT) -> list[str]:
    return [line.text for line in Words(text, FACES, tongue).set_in(box, fit).lines]


def ink_of(words: SetWords, tongue: Tongue) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom edges of all ink, in mm."""
    edges = []
    for line in words.lines:
        shaped = shape(line.text, FACES, language=tongue.tag, direction=tongue.direction)
        size = words.size_mm
        edges.append(
            (
                line.x_mm + shaped.left_em * size,
                line.baseline_mm - shaped.top_em * size,
                line.x_mm + shaped.right_em * size,
                line.baseline_mm - shaped.bottom_em * size,
            )
        )
    lefts, tops, rights, bottoms = zip(*edges, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


@given(COPY, st.sampled_from([ENGLISH, CHINESE]), BOXES, FITS)
def test_the_lines_joined_are_the_words(text: str, tongue: Tongue, box: Box, fit: Fit) -> None:
    lines = lines_of(text, tongue, box, fit)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert len(lines) <= fit.lines_max
    assert all(line == line.strip() and line for line in lines)


@given(COPY, st.sampled_from([ENGLISH, CHINESE]), BOXES, FITS)
def test_all_ink_is_inside_the_box(text: str, tongue: Tongue, box: Box, fit: Fit) -> None:
    words = Words(text, FACES, tongue).set_in(box, fit)
    left, top, right, bottom = ink_of(words, tongue)
    slack = 0.01 * words.size_mm
    assert left >= box.x_mm - slack
    assert right <= box.x_mm + box.width_mm + slack
    assert top >= box.y_mm - slack
    assert bottom <= box.y_mm + box.height_mm + slack


@given(COPY, st.sampled_from([ENGLISH, CHINESE]), BOXES, FITS)
def test_no_line_begins_with_a_mark_that_closes(text: str, tongue: Tongue, box: Box, fit: Fit) -> None:
    for line in lines_of(text, tongue, box, fit):
        assert line[0] not in CLAUSE_ENDS


@given(COPY, BOXES, FITS, st.floats(0.1, 20))
def test_setting_is_the_same_at_every_scale(text: str, box: Box, fit: Fit, factor: float) -> None:
    words = Words(text, FACES, CHINESE)
    larger = Box(box.x_mm * factor, box.y_mm * factor, box.width_mm * factor, box.height_mm * factor)
    one, other = words.set_in(box, fit), words.set_in(larger, dataclasses.replace(fit, size_max_mm=fit.size_max_mm * factor))
    assume([line.text for line in one.lines] == [line.text for line in other.lines])  # a tie may fall either way
    assert other.size_mm == pytest.approx(one.size_mm * factor)
    scaled = one.scaled(factor)
    assert scaled.size_mm == pytest.approx(other.size_mm, abs=1e-3)
    for mine, theirs in zip(scaled.lines, other.lines, strict=True):
        assert (mine.x_mm, mine.baseline_mm, mine.advance_mm) == pytest.approx(
            (theirs.x_mm, theirs.baseline_mm, theirs.advance_mm), abs=1e-3
        )


@given(COPY, BOXES, st.floats(0, 500))
def test_letters_are_high_enough_or_it_is_said(text: str, box: Box, needed: float) -> None:
    fit = dataclasses.replace(FIT, letter_min_mm=needed)
    words = Words(text, FACES, CHINESE)
    freely = words.set_in(box, FIT).letter_height_mm
    assert freely == pytest.approx(words.set_in(box, FIT).size_mm * LETTER_HEIGHT_EM["Hans"])
    answer: TooLong | None = None
    try:
        assert words.set_in(box, fit).letter_height_mm >= needed
    except TooLong as caught:
        answer = caught
    if answer is not None:
        assert (answer.reached_mm < needed, answer.needed_mm) == (True, needed)
        assert freely < needed


def test_chinese_breaks_at_clauses() -> None:
    assert lines_of("人人讲安全、个个会应急") == ["人人讲安全、", "个个会应急"]
    assert lines_of("生命至上 安全发展") == ["生命至上", "安全发展"]


def test_a_clause_ends_before_an_opening_bracket_too() -> None:
    assert lines_of("先看后干，「安全第一」") == ["先看后干，", "「安全第一」"]


def test_the_authors_newline_wins() -> None:
    wide = Box(0, 0, 2000, 300)
    assert lines_of("先看\n后干，再走", box=wide) == ["先看", "后干，再走"]
    assert lines_of("Look\nfirst then lift", ENGLISH, wide)[0] == "Look"


def test_no_line_begins_with_a_mark_that_stands_after_a_space() -> None:
    assert all(line[0] not in CLAUSE_ENDS for line in lines_of("Stop ! Look ! Listen ! Live !", ENGLISH))


def test_one_line_is_one_line() -> None:
    fit = dataclasses.replace(FIT, lines_max=1)
    assert lines_of("先看\n后干", fit=fit) == ["先看 后干"]


def test_a_break_after_a_word_that_leans_on_the_next_is_dear() -> None:
    text = "Put the tool back in the box"
    costs = {text[: item.end].rsplit(maxsplit=1)[-1]: item.cost for item in find_breaks(text, ENGLISH)}
    assert min(costs["the"], costs["in"]) > max(costs["Put"], costs["tool"], costs["back"])


@pytest.mark.parametrize(
    ("align", "anchor", "corner"),
    [("start", "top", (20, 100)), ("start", "bottom", (20, 260)), ("centre", "top", (145, 100)), ("centre", "bottom", (145, 260))],
)
def test_words_stand_where_they_are_told(align: str, anchor: str, corner: tuple[float, float]) -> None:
    words = Words("安全", FACES, CHINESE).set_in(PORTRAIT, Fit(align, anchor, 0, 20))
    left, top, right, bottom = ink_of(words, CHINESE)
    x = left if align == "start" else (left + right) / 2
    assert (x, top if anchor == "top" else bottom) == pytest.approx(corner, abs=0.01)


def test_right_to_left_words_start_at_the_right() -> None:
    arabic = Tongue("ar", "Arab", "rtl")
    words = Words("السلامة أولا", (ARABIC,), arabic).set_in(PORTRAIT, Fit("start", "top", 0, 20))
    shaped = shape(words.lines[0].text, (ARABIC,), language="ar", direction="rtl")
    assert words.lines[0].x_mm + shaped.right_em * words.size_mm == pytest.approx(270)


def test_thai_breaks_where_a_word_ends() -> None:
    words = Words("สวมหมวกนิรภัย", (THAI,), THAI_TONGUE).set_in(PORTRAIT, FIT)
    assert [line.text for line in words.lines] == ["สวมหมวก", "นิรภัย"]


@pytest.mark.parametrize("script", ["Thai", "Laoo", "Khmr", "Mymr"])
def test_a_zero_width_space_is_a_break_and_never_drawn(script: str) -> None:
    words = Words("สวม\u200bหมวก\u200bนิรภัย", (THAI,), Tongue("th", script, "ltr"))
    assert "".join(line.text for line in words.set_in(PORTRAIT, FIT).lines) == "สวมหมวกนิรภัย"
    assert [line.text for line in words.set_in(Box(0, 0, 20, 90), FIT).lines] == ["สวม", "หมวก", "นิรภัย"]


def test_elsewhere_a_zero_width_space_is_a_letter_in_no_face() -> None:
    assert "\u200b" not in "".join(BREAK_MARKS[script] for script in ("Latn", "Cyrl", "Grek"))
    assert find_missing("Look\u200bfirst", FACES, BREAK_MARKS["Latn"]) == ("\u200b",)


def test_a_soft_hyphen_prints_where_a_line_ends_and_nowhere_else() -> None:
    german = Tongue("de", "Latn", "ltr")
    words = Words("Brand\u00adschutz\u00adbeauftragter", FACES, german)
    assert [line.text for line in words.set_in(Box(0, 0, 900, 90), FIT).lines] == ["Brandschutzbeauftragter"]
    broken = words.set_in(Box(0, 0, 100, 100), FIT)
    assert len(broken.lines) > 1
    assert [line.text[-1] == "-" for line in broken.lines] == [True] * (len(broken.lines) - 1) + [False]
    assert "".join(line.text.removesuffix("-") for line in broken.lines) == "Brandschutzbeauftragter"
    left, _, right, _ = ink_of(broken, german)
    assert (left >= -0.5, right <= 100.5) == (True, True)


def test_a_compound_may_break_after_its_hyphen() -> None:
    assert lines_of("Lock-out", ENGLISH, Box(0, 0, 60, 90)) == ["Lock-", "out"]
    assert lines_of("24-7", ENGLISH, Box(0, 0, 30, 90)) == ["24-7"]


def test_a_space_that_does_not_break_never_does() -> None:
    assert all("5\u00a0km/h" in line or "km" not in line for line in lines_of("At most 5\u00a0km/h", ENGLISH, Box(0, 0, 60, 300)))
    french = Tongue("fr", "Latn", "ltr")
    for text in ("« Prudence »", "« Prudence\u202f! »", "Prudence !"):
        assert lines_of(text, french, Box(0, 0, 50, 300)) == [text]


def test_words_that_lean_are_those_of_the_language() -> None:
    def cost(tag: str) -> float:
        return next(iter(find_breaks("an toàn là trên hết", Tongue(tag, "Latn", "ltr")))).cost

    assert cost("en") > cost("vi")  # "an" is an article here and half of "safety" there


@given(
    st.text("安全第一のヘルメット、。「」っャー・！先見", min_size=2, max_size=30).filter(lambda text: text[0] not in NEVER_FIRST)
)
def test_no_japanese_line_begins_with_what_may_not(text: str) -> None:
    for each in find_breaks(text, JAPANESE):
        assert text[each.start] not in NEVER_FIRST
        assert text[each.end - 1] not in "「（"


def test_japanese_breaks_where_a_phrase_ends() -> None:
    text = "足元を確認してから作業を始めよう"
    costs = {text[: item.end]: item for item in find_breaks(text, JAPANESE) if not item.splits_clause}
    assert "足元を" in costs
    assert all(end[-1] in "をら" for end in costs)
    assert not [item for item in find_breaks("安全第一", JAPANESE) if not item.splits_clause]
    assert len("「安全」") not in {item.end for item in find_breaks("「安全」の日", JAPANESE)}


def test_korean_breaks_at_spaces_only() -> None:
    text = "안전제일 무재해 사업장"
    assert {item.end for item in find_breaks(text, Tongue("ko", "Kore", "ltr"))} == {4, 8}


def test_every_script_has_its_measures() -> None:
    assert LETTER_HEIGHT_EM.keys() == LINE_PITCH_EM.keys() == {*get_args(Script)}


@pytest.mark.parametrize("capitals", ["AN TOÀN LÀ TRÊN HẾT", "ĐẶT AN TOÀN TRƯỚC"])
def test_lines_with_tall_marks_stand_further_apart(capitals: str) -> None:
    vietnamese = Tongue("vi", "Latn", "ltr")
    words = Words(capitals, FACES, vietnamese).set_in(Box(0, 0, 100, 300), dataclasses.replace(FIT, pitch_em=0.8))
    shaped = [shape(line.text, FACES, language="vi", direction="ltr") for line in words.lines]
    for (above, below), (first, second) in zip(pairwise(words.lines), pairwise(shaped), strict=True):
        room = (below.baseline_mm - above.baseline_mm) / words.size_mm - second.top_em + first.bottom_em
        assert room >= -0.1 - 1e-9


BANNER = Box(10, 20, 2000, 120)
SPREAD = Fit("centre", "centre", 0, 1000, lines_max=1, spread=True)


@given(st.text("安全生产人讲会应急先看后干", min_size=1, max_size=20), st.floats(100, 5000), st.floats(20, 400))
def test_spread_characters_stand_at_equal_distances(text: str, width: float, height: float) -> None:
    box = Box(10, 20, width, height)
    (line,) = (words := Words(text, FACES, CHINESE).set_in(box, SPREAD)).lines
    pitch = width / len(text)
    assert words.size_mm + line.tracking_mm == pytest.approx(pitch)
    assert words.size_mm <= pitch + 1e-9
    assert line.x_mm - 10 == pytest.approx(line.tracking_mm / 2)
    assert line.advance_mm == pytest.approx(len(text) * words.size_mm + (len(text) - 1) * line.tracking_mm)
    _, top, _, bottom = ink_of(words, CHINESE)
    assert 20 - 0.01 <= top <= bottom <= 20 + height + 0.01


def test_a_pause_takes_a_cell_of_its_own() -> None:
    (line,) = Words("生命至上 安全发展", FACES, CHINESE).set_in(BANNER, SPREAD).lines
    assert line.text == "生命至上\u3000安全发展"
    assert line.tracking_mm > 0


@pytest.mark.parametrize("text", ["安全 first", "Safety first", "「安全」第一"])
def test_what_is_not_all_squares_is_set_as_ever_on_one_line(text: str) -> None:
    plain = dataclasses.replace(SPREAD, spread=False)
    assert Words(text, FACES, CHINESE).set_in(BANNER, SPREAD) == Words(text, FACES, CHINESE).set_in(BANNER, plain)


def test_spread_words_can_be_too_small() -> None:
    with pytest.raises(TooLong):
        Words("安全第一", FACES, CHINESE).set_in(BANNER, dataclasses.replace(SPREAD, letter_min_mm=130))


def test_scaling_scales_the_tracking() -> None:
    words = Words("安全第一", FACES, CHINESE).set_in(BANNER, SPREAD)
    assert words.scaled(2).lines[0].tracking_mm == pytest.approx(2 * words.lines[0].tracking_mm, abs=1e-3)


@pytest.mark.parametrize("text", ["安全第一", "安全第一　预防为主！", "安全の日"])
def test_the_engine_draws_a_spread_line_as_wide_as_it_is_set(text: str) -> None:
    (line,) = (words := Words(text, FACES, CHINESE).set_in(BANNER, SPREAD)).lines
    size, tracking = to_points(words.size_mm), to_points(line.tracking_mm)
    source = (
        "#set page(width: auto, height: auto, margin: 0pt)\n"
        f'#set text(font: "{HAN.family}", weight: 700, size: {size}pt, tracking: {tracking}pt, script: "hani", fallback: false)\n'
        "#text(sys.inputs.words)"
    )
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    pdf = typst.compile(source.encode(), format="pdf", font_paths=fonts, ignore_system_fonts=True, sys_inputs={"words": line.text})
    box = re.search(rb"/MediaBox\[0 0 ([0-9.]+)", pdf)
    assert box is not None
    assert line.advance_mm == pytest.approx(to_mm(float(box.group(1))), rel=1e-3)


COLUMNS = Fit("centre", "centre", 0, 1000, vertical=True)


def test_a_couplet_stands_in_two_columns_from_the_right() -> None:
    words = Words("安全第一，\n预防为主。", FACES, CHINESE).set_in(Box(0, 0, 200, 300), COLUMNS)
    assert "".join(line.text for line in words.lines) == "安全第一预防为主"
    rights, lefts = {line.x_mm for line in words.lines[:4]}, {line.x_mm for line in words.lines[4:]}
    assert (len(rights), len(lefts)) == (1, 1)
    assert rights.pop() - lefts.pop() == pytest.approx(1.3 * words.size_mm)
    steps = {round(below.baseline_mm - above.baseline_mm, 6) for above, below in pairwise(words.lines[:4])}
    assert steps == {round(1.12 * words.size_mm, 6)}
    left, top, right, bottom = ink_of(words, CHINESE)
    assert 0 <= left <= right <= 200
    assert 0 <= top <= bottom <= 300


@given(st.lists(st.text("安全生产人讲会应急", min_size=1, max_size=9), min_size=1, max_size=4), BOXES)
def test_columns_stay_in_their_box(lines: list[str], box: Box) -> None:
    words = Words("\n".join(lines), FACES, CHINESE).set_in(box, COLUMNS)
    left, top, right, bottom = ink_of(words, CHINESE)
    slack = 0.02 * words.size_mm
    assert box.x_mm - slack <= left <= right <= box.x_mm + box.width_mm + slack
    assert box.y_mm - slack <= top <= bottom <= box.y_mm + box.height_mm + slack


@pytest.mark.parametrize(("text", "character"), [("安全first", "f"), ("安全1", "1"), ("安全ーの", "ー")])
def test_what_does_not_stand_in_a_column_is_named(text: str, character: str) -> None:
    with pytest.raises(NotVertical) as caught:
        Words(text, FACES, CHINESE).set_in(PORTRAIT, COLUMNS)
    assert caught.value.character == character


def test_marks_in_a_column_stand_at_the_top_right() -> None:
    words = Words("先看，后干", FACES, CHINESE).set_in(PORTRAIT, COLUMNS)
    mark = words.lines[2]
    shaped = shape("，", FACES, language="zh", direction="ltr")
    middle = mark.x_mm + (shaped.left_em + shaped.right_em) / 2 * words.size_mm
    assert middle > words.lines[0].x_mm + words.size_mm / 2
    assert mark.baseline_mm < words.lines[0].baseline_mm + 2 * 1.12 * words.size_mm


def test_columns_too_small_to_read_are_refused() -> None:
    with pytest.raises(TooLong):
        Words("安全第一", FACES, CHINESE).set_in(PORTRAIT, dataclasses.replace(COLUMNS, letter_min_mm=200))


def test_a_letter_in_no_face_is_refused_before_it_is_drawn() -> None:
    with pytest.raises(LookupError):
        Words("☂", FACES, ENGLISH).set_in(PORTRAIT, FIT)


def test_breaks_never_part_a_mark_from_its_letter_or_an_opening_bracket_from_its_word() -> None:
    text = "安全（安全生产责任）人人有责"
    ends = {item.end for item in find_breaks(text, ENGLISH)}
    assert not ends & {text.index("（") + 1, text.index("）")}
    assert ends


@pytest.mark.parametrize(("letter", "answer"), [("中", True), ("𠮷", True), ("a", False), ("，", False), ("あ", False)])
def test_han(letter: str, answer: bool) -> None:  # noqa: FBT001  the expected answer
    assert is_han(letter) is answer


def test_words_without_ink_are_refused() -> None:
    with pytest.raises((LookupError, ValueError)):
        Words("\u200d", FACES, ENGLISH).set_in(PORTRAIT, FIT)
