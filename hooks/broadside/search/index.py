"""Extracts of pages -> the files of the search index: postings, records of pages, words, and what the browser must know of them."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from broadside.search import words
from broadside.search.packing import PACKED, pack, pack_postings, pack_records, write_script, write_shards
from broadside.search.postings import keep_best, read_lexicon
from broadside.search.synonyms import add_groups
from broadside.search.values import Extract, Facts, Names
from broadside.search.vocabulary import find_words, write_readings, write_sounds, write_words

CHUNK_LETTERS = 1600
"""About how long a file of records is: our choice, as the pages of one answer seldom stand together."""
MARKS = r"[\s\-–—·…,:;!?()\[\]{}\"“”‘’'=/、，。；：！？（）《》【】]+"
"""Where Material's script parts the words that it marks in an opened page."""


def make_index(pages: Sequence[Extract], names: Mapping[str, Names], synonyms: Sequence[Sequence[str]] = ()) -> dict[str, str]:
    """Return every file of the index by its address from the site's root; ``names`` are by language.

    All files but two stand in a folder named after what they say, so that a reader's browser never mixes two builds.
    """
    lexicon = read_lexicon(pages)
    found = find_words(lexicon.runs, (part.runs.split("\n") for page in pages for part in page.parts))
    members = add_groups(lexicon.postings, synonyms)
    records = {term: _write_term(entries) for term, entries in lexicon.postings.items()}
    count, files = write_shards(records)
    sizes, chunks = pack_records([_make_record(page) for page in pages], CHUNK_LETTERS)
    vocabulary = {**write_words(lexicon.words), **write_readings(found)}
    kinds, which = _sort_facts(pages)
    facts = {
        "kinds": kinds,
        "which": which,
        "sizes": sizes,
        "twins": _number_twins(pages),
        "members": members,
        "names": {code: asdict(each) for code, each in names.items()},
    }
    letters = {character for term in records for character in term}
    folds = "".join(old + new for old, new in words.read_traditional().items() if new in letters)
    files |= (
        chunks
        | vocabulary
        | {"facts": write_script("facts", facts), "folds": write_script("folds", folds), "sounds": write_sounds()}
    )
    folder = f"search/{_digest(files)}/"
    manifest = {
        "folder": folder,
        "pages": len(pages),
        "shards": count,
        "vocabulary": sorted(vocabulary),
        "runs": words.RUNS,
        "joined": words.JOINED,
        "stems": [*words.STEMS],
        "stem_letters": words.STEM_LETTERS,
        "common": words.COMMON,
        "questions": words.QUESTIONS,
    }
    setup = json.dumps(_make_setup(manifest), ensure_ascii=False)
    written = {f"{folder}{name}.js": text for name, text in files.items()}
    return {**written, "search/search_index.json": setup, "search/search_index.js": f"var __index = {setup}"}


def _make_setup(manifest: Mapping[str, object]) -> Mapping[str, object]:
    """Return what Material's script reads and hands to the worker: its own index, empty, and ours."""
    config = {"lang": ["en"], "separator": MARKS, "pipeline": [], "fields": {}, "broadside": manifest}
    return {"config": config, "docs": []}


def _write_term(entries: Sequence[int]) -> str:
    """Write a term's pages; before them how many pages hold it, where not all are written."""
    kept = keep_best(entries)
    more = f"!{pack(len(entries))}" if len(kept) < len(entries) else ""
    return pack_postings(kept) + more


def _make_record(page: Extract) -> Sequence[Any]:
    """Return what is shown of a page: address, title, lead, its picture, and anchor, heading and lead of each section."""
    picture = list(page.picture) if page.picture else 0
    lead, *others = page.parts
    return [page.address, page.title, lead.lead, picture, [[part.anchor, part.heading, part.lead] for part in others]]


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


def _digest(files: Mapping[str, str]) -> str:
    """Return a short name that changes with any of the files."""
    digest = hashlib.sha256()
    for name, text in sorted(files.items()):
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()[:10]
