"""The commands ``print`` and ``fonts``: sheets to files, and the fonts they need."""

from __future__ import annotations

import argparse
import functools
from pathlib import Path
from typing import TYPE_CHECKING

from broadside.checking import check_site, plan_wish, plan_words
from broadside.cli.answers import NAME, Refusal, hand_out, show_progress
from broadside.sheets import Wish, name_stage

if TYPE_CHECKING:
    from broadside.catalog import Catalog
    from broadside.cli.answers import Commands
    from broadside.sheets import Sheet


def add_commands(commands: Commands) -> None:
    """Add the commands to the parser."""
    printing = commands.add_parser("print", help="print sheets to files")
    printing.add_argument(
        "slogan",
        nargs="*",
        help="names of slogans, such as hard-hat, or words in quotes; documents by their path, such as knowledge/lifting; "
        "all slogans where nothing is named",
    )
    printing.add_argument("--words", action="store_true", help="take what is given as words, even if it looks like a name")
    printing.add_argument(
        "--in", dest="words_language", metavar="LANGUAGE", help="the language of the words (guessed by their script)"
    )
    printing.add_argument("--unit", help="print for this unit, with its logos")
    printing.add_argument("--design", help="use this design in place of the slogan's own")
    printing.add_argument(
        "--carrier", action="append", default=[], help="a carrier or a group: poster-a3 or a3, banner; may be repeated"
    )
    printing.add_argument(
        "--form", action="append", default=[], help="a form of file: print-shop, office, copier, tiles-a4; may be repeated"
    )
    printing.add_argument("--to", type=Path, help="a folder to copy the files to; without it their places in the store are shown")
    printing.set_defaults(run=print_sheets)

    fonts = commands.add_parser("fonts", help="fetch the fonts of languages that are not shipped (with npm, once)")
    fonts.add_argument("languages", nargs="*", help="languages, such as ja ko; all where none is named")
    fonts.set_defaults(run=fetch)


def print_sheets(options: argparse.Namespace, language: str) -> None:
    """Print slogans by name, words that stand in no file, or the papers of documents."""
    wish = Wish(options.unit, options.design, tuple(options.carrier), tuple(options.form))
    catalog, planned = check_site(options.config)
    documents = [given for given in options.slogan if given in catalog.entries and not options.words]
    if documents:
        stages = {name_stage(catalog.entries[document]) for document in documents}
        print_documents(catalog, documents, [sheet for sheet in planned if sheet.slogan in stages], options.to)
    if documents and len(documents) == len(options.slogan):
        return
    names = {entry.name for entry in catalog.of_kind("slogan")}
    others = [given for given in options.slogan if given not in documents]
    named = [given for given in others if given in names and not options.words]
    spoken = [given for given in others if given not in named]
    unknown = [given for given in spoken if NAME.match(given) and not options.words]
    if unknown:
        raise Refusal("no-slogan", names=", ".join(unknown))
    sheets = list(plan_wish(catalog, named, wish)) if named or not spoken else []
    for given in spoken:
        sheets += plan_words(catalog, given, options.words_language, wish)
    if not sheets:
        raise Refusal("no-sheet")
    from broadside.building import print_site  # noqa: PLC0415  a check must not wait for the press to be loaded

    printed = print_site(catalog, tuple(sheets), functools.partial(show_progress, language))
    hand_out(((item.name_file(form), file) for item in printed for form, file in item.files.items()), options.to)


def print_documents(catalog: Catalog, documents: list[str], stages: list[Sheet], folder: Path | None) -> None:
    """Print the papers of documents, named by their ids, and the sheets of their backdrops."""
    from broadside.printing import print_papers, print_site  # noqa: PLC0415  a check must not wait for the press to be loaded

    papers = print_papers(catalog, documents)
    staged = {sheet.slogan for sheet in stages}
    bare = [each for each in documents if each not in papers and name_stage(catalog.entries[each]) not in staged]
    if bare:
        raise Refusal("no-paper", names=", ".join(bare))
    printed = [each for document in documents for each in papers.get(document, ())]
    hand_out(((each.name_file(ending), file) for each in printed for ending, file in each.files.items()), folder)
    sheets = print_site(catalog, tuple(stages))
    hand_out(((sheet.name_file(form), file) for sheet in sheets for form, file in sheet.files.items()), folder)


def fetch(options: argparse.Namespace, language: str) -> None:
    """Fetch the fonts of languages that are not shipped."""
    from broadside.fetching import NotFetched, fetch_languages  # noqa: PLC0415

    try:
        for face in fetch_languages(options.config, options.languages):
            print(face)
    except NotFetched as answer:
        raise Refusal("as-it-is", text=answer.say(language)) from answer
