"""A sheet or a paper -> the keys of its files: hashes of all that they are made from."""

from __future__ import annotations

import functools
import importlib.metadata
from collections.abc import Callable, Iterable
from pathlib import Path

from broadside.press.bench import bring_logo
from broadside.press.describing import Order
from broadside.press.jobs import Keys, PaperKeys
from broadside.press.outputs import ENDINGS
from broadside.press.papers import Paper
from broadside.sheets import Sheet
from broadside.store import hash_folder, make_key

ENGINE_VERSIONS = tuple(f"{name} {importlib.metadata.version(name)}" for name in ("typst", "segno", "pillow", "pikepdf"))
"""Part of every key: another version may draw otherwise."""

PICTURE_VERSIONS = (f"pypdfium2 {importlib.metadata.version('pypdfium2')}",)
"""Part of the key of every picture: what shows the PDF."""

PRESS_EDITION = "2"
"""Part of every key: raise it when this room changes what it prints from the same inputs."""

FONTS, INKS = "fonts", "inks"
"""What lies under ``posters`` and not on the bench: too large to copy, or not read by the engine."""


class KeyMaker:
    """Makes the keys of one run and brings what they name to the bench; each file is read once, for none changes meanwhile."""

    def __init__(self, bench: Path, posters: Path, slogans: Path) -> None:
        self._bench, self._posters = bench, posters
        self._hash_design: Callable[[str], str] = functools.cache(lambda name: hash_folder(bench / "designs" / name))
        self._hash_file: Callable[[str], str] = functools.cache(lambda name: make_key((slogans / name).read_bytes()))
        self._bring_logo = functools.cache(functools.partial(bring_logo, posters, bench))

    @functools.cached_property
    def _parts(self) -> str:
        return hash_folder(self._bench / "parts")

    @functools.cached_property
    def _papers(self) -> str:
        return hash_folder(self._bench / "papers")

    @functools.cached_property
    def _inks(self) -> str:
        return hash_folder(self._posters / INKS)

    def make_sheet_keys(self, sheet: Sheet, order: Order) -> Keys:
        """Return the key of each file of a sheet.

        It depends on the sheet as data, the photograph, the design, the parts, the logos, the inks, the faces, the engine.
        """
        photo = (self._hash_file(order.photo.file), repr(order.photo)) if order.photo else ()
        faces = {face.sha256 for each in (*(voice.faces for voice in sheet.voices), sheet.note_faces) for face in each}
        sources = make_key(
            PRESS_EDITION,
            *ENGINE_VERSIONS,
            order.inputs,
            *photo,
            *self._hash_drawing(sheet),
            repr(order.spot),
            *sorted(faces),
        )
        return tuple((form, _make_key(form, ENDINGS[form], sources)) for form in order.forms)

    def hash_ground(self, sheet: Sheet) -> tuple[str, ...]:
        """Return the hashes of all files that a sheet is printed from; what else its keys depend on is in its values."""
        return (self._hash_file(sheet.photo_file) if sheet.photo_file else "", *self._hash_drawing(sheet))

    def _hash_drawing(self, sheet: Sheet) -> tuple[str, ...]:
        """Return the hashes of what draws a sheet: its design and that which it is like, the parts, its logos, the inks."""
        return (
            *(self._hash_design(name) for name in (sheet.design_id, sheet.design.like) if name is not None),
            self._parts,
            *self.bring_logos(sheet),
            self._inks,
        )

    def bring_logos(self, sheet: Sheet) -> tuple[str, ...]:
        """Put a sheet's logos on the bench and return their hashes."""
        return tuple(self._bring_logo(file) for mark in sheet.marks for file in (mark.logo, mark.logo_copier))

    def make_paper_keys(self, paper: Paper) -> PaperKeys:
        """Return the key of a paper's PDF and that of its picture, where it has one, by their endings."""
        sources = make_key(
            PRESS_EDITION,
            *ENGINE_VERSIONS,
            repr(paper),
            self._papers,
            self._parts,
            *map(self._bring_logo, paper.logos),
        )
        endings = (".pdf", ".webp") if paper.is_pictured else (".pdf",)
        return tuple((ending, _make_key(ending, ending, sources)) for ending in endings)

    def make_record_key(self, sources: str, logos: Iterable[str]) -> str:
        """Return the key of the record of a document's papers, which are described from ``sources`` and show ``logos``."""
        versions = (PRESS_EDITION, *ENGINE_VERSIONS, *PICTURE_VERSIONS)
        return make_key("papers", sources, *versions, self._papers, self._parts, *map(self._bring_logo, logos))


def _make_key(name: str, ending: str, sources: str) -> str:
    """Return the key of one file made from ``sources``; a picture's depends on what shows the PDF, too."""
    return make_key(name, sources, *(PICTURE_VERSIONS if ending == ".webp" else ()))


def prove(posters: Path) -> tuple[str, ...]:
    """Return what a worker elsewhere must have as we have it, or it would print something else under the same keys.

    These are the versions of all that draws, the inks, and the record of the fonts.
    """
    fonts = make_key((posters / FONTS / "fonts.yml").read_bytes())
    return (PRESS_EDITION, *ENGINE_VERSIONS, *PICTURE_VERSIONS, f"fonts.yml {fonts}", f"inks {hash_folder(posters / INKS)}")
