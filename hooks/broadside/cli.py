"""The ``broadside`` command: prints, exits, and decides nothing."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import get_args

from broadside.catalog import Form
from broadside.checking import check_site, plan_wish, plan_words, reader_language
from broadside.problems import ContentMistakes, format_github, format_text
from broadside.sheets import Wish
from broadside.texts import LANGUAGES, read_texts

FORMATS = {"text": format_text, "github": format_github}
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")


class Refusal(Exception):  # noqa: N818  it is an answer, not a fault of the program
    """What a command cannot do: a key of ``cli`` in texts/, and the facts of that sentence."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason, self.facts = reason, facts


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, 1 where the content has mistakes, 2 where what was asked for is not there."""
    options = _make_parser().parse_args(arguments)
    language = options.language or reader_language(os.environ)
    try:
        options.run(options, language)
    except ContentMistakes as mistakes:
        print(FORMATS[options.format](mistakes.problems, language))
        return 1
    except Refusal as refusal:
        print(read_texts(language)["cli"][refusal.reason].format(**refusal.facts), file=sys.stderr)
        return 2
    return 0


def _check(options: argparse.Namespace, language: str) -> None:
    check_site(options.config)
    print(FORMATS[options.format]((), language))


def _print(options: argparse.Namespace, _language: str) -> None:
    wish = Wish(options.unit, options.design, tuple(options.carrier), tuple(options.form))
    catalog, _ = check_site(options.config)
    names = {entry.name for entry in catalog.of_kind("slogan")}
    named = [given for given in options.slogan if given in names and not options.words]
    spoken = [given for given in options.slogan if given not in named]
    unknown = [given for given in spoken if NAME.match(given) and not options.words]
    if unknown:
        raise Refusal("no-slogan", names=", ".join(unknown))
    sheets = list(plan_wish(catalog, named, wish)) if named or not spoken else []
    for given in spoken:
        sheets += plan_words(catalog, given, options.words_language, wish)
    if not sheets:
        raise Refusal("no-sheet")
    from broadside.building import print_site  # noqa: PLC0415  a check must not wait for the press to be loaded

    printed = print_site(catalog, tuple(sheets), lambda step: print(f"{step.done}/{step.total}", end="\r", file=sys.stderr))
    _hand_out(((item.name_file(form), file) for item in printed for form, file in item.files.items()), options.to)


def _fonts(options: argparse.Namespace, language: str) -> None:
    from broadside.fetching import NotFetched, fetch_languages  # noqa: PLC0415

    try:
        for face in fetch_languages(options.config, options.languages):
            print(face)
    except NotFetched as answer:
        raise Refusal("as-it-is", text=answer.say(language)) from answer


def _publish(options: argparse.Namespace, language: str) -> None:
    from broadside.building import publish_edition  # noqa: PLC0415

    if not NAME.match(options.edition):
        raise Refusal("edition-name", edition=options.edition)
    for file in publish_edition(options.config, options.edition):
        print(file)
    _addresses(options, language)


def _addresses(options: argparse.Namespace, _language: str) -> None:
    from broadside.building import record_addresses  # noqa: PLC0415

    print(record_addresses(options.config))


def _generate(options: argparse.Namespace, _language: str) -> None:
    from broadside.forms import make_files, read_guides  # noqa: PLC0415

    root = options.config.resolve().parent
    catalog, _ = check_site(options.config)
    for path, text in make_files(catalog, read_guides(root)).items():
        file = root / path
        if not file.is_file() or file.read_text("utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
            print(path)


def _offline(options: argparse.Namespace, language: str) -> None:
    from broadside.building import read_today  # noqa: PLC0415
    from broadside.copies import NotACopyError, NotBuiltError, copy_site  # noqa: PLC0415
    from broadside.pages.sheetfiles import write_size  # noqa: PLC0415

    catalog, _ = check_site(options.config)
    try:
        report = copy_site(catalog, options.site, options.to, read_today(), without=options.without, zipped=options.zip)
    except NotBuiltError as answer:
        raise Refusal("no-site", site=answer) from answer
    except NotACopyError as answer:
        raise Refusal("not-a-copy", folder=answer) from answer
    for file in filter(None, (report.cover, report.archive)):
        print(file)
    forms = ", ".join(f"{form} {write_size(size)}" for form, size in report.bytes_by_form.items()) or "-"
    print(read_texts(language)["cli"]["copied"].format(size=write_size(report.bytes_all), forms=forms))


def _reprint(options: argparse.Namespace, _language: str) -> None:
    from broadside.building import find_edition  # noqa: PLC0415
    from broadside.editions import NotInEditionError  # noqa: PLC0415

    sheet, at, edition = options.sheet.rpartition("@")
    if not at:
        raise Refusal("no-edition-named", sheet=options.sheet)
    try:
        copies = find_edition(options.config, sheet, edition)
    except NotInEditionError as answer:
        legal = ", ".join(answer.legal) or "-"
        raise Refusal("not-in-edition", asked=answer.asked, edition=edition, legal=legal) from answer
    _hand_out(((copy.name, copy.file) for copy in copies), options.to)


def _hand_out(files: Iterable[tuple[str, Path]], folder: Path | None) -> None:
    """Copy files into ``folder`` and name them; without one, name their places in the store."""
    for name, file in files:
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, folder / name)
        print(folder / name if folder else file)


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("broadside", description="Check campaign material and print its sheets.")
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="the site's configuration (mkdocs.yml)")
    parser.add_argument("--language", choices=LANGUAGES, help="the language of the messages (that of the terminal)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how mistakes are written")
    commands = parser.add_subparsers(dest="command", required=True)

    checking = commands.add_parser("check", help="read all content and report every mistake, with how to mend it")
    checking.set_defaults(run=_check)

    printing = commands.add_parser("print", help="print sheets to files")
    printing.add_argument(
        "slogan", nargs="*", help="names of slogans, such as hard-hat, or words in quotes; all slogans where none is named"
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
    printing.set_defaults(run=_print)

    fonts = commands.add_parser("fonts", help="fetch the fonts of languages that are not shipped (with npm, once)")
    fonts.add_argument("languages", nargs="*", help="languages, such as ja ko; all where none is named")
    fonts.set_defaults(run=_fonts)

    publishing = commands.add_parser(
        "publish", help="print all sheets and record them, with the site's addresses, as an edition that can be printed again"
    )
    publishing.add_argument("edition", help="its name, such as june-2027")
    publishing.set_defaults(run=_publish)

    recording = commands.add_parser("addresses", help="record the addresses of all pages: from now on a check misses those that go")
    recording.set_defaults(run=_addresses)

    generating = commands.add_parser(
        "generate", help="write anew what is made from the kinds: schemas, the files of VS Code, the tables of the guides"
    )
    generating.set_defaults(run=_generate)

    copying = commands.add_parser("offline", help="copy the built site so that it opens from a stick, without a server")
    copying.add_argument("--site", type=Path, default=Path("site"), help="the built site (site)")
    copying.add_argument("--to", type=Path, default=Path("offline"), help="the folder to write (offline)")
    copying.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="FORM",
        choices=get_args(Form),
        help="leave a form of sheets out, such as print-shop; may be repeated",
    )
    copying.add_argument("--zip", action="store_true", help="write an archive of the folder too")
    copying.set_defaults(run=_offline)

    reprinting = commands.add_parser("reprint", help="print a sheet again as an edition had it, byte for byte")
    reprinting.add_argument("sheet", metavar="SHEET@EDITION", help="such as hard-hat-poster-a3-en@june-2027")
    reprinting.add_argument("--to", type=Path, help="a folder to copy the files to")
    reprinting.set_defaults(run=_reprint)
    return parser


if __name__ == "__main__":
    sys.exit(main())
