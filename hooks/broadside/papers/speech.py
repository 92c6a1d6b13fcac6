"""Words -> how long they take to say aloud to a team, calmly."""

from __future__ import annotations

import re

from broadside.typesetting import WHOLE_SQUARES

CHARACTERS_A_MINUTE = 200
"""Chinese. Our choice: slower than a newsreader, as somebody speaks to a team in the open air beside machines."""
WORDS_A_MINUTE = 130
"""English and other languages that part words by spaces. Our choice, for the same reason: slower than talk across a table."""
CHARACTER = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff]")
WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
"""A number is a word; in Chinese each of its digits is a syllable, and so counts as a character."""
DIGIT = re.compile(r"\d")


def find_rate(script: str) -> int:
    """Return how many words, or characters in Chinese, are said in a minute in a language of ``script`` (ISO 15924)."""
    return CHARACTERS_A_MINUTE if script in WHOLE_SQUARES else WORDS_A_MINUTE


def count_seconds(text: str) -> int:
    """Return the seconds that ``text`` takes to say."""
    characters = len(CHARACTER.findall(text))
    is_chinese = characters > 0
    rest = CHARACTER.sub(" ", text)
    if is_chinese:
        characters += len(DIGIT.findall(rest))
        rest = DIGIT.sub(" ", rest)
    return round(60 * (characters / CHARACTERS_A_MINUTE + len(WORD.findall(rest)) / WORDS_A_MINUTE))
