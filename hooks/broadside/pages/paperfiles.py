"""The papers printed of documents -> their files on the site, and the links to them on a document's page, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from broadside.catalog import Entry
from broadside.pages.downloads import name_size
from broadside.pages.listing import say_title
from broadside.pages.sheetfiles import write_size
from broadside.pages.values import Download, SheetFile, Shelf
from broadside.press.papers import PrintedPaper

PURPOSE = "paper"
"""What a paper is for, among the purposes of files: to be printed on the paper it is named after."""
Say = Callable[[PrintedPaper], tuple[str, str]]
"""A paper -> what it is called, and how it is printed, in words."""


@dataclass(frozen=True)
class PaperRow:
    """One paper of a document to take away.

    ``language`` is that of its words and ``name`` its name, where it is not the page's; ``words`` is the document's title in it.
    """

    download: Download
    words: str
    language: str = ""
    name: str = ""


@dataclass(frozen=True)
class PaperRack:
    """A document's papers in one language: its ``name`` in itself, the document's title in it (``words``), and the files."""

    language: str
    name: str
    words: str
    files: tuple[Download, ...]


def list_paper_files(shelf: Shelf) -> Iterator[SheetFile]:
    """Yield every file of the documents' papers."""
    for papers in shelf.papers.values():
        for printed in papers:
            for ending, file in printed.files.items():
                yield SheetFile(name_paper_file(printed, ending), file)


def name_paper_file(printed: PrintedPaper, ending: str) -> str:
    """Return where the site serves a paper: under its document's whole id, for two kinds may have documents of one name."""
    return f"papers/{printed.paper.document}/{printed.name_file(ending)}"


def list_paper_rows(shelf: Shelf, entry: Entry, language: str) -> tuple[PaperRow, ...]:
    """Return a document's papers to take away, in ``language``; of one that is not translated those in its own language."""
    texts = shelf.texts(language)["printables"]
    papers = [each for each in shelf.papers.get(entry.id, ()) if each.paper.name in texts["papers"]]
    own = [each for each in papers if each.paper.language == language]
    return tuple(_make_row(shelf, each, entry, language) for each in own or papers)


def _make_row(shelf: Shelf, printed: PrintedPaper, entry: Entry, language: str) -> PaperRow:
    paper, texts = printed.paper, shelf.texts(language)["printables"]
    other = "" if paper.language == language else paper.language
    return PaperRow(
        download=make_download(printed, texts["papers"][paper.name], texts["how"][paper.name]),
        words=say_title(shelf, entry, paper.language),
        language=other,
        name=shelf.catalog.languages[other].name if other else "",
    )


def list_paper_racks(shelf: Shelf, entry: Entry, language: str, say: Say) -> Iterator[PaperRack]:
    """Yield all of a document's papers by their language, ``language`` first."""
    papers = shelf.papers.get(entry.id, ())
    for code in dict.fromkeys([language, *(printed.paper.language for printed in papers)]):
        files = tuple(make_download(printed, *say(printed)) for printed in papers if printed.paper.language == code)
        if files:
            yield PaperRack(code, shelf.catalog.languages[code].name, say_title(shelf, entry, code), files)


def make_download(printed: PrintedPaper, what: str, how: str) -> Download:
    """Return a paper as a file to take away; ``what`` names it and ``how`` says how it is printed."""
    paper = printed.paper
    return Download(
        address=name_paper_file(printed, ".pdf"),
        what=what,
        how=how,
        size=write_size(printed.files[".pdf"].stat().st_size),
        form=paper.name,
        purpose=PURPOSE,
        paper=name_size(paper.width_mm, paper.height_mm),
        carrier=paper.name,
    )
