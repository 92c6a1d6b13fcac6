"""Numbers and records -> the text of index files, which a browser reads as data or runs as a script."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

ONE = 91
"""How many numbers are one ASCII character: those from ``#`` to ``~`` without the backslash, which JSON would write as two."""
_FIRST, _BACKSLASH, _TWO, _SURROGATES, _AFTER = 0x23, 0x5C, 0x80, 0xD800, 0x800
SHARD_LETTERS = 6000
"""About how long a shard of postings is: small enough that the shards of a question stay well under 100 kB."""


def pack(number: int) -> str:
    """Write a number as one character: UTF-8 then gives small numbers one byte, those to 2,010 two, those to 63,578 three.

    No white space, quotation mark or surrogate is among them.
    """
    if number < ONE:
        code = _FIRST + number
        return chr(code + (code >= _BACKSLASH))
    code = _TWO + number - ONE
    return chr(code if code < _SURROGATES else code + _AFTER)


PACKED = tuple(pack(number) for number in range(1 << 12))
"""The characters of the numbers that occur most."""


def pack_postings(entries: Iterable[int]) -> str:
    """Write the pages of a term: for each the gap from the one before, its saturation, and its section."""
    letters: list[str] = []
    before, most = -1, len(PACKED)
    for entry in entries:
        page = entry >> 16
        gap = page - before - 1
        letters.append((PACKED[gap] if gap < most else pack(gap)) + PACKED[entry >> 8 & 0xFF] + PACKED[entry & 0xFF])
        before = page
    return "".join(letters)


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


def write_script(name: str, data: object) -> str:
    """Write an index file: a call of one function with the file's name and its data, in JSON."""
    return f"broadside({json.dumps(name)},{json.dumps(data, ensure_ascii=False, separators=(',', ':'))})"


def write_shards(records: Mapping[str, str]) -> tuple[int, dict[str, str]]:
    """Spread records over a power of two of shards by the CRC-32 of their names; returns how many, and the files."""
    letters = sum(len(name) + len(record) for name, record in records.items())
    count = 1 << max(0, round(letters / SHARD_LETTERS) - 1).bit_length()
    shards: list[list[str]] = [[] for _ in range(count)]
    for name, record in records.items():
        shards[zlib.crc32(name.encode()) & (count - 1)].append(f"{name}!{record}")
    return count, {f"t{number}": write_script(f"t{number}", " ".join(shard)) for number, shard in enumerate(shards)}


def pack_records(records: Sequence[Any], letters_most: int) -> tuple[str, dict[str, str]]:
    """Lay records into files in order; returns how many stand in each, packed, and the files."""
    chunks: list[list[Any]] = []
    room = 0
    for record in records:
        letters = len(json.dumps(record, ensure_ascii=False))
        if not chunks or letters > room or len(chunks[-1]) >= ONE - 1:
            chunks.append([])
            room = letters_most
        chunks[-1].append(record)
        room -= letters
    files = {f"d{number}": write_script(f"d{number}", chunk) for number, chunk in enumerate(chunks)}
    return "".join(pack(len(chunk)) for chunk in chunks), files
