"""Numbers and records -> the text of index files, which a browser reads as data or runs as a script."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

ONE = 91
"""How many numbers are one ASCII character: those from ``#`` to ``~`` without the backslash, which JSON would write as two."""
_FIRST, _BACKSLASH, _TWO, _SURROGATES, _AFTER = 0x23, 0x5C, 0x80, 0xD800, 0x800


def pack(number: int) -> str:
    """Write a number as one character: UTF-8 then gives small numbers one byte, those to 2,010 two, those to 63,578 three.

    No white space, quotation mark or surrogate is among them.
    """
    if number < ONE:
        code = _FIRST + number
        return chr(code + (code >= _BACKSLASH))
    code = _TWO + number - ONE
    return chr(code if code < _SURROGATES else code + _AFTER)


write_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Write a value as JSON without a blank."""


def unpack(letter: str) -> int:
    """Return the number that :func:`pack` wrote."""
    code = ord(letter)
    if code < _TWO:
        return code - _FIRST - (code > _BACKSLASH)
    return code - _TWO + ONE - (_AFTER if code >= _SURROGATES else 0)


PACKED = tuple(pack(number) for number in range(1 << 12))
"""The characters of the numbers that occur most."""


def pack_postings(entries: Iterable[int], before: int = -1) -> str:
    """Write the pages of a term: for each the gap from the one ``before``, its saturation, and its section."""
    letters: list[str] = []
    most = len(PACKED)
    for entry in entries:
        page = entry >> 16
        gap = page - before - 1
        letters.append((PACKED[gap] if gap < most else pack(gap)) + PACKED[entry >> 8 & 0xFF] + PACKED[entry & 0xFF])
        before = page
    return "".join(letters)


def splice_postings(packed: str, entries: Sequence[int], page: int) -> str:
    """Return what :func:`pack_postings` writes of ``entries``, given what it wrote before ``page`` changed, came or went."""
    at = bisect_left(entries, page << 16)
    has = at < len(entries) and entries[at] >> 16 == page
    had = len(packed) // 3 - len(entries) + has
    before = entries[at - 1] >> 16 if at else -1
    return packed[: 3 * at] + pack_postings(entries[at : at + has + 1], before) + packed[3 * (at + had + 1) :]


def pack_front(words: Sequence[tuple[str, int]]) -> str:
    """Write sorted words with a number each: how many letters are the word's before it, the others, the number, a space."""
    letters = []
    before = ""
    for word, number in words:
        same = 0
        for letter, other in zip(word, before, strict=False):
            if letter != other:
                break
            same += 1
        letters.append(f"{pack(same)}{word[same:]}!{pack(number)} ")
        before = word
    return "".join(letters)


def write_script(name: str, data: object) -> bytes:
    """Write an index file: a call of one function with the file's name and its data, in JSON."""
    return f"broadside({write_json(name)},{write_json(data)})".encode()


def read_script(script: bytes) -> Any:
    """Return the data of an index file."""
    return json.loads(script[script.index(b",") + 1 : -1])
