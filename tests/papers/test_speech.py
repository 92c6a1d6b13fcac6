"""How long words take to say: characters in Chinese, words in English, numbers in both."""

from __future__ import annotations

import pytest

from broadside.papers.speech import CHARACTERS_A_MINUTE, WORDS_A_MINUTE, count_seconds


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
