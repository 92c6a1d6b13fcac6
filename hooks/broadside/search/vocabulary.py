"""What pages say -> the words that a question is completed, mended and read from: Latin words by letter, Chinese ones by pinyin."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from broadside.search.packing import ONE, pack_front, write_script
from broadside.search.words import read_readings

WORDS, READINGS = "w", "p"
"""With which letter the names of files begin that hold words and readings."""
RUN_MOST = 6
"""The longest Chinese word that is read from pinyin: our choice, long enough for 个体防护装备."""
SAMPLE = 1500
"""How many sections' texts are searched for Chinese words; a word in common use is in them, and memory stays bounded."""
WORDS_MOST = 30_000
"""How many Chinese words are kept, the most frequent."""
READINGS_MOST = 4
"""How many readings of a word are kept, where characters have several."""


def write_words(words: Mapping[str, int]) -> dict[str, bytes]:
    """Write the Latin words, with how many pages hold them as a logarithm, into a file a first letter."""
    files: dict[str, list[tuple[str, int]]] = {}
    for word, pages in sorted(words.items()):
        if word.isascii() and word.isalpha() and len(word) > 1:
            files.setdefault(word[0], []).append((word, rate(pages)))
    return {(name := f"{WORDS}{letter}"): write_script(name, pack_front(found)) for letter, found in files.items()}


def rate(pages: int) -> int:
    """Return how frequent a word is on a scale that fits one character: eight steps for each doubling."""
    return min(ONE - 1, round(8 * math.log2(pages)))


def find_words(said: Mapping[str, int], texts: Iterable[Sequence[str]]) -> Mapping[str, int]:
    """Return Chinese words and in how many places each stands: parts of titles and headings, and what texts say twice or more.

    ``texts`` are the normalised unspaced runs of each section.
    A part that never stands without the same letter after or before it is no word, unless a title is made of it.
    """
    counts: Counter[str] = Counter()
    for run, pages in said.items():
        for part in set(_list_parts(run)):
            counts[part] += 2 * pages
    for text in itertools.islice(texts, SAMPLE):
        counts.update({part for run in text for part in _list_parts(run, 4)})
    often = {part: count for part, count in counts.items() if count > 1}
    covered = {inner for part, count in often.items() for inner in (part[1:], part[:-1]) if often.get(inner) == count}
    kept = [(part, count) for part, count in often.items() if part in said or part not in covered]
    kept.sort(key=lambda pair: (-pair[1], pair[0]))
    return dict(kept[:WORDS_MOST])


def _list_parts(run: str, most: int = RUN_MOST) -> Iterator[str]:
    for size in range(2, most + 1):
        yield from (run[at : at + size] for at in range(len(run) - size + 1))


def write_readings(words: Mapping[str, int]) -> dict[str, bytes]:
    """Write Chinese words under their pinyin, a file a first letter: ``mie'huo'qi!灭火器`` and how frequent the word is."""
    files: dict[str, list[tuple[str, int]]] = {}
    for word, count in words.items():
        for syllables in _read(word):
            files.setdefault(syllables[0][0], []).append((f"{chr(39).join(syllables)}!{word}", rate(count)))
    return {(name := f"{READINGS}{letter}"): write_script(name, pack_front(sorted(found))) for letter, found in files.items()}


def _read(word: str) -> Iterable[Sequence[str]]:
    readings = read_readings()
    if not all(letter in readings for letter in word):
        return ()
    return itertools.islice(itertools.product(*(readings[letter] for letter in word)), READINGS_MOST)


def write_sounds() -> bytes:
    """Write how every common Chinese character is read, by syllable: a question's wrong character is mended by its sound."""
    syllables: dict[str, list[str]] = {}
    for letter, readings in read_readings().items():
        for syllable in readings:
            syllables.setdefault(syllable, []).append(letter)
    return write_script("sounds", " ".join(f"{syllable}!{''.join(letters)}" for syllable, letters in syllables.items()))
