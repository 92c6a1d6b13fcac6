"""Words and an ordered list of faces -> shaped lines: which face draws each letter, and how wide it comes out.

HarfBuzz shapes here as it does inside the engine, so a width found before printing is the width that is printed
(decision 0004). Lengths are in em: multiply by the type size.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

import uharfbuzz as hb

from broadside.fonts.faces import Face, split_clusters
from broadside.fonts.ordering import find_levels, order_for_the_eye
from broadside.fonts.squeezing import squeeze_marks


@dataclass(frozen=True)
class Run:
    """Neighbouring letters that one face draws; ``start`` counts characters from the line's first.

    ``level`` is the embedding level of UAX 9: even runs from left to right, odd from right to left. ``script`` (ISO 15924) is the
    one whose rules shape it, where it has any.
    """

    start: int
    text: str
    face: Face
    level: int = 0
    script: str | None = None


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


@dataclass(frozen=True)
class _Glyph:
    """One glyph: the character it belongs to, its advance, and its ink's left, right, top and bottom from the pen, in em."""

    index: int
    advance: float
    ink: tuple[float, float, float, float] | None


@functools.lru_cache(maxsize=4096)
def _name_script(text: str) -> str | None:
    """Return the script (ISO 15924) of the first letter of ``text`` that has one of its own."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    return cast("str | None", buffer.script)


def _split_segments(text: str, direction: str) -> list[tuple[str, int]]:
    """Return the stretches of one level and script, as the engine takes them; marks and digits go with what is before them."""
    segments: list[tuple[str, int]] = []
    script: str | None = None
    for letter, level in zip(text, find_levels(text, direction), strict=True):
        own = _name_script(letter)
        if segments and segments[-1][1] == level and (own is None or script is None or own == script):
            segments[-1] = (segments[-1][0] + letter, level)
            script = script or own
        else:
            segments.append((letter, level))
            script = own
    return segments


def split_runs(text: str, faces: Sequence[Face], direction: str = "ltr") -> Iterator[Run]:
    """Give each letter, with its marks, the first of ``faces`` that has it, as the engine does, and join neighbours of one face.

    Raises ``LookupError`` for a letter in no face: find those first with :func:`find_missing`.
    """
    start = 0
    for segment, level in _split_segments(text, direction):
        for face, group in itertools.groupby(split_clusters(segment), lambda cluster: _find_face(cluster, faces)):
            part = "".join(group)
            # The engine tries the first face on the whole segment, and the others on what is left of it.
            script = _name_script(segment if face is faces[0] else part)
            yield Run(start, part, face, level, script)
            start += len(part)


def _find_face(cluster: str, faces: Sequence[Face]) -> Face:
    face = next((face for face in faces if face.has_all(cluster)), None)
    if face is None:
        message = f"no face for {cluster!r}"
        raise LookupError(message)
    return face


def shape(text: str, faces: Sequence[Face], *, language: str, direction: str, script: str = "") -> Shaped:
    """Shape one line of ``text``.

    ``language`` is a BCP 47 tag, ``direction`` ``"ltr"`` or ``"rtl"``, ``script`` an ISO 15924 code: Chinese marks are squeezed
    as the usage of mainland China, Taiwan or Japan has it. In a right-to-left line the offsets still count from the line's
    logical start, so the width of any stretch of it is the difference of two offsets.
    """
    runs = list(split_runs(text, faces, direction))
    glyphs_of = {run.start: _shape_run(run, language) for run in runs}
    advances = [0.0] * len(text)
    for glyph in itertools.chain.from_iterable(glyphs_of.values()):
        advances[glyph.index] += glyph.advance
    cuts = squeeze_marks(text, advances, script)
    for index, (left, right) in enumerate(cuts):
        advances[index] -= left + right
    edges, pen = [], 0.0
    for run in order_for_the_eye(runs):
        for glyph in glyphs_of[run.start]:
            left, right = cuts[glyph.index]
            if glyph.ink is not None:
                start, end, top, bottom = glyph.ink
                edges.append((pen - left + start, pen - left + end, top, bottom))
            pen += glyph.advance - left - right
    offsets = (*itertools.accumulate(advances, initial=0.0),)
    if not edges:
        return Shaped(pen, 0.0, pen, 0.0, 0.0, offsets)
    lefts, rights, tops, bottoms = zip(*edges, strict=True)
    return Shaped(pen, min(lefts), max(rights), max(tops), min(bottoms), offsets)


def _shape_run(run: Run, language: str) -> list[_Glyph]:
    """Shape one run; its glyphs stand from left to right."""
    em = run.face.units_per_em
    buffer = hb.Buffer()
    buffer.add_str(run.text)
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    if run.script is not None:
        buffer.script = run.script
    buffer.guess_segment_properties()
    buffer.language = language
    hb.shape(run.face.shaper, buffer)
    glyphs = []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        extents = run.face.shaper.get_glyph_extents(info.codepoint)
        ink = None
        if extents is not None and extents.width:
            left, top = position.x_offset + extents.x_bearing, position.y_offset + extents.y_bearing
            ink = (left / em, (left + extents.width) / em, top / em, (top + extents.height) / em)
        glyphs.append(_Glyph(run.start + info.cluster, position.x_advance / em, ink))
    return glyphs
