"""What a page is before any template: its address, its language, its Markdown, and the view its template shows."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from broadside.catalog import Catalog, Entry
from broadside.editions import Edition
from broadside.kinds import Campaign, Notice
from broadside.pages.days import find_day
from broadside.pages.look import make_look
from broadside.pages.marking import Marker
from broadside.pages.relations import Relations, index_relations
from broadside.pages.validity import Validity
from broadside.press.papers import PrintedPaper
from broadside.press.printed import Printed
from broadside.recalling import Recall
from broadside.texts import read_texts

T = TypeVar("T")


@dataclass(frozen=True)
class Picture:
    """A picture of a sheet: its address in the site, its size in pixels, and what it says, for those who cannot see it."""

    address: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Download:
    """A file to take away: ``what`` names the carrier, ``how`` paper and purpose, ``size`` its size as people read it.

    ``purpose`` is the key of the purpose, ``carrier`` the carrier's id, ``paper`` what its pages are printed on (empty: nothing
    that is printed), ``short`` what its heading leaves open, where it stands under one.
    """

    address: str
    what: str
    how: str
    size: str
    form: str
    purpose: str = ""
    paper: str = ""
    short: str = ""
    carrier: str = ""


@dataclass(frozen=True)
class Card:
    """How one document shows in a list. ``facts`` are short labels; ``tags`` and ``severity_id`` are ids, for filters."""

    title: str
    address: str
    language: str
    summary: str = ""
    kind: str = ""
    picture: Picture | None = None
    facts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    severity: str = ""
    severity_id: str = ""
    day: datetime.date | None = None
    is_pinned: bool = False
    validity: Validity | None = None
    is_expired: bool = False


@dataclass(frozen=True)
class Group:
    """Cards under one heading; ``id`` is its anchor."""

    id: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class SitePage:
    """One page of the site in one language.

    ``address`` is relative to the site, ``is_folder`` whether others live below it, ``source`` the file an editor would
    open (none for a made page), ``alternates`` the same page's addresses by language, ``is_listed`` whether the site's map names
    it.

    ``spoken`` and ``written`` are the languages of its title and of its body, ``speaks`` the site's languages that the document
    is in (all, where it says none), ``newer`` the day on which the original was revised, where this translation does not follow.

    ``view`` is what its template shows. That of a document is made when the page is, by ``make_view``: all views of a site at
    once are as much as all its documents.
    """

    address: str
    language: str
    template: str
    title: str
    markdown: str
    section: str = ""
    is_folder: bool = False
    source: str | None = None
    summary: str = ""
    spoken: str = ""
    written: str = ""
    speaks: tuple[str, ...] = ()
    newer: datetime.date | None = None
    is_searchable: bool = True
    is_listed: bool = True
    hide: tuple[str, ...] = ()
    alternates: Mapping[str, str] = field(default_factory=dict)
    view: Mapping[str, Any] = field(default_factory=dict, repr=False)
    make_view: Callable[[Shelf], Mapping[str, Any]] | None = field(default=None, repr=False, compare=False)
    recall: Recall = field(default_factory=Recall, init=False, repr=False, compare=False)

    def show(self, shelf: Shelf) -> Mapping[str, Any]:
        """Return what its template shows, made of ``shelf``."""
        return self.make_view(shelf) if self.make_view else self.view

    @property
    def is_translated(self) -> bool:
        """Whether its words are in its own language."""
        return self.spoken in {"", self.language}

    @functools.cached_property
    def uri(self) -> str:
        """The Markdown file that the site generator believes it reads: links between documents hold in every language."""
        return f"{self.address}index.md" if self.is_folder else f"{self.address.rstrip('/')}.md"


@dataclass(frozen=True)
class SheetFile:
    """A printed file and where the site serves it."""

    address: str
    file: Path


@dataclass(frozen=True)
class TextFile:
    """A file of text that is no page of the site's generator: a feed, a redirect, a record for machines."""

    address: str
    text: str


