"""Turn words and an ordered list of faces into shaped lines: which face draws each letter, and how wide it comes out.

HarfBuzz shapes here as it does inside the engine, so a width found before printing is the width that is printed
(decision 0004). Lengths are in em: multiply by the type size.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import uharfbuzz as hb


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
    def shaper(self) -> hb.Font:
        """The HarfBuzz font, read once."""
        return hb.Font(hb.Face(hb.Blob.from_file_path(str(self.path))))

    @functools.cached_property
    def units_per_em(self) -> int:
        """Font units in one em (OpenType ``head.unitsPerEm``)."""
        return int(self.shaper.face.upem)

    def has(self, character: str) -> bool:
        """Say whether this face draws ``character`` (OpenType ``cmap``)."""
        return self.shaper.get_nominal_glyph(ord(character)) is not None


@dataclass(frozen=True)
class Run:
    """Neighbouring letters that one face draws; ``start`` counts characters from the line's first."""

    start: int
    text: str
    face: Face


@dataclass(frozen=True)
class Shaped:
    """A shaped line, in em: where its ink lies, and the pen's position before each character.

    ``offsets_em`` has one entry a character and a last one for the end; inside a cluster the entries are equal.
    ``left_em``, ``right_em``: the ink's edges measured from the line's origin. ``top_em`` is above the baseline (positive up),
    ``bottom_em`` below it (negative).
    """

    advance_em: float
    left_em: float
    right_em: float
    top_em: float
    bottom_em: float
    offsets_em: tuple[float, ...] = field(repr=False)


def is_joined(character: str) -> bool:
    """Say whether ``character`` belongs to the letter before it: marks, joiners, variation selectors (UAX 29, Extend)."""
    return unicodedata.category(character) in {"Mn", "Me", "Mc"} or character in "\u200c\u200d\ufe0e\ufe0f"


def find_missing(text: str, faces: Sequence[Face]) -> tuple[str, ...]:
    """Return the characters of ``text`` that none of ``faces`` draws, each once, in order of appearance."""
    letters = dict.fromkeys(letter for letter in text if letter not in " \t\n\u3000")
    # A character that is never seen (a zero-width space, a control code) is in no copy on purpose; joiners shape letters.
    unseen = {letter for letter in letters if unicodedata.category(letter) in {"Cc", "Cf"} and not is_joined(letter)}
    return tuple(letter for letter in letters if letter in unseen or not any(face.has(letter) for face in faces))


def split_runs(text: str, faces: Sequence[Face]) -> Iterator[Run]:
    """Give each letter the first of ``faces`` that has it, as the engine does, and join neighbours of one face.

    A space or a mark stays with the run before it where that run's face has it. Raises ``LookupError`` for a character
    in no face: find those first with :func:`find_missing`.
    """
    start, current = 0, None
    for index, character in enumerate(text):
        if current is not None and (character == " " or is_joined(character)) and current.has(character):
            continue
        face = next((face for face in faces if face.has(character)), None)
        if face is None:
            message = f"no face for {character!r}"
            raise LookupError(message)
        if current is not None and face is not current:
            yield Run(start, text[start:index], current)
            start = index
        current = face
    if current is not None:
        yield Run(start, text[start:], current)


def shape(text: str, faces: Sequence[Face], *, language: str, direction: str) -> Shaped:
    """Shape one line of ``text``.

    ``language`` is a BCP 47 tag, ``direction`` ``"ltr"`` or ``"rtl"``. In a right-to-left line the offsets still count from the
    line's logical start, so the width of any stretch of it is the difference of two offsets.
    """
    pen = 0.0
    runs: list[tuple[float, float, list[_Ink]]] = []
    offsets = [0.0] * (len(text) + 1)
    for run in split_runs(text, faces):
        advances, ink = _shape_run(run, language)
        runs.append((pen, sum(advances), ink))
        for index, advance in enumerate(advances):
            offsets[run.start + index] = pen
            pen += advance
    offsets[len(text)] = pen
    edges = []
    for before, advance, ink in runs:
        # HarfBuzz gives a run's glyphs from left to right; in a right-to-left line the first run stands at the right.
        origin = pen - before - advance if direction == "rtl" else before
        edges += [(origin + left, origin + right, top, bottom) for left, right, top, bottom in ink]
    if not edges:
        return Shaped(pen, 0.0, pen, 0.0, 0.0, tuple(offsets))
    lefts, rights, tops, bottoms = zip(*edges, strict=True)
    return Shaped(pen, min(lefts), max(rights), max(tops), min(bottoms), tuple(offsets))


_Ink = tuple[float, float, float, float]


def _shape_run(run: Run, language: str) -> tuple[list[float], list[_Ink]]:
    """Shape one run: the advance of each character (in logical order) and each glyph's ink from the run's left end, in em."""
    em = run.face.units_per_em
    buffer = hb.Buffer()
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    buffer.language = language
    hb.shape(run.face.shaper, buffer)
    advances = [0.0] * len(run.text)
    ink: list[_Ink] = []
    x = 0.0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        extents = run.face.shaper.get_glyph_extents(info.codepoint)
        advances[info.cluster] += position.x_advance / em
        if extents is not None and extents.width:
            left = x + (position.x_offset + extents.x_bearing) / em
            top = (position.y_offset + extents.y_bearing) / em
            ink.append((left, left + extents.width / em, top, top + extents.height / em))
        x += position.x_advance / em
    return advances, ink
