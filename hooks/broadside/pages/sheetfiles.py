"""Printed sheets -> the files the site serves, and their pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadside.catalog import Form, choose
from broadside.pages.values import Picture, SheetFile, Shelf
from broadside.press.outputs import measure_picture
from broadside.press.printed import Printed

BYTES_PER_KB = 1000
"""kB as on a file's label: the SI prefix (IEC 80000-13)."""


def name_file(printed: Printed, form: Form) -> str:
    """Return where the site serves one file of a sheet."""
    return f"sheets/{printed.sheet.slogan}/{printed.name_file(form)}"


def list_files(shelf: Shelf) -> Iterator[SheetFile]:
    """Yield every printed file of the site, the mark of the unit that runs it, and the marks of all that the units' list shows."""
    yield shelf.logo
    if len(shelf.catalog.brands) > 1:
        yield from map(shelf.locate_logo, shelf.catalog.brands)
    for sheets in (*shelf.printed.values(), *shelf.samples.values(), *shelf.kits.values()):
        for printed in sheets:
            for form, file in printed.files.items():
                yield SheetFile(name_file(printed, form), file)


def find_picture(shelf: Shelf, slogan: str, language: str, groups: Sequence[str], form: Form = "thumbnail") -> Picture | None:
    """Return a slogan's picture in ``language``, else in the default language, from the first of ``groups`` that has one."""
    sheets = [printed for printed in shelf.printed.get(slogan, ()) if form in printed.files]
    for wanted in (language, shelf.catalog.language):
        for group in groups:
            for printed in sheets:
                if printed.sheet.language == wanted and group in {printed.sheet.carrier.group, printed.sheet.carrier_id}:
                    return make_picture(printed, form)
    return make_picture(sheets[0], form) if sheets else None


def make_picture(printed: Printed, form: Form) -> Picture:
    """Describe one picture of a sheet; it is read aloud as the sheet's words."""
    width, height = measure_picture(printed.sheet, form)
    return Picture(name_file(printed, form), width, height, " ".join(printed.sheet.text.split()))


def list_previews(shelf: Shelf, slogan: str, language: str) -> tuple[tuple[str, Picture], ...]:
    """Return the previews of a slogan in ``language``, each with its carrier's name."""
    return tuple(
        (name_carrier(shelf, printed, language), make_picture(printed, "preview"))
        for printed in shelf.printed.get(slogan, ())
        if any(voice.language == language for voice in printed.sheet.voices) and "preview" in printed.files
    )


def name_carrier(shelf: Shelf, printed: Printed, language: str) -> str:
    """Return the carrier's name in the interface's language, with the languages of a sheet that has several."""
    name = choose(printed.sheet.carrier.name, language, shelf.catalog.language)
    return f"{name}, {name_languages(printed)}" if len(printed.sheet.voices) > 1 else name


def name_languages(printed: Printed) -> str:
    """Return the names of a sheet's languages, each in its own."""
    return " + ".join(voice.tongue.name for voice in printed.sheet.voices)


def write_size(count: int) -> str:
    """Write a number of bytes as people read it: ``18 kB``, ``1.2 MB``, ``1.4 GB``."""
    kilobytes = count / BYTES_PER_KB
    if kilobytes < BYTES_PER_KB:
        return f"{kilobytes:.0f} kB"
    megabytes = kilobytes / BYTES_PER_KB
    return f"{megabytes:.1f} MB" if megabytes < BYTES_PER_KB else f"{megabytes / BYTES_PER_KB:.1f} GB"