@dataclass(frozen=True)
class Shelf:
    """All that pages are made from: the catalog, what was printed of slogans, of designs' samples and of blackboards, the day.

    ``sizes`` are those of the notices' attachments in bytes, by their address; ``kits`` the units' own sheets, by unit. ``around``
    stands for all that a document's page shows beside the document: while that is the same, it is the same object. ``recall``
    is what was made of shelves before this one.
    """

    catalog: Catalog
    printed: Mapping[str, tuple[Printed, ...]]
    samples: Mapping[str, tuple[Printed, ...]]
    today: datetime.date
    papers: Mapping[str, tuple[PrintedPaper, ...]] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)
    editions: tuple[Edition, ...] = ()
    kits: Mapping[str, tuple[Printed, ...]] = field(default_factory=dict)
    around: object = field(default_factory=object)
    recall: Recall = field(default_factory=Recall, repr=False, compare=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The site's languages, the default first."""
        return self.catalog.settings.languages

    def ask(self, question: Hashable, answer: Callable[[], T], *more: object) -> T:
        """Return what is made of all documents' fields and of ``more``: where these are as before, what was made then."""
        return self.recall.ask(question, (self.around, more), answer)

    @functools.cached_property
    def successors(self) -> Mapping[str, Entry]:
        """The notice that supersedes each superseded one, by the older one's id."""
        notices = self.catalog.of_kind("notice")
        return {older: entry for entry in notices if (older := getattr(entry.fields, "supersedes", None))}

    @functools.cached_property
    def documents(self) -> Mapping[str, Entry]:
        """The document that is shown at each address, in every language."""
        return {self.address(entry.id, language): entry for entry in self.catalog.entries.values() for language in self.languages}

    def find_validity(self, entry: Entry) -> Validity | None:
        """Return the days on which a notice applies: until it expires, or a newer one takes its place; none for another kind."""
        notice, successor = entry.fields, self.successors.get(entry.id)
        if not isinstance(notice, Notice):
            return None
        last = [notice.expires] if notice.expires else []
        if successor is not None:
            newer = cast("Notice", successor.fields)
            last.append((newer.effective or newer.date) - datetime.timedelta(days=1))
        return Validity(notice.effective or notice.date, min(last, default=None))

    def is_expired(self, entry: Entry) -> bool:
        """Say whether a notice's time is over on the day of the build."""
        validity = self.find_validity(entry)
        return validity is not None and validity.stand(self.today) == "expired"

    @functools.cached_property
    def issued(self) -> Mapping[str, tuple[Entry, ...]]:
        """The documents that name a unit as theirs, by unit, the newest first, also those that are over."""
        issued: dict[str, list[Entry]] = {}
        for entry in self.catalog.entries.values():
            if unit := getattr(entry.fields, "unit", None):
                issued.setdefault(unit, []).append(entry)
        return {unit: tuple(sorted(its, key=self._rank_age)) for unit, its in issued.items()}

    def _rank_age(self, entry: Entry) -> tuple[int, str]:
        day = find_day(self.catalog, entry)
        return (-day.toordinal() if day else 0, entry.id)

    @functools.cached_property
    def paged_units(self) -> Mapping[str, None]:
        """The units that have a page, in their order: those that issued something, have a kit, or run the site."""
        unit, brands = self.catalog.settings.unit, self.catalog.brands
        return {name: None for name, brand in brands.items() if brand.kit or name in self.issued or name == unit}

    @functools.cached_property
    def units_under(self) -> Mapping[str, tuple[str, ...]]:
        """The units that are listed under each other one, by its id."""
        under: dict[str, list[str]] = {}
        for name, brand in self.catalog.brands.items():
            if brand.above:
                under.setdefault(brand.above, []).append(name)
        return {above: tuple(names) for above, names in under.items()}

    def locate_logo(self, unit: str) -> SheetFile:
        """Return a unit's mark: it stands in the list of units and on the unit's page."""
        file = self.catalog.settings.root / "posters" / "brands" / unit / self.catalog.brands[unit].logo
        return SheetFile(f"brand/units/{unit}{file.suffix}", file)

    @functools.cached_property
    def relations(self) -> Relations:
        """Which documents belong together; expired notices are offered nowhere."""
        return index_relations(entry for entry in self.catalog.entries.values() if not self.is_expired(entry))

    def texts(self, language: str) -> Mapping[str, Any]:
        """Return the words of the site's interface in ``language``."""
        words: Mapping[str, Any] = read_texts(language)["site"]
        return words

    @functools.cached_property
    def marker(self) -> Marker:
        """The terms of the glossary, as they are looked for in pages."""
        return Marker(self.catalog.terms, self.languages)

    @functools.cached_property
    def look(self) -> Mapping[str, str]:
        """The colours of the site, which every page states: those of the running campaign."""
        return make_look(cast("Campaign", self.catalog.campaign.fields).palette)

    @functools.cached_property
    def gaps(self) -> dict[str, Mapping[str, tuple[Any, ...]]]:
        """The gaps found so far, by language: a page and a table show the same."""
        return {}

    @functools.cached_property
    def logo(self) -> SheetFile:
        """Return the mark of the unit that runs the site: it stands in the header and on the browser's tab."""
        unit = self.catalog.settings.unit
        file = self.catalog.settings.root / "posters" / "brands" / unit / self.catalog.brands[unit].logo
        return SheetFile(f"brand/logo{file.suffix}", file)

    def address(self, identity: str, language: str) -> str:
        """Return the address of the document ``identity`` in ``language``, relative to the site."""
        return self.catalog.address(identity, language)
