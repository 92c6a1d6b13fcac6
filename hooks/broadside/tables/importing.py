"""A table and a catalog -> the files of its new slogans, and which cell each of their lines comes from; or all problems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from broadside.catalog import Catalog, Entry
from broadside.catalog.documents import FILE_NAME, read_entries
from broadside.drafts import make_name, write_value
from broadside.problems import Problem, find_nearest, make_problem
from broadside.sheets import guess_language
from broadside.tables.columns import SPOKEN, Column, list_columns, list_values, name_columns, parse_cell, squeeze
from broadside.tables.exporting import list_cells
from broadside.tables.values import Row, Table

FENCED = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Imported:
    """The files of the new slogans by path, the cell of each of their lines, the names of slogans that are there as they are."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    places: Mapping[tuple[str, int], tuple[int, int]] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    unchanged: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass
class _File:
    """A file as it is written: its lines, and the column of the table that each comes from."""

    lines: list[str] = field(default_factory=list)
    columns: dict[int, int] = field(default_factory=dict)

    def add(self, line: str, column: int | None = None) -> None:
        self.lines.append(line)
        if column is not None:
            self.columns[len(self.lines)] = column


def import_table(catalog: Catalog, table: Table) -> Imported:
    """Return what a table of slogans makes of a site. Its problems stand at sheet, row and column."""
    if not table.rows:
        return Imported(problems=table.problems or (make_problem(table.name, (1, 1), "table-empty"),))
    columns, problems = _read_heading(catalog, table)
    if problems or table.problems:
        return Imported(problems=(*table.problems, *problems))
    if len(table.rows) == 1:
        return Imported(problems=(make_problem(table.name, (table.rows[0].number, 1), "table-empty"),))
    values, found = list_values(catalog), list[Problem]()
    files: dict[str, bytes] = {}
    places: dict[tuple[str, int], tuple[int, int]] = {}
    names: dict[str, int] = {}
    unchanged: list[str] = []
    for row in table.rows[1:]:
        outside = [
            make_problem(table.name, (row.number, at), "cell-outside", value=row.cells[at]) for at in row.cells.keys() - columns
        ]
        cells, twice = _read_cells(catalog, table, row, columns)
        name, wrong = _name_row(catalog, table, row, cells, names)
        found.extend((*outside, *twice, *wrong))
        if wrong or outside or twice:
            continue
        names[name] = row.number
        made = _write_row(catalog, cells, name, values, is_1904=table.is_1904)
        there = catalog.entries.get(f"slogans/{name}")
        if there is not None and _say_same(catalog, there, made):
            unchanged.append(name)
        elif there is not None:
            at = cells.get(("name",), (min(row.cells), ""))[0]
            found.append(make_problem(table.name, (row.number, at), "row-taken", file=there.path, name=name))
        else:
            for path, file in made.items():
                files[path] = "\n".join([*file.lines, ""]).encode()
                places.update({(path, line): (row.number, at) for line, at in file.columns.items()})
    return Imported(files, places, names, tuple(unchanged), tuple(found))


def _read_heading(catalog: Catalog, table: Table) -> tuple[Mapping[int, Column], tuple[Problem, ...]]:
    """Return the columns of the table by their numbers, from its first row."""
    head, named = table.rows[0], name_columns(catalog)
    columns: dict[int, Column] = {}
    problems: list[Problem] = []
    for at, text in head.cells.items():
        column = named.get(squeeze(text))
        if column is None:
            legal = [".".join(each) for each in list_columns(catalog.settings.languages)]
            facts = {"value": text, "legal": legal, "nearest": find_nearest(text, legal)}
            problems.append(make_problem(table.name, (head.number, at), "column-unknown", **facts))
        elif _default(catalog, column) in {_default(catalog, each) for each in columns.values()}:
            problems.append(make_problem(table.name, (head.number, at), "column-twice", value=text))
        else:
            columns[at] = column
    if not problems and not any(column[0] == "text" for column in columns.values()):
        problems.append(make_problem(table.name, (head.number, 1), "column-missing", name="text"))
    return columns, tuple(problems)


def _read_cells(
    catalog: Catalog, table: Table, row: Row, columns: Mapping[int, Column]
) -> tuple[Mapping[Column, tuple[int, str]], tuple[Problem, ...]]:
    """Return a row's cells by column; words under no language are in the one that they are written in, as for ``new``."""
    cells = {columns[at]: (at, text) for at, text in row.cells.items() if columns.get(at, ("text",)) != ("text",)}
    at, words = next(((at, text) for at, text in row.cells.items() if columns.get(at) == ("text",)), (0, ""))
    if not at:
        return cells, ()
    spoken = ("text", guess_language(catalog, words))
    if spoken in cells:
        return cells, (make_problem(table.name, (row.number, at), "column-twice", value=".".join(spoken)),)
    return {spoken: (at, words), **cells}, ()


