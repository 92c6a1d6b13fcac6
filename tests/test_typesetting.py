"""Words in a box: nothing lost, nothing outside, no line that begins wrongly, and never too small in silence."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from broadside.fonts import shape
from broadside.typesetting import CLAUSE_ENDS, LETTER_HEIGHT_EM, Box, Fit, SetWords, Tongue, TooLong, Words, find_breaks, is_han
from faces import ARABIC, HAN, INTER, THAI

ENGLISH, CHINESE = Tongue("en", "Latn", "ltr"), Tongue("zh", "Hans", "ltr")
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
    costs = {text[: item.end].rsplit(maxsplit=1)[-1]: item.cost for item in find_breaks(text)}
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


def test_thai_is_set_in_one_piece() -> None:
    words = Words("สวมหมวกนิรภัย", (THAI,), Tongue("th", "Thai", "ltr")).set_in(PORTRAIT, FIT)
    assert [line.text for line in words.lines] == ["สวมหมวกนิรภัย"]


def test_a_letter_in_no_face_is_refused_before_it_is_drawn() -> None:
    with pytest.raises(LookupError):
        Words("☂", FACES, ENGLISH).set_in(PORTRAIT, FIT)


def test_breaks_never_part_a_mark_from_its_letter_or_an_opening_bracket_from_its_word() -> None:
    text = "安全（安全生产责任）人人有责"
    ends = {item.end for item in find_breaks(text)}
    assert not ends & {text.index("（") + 1, text.index("）")}
    assert ends


@pytest.mark.parametrize(("letter", "answer"), [("中", True), ("𠮷", True), ("a", False), ("，", False), ("あ", False)])
def test_han(letter: str, answer: bool) -> None:  # noqa: FBT001  the expected answer
    assert is_han(letter) is answer


def test_words_without_ink_are_refused() -> None:
    with pytest.raises((LookupError, ValueError)):
        Words("\u200d", FACES, ENGLISH).set_in(PORTRAIT, FIT)
