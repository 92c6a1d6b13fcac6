"""Words -> lines of letters in cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.boards.setting import OPENERS, set_lines
from broadside.boards.values import Letter
from broadside.typesetting import NEVER_FIRST

Lines = tuple[tuple[Letter, ...], ...]


def show(lines: Lines) -> list[str]:
    """Return the lines as they look where each half cell is one letter wide; the second half of a full cell is a dot."""
    shown = []
    for line in lines:
        row = [" "] * (line[-1].at + line[-1].wide)
        for letter in line:
            row[letter.at : letter.at + letter.wide] = [letter.text, *("·" * (letter.wide - 1))]
        shown.append("".join(row))
    return shown


@pytest.mark.parametrize(
    ("text", "cells", "indent", "lines"),
    [
        ("先看后干", 3, 0, ["先·看·后·", "干·"]),
        ("先看后干", 3, 2, ["    先·", "看·后·干·"]),
        ("先看清，再干", 3, 0, ["先·看·", "清·，·再·", "干·"]),  # a comma does not begin a line: its word comes along
        ("看（一）", 3, 0, ["看·", "（·一·）·"]),
        ("满12米才算", 3, 0, ["满·12米·", "才·算·"]),
        ("用AED急救", 5, 0, ["用·AED 急·救·"]),  # the square after three half cells begins at the next whole one
        ("第1期", 3, 0, ["第·1·期·"]),  # a single digit has a cell to itself
        ("安全  第一", 6, 0, ["安·全·  第·一·"]),
        ("等——再干", 3, 0, ["等·—·—·", "再·干·"]),
        ("", 3, 0, []),
    ],
)
def test_chinese(text: str, cells: int, indent: int, lines: list[str]) -> None:
    assert show(set_lines(text, cells, is_chinese=True, indent=indent)) == lines


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("Look before you step", 5, ["Look", "before you", "step"]),
        ("No permit, no spark.", 5, ["No permit,", "no spark."]),
        ("extraordinary", 3, ["extrao", "rdinar", "y"]),  # only a word longer than a whole line is divided
        ("the rule (一通三防)", 6, ["the rule (一·", "通·三·防·)"]),
    ],
)
def test_english(text: str, cells: int, lines: list[str]) -> None:
    assert show(set_lines(text, cells, is_chinese=False)) == lines


def test_an_address_breaks_after_a_slash() -> None:
    lines = set_lines("Read on: a.example/zh/knowledge/hot-work", 12, is_chinese=False, is_address=True)
    assert show(lines) == ["Read on: a.example/zh/", "knowledge/hot-work"]


@given(st.text("安全生产，。（）“”12aé—…！ ", max_size=60), st.integers(4, 20), st.booleans())
def test_nothing_is_lost_and_nothing_stands_outside(text: str, cells: int, is_chinese: bool) -> None:  # noqa: FBT001  drawn, not passed by hand
    lines = set_lines(text, cells, is_chinese=is_chinese)
    assert "".join(letter.text for line in lines for letter in line) == "".join(text.split())
    for line in lines:
        ends = [letter.at + letter.wide for letter in line]
        assert all(letter.at >= end for letter, end in zip(line[1:], ends, strict=False))
        assert ends[-1] <= 2 * cells


@given(st.lists(st.sampled_from(["安全", "生产，", "（月）", "“人”。", "12", "干"]), min_size=1, max_size=20), st.integers(4, 20))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(words: list[str], cells: int) -> None:
    lines = set_lines("".join(words), cells, is_chinese=True)
    assert not [line for line in lines[1:] if line[0].text in NEVER_FIRST]
    assert not [line for line in lines[:-1] if line[-1].text in OPENERS]
