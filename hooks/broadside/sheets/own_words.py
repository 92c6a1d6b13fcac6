"""Words that stand in no file -> a slogan that can be printed like any other: its language found by its script."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from types import MappingProxyType

from broadside.catalog import Catalog, Entry
from broadside.frontmatter import Parsed
from broadside.kinds import Slogan

SCRIPTS = {
    "CJK": "Hans",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "HANGUL": "Kore",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "THAI": "Thai",
    "LAO": "Laoo",
    "KHMER": "Khmr",
    "MYANMAR": "Mymr",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "TAMIL": "Taml",
    "TIBETAN": "Tibt",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
}
"""The first word of a character's Unicode name and its script (ISO 15924). Kana and hangul decide before Han."""


def guess_language(catalog: Catalog, words: str) -> str:
    """Return the first of the site's languages that is written in the script most of ``words`` are in, else its default."""
    names = (unicodedata.name(letter, "").split(" ")[0] for letter in words)
    found = Counter(SCRIPTS[name] for name in names if name in SCRIPTS)
    letters = sum(letter.isalpha() for letter in words)
    script = next((special for special in ("Jpan", "Kore") if found[special]), None)
    if script is None and found:
        most, count = found.most_common(1)[0]
        # A Chinese character is as much as a Latin word: a few among Latin letters still make a Chinese line.
        script = most if count * (3 if most == "Hans" else 2) > letters else None
    if script is None:
        return catalog.language
    return next((code for code, language in catalog.languages.items() if language.script == script), catalog.language)


def make_slogan(catalog: Catalog, words: str, language: str | None) -> Entry:
    """Return ``words`` as a slogan of the running campaign; its mistakes are reported at ``words:1:1``."""
    text = words.replace("\\n", "\n")
    fields = Slogan(text={language or guess_language(catalog, text): text})
    nothing = Parsed(MappingProxyType({}), MappingProxyType({}), MappingProxyType({}))
    name = f"words-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
    return Entry(f"slogans/{name}", "slogan", "words", fields, nothing, MappingProxyType({}))
