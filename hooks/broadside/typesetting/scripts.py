"""Scripts (ISO 15924) -> their measures and the characters that mark a break in them."""

from __future__ import annotations

import re

from broadside.fonts import is_joined

# Baseline to baseline, in em. Measured in the shipped faces: from the top of a common tall letter with its marks to the foot of
# a common deep one (ญู under ปี้ 1.31 in Thai, ບຸ under ປີ້ 1.46 in Lao, ក្រុ under ក៊ី 1.33 in Khmer, ကု under ကိံ 1.47 in Myanmar,
# 1.23 in Bengali, 1.17 in Tamil, 0.94 in Hebrew), rounded; for the others our choice by eye. Taller stacks move lines apart.
# fmt: off
LINE_PITCH_EM = {
    "Latn": 1.0, "Cyrl": 1.05, "Grek": 1.05, "Hans": 1.18, "Hant": 1.18, "Jpan": 1.18, "Kore": 1.18, "Arab": 1.3, "Hebr": 1.0,
    "Thai": 1.3, "Laoo": 1.45, "Khmr": 1.35, "Mymr": 1.45, "Deva": 1.3, "Beng": 1.25, "Taml": 1.2, "Tibt": 1.25,
}
# The height of a letter that a reader sees, in em. Measured in the shipped faces: the capital H for Latin, Greek and Cyrillic,
# the letter ka or its kin without marks for Hebrew (ה), Thai, Lao, Khmer, Myanmar, Devanagari, Bengali, Tamil and Tibetan; for
# Chinese, Japanese and Korean the square that the characters fill (ISO 3864-1 measures so). Arabic: between a tooth and alef.
LETTER_HEIGHT_EM = {
    "Latn": 0.7, "Cyrl": 0.7, "Grek": 0.7, "Hans": 0.88, "Hant": 0.88, "Jpan": 0.88, "Kore": 0.88, "Arab": 0.6, "Hebr": 0.61,
    "Thai": 0.56, "Laoo": 0.56, "Khmr": 0.59, "Mymr": 0.56, "Deva": 0.62, "Beng": 0.63, "Taml": 0.56, "Tibt": 0.6,
}
# fmt: on

WHOLE_SQUARES = frozenset({"Hans", "Hant", "Jpan"})
"""Scripts of Chinese characters: each is a syllable in a square of its own. Unicode's composition would replace their compatibility
characters with others that look different."""

SOFT_HYPHEN, ZERO_WIDTH_SPACE = "\u00ad", "\u200b"
BREAK_MARKS = {
    **dict.fromkeys(("Latn", "Cyrl", "Grek"), SOFT_HYPHEN),
    **dict.fromkeys(("Thai", "Laoo", "Khmr", "Mymr"), ZERO_WIDTH_SPACE),
}
"""The characters by which an author marks where a word may break, by script. They are never drawn."""

PHRASE_SPACED = frozenset({"Thai", "Laoo", "Khmr", "Mymr"})
"""Scripts in which a space stands between phrases, not between words."""

GLUE = "\u00a0\u2007\u202f\u2060"
"""Spaces that never break (UAX 14, GL and WJ)."""

BLANK = re.compile(rf"[^\S{GLUE}]+")


def is_han(character: str) -> bool:
    """Say whether ``character`` is a Chinese character (CJK Unified Ideographs, extensions A and B on, compatibility)."""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"


def is_kana(character: str) -> bool:
    """Say whether ``character`` is Japanese: hiragana, katakana, or one of the marks that repeat or lengthen."""
    return ("\u3041" <= character <= "\u30ff" and character != "\u30fb") or character in "々〆"


def is_hangul(character: str) -> bool:
    """Say whether ``character`` is a Korean syllable."""
    return "\uac00" <= character <= "\ud7a3"


def is_square(character: str) -> bool:
    """Say whether ``character`` fills a square: Chinese, Japanese, Korean, full-width punctuation and the full-width space."""
    return (
        is_han(character)
        or is_kana(character)
        or is_hangul(character)
        or "\u3000" <= character <= "\u301f"
        or "\uff01" <= character <= "\uff60"
        or character in "・…—"
    )


def read_line(text: str, script: str) -> tuple[str, dict[int, str]]:
    """Read one author's line: its text as it is drawn, and where the author marked breaks, with what a break there prints.

    Blanks become one space; spaces that never break stay.
    """
    drawn: list[str] = []
    marks: dict[int, str] = {}
    for letter in BLANK.sub(" ", text).strip():
        if letter not in BREAK_MARKS.get(script, ""):
            drawn.append(letter)
        elif drawn:
            marks[len(drawn)] = "-" if letter == SOFT_HYPHEN else ""
    line = "".join(drawn)
    inside = {
        index for index in marks if index < len(line) and not is_joined(line[index]) and " " not in line[index - 1 : index + 1]
    }
    return line, {index: marks[index] for index in inside}
