"""What a command answers: mistakes in a format, a refusal in the reader's words, the names of files it hands out."""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from broadside.catalog import read_settings
from broadside.problems import ContentMistakes, Problem, format_github, format_text
from broadside.texts import read_texts

FORMATS = ("text", "github", "gitlab", "sarif")
EXPLAINED_MAX = 5
"""Our choice: the most rules that the last line names, so that it stays one line of a terminal."""
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")

if TYPE_CHECKING:
    from broadside.press.pacing import Progress

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  the library has no public name for it


class Refusal(Exception):  # noqa: N818  it is an answer, not a fault of the program
    """What a command cannot do: a key of ``cli`` in texts/, and the facts of that sentence."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason, self.facts = reason, facts


def say_refusal(refusal: Refusal, language: str) -> str:
    """Return a refusal in words."""
    return str(read_texts(language)["cli"][refusal.reason]).format(**refusal.facts)


def word_mistakes(problems: Sequence[Problem], options: argparse.Namespace, language: str) -> str:
    """Write mistakes and warnings in the format that was asked for."""
    if options.format == "text":
        rules = [*dict.fromkeys(problem.rule for problem in problems)][:EXPLAINED_MAX]
        more = f"\n{read_texts(language)['cli']['more'].format(rules=' '.join(rules))}" if rules else ""
        return f"{format_text(problems, language)}{more}"
    if options.format == "github":
        return format_github(problems, language)
    from broadside.reports import format_gitlab, format_sarif  # noqa: PLC0415  who reads in a terminal does not wait for them

    if options.format == "gitlab":
        return format_gitlab(problems, language)
    return format_sarif(problems, language, _find_pages(options.config, language))


def _find_pages(config: Path, language: str) -> str:
    """Return the address below which the site has its pages in ``language``; nothing where its configuration has mistakes."""
    try:
        settings = read_settings(config)
    except ContentMistakes:
        return ""
    return settings.site_url + (f"{language}/" if language in settings.languages[1:] else "")


def show_progress(language: str, progress: Progress) -> None:
    """Show on one line of a terminal how far the press is; in a log, now and then and at the end."""
    if sys.stderr.isatty():
        print(f"\r{progress.say(language)}\x1b[K", end="\n" if progress.is_end else "", file=sys.stderr, flush=True)
    elif progress.is_landmark:
        print(progress.say(language), file=sys.stderr, flush=True)


def hand_out(files: Iterable[tuple[str, Path]], folder: Path | None) -> None:
    """Copy files into ``folder`` and name them; without one, name their places in the store."""
    for name, file in files:
        if folder:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, folder / name)
        print(folder / name if folder else file)
