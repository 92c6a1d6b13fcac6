"""A stretch of text -> the names of persons in it: few of all there are, so that what is no name is hardly ever taken for one."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

NAMES = Path(__file__).parent / "data" / "names.txt"
BEFORE = "员长人任理机者师由因是和与对被及、"
"""What may stand before a Chinese name within a run of characters: the last character of a task, or a little word."""
TRADES = "电焊钳职员子重作木瓦管铆修"
"""What may stand before 工 where that ends a trade: a fitter, and not the works of 工程."""


def find_persons(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, str]]:
    """Yield where names of persons begin between ``start`` and ``end``, and the names; of other languages than en and zh none."""
    pattern = _make_pattern(language)
    for found in pattern.finditer(text, start, end) if pattern else ():
        yield found.start(), found.group()


@functools.cache
def _make_pattern(language: str) -> re.Pattern[str] | None:
    """Return the expression of a language. 某 and × stand for a name that is withheld, and are no given name."""
    lines = (line.partition(": ") for line in NAMES.read_text("utf-8").splitlines() if not line.startswith("#"))
    names = {key: words for key, _, words in lines}
    if language == "zh":
        before = rf"(?:(?<=[{BEFORE}])|(?<=[{TRADES}]工)|(?<![\u4e00-\u9fff]))"
        return re.compile(rf"{before}[{names['surnames']}][{names['given']}]{{1,2}}(?![某×*])")
    if language == "en":
        english, romanised = ("|".join(names[key].split()) for key in ("english", "romanised"))
        titled = r"(?:Mr|Mrs|Ms|Miss)\.? (?:[A-Z][a-z]+ )?"
        return re.compile(rf"\b(?:{titled}|(?:{english}) (?:[A-Z]\. )?|(?:{romanised}) )[A-Z][a-z]+\b")
    return None
