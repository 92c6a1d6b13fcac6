"""Set words in a box: choose where the lines break and the largest type that fits, or say why none does."""

from broadside.typesetting.breaking import CLAUSE_ENDS, MOST_LINES, find_breaks, is_han
from broadside.typesetting.setting import LETTER_HEIGHT_EM, Box, Fit, SetLine, SetWords, Tongue, TooLong, Words

__all__ = [
    "CLAUSE_ENDS",
    "LETTER_HEIGHT_EM",
    "MOST_LINES",
    "Box",
    "Fit",
    "SetLine",
    "SetWords",
    "Tongue",
    "TooLong",
    "Words",
    "find_breaks",
    "is_han",
]
