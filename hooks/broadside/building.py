"""A configuration file -> the whole site, ready for any generator: checked, printed, every page and file of it."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from broadside.catalog import Catalog
from broadside.catalog.addresses import RECORD_FILE, write_record
from broadside.catalog.films import list_film_hosts
from broadside.checking import check_site, gather_site
from broadside.clock import read_today
from broadside.editions import ARCHIVES, FOLDER, Copy, list_editions, list_pieces, pack_edition, reprint, write_edition
from broadside.keeping import group_pages, hash_frame, list_around, list_samples, name_page
from broadside.pages import SECTION_NAMES, SheetFile, Shelf, SitePage, fill_shelf, list_files, make_pages
from broadside.pages.anchors import pair_anchors
from broadside.pages.assets import Asset, list_assets
from broadside.pages.bodies import clean_heading, clean_page, limit_page
from broadside.pages.coverage import make_coverage_files
from broadside.pages.diaries import make_diaries
from broadside.pages.feeds import Feed, list_feeds, write_feed
from broadside.pages.finding import extract_found
from broadside.pages.forge import Edit, list_edits
from broadside.pages.glossary import mark_terms
from broadside.pages.inventory import make_inventory
from broadside.pages.look import quote_css
from broadside.pages.machines import make_robots, write_sitemap
from broadside.pages.markup import audit_tags, mend_markup
from broadside.pages.notices import list_attachments, name_attachment
from broadside.pages.paperfiles import list_paper_files
from broadside.pages.policy import read_scripts, write_policy
from broadside.pages.quizzes import list_drawings
from broadside.pages.redirects import make_redirects
from broadside.pages.sharing import Sharing, find_screens, make_sharing
from broadside.pages.templates import Compiled, fit_templates
from broadside.pages.values import Picture, TextFile
from broadside.pages.works import list_small_pictures, measure_works
from broadside.press.running import Progress
from broadside.press.said import Said
from broadside.printing import locate_store, print_all, print_site
from broadside.problems import ContentMistakes, Problem, format_text
from broadside.recalling import Recall, know_files
from broadside.search import Extract
from broadside.sheets import list_kit_sheets, plan_samples
from broadside.store import AddressError, word_full_disk
from broadside.texts import reader_language

__all__ = [
    "AddressError",
    "Compiled",
    "ContentMistakes",
    "Extract",
    "Progress",
    "Recall",
    "Site",
    "SitePage",
    "audit_tags",
    "check_site",
    "clean_heading",
    "clean_page",
    "extract_found",
    "find_edition",
    "fit_templates",
    "format_text",
    "group_pages",
    "know_files",
    "limit_page",
    "list_film_hosts",
    "list_samples",
    "locate_store",
    "make_site",
    "mark_terms",
    "mend_markup",
    "pair_anchors",
    "print_site",
    "publish_edition",
    "read_scripts",
    "read_today",
    "reader_language",
    "record_addresses",
    "word_full_disk",
    "write_policy",
]


@dataclass(frozen=True)
class Site:
    """Every page and file of a checked and printed site."""

    catalog: Catalog
    shelf: Shelf
    pages: tuple[SitePage, ...]
    files: tuple[SheetFile, ...]
    assets: Mapping[str, Asset]
    """The files that stand beside documents, by their addresses; nothing else of ``docs/`` is published."""
    ground: str
    """The hash of posters and settings, of the program and its libraries."""
    warnings: tuple[Problem, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The site's languages, the default first."""
        return self.shelf.languages

    def texts(self, language: str) -> Mapping[str, Any]:
        """Return the words of the interface in ``language``."""
        return self.shelf.texts(language)

    def quote_css(self, words: str) -> str:
        """Return ``words`` as a string of CSS, for a template: the margin of a printed page."""
        return quote_css(words)

    def join(self, key: str) -> Any:
        """Return words of the interface in all of the site's languages, for a page that has none; a list item by item."""
        said = [self.texts(language)[key] for language in self.languages]
        return [" · ".join(words) for words in zip(*said, strict=True)] if isinstance(said[0], list) else " · ".join(said)

    def say_name(self, language: str) -> str:
        """Return the site's name in ``language``: the name of the unit that runs it."""
        return self.catalog.say_name(language)

    def list_tabs(self, language: str) -> tuple[str, ...]:
        """Return the files of the pages in the navigation of ``language``: home, then the sections."""
        return tuple(self._find_index(section, language) for section in ("", *SECTION_NAMES))

    def find_parent(self, page: SitePage) -> str:
        """Return the file of the page that ``page`` belongs under: its section's, else the home page."""
        return self._find_index(page.section, page.language)

    def list_edits(self, page: SitePage) -> tuple[Edit, ...]:
        """Return the links of ``page`` to where the site's files are kept."""
        return list_edits(self.shelf, page)

    @functools.cached_property
    def feeds(self) -> tuple[Feed, ...]:
        """The feeds in every language."""
        return self.shelf.ask(
            "feeds", lambda: tuple(feed for language in self.languages for feed in list_feeds(self.shelf, language))
        )

    def share(self, page: SitePage) -> Sharing:
        """Return how ``page`` shows when it is shared."""
        return make_sharing(self.shelf, page, self._screens)

    @functools.cached_property
    def _screens(self) -> Mapping[str, Picture | None]:
        return find_screens(self.shelf)

    @property
    def sitemap(self) -> str:
        """The map of the site as XML."""
        return self.shelf.ask("sitemap", functools.partial(write_sitemap, self.shelf, self.pages))

    def name_groups(self, groups: Mapping[str, Sequence[SitePage]], folders: Iterable[Path], policy: str) -> Mapping[str, str]:
        """Return the key of each group of pages, empty where it has none.

        ``folders`` are those of the theme, ``policy`` is what pages may load.
        """
        by_uri = {page.uri: page for page in self.pages}
        tabs = (by_uri[uri] for language in self.languages for uri in self.list_tabs(language) if uri in by_uri)
        offered = [feed for its in self._feeds_of_sections.values() for feed in its]
        frame = hash_frame(self.shelf, self.ground, tabs, offered, folders, policy)
        named = {}
        for name, pages in groups.items():
            keys = [
                page.recall.ask("key", (frame, self.shelf.around), functools.partial(self._name_page, frame, page))
                for page in pages
            ]
            named[name] = " ".join(keys) if all(keys) else ""
        return named

    def _name_page(self, frame: str, page: SitePage) -> str:
        return name_page(self.shelf, frame, page, self.share(page), self.list_edits(page))

    def offer_feeds(self, page: SitePage) -> tuple[Feed, ...]:
        """Return the feeds that ``page`` names in its head: its section's; a page of no section names all sections'."""
        its = self._feeds_of_sections.get(page.language, ())
        return tuple(feed for feed in its if feed.section == (page.section or feed.section))

    @functools.cached_property
    def _feeds_of_sections(self) -> Mapping[str, tuple[Feed, ...]]:
        """The feeds that are of no unit, by language: a page asks for them, and there may be a thousand units."""
        return {
            language: tuple(feed for feed in self.feeds if feed.language == language and feed.section)
            for language in self.languages
        }

    def list_texts(self) -> tuple[TextFile, ...]:
        """Return the site's files of text: redirects, feeds, and what is made for machines."""
        return self.shelf.ask("texts", lambda: tuple(self._make_texts()), self.catalog.moves)

    def _make_texts(self) -> Iterator[TextFile]:
        yield from make_redirects(self.shelf)
        for feed in self.feeds:
            yield TextFile(feed.address, write_feed(self.shelf, feed))
        yield from make_diaries(self.shelf)
        yield from make_coverage_files(self.shelf)
        yield from make_robots(self.shelf)
        yield from make_inventory(self.shelf)

    def _find_index(self, section: str, language: str) -> str:
        return self.catalog.address(f"{section}/index".lstrip("/"), language) + "index.md"


