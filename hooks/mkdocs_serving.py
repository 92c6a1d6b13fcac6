"""The generator's live preview -> one that goes on after a mistake, hears of changes, and leaves alone what stands."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs import utils
from mkdocs.commands import build as generator
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, get_files, set_exclusions

import broadside.building as bs
from broadside.marks import Mark, make_mark
from broadside.placing import NOTHING, Placed
from broadside.watching import Watcher
from mkdocs_pages import Group

log = logging.getLogger("mkdocs.hooks.broadside")
Copied = tuple[str, Mark]
"""A file that was copied into the site, and its mark then."""


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
    copied: Mapping[str, Copied] = field(default_factory=dict)


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


def spare_copies(files: Files, kept: Kept, root: Path) -> tuple[set[str], dict[str, Copied]]:
    """Leave the copies that stand in the site's folder as the generator made them of what is still the same.

    Returns their addresses, and by their addresses what will have been copied when the build ends.
    """
    clock_ns, sources = bs.know_files(root, kept.known).clock_ns, dict[str, list[File]]()
    for file in files:
        if file.abs_src_path is not None and not file.is_documentation_page():
            sources.setdefault(file.dest_uri, []).append(file)
    spared, copied = set[str](), dict[str, Copied]()
    for address, its in sources.items():
        source = str(its[0].abs_src_path)
        if any(each.abs_src_path != source for each in its):
            continue
        mark = make_mark(os.stat(source))  # noqa: PTH116  there may be thousands
        if kept.copied.get(address) == (source, mark) and _stands(kept.placed, address, its[0].abs_dest_path):
            spared.add(address)
            for each in its:
                vars(each)["copy_file"] = _leave
        if mark.last_ns < clock_ns:
            copied[address] = (source, mark)
    return spared, copied


def _stands(placed: Placed, address: str, path: str) -> bool:
    try:
        return address in placed.hashes and placed.hashes[address][0] == make_mark(os.stat(path))  # noqa: PTH116  as above
    except OSError:
        return False


def _leave(dirty: bool = False) -> None:  # noqa: FBT001, FBT002  the generator's call
    del dirty
