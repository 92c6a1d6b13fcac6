"""A paper as a pure value: a document laid out as a whole by a template, such as a blackboard newspaper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class PaperPhoto:
    """A photograph as a paper's data names it, by the fields of this class; a template gets the bytes of a JPEG in its place.

    ``photo`` is its path in the site's folder, ``sha256`` the hash of that file. It is shrunk to fit width x height, of which the
    second may be left open, at ``ppi`` pixels to the inch.
    """

    photo: str
    sha256: str
    width_mm: float
    height_mm: float | None
    ppi: float


@dataclass(frozen=True)
class Paper:
    """What a template under ``posters/papers/`` is told, as JSON, and what tells the paper from the document's others.

    ``document`` is the document's id, ``language`` that of its words, ``template`` the path on the bench
    (``/papers/blackboard.typ``); ``faces`` are the hashes of the font files it may use, ``logos`` the files under
    ``posters/brands/`` that it shows; ``is_pictured`` says whether the site shows a picture of its first page. Where there is a
    ``url`` the template is told its code too, as ``code``, in SVG.
    ``root`` is the folder that its photographs lie in: where it is makes no other paper.
    """

    document: str
    name: str
    language: str
    title: str
    template: str
    data: str
    faces: tuple[str, ...]
    width_mm: float
    height_mm: float
    is_pictured: bool = True
    url: str = ""
    logos: tuple[str, ...] = ()
    root: Path = field(default=Path(), repr=False)


class PaperTooLongError(Exception):
    """Words of a paper that need more room than it has: which ``part`` of it, the height they need and the height there is."""

    def __init__(self, paper: Paper, part: str, needed_mm: float, room_mm: float) -> None:
        super().__init__(paper, part, needed_mm, room_mm)  # all of them, so that it comes whole from another process
        self.paper, self.part, self.needed_mm, self.room_mm = paper, part, needed_mm, room_mm

    def __str__(self) -> str:
        return f"{self.paper.title}: {self.part} needs {self.needed_mm:.0f} mm of {self.room_mm:.0f} mm"


@dataclass(frozen=True)
class PrintedPaper:
    """A paper and where its files lie, by their ending."""

    paper: Paper
    files: Mapping[str, Path]

    def name_file(self, ending: str) -> str:
        """Return a file name that still says what it is in a downloads folder."""
        return f"{self.paper.document.rsplit('/', 1)[-1]}-{self.paper.name}-{self.paper.language}{ending}"
