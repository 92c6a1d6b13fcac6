"""The ``broadside`` command: prints, exits, and decides nothing."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from broadside.checking import check_site, reader_language
from broadside.problems import ContentMistakes, format_github, format_text
from broadside.texts import LANGUAGES

FORMATS = {"text": format_text, "github": format_github}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, or 1 where the content has mistakes."""
    parser = _make_parser()
    options = parser.parse_args(arguments)
    language = options.language or reader_language(os.environ)
    try:
        catalog, sheets = check_site(options.config)
        if options.command == "check":
            print(FORMATS[options.format]((), language))
            return 0
        unknown = sorted(set(options.slogan) - {sheet.slogan for sheet in sheets})
        if unknown:
            parser.error(f"there is no slogan {', '.join(unknown)}")
        from broadside.building import print_site  # noqa: PLC0415  a check must not wait for the press to be loaded

        wanted = tuple(sheet for sheet in sheets if not options.slogan or sheet.slogan in options.slogan)
        printed = print_site(catalog, wanted, lambda step: print(f"{step.done}/{step.total}", end="\r", file=sys.stderr))
    except ContentMistakes as mistakes:
        print(FORMATS[options.format](mistakes.problems, language))
        return 1
    for item in printed:
        for form, file in item.files.items():
            name = item.name_file(form)
            if options.to:
                options.to.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, options.to / name)
            print(options.to / name if options.to else file)
    return 0


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("broadside", description="Check campaign material and print its sheets.")
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="the site's configuration (mkdocs.yml)")
    parser.add_argument("--language", choices=LANGUAGES, help="the language of the messages (that of the terminal)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how mistakes are written")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="read all content and report every mistake, with how to mend it")
    printing = commands.add_parser("print", help="print sheets to files")
    printing.add_argument("slogan", nargs="*", help="names of slogans, such as hard-hat; all where none is named")
    printing.add_argument("--to", type=Path, help="a folder to copy the files to; without it their places in the store are shown")
    return parser


if __name__ == "__main__":
    sys.exit(main())
