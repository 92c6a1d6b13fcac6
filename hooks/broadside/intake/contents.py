"""The files that stand beside documents -> whether each is what its name says, and may be published."""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from broadside.frontmatter import Parsed, decode
from broadside.intake.files import MARKDOWN, OFFICE, PICTURES
from broadside.intake.films import CAPTIONS, FILMS, check_captions
from broadside.intake.letters import check_letters
from broadside.intake.office import check_office
from broadside.intake.pdf import check_pdf
from broadside.intake.pictures import Picture, parse_picture
from broadside.intake.unfit import UnfitFileError
from broadside.problems import Problem, make_problem
from broadside.recalling import KnownFiles, know_files

CELL = re.compile(r"[,;\t]")
"""What separates cells, in one country or another."""
FORMULA = re.compile(r"[=@＝＠]|[-+＋－].*[(|!]")
"""How a cell begins that spreadsheet programs run (OWASP, "CSV Injection"); our choice: a minus alone is a number or a dash."""


def check_contents(root: Path, files: Iterable[str], known: KnownFiles | None = None) -> Iterator[Problem]:
    """Report the files that are not what they seem; documents and the site's data are read elsewhere."""
    known = known or know_files(root, None)
    for path in files:
        ending = posixpath.splitext(path)[1].lower()
        if not MARKDOWN.search(path) and ending != ".yml":
            yield from known.ask("content", f"{root}/{path}", functools.partial(_check_file, root, path, ending))


def _check_file(root: Path, path: str, ending: str) -> tuple[Problem, ...]:
    try:
        return tuple(check_content(path, ending, (root / path).read_bytes()))
    except UnfitFileError as unfit:
        return (make_problem(path, (1, 1), unfit.rule, **unfit.facts),)


def check_content(path: str, ending: str, data: bytes) -> Iterator[Problem]:
    """Report the problems of one file's bytes; raises UnfitFileError for a file that is refused as a whole."""
    if ending in PICTURES:
        if "GPS" in parse_picture(PICTURES[ending], data).removed:
            yield make_problem(path, (1, 1), "picture-place")
    elif ending in OFFICE:
        check_office(ending, data)
    elif ending == ".pdf":
        check_pdf(data)
    elif ending in FILMS:
        FILMS[ending](data)
    else:
        yield from _check_text(path, ending, data)


def _check_text(path: str, ending: str, data: bytes) -> Iterator[Problem]:
    text, problems = decode(path, data)
    yield from problems
    nothing: Mapping[str, str] = MappingProxyType({})
    yield from check_letters(path, text, Parsed(nothing, MappingProxyType({}), MappingProxyType({})))
    if ending == CAPTIONS:
        check_captions(text)
    elif ending == ".csv":
        for number, line in enumerate(text.split("\n"), 1):
            cell = next((cell for cell in CELL.split(line) if FORMULA.match(cell.strip(" \"'"))), None)
            if cell is not None:
                yield make_problem(path, (number, line.index(cell) + 1), "file-formula", value=cell)
                return


def read_picture(root: Path, path: str) -> Picture | None:
    """Read a file of the content as a picture; None where its name says that it is none."""
    form = PICTURES.get(posixpath.splitext(path)[1].lower())
    return parse_picture(form, (root / path).read_bytes()) if form else None
