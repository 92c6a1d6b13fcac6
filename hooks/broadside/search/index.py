"""Extracts of pages -> the files of the search index: postings, records of pages, words, and what the browser must know of them."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from broadside.search import words
from broadside.search.chunks import Chunks, make_chunks, renew_chunks
from broadside.search.packing import PACKED, pack, write_script
from broadside.search.postings import Lexicon, measure_pages, read_lexicon, renew_lexicon
from broadside.search.shards import Shards, make_shards, renew_shards
from broadside.search.synonyms import Group, join_pages, read_groups
from broadside.search.values import Change, Extract, Facts, Names, Postings
from broadside.search.vocabulary import READINGS, SAMPLE, WORDS, find_words, write_readings, write_sounds, write_words

CHANGES_MOST = 200
"""So many changed pages are looked at one by one: our choice; beyond it a new index costs no more."""
MARKS = r"[\s\-–—·…,:;!?()\[\]{}\"“”‘’'=/、，。；：！？（）《》【】]+"
"""Where Material's script parts the words that it marks in an opened page."""


@dataclass(frozen=True)
class KeptIndex:
    """What an index leaves to the next: from what it was made, how it lies in its files, and the digest of each by its name."""

    pages: tuple[Extract, ...]
    lexicon: Lexicon
    groups: tuple[Group, ...]
    joined: Mapping[str, Postings]
    shards: Shards
    chunks: Chunks
    sorted: Mapping[str, object]
    digests: Mapping[str, bytes]


@dataclass(frozen=True)
class Index:
    """An index: the files of it that did not stand before by their addresses, where its files lie, and what it leaves.

    ``folder`` is named after what all its files say, so that a reader's browser never mixes two builds; two stand beside it.
    """

    files: Mapping[str, bytes]
    folder: str
    kept: KeptIndex


def make_index(
    pages: Sequence[Extract],
    names: Mapping[str, Names],
    synonyms: Sequence[Sequence[str]] = (),
    before: KeptIndex | None = None,
) -> Index:
    """Return the index of pages; ``names`` are by language. It is the same whatever the one ``before`` was: that spares work."""
    pages = tuple(pages)
    groups, members = read_groups(synonyms)
    if before is not None and before.groups == groups and (changes := _list_changes(before, pages)) is not None:
        made, files = _renew(before, pages, changes)
    else:
        made, files = _make(pages, groups)
    lexicon = made.lexicon
    named = {code: asdict(each) for code, each in names.items()}
    facts = {**made.sorted, "sizes": made.chunks.sizes, "members": members, "names": named}
    # Each letter of an unspaced run is a term.
    folds = "".join(old + new for old, new in words.read_traditional().items() if new in lexicon.postings)
    files |= {"facts": write_script("facts", facts), "folds": write_script("folds", folds), "sounds": write_sounds()}
    digests = {**made.digests, **{name: hashlib.sha256(data).digest() for name, data in files.items()}}
    folder = f"search/{_digest(digests)}/"
    manifest = {
        "folder": folder,
        "pages": len(pages),
        "shards": len(made.shards.files),
        "vocabulary": sorted(name for name in digests if name[0] in {WORDS, READINGS}),
        "runs": words.RUNS,
        "joined": words.JOINED,
        "stems": [*words.STEMS],
        "stem_letters": words.STEM_LETTERS,
        "common": words.COMMON,
        "questions": words.QUESTIONS,
    }
    setup = json.dumps(_make_setup(manifest), ensure_ascii=False)
    stood = before.digests if before else {}
    written = {f"{folder}{name}.js": data for name, data in files.items() if stood.get(name) != digests[name]}
    written |= {"search/search_index.json": setup.encode(), "search/search_index.js": f"var __index = {setup}".encode()}
    return Index(written, folder, replace(made, digests=digests))


def _make(pages: tuple[Extract, ...], groups: tuple[Group, ...]) -> tuple[KeptIndex, dict[str, bytes]]:
    """Return a new index and the files of which it says how they lie."""
    lexicon = read_lexicon(pages)
    joined = {group.term: found for group in groups if (found := join_pages(group, lexicon.postings))}
    shards, files = make_shards({**lexicon.postings, **joined})
    chunks, records = make_chunks(pages)
    files |= records | write_words(lexicon.words) | _read_aloud(lexicon, pages)
    return KeptIndex(pages, lexicon, groups, joined, shards, chunks, _sort(pages), {}), files


