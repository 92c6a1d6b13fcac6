"""The command ``new``: a document begun where it belongs, with what is left to fill in."""

from __future__ import annotations

import argparse
import datetime
import os
import shlex
import subprocess
from typing import TYPE_CHECKING

from broadside.catalog import gather_catalog, read_settings
from broadside.checking import check_site
from broadside.cli import repeating
from broadside.cli.answers import NAME, Refusal
from broadside.clock import read_today
from broadside.kinds import MAKES
from broadside.problems import ContentMistakes
from broadside.texts import read_texts

if TYPE_CHECKING:
    from broadside.cli.answers import Commands


def add_commands(commands: Commands) -> None:
    """Add the command to the parser."""
    drafting = commands.add_parser("new", help="begin a document: right folder, right name, its fields explained")
    drafting.add_argument("kind", choices=MAKES, help="what it is")
    drafting.add_argument("words", nargs="?", default="", help='a slogan\'s words, else the title, such as "Hard hats on"')
    drafting.add_argument("--name", help="the file's name, such as hard-hats-on (made from the words)")
    drafting.add_argument(
        "--in", dest="languages", metavar="LANGUAGE", action="append", default=[], help="begin this language too; may be repeated"
    )
    drafting.add_argument("--edit", action="store_true", help="open it in the editor that VISUAL or EDITOR names")
    drafting.add_argument(
        "--from", dest="source", metavar="CAMPAIGN", help="campaign: begin one again, by its name or its year, such as 2026"
    )
    drafting.add_argument("--starts", type=datetime.date.fromisoformat, metavar="DAY", help="with --from: its first day")
    drafting.add_argument("--activities", action="store_true", help="with --from: begin its activities again too")
    drafting.set_defaults(run=begin)


def begin(options: argparse.Namespace, language: str) -> None:
    """Write the files of a new document, name them, and say what is left to fill in."""
    from broadside.drafts import FileIsThereError, NoNameError, Wanted, lay_files, make_drafts  # noqa: PLC0415

    editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "") if options.edit else []
    if options.edit and not editor:
        raise Refusal("no-editor")
    if options.source:
        repeating.begin_again(options, language)
        return
    if not options.words.strip():
        raise Refusal("no-words", kind=options.kind)
    if options.name and not NAME.match(options.name):
        raise Refusal("file-name", name=options.name)
    catalog, _ = gather_catalog(read_settings(options.config))
    legal = tuple(catalog.languages) if options.kind == "slogan" else catalog.settings.languages
    unknown = [each for each in options.languages if each not in legal]
    if unknown:
        raise Refusal("no-language", language=", ".join(unknown), legal=", ".join(legal))
    wanted = Wanted(options.kind, options.words, options.name, tuple(options.languages))
    try:
        drafts = {path: text.encode() for path, text in make_drafts(catalog, wanted, language, read_today()).items()}
        files = lay_files(catalog.settings.root, drafts)
    except NoNameError as answer:
        raise Refusal("no-name", words=answer) from answer
    except FileIsThereError as answer:
        raise Refusal("file-is-there", file=answer) from answer
    for file in files:
        print(file)
    if editor:
        subprocess.run([*editor, *map(str, files)], check=False)  # noqa: S603  the editor that the editor chose
    _say_open(options, language, tuple(drafts))


def _say_open(options: argparse.Namespace, language: str, paths: tuple[str, ...]) -> None:
    """Say what the check finds in the new files: what is left to fill in."""
    texts = read_texts(language)["cli"]["draft"]
    try:
        check_site(options.config)
    except ContentMistakes as mistakes:
        mine = [problem for problem in mistakes.problems if problem.path in paths]
        print(texts["open" if mine else "elsewhere"])
    else:
        mine = []
        print(texts["ready"])
    for problem in mine:
        print(f"  {problem.path}:{problem.line}:{problem.column}: {problem.what(language)} {problem.mend(language)}")
