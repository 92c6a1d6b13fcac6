"""The bytes of an Excel workbook -> the texts of its first sheet: nothing is calculated, nothing outside it is read.

Of the format (ECMA-376, SpreadsheetML, Part 1, 18) this reads the names of the sheets, their cells and the shared strings.
"""

from __future__ import annotations

import io
import posixpath
import re
import xml.parsers.expat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from broadside.intake.office import UNREADABLE
from broadside.problems import Problem, make_problem
from broadside.tables.values import COLUMNS_MAX, MB, ROWS_MAX, UNPACKED_MAX, Table, UnreadableTableError, make_rows

PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})$")
HIDDEN_LETTER = re.compile("_x([0-9A-Fa-f]{4})_")
"""A letter that XML cannot hold, by its number (ECMA-376, Part 1, 22.4.2.4)."""
NUMBER = re.compile("[0-9]{1,7}$")
CELLS_MAX = ROWS_MAX * COLUMNS_MAX
Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]


@dataclass
class _Part:
    """Hands the elements of one part of a workbook on, by their local names, and their text; no part may define entities."""

    start: Start = lambda _name, _attributes: None
    end: Callable[[str, str], None] = lambda _name, _text: None
    text: list[str] = field(default_factory=list)

    def parse(self, data: bytes) -> None:
        parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self.text.append
        try:
            parser.Parse(data, True)  # noqa: FBT003  its second argument says that there is no more
        except (xml.parsers.expat.ExpatError, ValueError, LookupError) as error:
            raise UnreadableTableError("table-kind") from error

    def _refuse(self, *_: object) -> None:
        raise UnreadableTableError("table-kind")

    def _open(self, name: str, attributes: Attributes) -> None:
        self.text.clear()
        self.start(name.rpartition(" ")[2], {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def _close(self, name: str) -> None:
        self.end(name.rpartition(" ")[2], "".join(self.text))
        self.text.clear()


@dataclass
class _Archive:
    """Unpacks parts of a workbook, no more than a limit of all together, whatever the archive says of their sizes."""

    archive: zipfile.ZipFile
    left: int = UNPACKED_MAX

    def read(self, name: str) -> bytes:
        try:
            with self.archive.open(name) as file:
                data = file.read(self.left + 1)
        except UNREADABLE as error:
            raise UnreadableTableError("table-kind") from error
        self.left -= len(data)
        if self.left < 0:
            raise UnreadableTableError("table-size", most=UNPACKED_MAX // MB)
        return data

    def relations(self, of: str) -> dict[str, tuple[str, str]]:
        """Return kind and target of the parts that ``of`` names, by their ids."""
        folder, name = posixpath.split(of)
        found: dict[str, tuple[str, str]] = {}

        def start(element: str, attributes: Attributes) -> None:
            if element == "Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
                found[attributes.get("Id", "")] = attributes.get("Type", "").rpartition("/")[2], target.lstrip("/")

        _Part(start).parse(self.read(f"{folder}/_rels/{name}.rels".lstrip("/")))
        return found


def read_workbook(name: str, data: bytes) -> Table:
    """Read the first sheet of a workbook; raises :class:`~broadside.tables.values.UnreadableTableError`.

    A formula, and an error in place of a value, is a problem of the table: what was shown for it is not taken.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(name, _Archive(archive))
    except zipfile.BadZipFile as error:
        raise UnreadableTableError("table-kind") from error


def _read(name: str, archive: _Archive) -> Table:
    book = next((target for kind, target in archive.relations("").values() if kind == "officeDocument"), "")
    sheets: list[tuple[str, str]] = []
    facts: Attributes = {}

    def start(element: str, attributes: Attributes) -> None:
        if element == "sheet":
            sheets.append((attributes.get("name", ""), attributes.get("id", "")))
        if element == "workbookPr":
            facts.update(attributes)

    _Part(start).parse(archive.read(book))
    parts = archive.relations(book)
    if not sheets or sheets[0][1] not in parts:
        raise UnreadableTableError("table-kind")
    strings = next((target for kind, target in parts.values() if kind == "sharedStrings"), None)
    shared = list(_read_strings(archive.read(strings))) if strings else []
    place = f"{name}[{sheets[0][0]}]"
    cells = _Cells(place, shared)
    _Part(cells.start, cells.end).parse(archive.read(parts[sheets[0][1]][1]))
    is_1904 = facts.get("date1904") in {"1", "true"}
    return Table(place, make_rows(cells.found), tuple(cells.problems), tuple(other for other, _ in sheets[1:]), is_1904)


def _read_strings(data: bytes) -> Iterator[str]:
    """Yield the shared strings: of each the runs of its text, without the readings that stand above characters."""
    found: list[str] = []
    runs: list[str] = []
    outside = [0]

    def start(element: str, _: Attributes) -> None:
        outside[0] += element == "rPh"

    def end(element: str, text: str) -> None:
        outside[0] -= element == "rPh"
        if element == "t" and not outside[0]:
            runs.append(text)
        if element == "si":
            found.append(show("".join(runs)))
            runs.clear()

    _Part(start, end).parse(data)
    yield from found


@dataclass
class _Cells:
    """Gathers the cells of a sheet from its elements."""

    name: str
    shared: list[str]
    found: list[tuple[int, int, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    row: int = 0
    column: int = 0
    kind: str = ""
    value: str = ""
    inline: str = ""

    def start(self, element: str, attributes: Attributes) -> None:
        if element == "row":
            number = _read_number(attributes.get("r", ""))
            self.row, self.column = self.row + 1 if number is None else number, 0
        if element == "c":
            place = PLACE.match(attributes.get("r", ""))
            self.row, self.column = (int(place[2]), number_column(place[1])) if place else (self.row or 1, self.column + 1)
            self.kind, self.value, self.inline = attributes.get("t", "n"), "", ""

    def end(self, element: str, text: str) -> None:
        if element == "v":
            self.value = text
        elif element == "t":
            self.inline += text
        elif element == "f":
            self._refuse("cell-formula", f"={text}")
        elif element == "c" and (said := self._say()):
            self.found.append((self.row, self.column, said))
            if len(self.found) > CELLS_MAX:
                raise UnreadableTableError("table-rows", (self.row, self.column), most=ROWS_MAX)

    def _say(self) -> str:
        """Return the text of the cell that ends here."""
        if self.kind == "e":
            self._refuse("cell-error", self.value)
            return ""
        if self.kind == "s":
            index = _read_number(self.value)
            if index is None or index >= len(self.shared):
                raise UnreadableTableError("table-kind")
            return self.shared[index]
        if self.kind == "b":
            return {"1": "true", "0": "false"}.get(self.value, self.value)
        return show(self.inline if self.kind == "inlineStr" else self.value)

    def _refuse(self, rule: str, value: str) -> None:
        if len(self.problems) < ROWS_MAX:
            self.problems.append(make_problem(self.name, (self.row or 1, self.column or 1), rule, value=value))


def _read_number(text: str) -> int | None:
    return int(text) if NUMBER.match(text) else None


def number_column(letters: str) -> int:
    """Return the number of a column, from 1: ``A`` is 1, ``AA`` 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def show(text: str) -> str:
    """Write out the letters that stand in a text by their numbers; halves of pairs stay as they are."""

    def replace(found: re.Match[str]) -> str:
        code = int(found[1], 16)
        return found[0] if 0xD800 <= code <= 0xDFFF else chr(code)

    return HIDDEN_LETTER.sub(replace, text)
