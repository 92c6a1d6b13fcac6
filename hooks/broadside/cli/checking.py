"""The commands ``check``, ``explain``, ``generate`` and ``addresses``: content read, and what is made of it written anew."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from broadside.checking import check_again, check_site
from broadside.cli.answers import Refusal, word_mistakes
from broadside.problems import ContentMistakes, find_nearest, list_mistakes
from broadside.rules import explain, list_rules

if TYPE_CHECKING:
    from broadside.cli.answers import Commands


def add_commands(commands: Commands) -> None:
    """Add the commands to the parser."""
    checking = commands.add_parser("check", help="read all content and report every mistake and warning, with how to mend it")
    checking.add_argument("--strict", action="store_true", help="let warnings count as mistakes do: the answer is 1")
    checking.set_defaults(run=check)

    explaining = commands.add_parser(
        "explain", help="tell more about a rule that the check names, with a wrong and a right example"
    )
    explaining.add_argument("rule", nargs="*", help="names of rules, such as carrier-unknown; without one all are listed")
    explaining.set_defaults(run=tell)

    generating = commands.add_parser(
        "generate", help="write anew what is made from the kinds: schemas, the files of VS Code, the tables of the guides"
    )
    generating.set_defaults(run=generate)

    recording = commands.add_parser("addresses", help="record the addresses of all pages: from now on a check misses those that go")
    recording.set_defaults(run=record)


def check(options: argparse.Namespace, language: str) -> None:
    """Read and check all content."""
    problems = check_again(options.config)
    if problems if options.strict else list_mistakes(problems):
        raise ContentMistakes(problems)
    print(word_mistakes(problems, options, language))


def tell(options: argparse.Namespace, language: str) -> None:
    """Explain rules, or list them."""
    legal = list_rules()
    unknown = next((name for name in options.rule if name not in legal), None)
    if unknown is not None:
        near = find_nearest(unknown, legal)
        raise Refusal("no-rule-near" if near else "no-rule", rule=unknown, nearest=near)
    print("\n\n\n".join(explain(name, language) for name in options.rule) or "\n".join(legal))


def generate(options: argparse.Namespace, _language: str) -> None:
    """Write what is made from the kinds, where it differs, and name it."""
    from broadside.forms import make_files, read_guides  # noqa: PLC0415

    root = options.config.resolve().parent
    catalog, _ = check_site(options.config)
    for path, text in make_files(catalog, read_guides(root)).items():
        file = root / path
        if not file.is_file() or file.read_text("utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
            print(path)


def record(options: argparse.Namespace, _language: str) -> None:
    """Record the addresses of all pages."""
    from broadside.building import record_addresses  # noqa: PLC0415  a check must not wait for the press to be loaded

    print(record_addresses(options.config))
