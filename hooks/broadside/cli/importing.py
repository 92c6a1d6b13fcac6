"""The commands ``import`` and ``export``: slogans from a spreadsheet, and into one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.checking import check_site
from broadside.cli.answers import Refusal
from broadside.problems import ContentMistakes
from broadside.texts import read_texts

if TYPE_CHECKING:
    from broadside.cli.answers import Commands
    from broadside.tables import Imported, Rows, Table

ENDINGS = (".xlsx", ".csv")


def add_commands(commands: Commands) -> None:
    """Add the commands to the parser."""
    bringing = commands.add_parser("import", help="make slogans of the rows of a spreadsheet: all of them, or none")
    bringing.add_argument("table", type=Path, help="an Excel workbook (.xlsx) or a CSV file")
    bringing.add_argument("--template", action="store_true", help="write an empty table to fill in, with its explanations")
    bringing.set_defaults(run=bring)

    taking = commands.add_parser("export", help="write all slogans into a spreadsheet, which can be imported again")
    taking.add_argument("table", type=Path, help="the file to write, such as slogans.xlsx or slogans.csv")
    taking.set_defaults(run=take)


def bring(options: argparse.Namespace, language: str) -> None:
    """Import a table, or write the empty one."""
    from broadside.drafts import FileIsThereError, lay_files  # noqa: PLC0415
    from broadside.tables import import_table, make_template, read_table  # noqa: PLC0415

    if options.template:
        _write(options.table, make_template(read_catalog(read_settings(options.config)), language))
        return
    catalog = read_catalog(read_settings(options.config))
    if not options.table.is_file():
        raise Refusal("no-table", file=options.table)
    table = read_table(options.table.name, options.table.read_bytes())
    imported = import_table(catalog, table)
    texts = read_texts(language)["cli"]["import"]
    try:
        _check(options.config, table, imported)
    except ContentMistakes:
        if options.format == "text":
            print(texts["places"])
        raise
    try:
        files = lay_files(catalog.settings.root, imported.files)
    except FileIsThereError as answer:
        raise Refusal("file-is-there", file=answer) from answer
    for file in files:
        print(file)
    print(texts["done"].format(new=len(imported.rows) - len(imported.unchanged), unchanged=len(imported.unchanged)))
    if table.others:
        print(texts["others"].format(sheets=", ".join(table.others)))


def _check(config: Path, table: Table, imported: Imported) -> None:
    """Raise ContentMistakes with the mistakes of a table, and with those that its files would be."""
    from broadside.tables import place_problems  # noqa: PLC0415

    problems = list(imported.problems)
    if imported.files:
        try:
            check_site(config, imported.files)
        except ContentMistakes as mistakes:
            problems += place_problems(imported, table, mistakes.problems)
    if problems:
        raise ContentMistakes(problems)


def take(options: argparse.Namespace, language: str) -> None:
    """Export the catalog's slogans."""
    from broadside.tables import make_table  # noqa: PLC0415

    catalog: Catalog = read_catalog(read_settings(options.config))
    _write(options.table, {read_texts(language)["tables"]["sheet"]: make_table(catalog, language)})


def _write(place: Path, sheets: dict[str, Rows]) -> None:
    """Write sheets to a file that is not there yet, of a CSV file the first one, and name it."""
    from broadside.drafts import FileIsThereError, lay_files  # noqa: PLC0415
    from broadside.tables import write_delimited, write_workbook  # noqa: PLC0415

    ending = place.suffix.lower()
    if ending not in ENDINGS:
        raise Refusal("table-ending", file=place, legal=", ".join(ENDINGS))
    data = write_workbook(sheets) if ending == ".xlsx" else write_delimited(next(iter(sheets.values())))
    try:
        for file in lay_files(place.resolve().parent, {place.name: data}):
            print(file)
    except FileIsThereError as answer:
        raise Refusal("table-is-there", file=place) from answer
