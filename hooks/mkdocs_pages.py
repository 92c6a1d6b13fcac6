"""The generator's pages -> their files, made on every processor; and of each page what the site's other parts must know of it.

The generator makes one page after another. Here it finds no page to make (:func:`take_pages`), and its own two steps, reading a
page and building it, are run where it would have begun to build, on processes that are forks of this one: they know all that it
knows, and nothing has to be sent to them.
"""

from __future__ import annotations

import concurrent.futures
import functools
import gc
import itertools
import logging
import logging.handlers
import multiprocessing
import os
import re
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

import jinja2
import markdown
from mkdocs.commands import build as generator
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure import pages
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import broadside.building as bs
from broadside.sanitising.rendering import quicken_markdown
from mkdocs_words import wording

T = TypeVar("T")
FEW = 40
"""Our choice: so few pages are made here; a fork costs a tenth of a second, and as much again what it writes to its memory."""
PLAIN = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*/", re.ASCII)
BASE = re.compile(r"https?://[^/?#\s]+(?:/[\w-]+)*/?", re.ASCII)
"""Addresses that stay as they are where they are joined to another, and what they are joined to (RFC 3986, 5.2)."""
TOGETHER = 8
"""Our choice: groups of pages that a process takes at once; few enough that none waits long for the last."""
ALONE = re.compile(r"(.*/)?mkdocs_events\.py|material\.plugins\.(search|privacy)\..*")
"""The modules whose page events keep nothing between pages that this site uses. Where there are others, they see all pages in one
process, in order."""
AUDIT = "material.plugins.privacy.plugin"
"""The module of the theme's audit."""
PAGE_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")


@dataclass(frozen=True)
class Made(Generic[T]):
    """What making a page told: its anchors, its links to anchors as (file, anchor, as written), and what it was asked for."""

    uri: str
    anchors: frozenset[str]
    links: tuple[tuple[str, str, str], ...]
    told: T


Group = tuple[Made[T], ...]
"""What making a document's pages told, one in each language."""


@dataclass(frozen=True)
class _Fault:
    """What ended the making of a page, and why: an exception's own cause does not reach another process."""

    error: Abort
    cause: BaseException | None


@dataclass(frozen=True)
class Work(Generic[T]):
    """What is to be made, and what it is made with.

    ``groups`` are the pages to make, each group on one process; ``taken`` all pages of the site. ``tell`` is asked of each page
    when it stands.
    """

    groups: Sequence[Sequence[File]]
    taken: Sequence[File]
    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: jinja2.Environment
    tell: Callable[[Page], T]


_WORK: ContextVar[Work[Any]] = ContextVar("work")
"""What a process that was forked to make pages makes; nowhere else is it set."""


def take_pages(files: Files) -> list[File]:
    """Take the documents out of ``files`` and return them: the generator then makes none of them."""
    taken = [*files.documentation_pages()]
    for file in taken:
        files.remove(file)
    return taken


class PlainPage(Page):
    """A page whose own address is joined to the site's at once, where it is made of plain words: so is each of ours."""

    def _set_canonical_url(self, base: str | None) -> None:
        url = self.url
        if not base or not BASE.fullmatch(base) or not PLAIN.fullmatch(url):
            super()._set_canonical_url(base)
            return
        base = base if base.endswith("/") else base + "/"
        self.canonical_url, self.abs_url = base + url, urlsplit(base).path + url


class Renderer:
    """The Markdown library set up once: the generator sets it up anew for each page, which is a third of rendering it."""

    def __init__(self) -> None:
        self._ready: markdown.Markdown | None = None

    def Markdown(self, **settings: Any) -> markdown.Markdown:  # noqa: N802  it stands where the generator looks for the class
        """Return the one object, with nothing of the page before in it."""
        if self._ready is None:
            self._ready = quicken_markdown(markdown.Markdown(**settings))
        self._ready.reset()
        return self._ready

    @contextmanager
    def lend(self) -> Iterator[None]:
        """Let the generator find it where it looks for the library."""
        vars(pages)["markdown"] = self
        try:
            yield
        finally:
            vars(pages)["markdown"] = markdown


