"""Two catalogs -> the documents that were added, deleted, renamed or changed, with the difference of their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from broadside.catalog import Catalog, Entry, choose
from broadside.comparing.words import TOKENS, Hunk, compare_texts
from broadside.frontmatter import decode
from broadside.kinds import KINDS, Slogan

Status = Literal["added", "changed", "renamed", "deleted"]
ALIKE = 0.6
"""Our choice, near git's (50 % of the lines): the share of its words that a document keeps when it gets another name."""
TEXTS_MAX = 60
"""Our choice: documents whose words are shown; a reader of more has another plan, and the rest are named."""
PAIRS_MAX = 10_000
"""Our choice: pairs of a deleted and an added document that are looked at for a rename, 100 of each."""


@dataclass(frozen=True)
class FileChange:
    """One file of a document: its path, the one it had, and how they differ; ``hunks`` is None where words are not shown.

    ``languages`` are those of its words; ``rest`` unchanged lines follow the last hunk.
    """

    path: str
    was: str | None
    status: Status
    language: str
    hunks: tuple[Hunk, ...] | None
    rest: int = 0


@dataclass(frozen=True)
class DocumentChange:
    """A document that differs: its id (the old one of a deleted document) and, of a renamed one, the id it had."""

    id: str
    was: str | None
    kind: str
    status: Status
    title: str
    languages: tuple[str, ...]
    files: tuple[FileChange, ...]


@dataclass(frozen=True)
class _Texts:
    """A document's files as text, by language; a slogan has one file for all."""

    entry: Entry
    paths: Mapping[str, str]
    texts: Mapping[str, str]


def compare_documents(before: Catalog, after: Catalog, language: str) -> tuple[DocumentChange, ...]:
    """Return what differs between the documents of two sites, in the order of kinds and names; titles are in ``language``."""
    old, new = _read(before), _read(after)
    gone = {name: texts for name, texts in old.items() if name not in new}
    come = {name: texts for name, texts in new.items() if name not in old}
    renamed = find_renamed(gone, come)
    rows: list[tuple[str, _Texts | None, _Texts | None]] = []
    for name, texts in new.items():
        was = old.get(name) or old.get(renamed.get(name, ""))
        if was is None or was.texts != texts.texts or was.entry.id != texts.entry.id:
            rows.append((name, was, texts))
    rows += [(name, texts, None) for name, texts in gone.items() if name not in renamed.values()]
    kinds = list(KINDS)
    rows.sort(key=lambda row: (kinds.index((row[2] or row[1]).entry.kind), row[0]))  # type: ignore[union-attr]  # one is there
    return tuple(
        _describe(was, texts, language, after.language, shown=number < TEXTS_MAX) for number, (_, was, texts) in enumerate(rows)
    )


def _read(catalog: Catalog) -> dict[str, _Texts]:
    return {entry.id: _read_entry(catalog.settings.root, catalog.language, entry) for entry in catalog.entries.values()}


def _read_entry(root: Path, language: str, entry: Entry) -> _Texts:
    paths = {language: entry.path, **{spoken: each.path for spoken, each in entry.translations.items()}}
    texts = {spoken: decode(path, (root / path).read_bytes())[0] for spoken, path in paths.items()}
    return _Texts(entry, paths, texts)


def find_renamed(gone: Mapping[str, _Texts], come: Mapping[str, _Texts]) -> dict[str, str]:
    """Return the old id of each new document that has most of its words from one of the same kind that is not there any more."""
    if len(gone) * len(come) > PAIRS_MAX:
        return {}
    counts = {id(texts): _count(texts) for texts in (*gone.values(), *come.values())}
    pairs = [
        (_liken(counts[id(old)], counts[id(new)]), was, name)
        for was, old in gone.items()
        for name, new in come.items()
        if old.entry.kind == new.entry.kind
    ]
    found: dict[str, str] = {}
    for share, was, name in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if share >= ALIKE and name not in found and was not in found.values():
            found[name] = was
    return found


def _count(texts: _Texts) -> Counter[str]:
    """Count the words of a document's texts, without what every document of its kind says."""
    entry = texts.entry
    words = Counter(token for text in texts.texts.values() for token in TOKENS.findall(text) if token.strip())
    return words - Counter(dict.fromkeys((*type(entry.fields).model_fields, *texts.paths), 1))


def _liken(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of words that two documents have in common (the coefficient of Dice)."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _describe(was: _Texts | None, now: _Texts | None, language: str, default: str, *, shown: bool) -> DocumentChange:
    there = now or was
    if there is None:
        raise ValueError("a change needs a document")
    entry = there.entry
    is_renamed = was is not None and now is not None and was.entry.id != now.entry.id
    status: Status = "added" if was is None else "deleted" if now is None else "renamed" if is_renamed else "changed"
    files = tuple(_compare_files(was, now, shown=shown))
    return DocumentChange(
        entry.id,
        was.entry.id if was and is_renamed else None,
        entry.kind,
        status,
        title_of(entry, language, default),
        tuple(_list_languages(was, now)),
        files,
    )


def title_of(entry: Entry, language: str, default: str) -> str:
    """Return what a document is called: its title, a slogan's words, or its file's name."""
    if isinstance(entry.fields, Slogan):
        return " ".join(choose(entry.fields.text, language, default).split())
    return str(entry.say("title", language) or entry.name)


def _list_languages(was: _Texts | None, now: _Texts | None) -> Iterator[str]:
    """Yield the languages in which the documents' words differ; all, where one is not there or only other fields do."""
    sides = [side for side in (was, now) if side]
    words = [_speak(side) for side in sides]
    spoken = dict.fromkeys(language for each in words for language in each)
    differing = [language for language in spoken if len(words) < 2 or words[0].get(language) != words[1].get(language)]
    yield from differing or spoken


def _speak(side: _Texts) -> Mapping[str, str]:
    fields = side.entry.fields
    return fields.text if isinstance(fields, Slogan) else side.texts


def _compare_files(was: _Texts | None, now: _Texts | None, *, shown: bool) -> Iterator[FileChange]:
    old, new = (was.texts if was else {}), (now.texts if now else {})
    old_paths, new_paths = (was.paths if was else {}), (now.paths if now else {})
    for language in dict.fromkeys((*new, *old)):
        path, before = new_paths.get(language) or old_paths[language], old_paths.get(language)
        if old.get(language) == new.get(language) and path == before:
            continue
        hunks, rest = compare_texts(old.get(language, ""), new.get(language, "")) if shown else (None, 0)
        status: Status = (
            "added" if language not in old else "deleted" if language not in new else "renamed" if path != before else "changed"
        )
        yield FileChange(path, before if before != path else None, status, language, hunks, rest)
