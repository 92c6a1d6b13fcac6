"""The frozen values of a checked site: its settings, its documents, and the catalog of all there is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from broadside.catalog.data import Brand, Carrier, Design, FaceRecord, Language, Record, Topic
from broadside.catalog.editing import Editing
from broadside.catalog.terms import Term
from broadside.fonts import Face
from broadside.frontmatter import Parsed
from broadside.kinds import Document
from broadside.recalling import Recall


@dataclass(frozen=True)
class Settings:
    """What ``mkdocs.yml`` says of the campaign press. ``languages`` are the site's, the first one its default.

    ``hosts`` are those that its pages may link to, its own among them.
    ``name`` is the site's, ``editing`` where its files are kept and how editors reach them, where it says so.
    """

    path: str
    root: Path
    site_url: str
    languages: tuple[str, ...]
    languages_position: tuple[int, int]
    campaign: str
    campaign_position: tuple[int, int]
    unit: str
    unit_position: tuple[int, int]
    hosts: frozenset[str] = frozenset()
    name: str = ""
    editing: Editing | None = None


@dataclass(frozen=True)
class Translation:
    """A document in another language: its file, what its front matter says anew, and the file as it was read."""

    path: str
    fields: Mapping[str, Any]
    parsed: Parsed

    @property
    def body(self) -> str:
        """Its Markdown."""
        return self.parsed.body

    @property
    def body_line(self) -> int:
        """The line of the file, from 1, on which that begins."""
        return self.parsed.body_line


@dataclass(frozen=True)
class Entry:
    """One document: where it is, what it says, and its translations by language.

    ``id`` is its file's path without the ending, under ``slogans/`` or under the folder ``docs/``. ``recall`` is what was found out
    about it: where its files are the same in the next build, so is this value, and nothing of that is found anew.
    """

    id: str
    kind: str
    path: str
    fields: Document
    parsed: Parsed
    translations: Mapping[str, Translation]
    recall: Recall = field(default_factory=Recall, init=False, repr=False, compare=False)

    @property
    def files(self) -> tuple[tuple[str, Parsed], ...]:
        """Its files, the original's first: the path of each, and what it says."""
        return (self.path, self.parsed), *((each.path, each.parsed) for each in self.translations.values())

    def list_words(self) -> Iterator[str]:
        """Yield all that its files say: what a key of something made of it alone is hashed from."""
        yield from (self.id, self.path, repr(self.parsed.values), self.parsed.body)
        for language, translation in self.translations.items():
            yield from (language, translation.path, repr(translation.parsed.values), translation.parsed.body)

    @property
    def name(self) -> str:
        """The last part of the id."""
        return self.id.rsplit("/", 1)[-1]

    def say(self, field: str, language: str) -> Any:
        """Return a field in ``language`` where a translation says it, else as the original has it."""
        translation = self.translations.get(language)
        if translation is not None and translation.fields.get(field) is not None:
            return translation.fields[field]
        return getattr(self.fields, field, None)

    def find_newer(self, language: str) -> datetime.date | None:
        """Return the day on which the original was revised, where the translation into ``language`` does not yet follow it."""
        revised, translation = self.fields.revised, self.translations.get(language)
        if revised is None or translation is None:
            return None
        followed: datetime.date | None = translation.fields.get("revised")
        return revised if followed is None or followed < revised else None

    def words(self, field: str, language: str, default: str) -> str:
        """Return a field that is a map by language: in ``language``, else in ``default``, else its first."""
        return choose(getattr(self.fields, field), language, default)


def choose(texts: Mapping[str, str], language: str, default: str) -> str:
    """Return the text in ``language``, else in ``default``, else the first there is."""
    return texts.get(language) or texts.get(default) or next(iter(texts.values()))


def make_address(identity: str) -> str:
    """Return the address an id is served at, relative to the site; a folder's index is the folder."""
    folder, _, name = identity.rpartition("/")
    address = folder if name == "index" else identity
    return f"{address}/" if address else ""


def locate(identity: str, language: str, default: str) -> str:
    """Return where ``identity`` is served in ``language``: the default language at the root, others in their folder."""
    return ("" if language == default else f"{language}/") + make_address(identity)


@dataclass(frozen=True)
class Catalog:
    """A whole site, read and checked. Every id in it leads somewhere.

    ``moves`` are the ids of today's pages by the old addresses that lead to them, ``record`` is what was published, ``synonyms``
    are groups of words that search takes for the same, ``terms`` those of the glossary by their names. ``files`` are the paths
    of all files of the content that may be read.
    """

    settings: Settings
    entries: Mapping[str, Entry]
    languages: Mapping[str, Language]
    topics: Mapping[str, Topic]
    carriers: Mapping[str, Carrier]
    designs: Mapping[str, Design]
    brands: Mapping[str, Brand]
    faces: Mapping[str, Face]
    face_records: Mapping[str, FaceRecord]
    pictures: tuple[str, ...]
    moves: Mapping[str, str] = field(default_factory=dict)
    record: Record | None = None
    synonyms: tuple[tuple[str, ...], ...] = ()
    terms: Mapping[str, Term] = field(default_factory=dict)
    files: tuple[str, ...] = ()

    @property
    def language(self) -> str:
        """The site's default language."""
        return self.settings.languages[0]

    @property
    def campaign(self) -> Entry:
        """The running campaign."""
        return self.entries[f"campaigns/{self.settings.campaign}"]

    def address(self, identity: str, language: str) -> str:
        """Return where ``identity`` is served in ``language``: the default language at the root, others in their folder."""
        return locate(identity, language, self.language)

    def say_name(self, language: str) -> str:
        """Return the site's name in ``language``: the name of the unit that runs it."""
        return choose(self.brands[self.settings.unit].name, language, self.language)

    def of_kind(self, kind: str) -> tuple[Entry, ...]:
        """Return the documents of one kind, by id."""
        return tuple(entry for entry in self.entries.values() if entry.kind == kind)
