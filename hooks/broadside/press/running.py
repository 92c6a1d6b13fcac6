"""Run the press: find each file's key, print what the store lacks, keep the order, report progress."""

from __future__ import annotations

import concurrent.futures
import functools
import importlib.metadata
import os
import queue
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import typst

from broadside.press.codes import draw_code
from broadside.press.engine import SheetEngine, describe_sheet, draw_pictures
from broadside.press.outputs import Form, Output, list_outputs
from broadside.press.photos import prepare_photo
from broadside.sheets import Sheet
from broadside.store import Store, hash_folder, make_key

ENGINE_VERSION = importlib.metadata.version("typst")
PRESS_EDITION = "1"
"""Part of every key: raise it when this room changes what it prints from the same inputs."""


@dataclass(frozen=True)
class Progress:
    """How far the press is: files there, of all; ``printed`` counts the sheets of which something was made."""

    done: int
    total: int
    printed: int


@dataclass(frozen=True)
class _Job:
    """One file to make: its key in the store and what the engine is given."""

    output: Output
    key: str
    inputs: str


@dataclass(frozen=True)
class Printed:
    """A sheet and where its files lie, by form."""

    sheet: Sheet
    files: dict[Form, Path]
    was_made: bool


class Press:
    """Prints sheets from the designs under ``posters`` into ``store``. Use it in a ``with`` block: it owns a temporary bench."""

    def __init__(self, posters: Path, slogans: Path, store: Store, workers: int | None = None) -> None:
        self._posters, self._slogans, self._store = posters, slogans, store
        self._workers = workers or os.cpu_count() or 1
        self._draw_code = functools.cache(draw_code)
        self._hash_folder = functools.cache(hash_folder)

    def __enter__(self) -> Self:
        # The engine reads nothing outside its root. The bench shows it the designs, their parts, the brands and the store.
        self._bench = tempfile.TemporaryDirectory(prefix="broadside-bench-")
        bench = Path(self._bench.name)
        self._store.root.mkdir(parents=True, exist_ok=True)
        for name in ("designs", "parts", "brands"):
            (bench / name).symlink_to((self._posters / name).resolve())
        (bench / "store").symlink_to(self._store.root.resolve())
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(self._posters / "fonts")])
        self._engines: queue.SimpleQueue[SheetEngine] = queue.SimpleQueue()
        for _ in range(self._workers):
            self._engines.put(SheetEngine(bench, fonts))
        return self

    def __exit__(self, *_: object) -> None:
        self._bench.cleanup()

    def print_sheets(self, sheets: Sequence[Sheet], report: Callable[[Progress], None] = lambda _: None) -> tuple[Printed, ...]:
        """Print ``sheets``; what the store has is not printed again. ``report`` hears of each sheet as it is done."""
        done = printed = 0
        results: list[Printed] = []
        with concurrent.futures.ThreadPoolExecutor(self._workers) as pool:
            for result in pool.map(self.print_sheet, sheets):
                done, printed = done + 1, printed + result.was_made
                results.append(result)
                report(Progress(done, len(sheets), printed))
        return tuple(results)

    def print_sheet(self, sheet: Sheet) -> Printed:
        """Print one sheet's files, those that the store lacks."""
        photo = self._prepare_photo(sheet)
        jobs = [self._plan(sheet, output, photo) for output in list_outputs(sheet)]
        missing = [job for job in jobs if not self._store.has(job.key, job.output.ending)]
        if missing:
            self._print_missing(sheet, missing)
        files = {job.output.form: self._store.locate(job.key, job.output.ending) for job in jobs}
        return Printed(sheet, files, bool(missing))

    def print_output(self, sheet: Sheet, output: Output) -> Path:
        """Print one file of a sheet, unless the store has it; returns where it lies."""
        job = self._plan(sheet, output, self._prepare_photo(sheet))
        if not self._store.has(job.key, output.ending):
            self._print_missing(sheet, [job])
        return self._store.locate(job.key, output.ending)

    def _plan(self, sheet: Sheet, output: Output, photo: str | None) -> _Job:
        inputs = describe_sheet(sheet, output, photo, self._draw_code)
        return _Job(output, self._make_key(sheet, output, inputs), inputs)

    def _print_missing(self, sheet: Sheet, jobs: Sequence[_Job]) -> None:
        """Print ``jobs`` on the next free engine; preview and thumbnail come from one drawing."""
        engine = self._engines.get()
        try:
            pictures = [job for job in jobs if job.output.form in {"preview", "thumbnail"}]
            for job in jobs:
                if job.output.is_pdf:
                    self._store.put(job.key, ".pdf", engine.draw_pdf(sheet, job.inputs, job.output))
                elif job.output.form == "screen":
                    self._store.put(job.key, ".png", engine.draw_png(sheet, job.inputs, sheet.carrier.width_px or 0))
            if pictures:
                drawn = draw_pictures(engine, sheet, pictures[0].inputs)
                for job in pictures:
                    self._store.put(job.key, job.output.ending, drawn[job.output.form]())
        finally:
            self._engines.put(engine)

    def _make_key(self, sheet: Sheet, output: Output, inputs: str) -> str:
        """Hash all that the file depends on: the sheet as data, the design, the parts, the logo, the faces, the engine."""
        faces = sorted({face.sha256 for face in (*sheet.word_faces, *sheet.note_faces)})
        return make_key(
            PRESS_EDITION,
            ENGINE_VERSION,
            output.form,
            inputs,
            self._hash_folder(self._posters / "designs" / sheet.design_id),
            self._hash_folder(self._posters / "parts"),
            self._hash_folder(self._posters / "brands" / sheet.unit),
            *faces,
        )

    def _prepare_photo(self, sheet: Sheet) -> str | None:
        """Return the path on the bench of the sheet's photograph, cropped to the sheet and scaled to it, or nothing."""
        if sheet.photo_file is None:
            return None
        file = self._slogans / sheet.photo_file
        size = (sheet.width_mm + 2 * sheet.bleed_mm, sheet.height_mm + 2 * sheet.bleed_mm)
        key = make_key(PRESS_EDITION, "photo", file.read_bytes(), repr(size), repr(sheet.photo_focus))
        path = self._store.get_or_make(key, ".jpg", lambda: prepare_photo(file, *size, sheet.photo_focus))
        return f"/store/{path.relative_to(self._store.root).as_posix()}"
