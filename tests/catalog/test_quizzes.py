"""What counts as the same answer: the rules themselves are broken one by one in tests/invalid."""

from __future__ import annotations

import pytest

from broadside.catalog.quizzes import squeeze


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A helmet", "a  HELMET."),
        ("30 mA", "３０ｍＡ"),
        ("戴好安全帽。", "戴好 安全帽"),
        ("Stop!", "“stop”"),
        ("A\u200bcap", "A cap"),
    ],
)
def test_what_differs_in_form_alone_is_the_same(one: str, other: str) -> None:
    assert squeeze(one) == squeeze(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1.50 m", "150 m"), ("5 %", "5"), ("-5 °C", "5 °C"), ("10–20", "1020"), ("A", "B"), ("?", "!"), ("< 30", "30")],
)
def test_what_means_something_else_is_not(one: str, other: str) -> None:
    assert squeeze(one) != squeeze(other)