def _default(catalog: Catalog, column: Column) -> Column:
    """Return a column with the site's first language where it names none, so that ``body`` and ``body.en`` are one."""
    return (*column, catalog.language) if column in SPOKEN and column not in {("text",), ("design",)} else column


def _name_row(
    catalog: Catalog, table: Table, row: Row, cells: Mapping[Column, tuple[int, str]], names: Mapping[str, int]
) -> tuple[str, tuple[Problem, ...]]:
    """Return the name of a row's file: as it says, else made from its words."""
    at, said = cells.get(("name",), (min(row.cells), ""))
    spoken = [text for column, (_, text) in cells.items() if column[0] == "text"]
    first = next((text for column, (_, text) in cells.items() if _default(catalog, column) == ("text", catalog.language)), None)
    words = [first, *spoken] if first else spoken
    name = said or next(filter(None, map(make_name, words)), "")
    if said and not FILE_NAME.match(said):
        problem = make_problem(table.name, (row.number, at), "file-name", name=said)
    elif not words:
        problem = make_problem(table.name, (row.number, at), "field-missing", field="text", name="text")
    elif not name:
        problem = make_problem(table.name, (row.number, at), "row-name", value=words[0])
    elif name in names:
        problem = make_problem(table.name, (row.number, at), "row-twice", name=name, line=names[name])
    else:
        return name, ()
    return "", (problem,)


def _write_row(
    catalog: Catalog,
    cells: Mapping[Column, tuple[int, str]],
    name: str,
    values: Mapping[str, Mapping[str, str]],
    *,
    is_1904: bool,
) -> Mapping[str, _File]:
    """Return the files of a row by path: the slogan, and its notes in other languages."""
    said = {
        _default(catalog, column): (at, parse_cell(column, text, values, is_1904=is_1904)) for column, (at, text) in cells.items()
    }
    own = {column: each for column, each in said.items() if column[0] not in {"name", "body", "revised"}}
    if revised := said.get(("revised", catalog.language)):
        own["revised",] = revised
    _spread_design(own)
    files = {f"slogans/{name}.md": _write_file(own, said.get(("body", catalog.language)))}
    others = dict.fromkeys(column[-1] for column in said if column[0] in {"body", "revised"} and column[-1] != catalog.language)
    for language in others:
        revised = said.get(("revised", language))
        files[f"slogans/{name}.{language}.md"] = _write_file(
            {("revised",): revised} if revised else {}, said.get(("body", language))
        )
    return files


def _write_file(fields: Mapping[Column, tuple[int, Any]], body: tuple[int, Any] | None) -> _File:
    """Write a file so that every value has a line of its own."""
    file = _File()
    file.add("---")
    for name, inner in _nest(fields).items():
        _write_lines(file, name, inner, "")
    file.add("---")
    for line in body[1].split("\n") if body else ():
        file.add(line, body[0] if body else None)
    return file


def _spread_design(fields: dict[Column, tuple[int, Any]]) -> None:
    """Where some languages have a design of their own, give the row's design to each of the others."""
    if any(column[:1] == ("design",) and len(column) == 2 for column in fields) and (common := fields.pop(("design",), None)):
        for language in [column[1] for column in fields if column[0] == "text"]:
            fields.setdefault(("design", language), common)


def _nest(fields: Mapping[Column, tuple[int, Any]]) -> dict[str, Any]:
    """Return cells by path as maps within maps; the last part of each path holds the cell."""
    nested: dict[str, Any] = {}
    for column, cell in fields.items():
        inside = nested
        for step in column[:-1]:
            inside = inside.setdefault(step, {})
        inside[column[-1]] = cell
    return nested


def _write_lines(file: _File, name: str, value: Any, indent: str) -> None:
    if isinstance(value, dict):
        file.add(f"{indent}{write_value(name)}:")
        for key, inner in value.items():
            _write_lines(file, key, inner, f"{indent}  ")
    else:
        at, said = value
        file.add(f"{indent}{write_value(name)}: {write_value(said)}", at)


def _say_same(catalog: Catalog, there: Entry, made: Mapping[str, _File]) -> bool:
    """Say whether a row says what its slogan says already."""
    files = {path: "\n".join([*file.lines, ""]).encode() for path, file in made.items()}
    entries, problems = read_entries(files.__getitem__, files, catalog.settings.languages)
    return not problems and [list_cells(entry) for entry in entries.values()] == [list_cells(there)]


def place_problems(imported: Imported, table: Table, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield problems of the new files at the cells they come from; those of other files as they are."""
    for problem in problems:
        if problem.path not in imported.files:
            yield problem
            continue
        name = problem.path.removeprefix("slogans/").split(".")[0]
        lines = [line for path, line in imported.places if path == problem.path]
        nearest = next((line for line in sorted(lines) if line >= problem.line), max(lines, default=0))
        row, column = imported.places.get((problem.path, nearest), (imported.rows[name], 1))
        yield Problem(table.name, row, column, problem.rule, problem.facts)
