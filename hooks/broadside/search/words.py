"""Text -> the terms it is found by; every rule that the browser follows too stands here as data and is sent to it."""

from __future__ import annotations

import functools
import operator
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

APART = (
    r"\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u0589\u05be\u05c0\u05f3\u05f4\u0600-\u060f"
    r"\u061b-\u061f\u066a-\u066d\u06d4\u0964\u0965\u0e4f\u0e5a\u0e5b\u0f01-\u0f17\u0f34-\u0f3f\u104a-\u104f\u17d4-\u17da"
    r"\u1800-\u180a\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d\u30fb\ufd3e\ufd3f\ufe10-\ufe6f\uff00-\uff65"
    "\U0001f000-\U0001faff"
)
"""What stands between words: controls, punctuation and symbols of the scripts that slogans are written in (Unicode 15)."""
UNSPACED = (
    r"\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7a3"
    r"\u0e01-\u0e4e\u0e81-\u0ecd\u1780-\u17d3\u1000-\u103f\u1050-\u109f"
    "\U00020000-\U0003134f"
)
"""Letters of scripts without spaces between words: Chinese, Japanese, Korean (its words
end in many ways), Thai, Lao, Khmer, Burmese."""
RUNS = f"([{UNSPACED}]+)|([^{APART}{UNSPACED}]+)"
"""A run of unspaced letters, or a word. Python and JavaScript (with the flag u) read this expression alike."""
JOINED = "['\u2019\u00ad\u200b-\u200d]"
"""What stands inside a word without parting it."""

STEMS = (
    ("^([a-z]{2,}[^aeiou])ies$", "y"),
    ("^([a-z]{2,}(?:x|ch|sh|ss|zz))es$", ""),
    ("^([a-z]{2,}[^siu])s$", ""),
    ("^([a-z]*[aeiouy][a-z]+)(?:ing|ed)$", ""),
    (r"^([a-z]+([bdgmnprt]))\2$", ""),
    ("^([a-z]{3,}[cst])ion$", ""),
    ("^([a-z]{4,})(?:ment|ness)$", ""),
    ("^([a-z]{4,})(?:er|or)$", ""),
    ("^([a-z]{3,}[^e])e$", ""),
)
"""English endings, in turn: what the expression keeps in its first group, and what is put after it. Our choice: plurals, -ing, -ed,
-ion, -ment and -er are what the words of safety differ by; more rules would join what does not belong together."""
STEM_LETTERS = 4
"""Shorter words are no longer cut."""
COMMON = (
    "a about after all also an and any are as at be been by can could did do does for from get had has have he her his how "
    "i if in into is it its just like many may me more most much must my need no not of often on or our per she should so "
    "some such than that the their them then there these they this those to too use used using was we were what when where "
    "which who whom whose why will with would you your"
)
"""English words that say nothing of a page; a question is asked without them unless it has no others."""
COMMON_SET = frozenset(COMMON.split())
QUESTIONS = (
    "为什么|怎么办|怎么做|怎么|怎样|如何|什么样|什么|哪些|哪里|哪个|哪儿|多少|多久|多长时间|"
    "是不是|能不能|可不可以|是否|可以|应该|吗|呢|吧|的|了"
)
"""Chinese words that ask and do not name, longest first; a question is asked without them too."""


def normalise(text: str) -> str:
    """Return text as terms are cut from it: lower case, compatible forms and accents drawn together, simplified characters."""
    lower = text.lower()
    if lower.isascii():
        return lower.replace("'", "")
    plain = _accents().sub("", unicodedata.normalize("NFKD", lower))
    return unicodedata.normalize("NFC", plain).translate(_folding())


@functools.cache
def _accents() -> re.Pattern[str]:
    return re.compile(f"[\u0300-\u036f]|{JOINED}")


@functools.cache
def _folding() -> Mapping[int, str]:
    return {ord(old): new for old, new in read_traditional().items()}


@functools.cache
def read_traditional() -> Mapping[str, str]:
    """Return the simplified form of each traditional character, from ``data/traditional.txt``."""
    return {old: line[0] for line in _read_data("traditional.txt") for old in line[1:]}


@functools.cache
def read_readings() -> Mapping[str, tuple[str, ...]]:
    """Return the pinyin readings of each character, without tones, from ``data/readings.txt``."""
    readings: dict[str, tuple[str, ...]] = {}
    for syllable, characters in (line.split() for line in _read_data("readings.txt")):
        for each in characters:
            readings[each] = (*readings.get(each, ()), syllable)
    return readings


def _read_data(name: str) -> Iterator[str]:
    lines = (Path(__file__).parent / "data" / name).read_text("utf-8").splitlines()
    return (line for line in lines if not line.startswith("#"))


@functools.cache
def _runs() -> re.Pattern[str]:
    return re.compile(RUNS)


@functools.cache
def _stems() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(expression), tail) for expression, tail in STEMS)


@functools.lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return what the forms of an English word have in common; other words as they are."""
    if len(word) < STEM_LETTERS:
        return word
    for expression, tail in _stems():
        if found := expression.match(word):
            word = found[1] + tail
    return word


Runs = list[tuple[str, str]]
"""Pairs of an unspaced run and a word, one of them empty."""


def cut(text: str) -> Runs:
    """Return the unspaced runs and the words of normalised text."""
    return _runs().findall(text)


def list_terms(runs: Runs) -> list[str]:
    """Return the terms of a text that was cut, each as often as it occurs.

    Of an unspaced run every letter and every two neighbours; of words the stem, and ``one+other`` of two neighbours, the common
    words between them left out.
    """
    terms: list[str] = []
    before = ""
    for run, word in runs:
        if run:
            terms += run
            terms += map(operator.add, run, run[1:])
            before = ""
            continue
        term = stem(word)
        terms.append(term)
        if word in COMMON_SET:
            continue
        if before:
            terms.append(f"{before}+{term}")
        before = term
    return terms
