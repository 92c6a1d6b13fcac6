"""An index made from the one before is the one that is made anew, whatever changed between."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from broadside.search import Extract, Facts, Index, KeptIndex, Names, SearchPage, extract_page, make_index

WORDS = ("hard hat", "ladder", "permit", "灭火器", "安全帽", "通风", "night shift", "the", "zebra", "高处作业", "harness 2027")
NAMES = {language: Names({}, {}, {}, {}) for language in ("en", "zh")}
SYNONYMS = (("hard hat", "安全帽"), ("ladder", "nowhere", "高处"))


def say(chance: random.Random, most: int) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(1, most)))


def make_page(chance: random.Random, number: int) -> Extract:
    sections = "".join(f'<h2 id="s{at}">{say(chance, 2)}</h2><p>{say(chance, 30)}</p>' for at in range(chance.randrange(3)))
    facts = Facts(chance.choice(("en", "zh")), chance.choice(("lesson", "notice")), (chance.choice(("ppe", "fire")),))
    picture = chance.choice((None, ("a.webp", 3, 4)))
    document = chance.choice(("", "one", f"{number}"))
    lead = f"<p>{say(chance, 60)}</p>"
    return extract_page(SearchPage(f"{number}/", say(chance, 3), lead + sections, facts, (say(chance, 1),), "", document, picture))


def change(chance: random.Random, pages: Sequence[Extract], number: int) -> list[Extract]:
    """Return other pages: some changed, some gone, some more, in another order; mostly one changed."""
    changed, at = [*pages], chance.randrange(len(pages))
    match chance.choice(("change", "change", "text", "same", "many", "add", "remove", "move")):
        case "change":
            changed[at] = make_page(chance, number)
        case "text":
            changed[at] = replace(make_page(chance, number), shown=pages[at].shown, room=pages[at].room)
        case "same":
            changed[at] = Extract(**vars(pages[at]))
        case "many":
            changed[at:] = [make_page(chance, number * 100 + more) for more in range(len(pages) - at)]
        case "add":
            changed.insert(at, make_page(chance, number))
        case "remove":
            del changed[at]
        case "move":
            changed.append(changed.pop(at))
    return changed


def place(files: dict[str, bytes], before: KeptIndex | None, index: Index) -> dict[str, bytes]:
    """Return what stands after an index was placed over one that stood, as its files are placed."""
    stood = {name.rpartition("/")[2]: text for name, text in files.items()}
    names = (f"{name}.js" for name in index.kept.digests)
    kept = {f"{index.folder}{name}": stood[name] for name in names if before is not None and name in stood}
    return {**kept, **index.files}


@pytest.mark.parametrize("seed", range(12))
def test_an_index_renewed_is_one_made_anew(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)  # noqa: S311  no secret
    for each in ("postings", "shards"):
        monkeypatch.setattr(f"broadside.search.{each}.PAGES_MOST", 12)
    monkeypatch.setattr("broadside.search.postings.MEAN_BITS", 1)  # else one of few pages moves the mean
    monkeypatch.setattr("broadside.search.shards.SHARD_LETTERS", 60)
    for each in ("index", "vocabulary"):
        monkeypatch.setattr(f"broadside.search.{each}.SAMPLE", 8)
    pages = [make_page(chance, number) for number in range(20)]
    before: KeptIndex | None = None
    standing: dict[str, bytes] = {}
    for number in range(20, 50):
        index = make_index(pages, NAMES, SYNONYMS, before)
        standing = place(standing, before, index)
        assert standing == make_index(pages, NAMES, SYNONYMS).files
        before = index.kept
        pages = change(chance, pages, number)


def test_what_did_not_change_is_not_written_again() -> None:
    chance = random.Random(7)  # noqa: S311  no secret
    pages = [make_page(chance, number) for number in range(200)]
    first = make_index(pages, NAMES, SYNONYMS)
    same = make_index(pages, NAMES, SYNONYMS, first.kept)
    assert set(same.files) == {"search/search_index.json", "search/search_index.js"}
    assert same.folder == first.folder
    other = make_index([*pages[:-1], make_page(chance, 200)], NAMES, SYNONYMS, first.kept)
    assert other.folder != first.folder
    assert 2 < len(other.files) < len(first.files) / 2


def test_other_synonyms_are_other_groups() -> None:
    chance = random.Random(3)  # noqa: S311  no secret
    pages = [make_page(chance, number) for number in range(10)]
    first = make_index(pages, NAMES, SYNONYMS)
    other = make_index(pages, NAMES, SYNONYMS[:1], first.kept)
    assert place(dict(first.files), first.kept, other) == make_index(pages, NAMES, SYNONYMS[:1]).files