class SitedPage(PlainPage):
    """A page whose Markdown may take so long and no longer; Material and the generator see a page as any other."""

    ours: bs.SitePage
    renderer: Renderer

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render its Markdown; what takes minutes ends the build, and names the page."""
        with wording(config), bs.limit_page(self.ours), self.renderer.lend():
            super().render(config, files)


def make_pages(work: Work[T], kept: Sequence[Group[T]] = (), samples: int = 0) -> Iterator[Group[T]]:
    """Make pages: of a group all are read before the first is built. What ``kept`` and the groups told comes in this order.

    ``kept`` are the groups whose files stand already: only the links between pages are looked at. The first ``samples`` groups are
    made here: what is read and compiled for them, the other processes then have. What those log is logged here, in order too.
    """
    config, files = work.config, work.files
    shorten_audit(config)
    for file in work.taken:
        files.append(file)
    processes = count_processes(config, sum(map(len, work.groups)))
    here = range(samples if processes > 1 else len(work.groups))
    found = (tuple(_make(work, number)) for number in here)
    made: dict[str, Made[T]] = {}
    try:
        for group in itertools.chain(kept, found, _make_apart(work, range(len(here), len(work.groups)), processes)):
            made |= {each.uri: each for each in group}
            yield group
        validate_links([made[file.src_uri] for file in work.taken if file.src_uri in made], files, config)
    finally:
        for file in work.taken:
            files.remove(file)


def validate_links(made: Collection[Made[T]], files: Files, config: MkDocsConfig) -> None:
    """Have the generator say which links lead to a place that a page does not have; it is asked of pages with such links alone."""
    anchors = {each.uri: each.anchors for each in made}
    for each in made:
        page = files.src_uris[each.uri].page
        if page is not None and any(anchor not in anchors.get(uri, (anchor,)) for uri, anchor, _ in each.links):
            page.links_to_anchors = _sort_links(each, files)
            for file in page.links_to_anchors:
                if file.page is not None:
                    file.page.present_anchor_ids = set(anchors[file.src_uri]) if file.src_uri in anchors else None
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)


def shorten_audit(config: MkDocsConfig) -> None:
    """Let the theme's audit of what a page fetches read the tags that have a whole address in them, and not every page whole."""
    methods = config.plugins.events["post_page"]
    for place, method in enumerate(methods):
        if getattr(method, "__module__", "") == AUDIT and not hasattr(method, "__wrapped__"):
            methods[place] = _shorten(method)


def _shorten(method: Callable[..., str]) -> Callable[..., str]:
    """Return the audit's event: its name and its module are those of the method behind it."""

    @functools.wraps(method)
    def audit(html: str, /, *, page: Page, config: MkDocsConfig) -> str:
        return bs.audit_tags(html, config.site_url or "", lambda tag: method(tag, page=page, config=config))

    return audit


def count_processes(config: MkDocsConfig, pages: int) -> int:
    """Return on how many processes pages are made: one where forking is not safe, or where a plugin must see all pages."""
    if pages <= FEW or sys.platform != "linux":  # elsewhere libraries of the system do not survive a fork
        return 1
    for event in PAGE_EVENTS:
        owners = (getattr(method, "__module__", "") for method in config.plugins.events.get(event, ()))
        if not all(map(ALONE.fullmatch, owners)):
            return 1
    return len(os.sched_getaffinity(0))


def _make_apart(work: Work[T], numbers: Sequence[int], processes: int) -> Iterator[Group[T]]:
    """Make the groups of these numbers on processes of their own."""
    if not numbers:
        return
    context = multiprocessing.get_context("fork")
    gc.collect()
    gc.freeze()  # what the collector never looks at again stays shared between the processes
    try:
        with concurrent.futures.ProcessPoolExecutor(processes, context, _begin, (work,)) as pool:
            for made, records, fault in pool.map(_make_here, numbers, chunksize=TOGETHER):
                for record in records:
                    logging.getLogger(record.name).handle(record)
                if fault is not None:
                    raise fault.error from fault.cause
                yield made
    finally:
        gc.unfreeze()


def _begin(work: Work[T]) -> None:
    """Begin a process: tell it what there is to make."""
    _WORK.set(work)


def _make_here(number: int) -> tuple[Group[Any], list[logging.LogRecord], _Fault | None]:
    """Make a group on a process that was forked for it; returns what it told, what was logged, and what ended it early."""
    work, logger = _WORK.get(), logging.getLogger(generator.__name__.partition(".")[0])
    records, fault = _Records(), None
    made: Group[Any] = ()
    logger.handlers, logger.propagate = [records], False
    try:
        made = tuple(_make(work, number))
    except Abort as error:
        fault = _Fault(error, error.__cause__)
    for file in work.groups[number]:
        file.page = None  # this process needs it no more, and has thousands of them
    return made, records.found, fault


class _Records(logging.handlers.QueueHandler):
    """Keeps what is logged, in a form that can be sent to another process."""

    def __init__(self) -> None:
        super().__init__(None)  # type: ignore[arg-type]  # nothing is queued
        self.found: list[logging.LogRecord] = []

    def enqueue(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.found.append(record)


def _make(work: Work[T], number: int) -> Iterator[Made[T]]:
    """Read all pages of a group, then build each."""
    here = [file.page for file in work.groups[number] if file.page is not None]
    for page in here:
        generator._populate_page(page, work.config, work.files)  # noqa: SLF001  the generator's own step: what it does is not ours to say again
    for page in here:
        generator._build_page(page, work.config, work.taken, work.nav, work.env)  # noqa: SLF001  as above
        links = page.links_to_anchors or {}
        yield Made(
            page.file.src_uri,
            frozenset(page.present_anchor_ids or ()),
            tuple((file.src_uri, anchor, said) for file, its in links.items() for anchor, said in its.items()),
            work.tell(page),
        )


def _sort_links(made: Made[T], files: Files) -> dict[File, dict[str, str]]:
    """Return a page's links to anchors as the generator keeps them: by the file that each leads to."""
    links: dict[File, dict[str, str]] = {}
    for uri, anchor, said in made.links:
        if (file := files.src_uris.get(uri)) is not None:
            links.setdefault(file, {})[anchor] = said
    return links
