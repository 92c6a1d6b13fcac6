"""Charts: as long as their numbers, with words that cannot leave their place."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from broadside.pages.charts import Column, draw_bar, draw_columns, share


def test_columns_are_as_high_as_their_numbers() -> None:
    drawn = ET.fromstring(draw_columns([Column("1 <June>", (2, 1)), Column("2", (0, 6)), Column("3", (0, 0))], 'Says "&"'))  # noqa: S314
    heights = [(mark.get("class"), float(mark.get("height", ""))) for mark in drawn.iter("rect")]
    (_, two), (_, one), (name, six) = heights
    assert (round(two / one, 1), round(six / one, 1), name) == (2, 6, "bs-chart__part--2")
    assert [text.text for text in drawn.iter("text")] == ["3", "1 <June>", "6", "2", "0", "3"]
    assert (drawn.get("role"), drawn.get("aria-label")) == ("img", 'Says "&"')


def test_nothing_is_drawn_of_nothing() -> None:
    assert "rect" not in draw_columns([Column("1", (0,))], "x")
    assert "rect" not in draw_columns([], "x")
    assert share(None, 5) == share(3, 0) == 0


def test_a_bar_is_a_share_of_the_longest() -> None:
    assert 'rect width="25.0"' in draw_bar(2, 8)
    assert 'aria-hidden="true"' in draw_bar(2, 8)
