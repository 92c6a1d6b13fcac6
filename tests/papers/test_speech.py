"""How long words take to say: characters in Chinese, words in English, numbers in both."""

from __future__ import annotations

import pytest

from broadside.papers.speech import CHARACTERS_A_MINUTE, WORDS_A_MINUTE, count_seconds, find_rate


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", 0),
        ("，。！", 0),
        ("安" * CHARACTERS_A_MINUTE, 60),
        ("safe " * WORDS_A_MINUTE, 60),
        ("don't " * WORDS_A_MINUTE, 60),
        ("1.5 " * WORDS_A_MINUTE, 60),
        ("安2" * (CHARACTERS_A_MINUTE // 2), 60),
        ("安" * CHARACTERS_A_MINUTE + " CPR" * WORDS_A_MINUTE, 120),
    ],
)
def test_the_time_to_say_it(text: str, seconds: int) -> None:
    assert count_seconds(text) == seconds


@pytest.mark.parametrize(("script", "rate"), [("Hans", CHARACTERS_A_MINUTE), ("Latn", WORDS_A_MINUTE), ("Kore", WORDS_A_MINUTE)])
def test_characters_are_counted_where_each_is_a_syllable(script: str, rate: int) -> None:
    assert find_rate(script) == rate
