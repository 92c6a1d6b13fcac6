"""What ends or delays a build -> words for who waits for it: the generator's own end without a traceback, a line on a terminal."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

import broadside.building as bs

log = logging.getLogger("mkdocs.hooks.broadside")


@contextmanager
def wording(config: MkDocsConfig) -> Iterator[None]:
    """End the build in words for what no program can mend: mistakes of content, a store that cannot be opened, a full disk."""
    try:
        yield
    except bs.ContentMistakes as mistakes:
        raise Abort("\n" + bs.format_text(mistakes.problems, bs.reader_language(os.environ))) from mistakes
    except bs.AddressError as error:
        raise Abort(f"\n{error}") from error
    except OSError as error:
        store = bs.locate_store(Path(config.config_file_path).parent).root
        if (words := bs.word_full_disk(error, store, bs.reader_language(os.environ))) is None:
            raise
        raise Abort(f"\n{words}") from error


def report(progress: bs.Progress) -> None:
    """Show on one line of a terminal how far the press is; in a log, now and then and at the end."""
    said = progress.say(bs.reader_language(os.environ))
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{said}\x1b[K" + ("\n" if progress.is_end else ""))
        sys.stderr.flush()
    elif progress.is_landmark:
        log.info(said)
