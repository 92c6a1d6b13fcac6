"""Postings -> the files that hold them, each term in one of a power of two of shards; of those that stand, the changed ones."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from broadside.search.packing import pack, pack_postings, splice_postings, write_script
from broadside.search.postings import PAGES_MOST, keep_best
from broadside.search.values import Postings

SHARD_LETTERS = 6000
"""About how long a shard of postings is: small enough that the shards of a question stay well under 100 kB."""
MORE = "!"
"""What stands in a record before the number of pages, where not all are written; no packed number is written so."""


@dataclass(frozen=True)
class Shards:
    """What each shard says in UTF-8, terms and their records in order, and how many letters they have."""

    texts: tuple[bytes, ...]
    letters: tuple[int, ...]


def make_shards(postings: Mapping[str, Postings]) -> tuple[Shards, dict[str, str]]:
    """Spread terms over shards by the CRC-32 of their names; returns the shards and their files."""
    records = {term: write_term(entries) for term, entries in postings.items()}
    count = _count_shards(_count_letters(records))
    spread: list[dict[str, str]] = [{} for _ in range(count)]
    for term, record in records.items():
        spread[_choose(term, count)][term] = record
    texts = [*map(_write, spread)]
    files = {f"t{number}": write_script(f"t{number}", text) for number, text in enumerate(texts)}
    return Shards(tuple(text.encode() for text in texts), tuple(map(_count_letters, spread))), files


def renew_shards(
    before: Shards, postings: Mapping[str, Postings], touched: Mapping[str, Sequence[int]]
) -> tuple[Shards, dict[str, str]]:
    """Return the shards after some pages of ``touched`` terms changed, and the files to write: all, where their number changed.

    Of a term without pages it is not known which changed.
    """
    count, here = len(before.texts), defaultdict[int, list[str]](list)
    for term in touched:
        here[_choose(term, count)].append(term)
    texts, letters, files = [*before.texts], [*before.letters], {}
    for number, terms in here.items():
        records = _read(texts[number].decode())
        for term in terms:
            record = records.pop(term, "")
            if term in postings:
                records[term] = _rewrite(record, postings[term], touched[term])
        text = _write(records)
        texts[number], letters[number] = text.encode(), _count_letters(records)
        files[f"t{number}"] = write_script(f"t{number}", text)
    if _count_shards(sum(letters)) != count:
        return make_shards(postings)
    return Shards(tuple(texts), tuple(letters)), files


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


def _count_shards(letters: int) -> int:
    return 1 << max(0, round(letters / SHARD_LETTERS) - 1).bit_length()


def _count_letters(records: Mapping[str, str]) -> int:
    return sum(map(len, records)) + sum(map(len, records.values()))


def _choose(term: str, count: int) -> int:
    return zlib.crc32(term.encode()) & (count - 1)


def _write(records: Mapping[str, str]) -> str:
    return " ".join(f"{term}!{records[term]}" for term in sorted(records))


def _read(text: str) -> dict[str, str]:
    pairs = (each.partition("!") for each in text.split(" ") if each)
    return {term: record for term, _, record in pairs}