def _renew(before: KeptIndex, pages: tuple[Extract, ...], changes: Sequence[Change]) -> tuple[KeptIndex, dict[str, bytes]]:
    """Return an index after changes, with the digests of what stands as it was, and its files of which that is not known."""
    lexicon, touched = renew_lexicon(before.lexicon, changes, len(pages))
    again = [group for group in before.groups if not touched.keys().isdisjoint(itertools.chain.from_iterable(group.words))]
    joined = {**before.joined, **{group.term: join_pages(group, lexicon.postings) for group in again}}
    joined = {term: found for term, found in joined.items() if found}
    shards, files = renew_shards(before.shards, {**lexicon.postings, **joined}, {**touched, **{group.term: () for group in again}})
    chunks, records = renew_chunks(before.chunks, pages, changes)
    files |= records
    stood = {f"t{number}" for number in range(len(shards.files))} | {f"d{number}" for number in range(len(chunks.begins))}
    said = [(number, old.read(), new.read()) for number, old, new in changes]
    if any(old.words != new.words for _, old, new in said):
        files |= write_words(lexicon.words)
    else:
        stood |= {name for name in before.digests if name[0] == WORDS}
    sampled = _count_sampled(before.pages)
    if any(old.runs != new.runs or (number < sampled and old.texts != new.texts) for number, old, new in said):
        files |= _read_aloud(lexicon, pages)
    else:
        stood |= {name for name in before.digests if name[0] == READINGS}
    digests = {name: digest for name, digest in before.digests.items() if name in stood}
    is_sorted_anew = any((old.facts, old.document) != (new.facts, new.document) for _, old, new in changes)
    return KeptIndex(
        pages, lexicon, before.groups, joined, shards, chunks, _sort(pages) if is_sorted_anew else before.sorted, digests
    ), files


def _list_changes(before: KeptIndex, pages: tuple[Extract, ...]) -> Sequence[Change] | None:
    """Return which pages changed since the index before; none where so much did that it is made anew."""
    if len(before.pages) != len(pages):
        return None
    pairs = zip(itertools.count(), before.pages, pages, strict=False)
    changes = [(number, old, new) for number, old, new in pairs if old is not new and old != new]
    few = len(changes) <= CHANGES_MOST and measure_pages(pages) == before.lexicon.means
    return changes if few else None


def _read_aloud(lexicon: Lexicon, pages: Iterable[Extract]) -> dict[str, bytes]:
    """Return the files of Chinese words by their sound."""
    return write_readings(find_words(lexicon.runs, itertools.chain.from_iterable(map(_list_runs, pages))))


def _count_sampled(pages: Iterable[Extract]) -> int:
    """Return how many pages' sections are looked at for Chinese words."""
    return 1 + sum(
        1 for _ in itertools.takewhile(lambda sections: sections < SAMPLE, itertools.accumulate(page.sections for page in pages))
    )


def _list_runs(page: Extract) -> Sequence[Sequence[str]]:
    return [text.split(" ") for text in page.read().texts]


def _make_setup(manifest: Mapping[str, object]) -> Mapping[str, object]:
    """Return what Material's script reads and hands to the worker: its own index, empty, and ours."""
    config = {"lang": ["en"], "separator": MARKS, "pipeline": [], "fields": {}, "broadside": manifest}
    return {"config": config, "docs": []}


def _sort(pages: Sequence[Extract]) -> Mapping[str, object]:
    """Return what is said of pages beside their words."""
    kinds, which = _sort_facts(pages)
    return {"kinds": kinds, "which": which, "twins": _number_twins(pages)}


def _sort_facts(pages: Sequence[Extract]) -> tuple[Sequence[Sequence[Any]], str]:
    """Return the different facts of pages, and for each page which are its own, packed."""
    numbers: dict[Facts, int] = {}
    which = [numbers.setdefault(page.facts, len(numbers)) for page in pages]
    kinds = [
        [each.language, each.kind, each.topics, each.campaign, each.boost, each.expires.isoformat() if each.expires else ""]
        for each in numbers
    ]
    return kinds, "".join(PACKED[number] if number < len(PACKED) else pack(number) for number in which)


def _number_twins(pages: Sequence[Extract]) -> str:
    """Return for each page the number of its document, packed; nought where it has no translation."""
    counts = Counter(page.document for page in pages)
    numbers: dict[str, int] = {}
    shared = [page.document if page.document and counts[page.document] > 1 else "" for page in pages]
    return "".join(pack(numbers.setdefault(name, len(numbers) + 1) if name else 0) for name in shared)


def _digest(digests: Mapping[str, bytes]) -> str:
    """Return a short name that changes with any of the files."""
    named = hashlib.sha256()
    for name, digest in sorted(digests.items()):
        named.update(name.encode() + b"\0" + digest)
    return named.hexdigest()[:10]
