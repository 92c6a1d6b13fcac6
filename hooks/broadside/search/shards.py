"""Postings -> the files that hold them, each term in one of a power of two of shards; of those that stand, the changed ones."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from broadside.search.packing import pack, pack_postings, read_script, splice_postings, write_script
from broadside.search.postings import PAGES_MOST, keep_best
from broadside.search.values import Postings

SHARD_LETTERS = 6000
"""About how long a shard of postings is: small enough that the shards of a question stay well under 100 kB."""
MORE = "!"
"""What stands in a record before the number of pages, where not all are written; no packed number is written so."""


@dataclass(frozen=True)
class Shards:
    """The files of the shards, terms and their records in order, and how many letters these have."""

    files: tuple[bytes, ...]
    letters: tuple[int, ...]


def make_shards(postings: Mapping[str, Postings]) -> tuple[Shards, dict[str, bytes]]:
    """Spread terms over shards by the CRC-32 of their names; returns the shards and their files."""
    count = _count_shards(sum(map(len, postings)) + sum(map(measure_term, postings.values())))
    spread: list[list[str]] = [[] for _ in range(count)]
    for term in postings:
        spread[_choose(term, count)].append(term)
    files, letters = list[bytes](), list[int]()
    for number, terms in enumerate(spread):  # one after another: the records of all terms would be twice the index
        records = {term: write_term(postings[term]) for term in terms}
        files.append(_write(number, records))
        letters.append(_count_letters(records))
    return Shards(tuple(files), tuple(letters)), {f"t{number}": file for number, file in enumerate(files)}


def renew_shards(
    before: Shards, postings: Mapping[str, Postings], touched: Mapping[str, Sequence[int]]
) -> tuple[Shards, dict[str, bytes]]:
    """Return the shards after some pages of ``touched`` terms changed, and the files to write: all, where their number changed.

    Of a term without pages it is not known which changed.
    """
    count, here = len(before.files), defaultdict[int, list[str]](list)
    for term in touched:
        here[_choose(term, count)].append(term)
    standing, letters, files = [*before.files], [*before.letters], dict[str, bytes]()
    for number, terms in here.items():
        records = _read(standing[number])
        for term in terms:
            record = records.pop(term, "")
            if term in postings:
                records[term] = _rewrite(record, postings[term], touched[term])
        files[f"t{number}"] = standing[number] = _write(number, records)
        letters[number] = _count_letters(records)
    if _count_shards(sum(letters)) != count:
        return make_shards(postings)
    return Shards(tuple(standing), tuple(letters)), files


def _rewrite(record: str, entries: Postings, changed: Sequence[int]) -> str:
    """Return the record of a term after one page changed; after more, or where not all pages are written, it is written anew."""
    if len(changed) != 1 or MORE in record or len(entries) > PAGES_MOST:
        return write_term(entries)
    return splice_postings(record, entries, changed[0])


def write_term(entries: Postings) -> str:
    """Write a term's pages; after them how many pages hold it, where not all are written."""
    kept = keep_best(entries)
    more = f"{MORE}{pack(len(entries))}" if len(kept) < len(entries) else ""
    return pack_postings(kept) + more


def measure_term(entries: Postings) -> int:
    """Return how many letters :func:`write_term` writes: three for each page."""
    return 3 * min(len(entries), PAGES_MOST) + 2 * (len(entries) > PAGES_MOST)


def _count_shards(letters: int) -> int:
    return 1 << max(0, round(letters / SHARD_LETTERS) - 1).bit_length()


def _count_letters(records: Mapping[str, str]) -> int:
    return sum(map(len, records)) + sum(map(len, records.values()))


def _choose(term: str, count: int) -> int:
    return zlib.crc32(term.encode()) & (count - 1)


def _write(number: int, records: Mapping[str, str]) -> bytes:
    return write_script(f"t{number}", " ".join(f"{term}!{records[term]}" for term in sorted(records)))


def _read(file: bytes) -> dict[str, str]:
    pairs = (each.partition("!") for each in read_script(file).split(" ") if each)
    return {term: record for term, _, record in pairs}