def make_site(
    config: Path, *, press: bool = True, report: Callable[[Progress], None] = lambda _: None, known: Recall | None = None
) -> Site:
    """Check, print and lay out the whole site; with ``press`` off it has no sheets.

    ``known`` is what the builds before found out, and learns what this one does. Raises
    :class:`~broadside.problems.ContentMistakes`; nothing is printed then.
    """
    said = None if known is None else known.ask("press", (), Said)
    known = known or Recall()
    gathered = gather_site(config, known=known)
    gathered.raise_mistakes()
    catalog, sheets = gathered.catalog, gathered.sheets
    photos = [photo for entry in catalog.of_kind("slogan") if (photo := getattr(entry.fields, "photo", None))]
    given = (gathered.ground, dict(catalog.brands), photos)
    samples, faults = known.ask("samples", given, functools.partial(plan_samples, catalog))
    if faults:
        raise ContentMistakes(faults)
    kits = list_kit_sheets(catalog, sheets)
    printed, papers = print_all(catalog, (*sheets, *samples, *kits), report, said=said) if press else ((), {})
    shared, all_shared = len(sheets), len(sheets) + len(samples)
    assets = list_assets(catalog.settings.root, catalog.files, locate_store(catalog.settings.root), known)
    sizes = read_sizes(catalog, assets)
    shelf = fill_shelf(
        catalog,
        printed[:shared],
        printed[shared:all_shared],
        papers,
        read_today(),
        sizes,
        list_editions(catalog.settings.root),
        printed[all_shared:],
    )
    around = list_around(shelf, gathered.ground, measure_works(catalog, known))
    shelf = dataclasses.replace(shelf, around=known.ask("shelf", around, object), recall=known)
    pages = tuple(make_pages(shelf))
    return Site(
        catalog,
        shelf,
        pages,
        (
            *list_files(shelf),
            *list_paper_files(shelf),
            *list_drawings(shelf),
            *list_small_pictures(shelf, locate_store(catalog.settings.root)),
        ),
        assets,
        gathered.ground,
        gathered.problems,
    )


