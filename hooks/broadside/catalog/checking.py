"""Every rule that crosses files: an id must lead somewhere, a file must be there, dates must follow one another."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from broadside.catalog.activities import check_activities
from broadside.catalog.addresses import MOVES_FILE, RECORD_FILE, check_moves, check_record, list_ids
from broadside.catalog.boards import check_board
from broadside.catalog.bodies import check_bodies
from broadside.catalog.brands import check_brands
from broadside.catalog.campaigns import check_campaigns
from broadside.catalog.checklists import check_checklists
from broadside.catalog.data import CARRIERS_FILE, Form
from broadside.catalog.dates import check_dates
from broadside.catalog.documents import make_id
from broadside.catalog.drills import check_drills
from broadside.catalog.families import check_families
from broadside.catalog.faqs import check_faqs
from broadside.catalog.films import check_films
from broadside.catalog.glossary import GLOSSARY_FILE, check_glossary
from broadside.catalog.links import check_file, check_links
from broadside.catalog.quizzes import check_quiz
from broadside.catalog.reports import check_reports
from broadside.catalog.responsibilities import check_responsibilities
from broadside.catalog.values import Catalog, Entry
from broadside.catalog.works import check_works
from broadside.frontmatter import Parsed, Path
from broadside.kinds import KINDS, Lesson, Notice, Slogan, name_kind
from broadside.problems import Problem, find_nearest, make_problem
from broadside.recalling import Recall
from broadside.texts import LANGUAGES

LANGUAGES_FILE = "posters/languages.yml"
TOPICS_FILE = "docs/topics.yml"
FONTS_FILE = "posters/fonts/fonts.yml"


@dataclass(frozen=True)
class _Site:
    """The catalog, where its data files say what, and which files have mistakes of their own.

    What a file with mistakes would have named is taken to be there: one slip makes one message, not one more for every file
    that refers to it.
    """

    catalog: Catalog
    files: Mapping[str, Parsed]
    broken: frozenset[str]

    def find(self, path: str, *place: str | int) -> tuple[int, int]:
        return self.files[path].find(place)

    @functools.cached_property
    def documents(self) -> Mapping[str, frozenset[str]]:
        """The ids of the documents of each kind."""
        paths = (path for path in self.broken if path.endswith(".md") and path.startswith(("docs/", "slogans/")))
        named = {make_id(path): name_kind(path) for path in paths} | {
            entry.id: entry.kind for entry in self.catalog.entries.values()
        }
        return {kind: frozenset(identity for identity, its in named.items() if its == kind) for kind in KINDS}

    @functools.cached_property
    def all_documents(self) -> frozenset[str]:
        """The ids of the documents of every kind."""
        return frozenset().union(*self.documents.values())

    @functools.cached_property
    def campaigns(self) -> frozenset[str]:
        """The names of the campaigns."""
        return frozenset(identity.removeprefix("campaigns/") for identity in self.documents["campaign"])

    @functools.cached_property
    def units(self) -> frozenset[str]:
        """The names of the units."""
        return frozenset({*self.catalog.brands, *self._broken_folders("posters/brands/")})

    @functools.cached_property
    def designs(self) -> frozenset[str]:
        """The names of the designs."""
        return frozenset({*self.catalog.designs, *self._broken_folders("posters/designs/")})

    def list_names(self) -> tuple[object, ...]:
        """Return all that the values of a document may name, and which of it has mistakes."""
        catalog = self.catalog
        groups = {name: carrier.group for name, carrier in catalog.carriers.items()}
        named = (self.documents, self.units, self.designs, [*catalog.topics], groups, catalog.pictures, [*catalog.languages])
        return (*named, catalog.settings, catalog.files, self.broken)

    def _broken_folders(self, parent: str) -> set[str]:
        return {path.split("/")[2] for path in self.broken if path.startswith(parent)}

    def unknown(
        self, at: tuple[str, tuple[int, int]], rule: str, value: str, legal: Collection[str], field: str, source: str = ""
    ) -> Iterator[Problem]:
        """Report ``value`` if it is not among ``legal``, which the data file ``source`` lists."""
        if value not in legal and source not in self.broken:
            names = sorted(legal) if isinstance(legal, frozenset) else list(legal)
            yield make_problem(*at, rule, value=value, legal=names, nearest=find_nearest(value, names), field=field)


def check_catalog(catalog: Catalog, files: Mapping[str, Parsed], broken: frozenset[str], known: Recall) -> tuple[Problem, ...]:
    """Return every mistake that shows only between files; ``broken`` are the files that have mistakes of their own.

    ``known`` is what was found out in builds before.
    """
    site = _Site(catalog, files, broken)
    names = known.ask("names", site.list_names(), object)
    problems: list[Problem] = [*_check_settings(site), *_check_designs(site), *_check_press_data(site), *_check_faces(site)]
    for entry in catalog.entries.values():
        problems.extend(entry.recall.ask("links", names, functools.partial(_list_wrong, site, entry)))
    problems.extend(
        (
            *check_activities(catalog),
            *check_faqs(catalog),
            *check_glossary(catalog, files.get(GLOSSARY_FILE), site.all_documents),
            *check_campaigns(catalog),
            *check_films(catalog, broken),
            *check_families(catalog),
            *check_checklists(catalog),
            *check_drills(catalog),
            *check_reports(catalog),
            *check_responsibilities(catalog),
            *check_works(catalog, broken),
            *check_bodies(catalog),
            *_check_addresses(site),
        )
    )
    return tuple(problems)


def _check_settings(site: _Site) -> Iterator[Problem]:
    settings = site.catalog.settings
    at = (settings.path, settings.campaign_position)
    yield from site.unknown(at, "campaign-unknown", settings.campaign, site.campaigns, "extra campaign")
    at = (settings.path, settings.unit_position)
    yield from site.unknown(at, "unit-unknown", settings.unit, site.units, "extra unit")
    at = (settings.path, settings.languages_position)
    # A site speaks the languages that its interface is written in and that words may be in.
    spoken = [language for language in LANGUAGES if language in site.catalog.languages]
    for language in settings.languages:
        yield from site.unknown(at, "language-unknown", language, spoken, "extra languages", LANGUAGES_FILE)


def _check_addresses(site: _Site) -> Iterator[Problem]:
    """Check that every published address, and every one that moved, leads to a page."""
    catalog, ids = site.catalog, list_ids(site.all_documents, site.designs, site.units)
    if moved := site.files.get(MOVES_FILE):
        yield from check_moves(catalog.settings, ids, moved)
    if catalog.record:
        yield from check_record(catalog.settings, ids, catalog.moves, site.files[RECORD_FILE], catalog.record)


def _check_designs(site: _Site) -> Iterator[Problem]:
    """Check designs against the carriers and faces they name."""
    catalog = site.catalog
    groups = dict.fromkeys(carrier.group for carrier in catalog.carriers.values())
    for name, design in catalog.designs.items():
        path = f"posters/designs/{name}/design.yml"
        drawing = f"posters/designs/{design.like or name}/design.typ"
        if not (catalog.settings.root / drawing).is_file():
            yield make_problem(drawing, (1, 1), "file-missing")
        for index, carrier in enumerate(design.carriers):
            at = (path, site.find(path, "carriers", index))
            legal = [*groups, *catalog.carriers]
            yield from site.unknown(at, "carrier-unknown", carrier, legal, "carriers", CARRIERS_FILE)
            fitting = [item for key, item in catalog.carriers.items() if carrier in {key, item.group} and item.has_room]
            for shape in dict.fromkeys(item.shape for item in fitting if item.shape not in design.slots):
                yield make_problem(*at, "slot-missing", shape=shape, value=carrier)
        for language in design.sample:
            at = (path, site.find(path, "sample", language))
            yield from site.unknown(at, "language-unknown", language, catalog.languages, "sample", LANGUAGES_FILE)
        if design.topic is not None:
            yield from site.unknown(
                (path, site.find(path, "topic")), "topic-unknown", design.topic, catalog.topics, "topic", TOPICS_FILE
            )
        for field, faces in (("words", design.words.faces), ("notes", design.notes.faces)):
            for index, face in enumerate(faces):
                at = (path, site.find(path, field, "faces", index))
                yield from site.unknown(at, "face-unknown", face, catalog.faces, f"{field} faces", FONTS_FILE)


def _check_press_data(site: _Site) -> Iterator[Problem]:
    """Check brands, topics and carriers against the files they name."""
    catalog = site.catalog
    yield from check_brands(catalog, site.files, site.units, site.unknown)
    for name, topic in catalog.topics.items():
        at = (TOPICS_FILE, site.find(TOPICS_FILE, name, "picture"))
        yield from site.unknown(at, "picture-unknown", topic.picture, catalog.pictures, f"{name} picture")
    yield from _check_carriers(site)


def _check_carriers(site: _Site) -> Iterator[Problem]:
    """Check carriers: room for a sheet, files of their size, another carrier they look like."""
    catalog = site.catalog
    for name, carrier in catalog.carriers.items():
        if not carrier.has_room:
            yield make_problem(CARRIERS_FILE, site.find(CARRIERS_FILE, name, "zones"), "zones-no-room", value=name)
        for index, form in enumerate(carrier.files):
            if not carrier.takes(form):
                fitting = [other for other in get_args(Form) if carrier.takes(other)]
                at = (CARRIERS_FILE, site.find(CARRIERS_FILE, name, "files", index))
                yield make_problem(*at, "form-size", value=form, carrier=name, legal=fitting)
        if carrier.looks_like is not None:
            at = (CARRIERS_FILE, site.find(CARRIERS_FILE, name, "looks_like"))
            yield from site.unknown(
                at, "carrier-unknown", carrier.looks_like, catalog.carriers, f"{name} looks_like", CARRIERS_FILE
            )


def _check_faces(site: _Site) -> Iterator[Problem]:
    """Check the font files, and the faces that languages bring."""
    catalog = site.catalog
    for name, face in catalog.faces.items():
        if not face.is_here and not site.files[FONTS_FILE].values[name].get("fetch"):
            yield make_problem(FONTS_FILE, site.find(FONTS_FILE, name, "file"), "font-missing", face=name)
    for name, language in catalog.languages.items():
        for manner, faces in language.faces.items():
            for index, item in enumerate(faces):
                at = (LANGUAGES_FILE, site.find(LANGUAGES_FILE, name, "faces", manner, index))
                yield from site.unknown(at, "face-unknown", item, catalog.faces, f"{name} faces {manner}", FONTS_FILE)


def _list_wrong(site: _Site, entry: Entry) -> tuple[Problem, ...]:
    return tuple(_check_entry(site, entry))


def _check_entry(site: _Site, entry: Entry) -> Iterator[Problem]:
    catalog, fields, parsed = site.catalog, entry.fields, entry.parsed

    def known(field: str, rule: str, legal: Collection[str], source: str = "") -> Iterator[Problem]:
        value = getattr(fields, field, None)
        values: Sequence[Any] = value if isinstance(value, tuple) else () if value is None else (value,)
        for index, item in enumerate(values):
            if item in legal:
                continue
            place: Path = (field, index) if isinstance(value, tuple) else (field,)
            yield from site.unknown((entry.path, parsed.find(place)), rule, item, legal, field, source)

    groups = dict.fromkeys(carrier.group for carrier in catalog.carriers.values())
    yield from known("campaign", "campaign-unknown", site.campaigns)
    yield from known("topics", "topic-unknown", catalog.topics, TOPICS_FILE)
    yield from known("unit", "unit-unknown", site.units)
    yield from _check_design(site, entry)
    yield from known("carriers", "carrier-unknown", (*groups, *catalog.carriers), CARRIERS_FILE)
    yield from known("picture", "picture-unknown", catalog.pictures)
    yield from known("see", "see-unknown", site.all_documents)
    yield from known("supersedes", "supersedes-unknown", site.documents["notice"])
    yield from known("activities", "activity-unknown", site.documents["activity"])
    yield from _check_fields(site, entry)
    for path, its in entry.files:
        yield from check_links(catalog.settings, site.all_documents, path, its.body, its.body_line)


def _check_design(site: _Site, entry: Entry) -> Iterator[Problem]:
    """Check the design of a slogan, which may be one a language, and of a campaign."""
    design = getattr(entry.fields, "design", None)
    for language, name in design.items() if isinstance(design, dict) else [("", design)] if design else []:
        place = ("design", language) if language else ("design",)
        yield from site.unknown((entry.path, entry.parsed.find(place)), "design-unknown", name, site.designs, "design")


def _check_fields(site: _Site, entry: Entry) -> Iterator[Problem]:
    """Check the values of one document that depend on others or on files."""
    fields, parsed, root = entry.fields, entry.parsed, site.catalog.settings.root

    yield from check_dates(entry)
    articles, find_file = site.documents["knowledge"] | site.documents["lesson"], functools.partial(check_file, root, site.broken)
    yield from check_board(entry, site.unknown, articles, site.catalog.settings.languages)
    yield from check_quiz(entry, site.unknown, articles, site.catalog.pictures, find_file)
    field = "text" if isinstance(fields, Slogan) else "theme"
    for language in getattr(fields, field, ()):
        at = (entry.path, parsed.keys.get((field, language), parsed.find((field,))))
        yield from site.unknown(at, "language-unknown", language, site.catalog.languages, field, LANGUAGES_FILE)
    for index, language in enumerate(fields.together if isinstance(fields, Slogan) else ()):
        at = (entry.path, parsed.find(("together", index)))
        yield from site.unknown(at, "language-unknown", language, list(getattr(fields, "text", {})), "together")
    if isinstance(fields, Slogan) and entry.id.count("/") > 1:
        yield make_problem(entry.path, (1, 1), "slogan-folder", name=f"slogans/{entry.name}.md")
    if isinstance(fields, Slogan) and fields.photo:
        at = (entry.path, parsed.find(("photo", "file")))
        yield from check_file(root, site.broken, at, "photo", fields.photo.file)
    for index, file in enumerate(fields.attachments if isinstance(fields, Notice) else ()):
        yield from check_file(root, site.broken, (entry.path, parsed.find(("attachments", index))), "attachment", file)
    if isinstance(fields, Lesson) and fields.basis == "public-report" and not fields.source:
        yield make_problem(entry.path, parsed.find(("basis",)), "source-missing")
