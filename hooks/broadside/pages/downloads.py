"""A slogan's printed sheets -> its files to take away, named by paper and purpose, the likely ones first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from broadside.catalog import Form
from broadside.pages.sheetfiles import name_carrier, name_file, name_languages, write_size
from broadside.pages.values import Download, Shelf
from broadside.press.printed import Printed
from broadside.sheets import drawn_scale

ISO_A_MM = {(210, 297): "A4", (297, 420): "A3", (148, 210): "A5", (420, 594): "A2", (594, 841): "A1", (841, 1189): "A0"}
"""The A sizes (ISO 216), upright."""
LIKELY = (("a4", "A4", ("office", "copier")), ("a3", "A3", ("office", "copier")), ("screen", "", ("screen",)))
"""What most people come for, in this order: the office printer, the copier, the screen. Our choice."""
LIKELY_FORMS: frozenset[Form] = frozenset({"office", "copier", "screen"})
"""Those of :data:`LIKELY`."""
PICTURES: frozenset[Form] = frozenset({"preview", "thumbnail"})


@dataclass(frozen=True)
class Row:
    """The files of one carrier, under the carrier's name."""

    name: str
    files: tuple[Download, ...]


@dataclass(frozen=True)
class Rack:
    """A slogan's files with words in one language; ``language`` is empty where several stand together.

    ``name`` is the language's own name, ``words`` what the sheets say, ``likely`` the files most people want, as (key of a
    heading, files), ``groups`` all files, as (heading, a row a carrier).
    """

    language: str
    name: str
    words: str
    likely: tuple[tuple[str, tuple[Download, ...]], ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]

    @property
    def count(self) -> int:
        """How many files there are."""
        return sum(len(row.files) for _, rows in self.groups for row in rows)


def list_racks(shelf: Shelf, slogan: str, language: str) -> tuple[Rack, ...]:
    """Return a slogan's files by the language of its words, ``language`` first, as a reader of ``language`` is told of them."""
    sheets = shelf.printed.get(slogan, ())
    spoken = sorted(dict.fromkeys(printed.sheet.language for printed in sheets), key=lambda code: code != language)
    return tuple(_make_rack(shelf, [printed for printed in sheets if printed.sheet.language == code], language) for code in spoken)


def _make_rack(shelf: Shelf, sheets: list[Printed], language: str) -> Rack:
    code = sheets[0].sheet.language
    rows: dict[str, list[Row]] = {}
    known = [(printed, tuple(list_carrier_files(shelf, printed, language))) for printed in sheets]
    for printed, files in known:
        if files:
            rows.setdefault(printed.sheet.carrier.group, []).append(Row(name_carrier(shelf, printed, language), files))
    groups = shelf.texts(language)["carrier_groups"]
    return Rack(
        language=code if code in shelf.catalog.languages else "",
        name=name_languages(sheets[0]),
        words=" ".join(sheets[0].sheet.text.split()),
        likely=tuple(_choose_likely(shelf, known, language)),
        groups=tuple((groups[group], tuple(inside)) for group, inside in rows.items()),
    )


def list_carrier_files(shelf: Shelf, printed: Printed, language: str, forms: Collection[Form] | None = None) -> Iterator[Download]:
    """Yield the files of one sheet, those of ``forms`` where some are named, never its pictures for the site."""
    wanted = [form for form in printed.files if (form not in PICTURES if forms is None else form in forms)]
    if not wanted:
        return
    texts, name = shelf.texts(language)["printing"], name_carrier(shelf, printed, language)
    for form in wanted:
        purpose, paper = name_purpose(printed, form), name_paper(printed, form)
        yield Download(
            address=name_file(printed, form),
            what=name,
            how=_say(texts["purposes"][purpose].format(paper=paper), printed, form, texts),
            size=write_size(printed.sizes[form]),
            form=form,
            purpose=purpose,
            carrier=printed.sheet.carrier_id,
            paper="" if form == "screen" else paper,
        )


def find_likely(shelf: Shelf, sheets: Iterable[Printed], language: str) -> Iterator[tuple[str, tuple[Download, ...]]]:
    """Return the files that most people want, each said in few words as their heading says the rest."""
    return _choose_likely(
        shelf, ((each, tuple(list_carrier_files(shelf, each, language, LIKELY_FORMS))) for each in sheets), language
    )


def _choose_likely(
    shelf: Shelf, racked: Iterable[tuple[Printed, tuple[Download, ...]]], language: str
) -> Iterator[tuple[str, tuple[Download, ...]]]:
    known = [(printed, file) for printed, files in racked for file in files]
    texts = shelf.texts(language)["printing"]
    for key, paper, forms in LIKELY:
        fitting = [(printed, file) for printed, file in known if file.form in forms and file.paper == paper]
        if key != "screen" and fitting:  # of an upright and a lying sheet the one that comes first in the carriers' list
            fitting = [(printed, file) for printed, file in fitting if printed is fitting[0][0]]
        if fitting:
            yield key, tuple(replace(file, short=_shorten(file, printed, texts)) for printed, file in fitting)


def _shorten(file: Download, printed: Printed, texts: Mapping[str, Any]) -> str:
    """Say what the heading leaves open: the ink, or which screen."""
    short = texts["shorts"].get(file.form)
    return _say(short, printed, file.form, texts) if short else file.what


def name_purpose(printed: Printed, form: Form) -> str:
    """Return the key of what one file of a sheet is for: its form, and for some forms the paper or the scale it is drawn to."""
    if form not in {"print-shop", "office", "copier"}:
        return form
    is_scaled = drawn_scale(printed.sheet.carrier) > 1
    if form == "print-shop":
        return "print-shop-scaled" if is_scaled else form
    if is_scaled:
        return f"{form}-scaled"
    paper, (short, long) = name_paper(printed, form), _measure(printed)
    if paper in {"A5", "A4", "A3"}:
        return f"{form}-a3" if paper == "A3" else f"{form}-a4"
    return f"{form}-cut" if short <= 297 and long <= 420 else f"{form}-large"


def name_paper(printed: Printed, form: Form) -> str:
    """Return the paper that a file's pages are to be printed on, in no language: ``A4``, or width × height in mm.

    A print shop's file is named by the finished sheet, although its pages also hold the bleed and the marks.
    """
    if form.endswith(("-a4", "-a3")):
        return form[-2:].upper()
    return name_size(printed.sheet.width_mm, printed.sheet.height_mm)


def name_size(width_mm: float, height_mm: float) -> str:
    """Return what paper of a size is called in no language: ``A4``, upright or lying, else width × height in mm."""
    width, height = round(width_mm), round(height_mm)
    return ISO_A_MM.get((min(width, height), max(width, height))) or f"{width} × {height} mm"


def _measure(printed: Printed) -> tuple[int, int]:
    """Return the shorter and the longer side as drawn, in whole mm."""
    short, long = sorted((round(printed.sheet.width_mm), round(printed.sheet.height_mm)))
    return short, long


def _say(words: str, printed: Printed, form: str, texts: Mapping[str, Any]) -> str:
    """Fill in the paper, and for a copier how much of it turns black."""
    ink = str(texts["ink"]).format(ink=round(printed.ink_cover)) if form == "copier" and printed.ink_cover is not None else ""
    return words + ink