def record_addresses(config: Path) -> Path:
    """Add the addresses of today's pages to the record of those published; returns the record's file.

    Raises :class:`~broadside.problems.ContentMistakes`, also where a recorded address leads nowhere any more.
    """
    catalog, _ = check_site(config)
    record = catalog.settings.root / RECORD_FILE
    record.write_text(write_record(catalog), "utf-8")
    return record


def read_sizes(catalog: Catalog, assets: Mapping[str, Asset]) -> Mapping[str, int]:
    """Return the sizes in bytes of the files that stand beside notices, by their addresses."""
    addresses = (name_attachment(entry, file) for entry in catalog.of_kind("notice") for file in list_attachments(entry))
    return {address: assets[address].file.stat().st_size for address in addresses}


def publish_edition(config: Path, name: str) -> tuple[Path, Path]:
    """Print the whole site's sheets and papers and record them as an edition; returns its record and its archive.

    Raises :class:`~broadside.problems.ContentMistakes`.
    """
    catalog, sheets = check_site(config)
    printed, papers = print_all(catalog, sheets)
    pieces = list_pieces(printed, (each for its in papers.values() for each in its))
    root = catalog.settings.root
    record, archive = root / FOLDER / f"{name}.yml", locate_store(root).root.parent / ARCHIVES / f"{name}.zip"
    pack_edition(archive, pieces)
    record.parent.mkdir(exist_ok=True)
    record.write_text(write_edition(name, read_today(), pieces), "utf-8")
    return record, archive


def find_edition(config: Path, sheet: str, edition: str) -> tuple[Copy, ...]:
    """Return the files of a sheet or a paper as an edition has them, whatever the content and the designs say now."""
    root = config.resolve().parent
    return reprint(root, locate_store(root), sheet, edition)
