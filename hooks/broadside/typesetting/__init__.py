"""Set words in a box: choose where the lines break and the largest type that fits, or say why none does."""

from broadside.typesetting.breaking import CLAUSE_ENDS, NEVER_FIRST, find_breaks
from broadside.typesetting.scripts import BREAK_MARKS, LETTER_HEIGHT_EM, LINE_PITCH_EM, WHOLE_SQUARES, is_han
from broadside.typesetting.setting import Words
from broadside.typesetting.values import MOST_LINES, Box, Fit, NotVertical, SetLine, SetWords, Tongue, TooLong

__all__ = [
    "BREAK_MARKS",
    "CLAUSE_ENDS",
    "LETTER_HEIGHT_EM",
    "LINE_PITCH_EM",
    "MOST_LINES",
    "NEVER_FIRST",
    "WHOLE_SQUARES",
    "Box",
    "Fit",
    "NotVertical",
    "SetLine",
    "SetWords",
    "Tongue",
    "TooLong",
    "Words",
    "find_breaks",
    "is_han",
]
