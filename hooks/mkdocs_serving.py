"""The generator's live preview -> one that goes on after a mistake, and hears of a change from the system."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from broadside.watching import Watcher

log = logging.getLogger("mkdocs.hooks.broadside")


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
