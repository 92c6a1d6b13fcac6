"""Font files and words -> which letters each face draws."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb

# Default ignorable code points (UAX 44) that shape their neighbours: HarfBuzz needs no glyph for them.
JOINERS = "\u200c\u200d\ufe0e\ufe0f"


@dataclass(frozen=True)
class Face:
    """One font file as the press uses it.

    ``family`` and ``weight`` are the engine's names for it; ``sha256`` is part of the key of every sheet it draws.
    """

    id: str
    path: Path
    family: str
    weight: int
    sha256: str
    covers: str

    @functools.cached_property
    def is_here(self) -> bool:
        """Whether its file is here, looked up once: a font may be left to be fetched, and every paper asks."""
        return self.path.is_file()

    @functools.cached_property
    def shaper(self) -> hb.Font:
        """The HarfBuzz font, read once."""
        return hb.Font(hb.Face(hb.Blob.from_file_path(str(self.path))))

    @functools.cached_property
    def units_per_em(self) -> int:
        """Font units in one em (OpenType ``head.unitsPerEm``)."""
        return int(self.shaper.face.upem)

    @functools.cached_property
    def letters(self) -> frozenset[str]:
        """The characters of its ``cmap`` that are seen and stand alone: no marks, joiners or controls."""
        found = map(chr, self.shaper.face.unicodes)
        return frozenset(each for each in found if unicodedata.category(each) not in {"Mn", "Me", "Mc", "Cc", "Cf"})

    def has(self, character: str) -> bool:
        """Say whether this face draws ``character`` (OpenType ``cmap``); HarfBuzz makes other spaces from the space."""
        if unicodedata.category(character) == "Zs":
            character = " "
        return self.shaper.get_nominal_glyph(ord(character)) is not None

    def has_all(self, cluster: str) -> bool:
        """Say whether this face draws a letter with its marks, composed or not, as HarfBuzz looks for it."""
        forms = (cluster, *(unicodedata.normalize(form, cluster) for form in ("NFC", "NFD") if not cluster.isascii()))
        return any(all(letter in JOINERS or self.has(letter) for letter in form) for form in forms)


def is_joined(character: str) -> bool:
    """Say whether ``character`` belongs to the letter before it: marks, joiners, variation selectors (UAX 29, Extend)."""
    return unicodedata.category(character) in {"Mn", "Me", "Mc"} or character in JOINERS


def split_clusters(text: str) -> Iterator[str]:
    """Yield each letter of ``text`` with the marks that belong to it."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not is_joined(text[index]):
            yield text[start:index]
            start = index


def find_missing(text: str, faces: Sequence[Face], ignored: str = "") -> tuple[str, ...]:
    """Return the characters of ``text`` that none of ``faces`` draws, each once, in order of appearance.

    A letter and its marks are drawn by one face. ``ignored`` are characters that never reach the engine. Any other that is
    never seen (a zero-width space, a control code) is in no copy on purpose, and missing.
    """
    left = set(text) - {"\t", "\n", *ignored}
    for face in faces:  # of most texts every character stands alone and is in a face: no more is asked
        left -= face.letters
        if not left:
            return ()
    missing: dict[str, None] = {}
    for cluster in dict.fromkeys(split_clusters("".join(letter for letter in text if letter not in {"\t", "\n", *ignored}))):
        seen = "".join(letter for letter in cluster if letter in JOINERS or unicodedata.category(letter) not in {"Cc", "Cf"})
        missing |= dict.fromkeys(letter for letter in cluster if letter not in seen)
        if not any(face.has_all(seen) for face in faces):
            alone = [letter for letter in seen if letter not in JOINERS and not any(face.has(letter) for face in faces)]
            missing |= dict.fromkeys(alone or seen)
    return tuple(missing)


def choose_weights(faces: Sequence[Face], weight: int) -> tuple[Face, ...]:
    """Keep of each family the one face that the engine takes: the nearest to ``weight``.

    Of two equally near the first is kept; which one the engine takes is not documented, so a design had better not ask for it.
    """
    nearest: dict[str, Face] = {}
    for face in faces:
        other = nearest.setdefault(face.family, face)
        if abs(face.weight - weight) < abs(other.weight - weight):
            nearest[face.family] = face
    return tuple(nearest.values())
