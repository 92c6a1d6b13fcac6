"""The papers printed of documents -> their files on the site, and the links to them on a document's page, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from broadside.catalog import Entry
from broadside.pages.sheetfiles import write_size
from broadside.pages.values import Download, SheetFile, Shelf
from broadside.press.papers import PrintedPaper


@dataclass(frozen=True)
class PaperRow:
    """One paper of a document to take away; ``language`` is that of its words and ``name`` its name, where it is not the page's."""

    download: Download
    language: str = ""
    name: str = ""


def list_paper_files(shelf: Shelf) -> Iterator[SheetFile]:
    """Yield every file of the documents' papers."""
    for papers in shelf.papers.values():
        for printed in papers:
            for ending, file in printed.files.items():
                yield SheetFile(name_paper_file(printed, ending), file)


def name_paper_file(printed: PrintedPaper, ending: str) -> str:
    """Return where the site serves a paper."""
    return f"papers/{printed.paper.document.rsplit('/', 1)[-1]}/{printed.name_file(ending)}"


def list_paper_rows(shelf: Shelf, entry: Entry, language: str) -> tuple[PaperRow, ...]:
    """Return a document's papers to take away, in ``language``; of one that is not translated those in its own language."""
    texts = shelf.texts(language)["printables"]
    papers = [each for each in shelf.papers.get(entry.id, ()) if each.paper.name in texts["papers"]]
    own = [each for each in papers if each.paper.language == language]
    return tuple(_make_row(shelf, each, language) for each in own or papers)


def _make_row(shelf: Shelf, printed: PrintedPaper, language: str) -> PaperRow:
    paper, texts = printed.paper, shelf.texts(language)["printables"]
    size = write_size(printed.files[".pdf"].stat().st_size)
    address = name_paper_file(printed, ".pdf")
    download = Download(address, texts["papers"][paper.name], texts["how"][paper.name], size, paper.name)
    other = "" if paper.language == language else paper.language
    return PaperRow(download, other, shelf.catalog.languages[other].name if other else "")
