"""Run the press: find each file's key, print what the store lacks on every processor, keep the order, report progress."""

from __future__ import annotations

import concurrent.futures
import functools
import importlib.metadata
import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from PIL import Image

from broadside.catalog import Form
from broadside.press.contrast import Faint
from broadside.press.describing import Order, make_order
from broadside.press.outputs import ENDINGS
from broadside.press.papers import Paper
from broadside.press.working import Keys, Places, Worker, picture_paper, print_on_process, start_process
from broadside.sheets import Sheet
from broadside.store import Store, hash_folder, make_key

ENGINE_VERSIONS = tuple(f"{name} {importlib.metadata.version(name)}" for name in ("typst", "segno", "pillow", "pikepdf"))
"""Part of every key: another version may draw otherwise."""

PICTURE_VERSIONS = (f"pypdfium2 {importlib.metadata.version('pypdfium2')}",)
"""Part of the key of every picture: what shows the PDF."""

PRESS_EDITION = "2"
"""Part of every key: raise it when this room changes what it prints from the same inputs."""

FEW = 6
"""Our choice: so many sheets are printed here at once; starting processes (half a second) pays for more."""


@dataclass(frozen=True)
class Progress:
    """How far the press is: sheets there, of all; ``printed`` counts those of which something was made."""

    done: int
    total: int
    printed: int


@dataclass(frozen=True)
class Printed:
    """A sheet and where its files lie, by form; ``faint`` are words that cannot be read, of a sheet that was not kept."""

    sheet: Sheet
    files: dict[Form, Path]
    was_made: bool
    faint: Faint | None = None

    def name_file(self, form: Form) -> str:
        """Return a file name that still says what it is in a downloads folder."""
        return f"{self.sheet.slogan}-{self.sheet.name}-{form}{self.files[form].suffix}"

    @functools.cached_property
    def ink_cover(self) -> float | None:
        """The ink that a copier's file takes, in per cent of the paper, where there is such a file."""
        file = self.files.get("copier")
        note = file.with_suffix(".ink") if file else None
        return float(note.read_text("ascii")) if note and note.is_file() else None


