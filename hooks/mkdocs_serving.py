"""The generator's live preview -> one that goes on after a mistake, hears of changes, and leaves alone what stands."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mkdocs import utils
from mkdocs.commands import build as generator
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, get_files, set_exclusions

import broadside.building as bs
from broadside.placing import NOTHING, Placed
from broadside.watching import Watcher
from mkdocs_pages import Group

log = logging.getLogger("mkdocs.hooks.broadside")


@dataclass(frozen=True)
class Stood:
    """A group of pages that stands: what making it told, and the generator's files."""

    told: Group[bs.Extract | None]
    files: tuple[File, ...]


@dataclass
class Kept:
    """What one build of a live preview leaves to the next: what is known of files that stay, and what making pages told."""

    known: bs.Recall = field(default_factory=bs.Recall)
    groups: dict[str, Stood] = field(default_factory=dict)
    placed: Placed = NOTHING
    compiled: bs.Compiled = field(default_factory=bs.Compiled)


def go_on(server: LiveReloadServer) -> None:
    """Let the preview go on after a mistake: the message stands in the terminal, the last good site stays up."""
    build = server.builder

    def build_or_say() -> None:
        try:
            build()
        except Abort as stopped:
            if stopped.__cause__ is None:  # the generator's own end; ours say why
                raise
            log.error(str(stopped))  # noqa: TRY400  the program has no fault: no traceback

    server.builder = build_or_say


def hear_at_once(server: LiveReloadServer, paths: Iterable[str]) -> None:
    """Let the system tell of changes; ``paths`` are those that the server may watch already, the others it asks for later."""
    again = []
    for path in paths:
        try:
            server.unwatch(path)
        except KeyError:
            continue
        again.append(path)
    server.observer = Watcher(server.observer)  # type: ignore[assignment]  # all that the server asks of it, it has
    for path in again:
        server.watch(path)


def keep_site() -> None:
    """Leave the site's folder as it is when the generator, which is about to, would empty it."""
    emptying = utils.clean_directory

    def leave(directory: str) -> None:
        del directory
        utils.clean_directory = emptying

    utils.clean_directory = leave


def find_assets(addresses: Sequence[str]) -> None:
    """Let the generator find these files alone when it looks for all under ``docs/``: the others it would be told to forget."""

    def find(config: MkDocsConfig) -> Files:
        vars(generator)["get_files"] = get_files
        found = [File(each, config.docs_dir, config.site_dir, use_directory_urls=config.use_directory_urls) for each in addresses]
        set_exclusions(found, config)
        return Files(found)

    vars(generator)["get_files"] = find
