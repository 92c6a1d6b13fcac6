"""Run the press: find each file's key, print what the store lacks, keep the order, report progress."""

from __future__ import annotations

import concurrent.futures
import functools
import importlib.metadata
import json
import os
import queue
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import typst

from broadside.press.codes import draw_code
from broadside.press.engine import SheetEngine, describe_sheet, draw_pictures, write_inputs
from broadside.press.outputs import Form, Output, list_outputs
from broadside.press.photos import prepare_photo
from broadside.sheets import Sheet
from broadside.store import Store, hash_folder, make_key

ENGINE_VERSIONS = tuple(f"{name} {importlib.metadata.version(name)}" for name in ("typst", "segno", "pillow"))
"""Part of every key: another version may draw otherwise."""

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
    """One file to make: its key and place in the store, and what the design is told."""

    output: Output
    key: str
    file: Path
    description: dict[str, Any]


@dataclass(frozen=True)
class Printed:
    """A sheet and where its files lie, by form."""

    sheet: Sheet
    files: dict[Form, Path]
    was_made: bool

    def name_file(self, form: Form) -> str:
        """Return a file name that still says what it is in a downloads folder."""
        return f"{self.sheet.slogan}-{self.sheet.name}-{form}{self.files[form].suffix}"


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
        self._store.root.mkdir(parents=True, exist_ok=True)
        for name in ("designs", "parts", "brands"):
            (Path(self._bench.name) / name).symlink_to((self._posters / name).resolve())
        (Path(self._bench.name) / "store").symlink_to(self._store.root.resolve())
        return self

    def __exit__(self, *_: object) -> None:
        self._bench.cleanup()

    @functools.cached_property
    def _engines(self) -> queue.SimpleQueue[SheetEngine]:
        """Warm engines, one a worker, made when the first sheet is missing."""
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(self._posters / "fonts")])
        engines: queue.SimpleQueue[SheetEngine] = queue.SimpleQueue()
        for _ in range(self._workers):
            engines.put(SheetEngine(Path(self._bench.name), fonts))
        return engines

    def print_sheets(self, sheets: Sequence[Sheet], report: Callable[[Progress], None] = lambda _: None) -> tuple[Printed, ...]:
        """Print ``sheets``; what the store has is not printed again. ``report`` hears of each sheet made, and of the end."""
        planned = [(sheet, jobs, self._find_missing(jobs)) for sheet in sheets for jobs in [self._plan_sheet(sheet)]]
        lacking = [(sheet, missing) for sheet, _, missing in planned if missing]
        ready = len(sheets) - len(lacking)
        if lacking:
            self._engines  # noqa: B018  made here, once, and not by each thread
            with concurrent.futures.ThreadPoolExecutor(self._workers) as pool:
                for made, _ in enumerate(pool.map(self._print_missing, *zip(*lacking, strict=True)), 1):
                    report(Progress(ready + made, len(sheets), made))
        else:
            report(Progress(ready, len(sheets), 0))
        return tuple(Printed(sheet, {job.output.form: job.file for job in jobs}, bool(missing)) for sheet, jobs, missing in planned)

    def print_sheet(self, sheet: Sheet) -> Printed:
        """Print one sheet's files, those that the store lacks."""
        return self.print_sheets([sheet])[0]

    def print_output(self, sheet: Sheet, output: Output) -> Path:
        """Print one file of a sheet, unless the store has it; returns where it lies."""
        job = next(job for job in self._plan_sheet(sheet) if job.output == output)
        self._print_missing(sheet, self._find_missing([job]))
        return job.file

    def _plan_sheet(self, sheet: Sheet) -> list[_Job]:
        description = describe_sheet(sheet, self._prepare_photo(sheet))
        sources = self._hash_sources(sheet, json.dumps(description, ensure_ascii=False, sort_keys=True))
        keys = {output: make_key(output.form, sources) for output in list_outputs(sheet)}
        return [_Job(output, key, self._store.locate(key, output.ending), description) for output, key in keys.items()]

    def _find_missing(self, jobs: Sequence[_Job]) -> list[_Job]:
        return [job for job in jobs if not job.file.is_file()]

    def _print_missing(self, sheet: Sheet, jobs: Sequence[_Job]) -> None:
        """Print ``jobs`` on the next free engine; preview and thumbnail come from one drawing."""
        engine = self._engines.get()
        try:
            code = self._draw_code(sheet.url)
            pictures: dict[Form, Callable[[], bytes]] = {}
            for job in jobs:
                inputs = write_inputs(job.description, job.output, code)
                if job.output.is_pdf:
                    data = engine.draw_pdf(sheet, inputs, job.output)
                elif job.output.form == "screen":
                    data = engine.draw_png(sheet, inputs, sheet.carrier.width_px or 0)
                else:
                    pictures = pictures or draw_pictures(engine, sheet, inputs)
                    data = pictures[job.output.form]()
                self._store.put(job.key, job.output.ending, data)
        finally:
            self._engines.put(engine)

    def _hash_sources(self, sheet: Sheet, description: str) -> str:
        """Hash all that a sheet depends on: itself as data, the design, the parts, the logo, the faces, the engine."""
        return make_key(
            PRESS_EDITION,
            *ENGINE_VERSIONS,
            description,
            self._hash_folder(self._posters / "designs" / sheet.design_id),
            self._hash_folder(self._posters / "parts"),
            self._hash_folder(self._posters / "brands" / sheet.unit),
            *sorted({face.sha256 for face in (*sheet.word_faces, *sheet.note_faces)}),
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