class Press:
    """Prints sheets from the designs under ``posters`` into ``store``. Use it in a ``with`` block: it owns a temporary bench."""

    def __init__(self, posters: Path, slogans: Path, store: Store, workers: int | None = None) -> None:
        self._posters, self._slogans, self._store = posters, slogans, store
        self._workers = workers or os.cpu_count() or 1
        self._hash_folder = functools.cache(hash_folder)
        self._hash_file = functools.cache(lambda file: make_key(file.read_bytes()))
        self._bring_logo = functools.cache(self._copy_logo)

    def __enter__(self) -> Self:
        # The engine reads nothing outside its root. The bench shows it copies of the designs and their parts, as they are now:
        # what somebody saves while the press runs must not be kept under the key of what was there before.
        self._bench = tempfile.TemporaryDirectory(prefix="broadside-bench-")
        self._store.root.mkdir(parents=True, exist_ok=True)
        for name in ("designs", "parts", "papers"):
            if (self._posters / name).is_dir():
                shutil.copytree(self._posters / name, Path(self._bench.name) / name)
        (Path(self._bench.name) / "store").symlink_to(self._store.root.resolve())
        return self

    def __exit__(self, *_: object) -> None:
        self._bench.cleanup()

    @property
    def _places(self) -> Places:
        return Places(Path(self._bench.name), self._posters, self._slogans, self._store)

    @functools.cached_property
    def _worker(self) -> Worker:
        """The worker of this process, made when the first sheet is missing."""
        return Worker(self._places)

    def print_sheets(self, sheets: Sequence[Sheet], report: Callable[[Progress], None] = lambda _: None) -> tuple[Printed, ...]:
        """Print ``sheets``; what the store has is not printed again. ``report`` hears of each sheet made, and of the end."""
        orders = [make_order(sheet) for sheet in sheets]
        keys = [self._make_keys(sheet, order) for sheet, order in zip(sheets, orders, strict=True)]
        lacking = [
            (number, order, missing)
            for number, (order, its) in enumerate(zip(orders, keys, strict=True))
            if (missing := tuple((form, key) for form, key in its if not self._store.has(key, ENDINGS[form])))
        ]
        faint: dict[int, Faint | None] = {}
        ready = len(sheets) - len(lacking)
        if not lacking:
            report(Progress(ready, len(sheets), 0))
        with self._open_pool(len(lacking)) as run:
            for made, ((number, _, _), answer) in enumerate(zip(lacking, run(lacking), strict=True), 1):
                faint[number] = answer
                report(Progress(ready + made, len(sheets), made))
        return tuple(
            Printed(sheet, {form: self._store.locate(key, ENDINGS[form]) for form, key in its}, number in faint, faint.get(number))
            for number, (sheet, its) in enumerate(zip(sheets, keys, strict=True))
        )

    @contextmanager
    def _open_pool(self, count: int) -> Iterator[Callable[[list[tuple[int, Order, Keys]]], Iterator[Faint | None]]]:
        """Give what prints many orders, in their order: this process for a few, else one process a processor.

        New processes are spawned, not forked: whoever calls may have threads, and the engine certainly has.
        """
        if count <= FEW or self._workers == 1:
            yield lambda jobs: (self._worker.print_order(order, keys) for _, order, keys in jobs)
            return
        context = multiprocessing.get_context("spawn")
        workers = min(self._workers, count)
        with concurrent.futures.ProcessPoolExecutor(workers, context, start_process) as pool:
            try:
                yield lambda jobs: pool.map(
                    functools.partial(print_on_process, self._places), [job[1] for job in jobs], [job[2] for job in jobs]
                )
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise

    def print_sheet(self, sheet: Sheet) -> Printed:
        """Print one sheet's files, those that the store lacks."""
        return self.print_sheets([sheet])[0]

    def print_form(self, sheet: Sheet, form: Form) -> Path:
        """Print one file of a sheet, unless the store has it; returns where it lies."""
        order = make_order(sheet)
        key = dict(self._make_keys(sheet, order))[form]
        if not self._store.has(key, ENDINGS[form]):
            self._worker.print_order(order, ((form, key),))
        return self._store.locate(key, ENDINGS[form])

    def find_key(self, sheet: Sheet, form: Form) -> str:
        """Return the key of one file of a sheet: where two are alike, so are the files."""
        return dict(self._make_keys(sheet, make_order(sheet)))[form]

    def draw_pair(self, sheet: Sheet) -> tuple[Image.Image, Image.Image]:
        """Return a sheet's picture with its words and without them, of its preview's size."""
        return self._worker.draw_pair(make_order(sheet))

    def draw_at(self, sheet: Sheet, width_px: int) -> Image.Image:
        """Return a sheet's picture of any width."""
        return self._worker.draw_at(make_order(sheet), width_px)

    def print_paper(self, paper: Paper) -> dict[str, Path]:
        """Print a document's paper as a PDF, and the picture of its first page; returns where they lie, by their ending."""
        sources = make_key(
            PRESS_EDITION,
            *ENGINE_VERSIONS,
            repr(paper),
            self._hash_folder(Path(self._bench.name) / "papers"),
            self._hash_folder(Path(self._bench.name) / "parts"),
            *map(self._bring_logo, paper.logos),
        )
        pdf = self._store.get_or_make(_make_key(".pdf", ".pdf", sources), ".pdf", lambda: self._worker.print_paper(paper))
        if not paper.is_pictured:
            return {".pdf": pdf}
        picture = self._store.get_or_make(
            _make_key(".webp", ".webp", sources), ".webp", lambda: picture_paper(pdf.read_bytes(), paper)
        )
        return {".pdf": pdf, ".webp": picture}

    def _copy_logo(self, file: str) -> str:
        """Put a logo on the bench and return its hash: of a thousand units' those alone that stand on what is asked for."""
        data, place = (self._posters / "brands" / file).read_bytes(), Path(self._bench.name) / "brands" / file
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        return make_key(data)

    def _make_keys(self, sheet: Sheet, order: Order) -> Keys:
        """Return the key of each file of a sheet: a hash of all that it depends on.

        These are the sheet as data, the photograph, the design, the parts, the logos, the inks, the faces, the engine.
        """
        photo = (self._hash_file(self._slogans / order.photo.file), repr(order.photo)) if order.photo else ()
        faces = {face.sha256 for each in (*(voice.faces for voice in sheet.voices), sheet.note_faces) for face in each}
        sources = make_key(
            PRESS_EDITION,
            *ENGINE_VERSIONS,
            order.inputs,
            *photo,
            *(
                self._hash_folder(Path(self._bench.name) / "designs" / name)
                for name in (sheet.design_id, sheet.design.like)
                if name is not None
            ),
            self._hash_folder(Path(self._bench.name) / "parts"),
            *(self._bring_logo(file) for mark in sheet.marks for file in (mark.logo, mark.logo_copier)),
            self._hash_folder(self._posters / "inks"),
            repr(order.spot),
            *sorted(faces),
        )
        return tuple((form, _make_key(form, ENDINGS[form], sources)) for form in order.forms)


def _make_key(name: str, ending: str, sources: str) -> str:
    """Return the key of one file made from ``sources``; a picture's depends on what shows the PDF, too."""
    return make_key(name, sources, *(PICTURE_VERSIONS if ending == ".webp" else ()))
