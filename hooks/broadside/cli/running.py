"""Arguments -> one command run: what it says goes out in the reader's language, and its answer is the exit code."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from broadside.cli import (
    checking,
    comparing,
    copying,
    covering,
    drafting,
    editions,
    forming,
    importing,
    pressing,
    previewing,
    printing,
    storing,
)
from broadside.cli.answers import FORMATS, Refusal, say_refusal, word_mistakes
from broadside.problems import ContentMistakes
from broadside.store import AddressError, word_full_disk
from broadside.texts import LANGUAGES, reader_language

COMMANDS = (
    drafting,
    importing,
    checking,
    covering,
    previewing,
    comparing,
    printing,
    pressing,
    editions,
    storing,
    copying,
    forming,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, 1 where the content has mistakes, 2 where what was asked for is not there or cannot be done.

    Where somebody stops it by Ctrl-C it returns 130, as shells say it: 128 and the signal's number.
    """
    options = _make_parser().parse_args(arguments)
    language = options.language or reader_language(os.environ)
    try:
        options.run(options, language)
    except ContentMistakes as mistakes:
        print(word_mistakes(mistakes.problems, options, language))
        return 1
    except Refusal as refusal:
        print(say_refusal(refusal, language), file=sys.stderr)
        return 2
    except AddressError as error:
        print(error.word(language), file=sys.stderr)
        return 2
    except OSError as error:
        from broadside.printing import locate_store  # noqa: PLC0415  who has room does not wait for the press to be loaded

        words = word_full_disk(error, locate_store(options.config.absolute().parent).root, language)
        if words is None:
            raise
        print(words, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return 0


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("broadside", description="Check campaign material and print its sheets.")
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="the site's configuration (mkdocs.yml)")
    parser.add_argument("--language", choices=LANGUAGES, help="the language of the messages (that of the terminal)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how mistakes are written")
    commands = parser.add_subparsers(dest="command", required=True)
    for module in COMMANDS:
        module.add_commands(commands)
    return parser
