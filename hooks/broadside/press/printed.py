"""A sheet and its files -> what pages and lists say of each: its name, its size, its ink."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from broadside.catalog import Form
from broadside.press.contrast import Faint
from broadside.sheets import Sheet


@dataclass(frozen=True)
class Printed:
    """A sheet and where its files lie, by form; ``faint`` are words that cannot be read, of a sheet that was not kept."""

    sheet: Sheet
    files: dict[Form, Path]
    was_made: bool
    faint: Faint | None = None

    def name_file(self, form: Form) -> str:
        """Return a file name that still says what it is in a downloads folder."""
        return self._names[form]

    @functools.cached_property
    def _names(self) -> Mapping[Form, str]:
        """The names of its files: pages, feeds and lists ask for each a dozen times."""
        name = f"{self.sheet.slogan}-{self.sheet.name}"
        return {form: f"{name}-{form}{file.suffix}" for form, file in self.files.items()}

    @functools.cached_property
    def sizes(self) -> Mapping[Form, int]:
        """The size of each of its files in bytes."""
        return {form: file.stat().st_size for form, file in self.files.items()}

    @functools.cached_property
    def ink_cover(self) -> float | None:
        """The ink that a copier's file takes, in per cent of the paper, where there is such a file."""
        file = self.files.get("copier")
        note = file.with_suffix(".ink") if file else None
        return float(note.read_text("ascii")) if note and note.is_file() else None
