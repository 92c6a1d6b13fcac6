"""Words in any of the site's languages -> a file's name: lower-case ASCII words with hyphens, Chinese ones by their pinyin."""

from __future__ import annotations

import re
import unicodedata

from broadside.search.words import read_readings, read_traditional

LENGTH_MAX = 50
"""Our choice: letters of a name; a dozen words or as many syllables, and an address still fits on one line of a sheet."""
JOINED = re.compile("['’ʼ]")
APART = re.compile(r"[^a-z0-9]+")
USUAL = {
    letter: syllable
    for syllable, letters in (
        ("zhong", "重"),
        ("xing", "行"),
        ("xi", "系"),
        ("xiao", "校"),
        ("zhe", "着折"),
        ("jue", "觉"),
        ("xian", "纤"),
        ("si", "似"),
        ("lv", "驴吕铝侣旅履屡缕虑氯律率滤绿"),
        ("nv", "女"),
        ("lu", "陆"),
        ("shu", "属"),
        ("zha", "扎轧栅"),
        ("shui", "谁"),
        ("zhan", "粘"),
        ("po", "迫"),
        ("cheng", "称"),
        ("sheng", "盛"),
        ("bo", "剥泊"),
        ("pu", "朴"),
        ("quan", "圈"),
        ("tuo", "拓"),
        ("xia", "吓"),
        ("mo", "抹"),
        ("tang", "汤"),
        ("xue", "削"),
        ("zhua", "爪"),
        ("bu", "卜"),
        ("shi", "匙"),
        ("jia", "贾"),
        ("jie", "藉"),
        ("qie", "茄"),
        ("lu", "露"),
        ("zi", "仔"),
    )
    for letter in letters
}
"""The commoner reading of characters whose first one in the table is the rarer: our choice, for file names alone."""
RESERVED = frozenset({"index"})
"""Names that mean something else: a folder's own page."""


def make_name(words: str) -> str:
    """Return a file's name for ``words``, or an empty string where none of their letters can stand in one.

    A character of several readings gets the commoner one, whatever stands beside it; whoever minds gives the file another name.
    """
    readings, simplified = read_readings(), read_traditional()
    letters = []
    for letter in JOINED.sub("", unicodedata.normalize("NFKC", words)):
        usual = simplified.get(letter, letter)
        known = readings.get(usual)
        letters.append(f" {USUAL.get(usual, known[0])} " if known else letter)
    plain = unicodedata.normalize("NFKD", "".join(letters).lower())
    name = APART.sub("-", "".join(letter for letter in plain if not unicodedata.combining(letter))).strip("-")
    if len(name) > LENGTH_MAX:
        name = name[: LENGTH_MAX + 1].rpartition("-")[0] or name[:LENGTH_MAX]
    return f"{name}-page" if name in RESERVED else name
