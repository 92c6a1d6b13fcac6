"""One order and its keys -> its files in the store: what one worker of the press does, in this process or in one of its own."""

from __future__ import annotations

import functools
import json
import multiprocessing
import os
import platform
import re
import shutil
import tempfile
import threading
import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import typst
from PIL import Image, ImageStat

from broadside.catalog import Form
from broadside.press.bench import unpack_bench
from broadside.press.cards import lay_cards
from broadside.press.codes import draw_code
from broadside.press.contrast import Faint, find_faint
from broadside.press.describing import Order, write_inputs
from broadside.press.engine import EPOCH, SheetEngine, encode_webp
from broadside.press.jobs import Answer, Job, Keys, PaperJob, PaperKeys, WorkerStrangeError
from broadside.press.keys import FONTS, INKS, prove
from broadside.press.outputs import ENDINGS
from broadside.press.papers import Paper, PaperTooLongError
from broadside.press.photos import COPIER_PPI, measure_veil, prepare_photo, read_grey, screen_photo
from broadside.press.rasterising import rasterise
from broadside.press.separating import Inks, blacken, separate
from broadside.press.tiling import tile_letters, tile_mosaic
from broadside.store import Store, make_key
from broadside.units import MM_PER_INCH, to_points

PREVIEW_PPI_FLOOR = 20
"""Our choice: the least resolution of a preview's copy of a photograph, for sheets of several metres."""
PAPER_WIDTH_PX = 1600
"""Our choice: a paper has text in columns, which must be read in its picture."""
GREYS_MAX = 16
"""Our choice: how many small photographs a worker keeps open, a megabyte each; a slogan's sheets follow one another."""
REFUSED = re.compile(r"too-long ([\w-]+) ([\d.]+) ([\d.]+)$")
"""What the function ``refuse`` of ``posters/papers/document.typ`` says: the part, the height that it needs, the height there is."""
CONDITION = "fogra39l-coated.icc"
ONE_AT_A_TIME = threading.Lock()
"""An engine is not for two threads at once, nor is what shows a PDF: a cluster's worker may have several."""


@dataclass(frozen=True)
class Places:
    """Where a worker finds things: the engine's bench, the data under ``posters`` and ``slogans``, the store.

    The bench is a folder, or for a worker on another machine the key of an archive in the store; there ``proof`` tells what the
    worker must have as it is here.
    """

    bench: Path | str
    posters: Path
    slogans: Path
    store: Store
    proof: tuple[str, ...] = ()


class Worker:
    """Prints orders one after another with a warm engine."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._store = places.store
        self.bench = self._find_bench()
        self._engine = SheetEngine(self.bench, places.posters / FONTS)
        self._inks = Inks(places.posters / INKS / CONDITION)
        self._draw_code = functools.cache(draw_code)
        # A photograph stands on several sheets; while this worker lives, its files do not change.
        self._crop_photo = functools.cache(self._crop)
        self._screen_photo = functools.cache(self._screen)
        self._read_grey = functools.lru_cache(GREYS_MAX)(read_grey)

    def _find_bench(self) -> Path:
        """Return the folder of the bench; on another machine lay one, if that machine has all the rest as it should be."""
        places = self._places
        if isinstance(places.bench, Path):
            return places.bench
        bench = Path(tempfile.mkdtemp(prefix="broadside-bench-"))
        weakref.finalize(self, shutil.rmtree, bench, ignore_errors=True)

        def refuse() -> bytes:
            raise WorkerStrangeError("worker-no-store", platform.node(), str(places.store.root))

        places.store.fetch([(places.bench, ".zip")], anew=True)  # it was sent just now
        packed = places.store.get_or_make(places.bench, ".zip", refuse)
        for theirs, ours in zip(_prove(places), places.proof, strict=True):
            if theirs != ours:
                raise WorkerStrangeError("worker-other", platform.node(), f"{theirs}, {ours}")
        unpack_bench(packed, bench, places.store)
        return bench

    def print_job(self, job: Job) -> Answer:
        """Print what the store still lacks of a job: another press may have begun with the same."""
        if isinstance(job, PaperJob):
            return self._keep_paper(job.paper, job.keys)
        return self.print_order(job.order, tuple((form, key) for form, key in job.keys if not self._store.has(key, ENDINGS[form])))

    def _keep_paper(self, paper: Paper, keys: PaperKeys) -> PaperTooLongError | None:
        made: Path | None = None
        for ending, key in keys:
            try:
                if made is None:
                    made = self._store.get_or_make(key, ending, lambda: self.print_paper(paper))
                else:
                    self._store.get_or_make(key, ending, functools.partial(_picture, made, paper))
            except PaperTooLongError as error:
                return error
        return None

    def print_order(self, order: Order, keys: Keys) -> Faint | None:
        """Print the files named in ``keys``; where words cannot be told from their ground none is kept, and they are returned.

        A sheet that shares another's pictures shares its colours: those are judged there.
        """
        code = self._draw_code(order.url)
        drawn: Image.Image | None = None
        if any(ENDINGS[form] == ".webp" for form, _ in keys):
            drawn, bare = self.draw_pair(order)
            faint = find_faint(drawn, bare, order.words, drawn.width / order.width_mm)
            if faint is not None:
                return faint
        for form, key in keys:
            if ENDINGS[form] == ".webp" and drawn is not None:
                data = encode_webp(drawn, order.sizes[form][0])
            elif form == "screen":
                inputs = write_inputs(order.inputs, form, code, self._prepare_photo(order, form))
                data = self._engine.draw_screen(order, inputs)
            else:
                data = self._print_pdf(order, form, code, key)
            self._store.put(key, ENDINGS[form], data)
        return None

    def draw_pair(self, order: Order) -> tuple[Image.Image, Image.Image]:
        """Return a sheet's picture with its words and without them."""
        code, photo = self._draw_code(order.url), self._prepare_photo(order, "preview")
        return self._engine.draw_picture(order, code, photo), self._engine.draw_picture(order, code, photo, bare=True)

    def draw_at(self, order: Order, width_px: int) -> Image.Image:
        """Return a sheet's picture, ``width_px`` wide."""
        inputs = write_inputs(order.inputs, "preview", self._draw_code(order.url), self._prepare_photo(order, "preview"))
        height_px = round(width_px * order.height_mm / order.width_mm)
        return rasterise(self._engine.draw_pdf(order, inputs, "preview"), width_px, height_px)

    def print_paper(self, paper: Paper) -> bytes:
        """Return the PDF of a paper; raises :class:`PaperTooLongError` where its template refuses words for want of room."""
        how = {"format": "pdf", "pdf_standards": ["a-2u", "ua-1"], "timestamp": EPOCH}
        # A code takes longer to find than a paper to describe: it is drawn for those alone that are printed.
        data = json.dumps({**json.loads(paper.data), "code": self._draw_code(paper.url)}) if paper.url else paper.data
        try:
            return self._engine.compile(paper.template, data, paper.title, **how)
        except typst.TypstError as error:
            refused = REFUSED.search(error.message)
            if refused is None:
                raise
            raise PaperTooLongError(paper, refused[1], float(refused[2]), float(refused[3])) from None

    def _print_pdf(self, order: Order, form: Form, code: str, key: str) -> bytes:
        """Return one PDF of a sheet: the engine's own, in a printer's inks, or cut over the pages of an office printer."""
        if form.startswith("letters"):
            return tile_letters(self._engine, order, form)
        if form.startswith("tiles"):
            whole = write_inputs(order.inputs, "office", code, self._prepare_photo(order, "office"))
            return tile_mosaic(self._engine, order, form, self._engine.draw_svg(order, whole))
        if form.startswith(("cards", "folded")):
            whole = write_inputs(order.inputs, "office", code, self._prepare_photo(order, "office"))
            return lay_cards(self._engine.draw_pdf(order, whole, "office"), order, form)
        inputs = write_inputs(order.inputs, form, code, self._prepare_photo(order, form))
        pdf = self._engine.draw_pdf(order, inputs, form)
        if form == "print-shop":
            return separate(pdf, self._inks, to_points(order.bleed_mm), order.spot)
        if form == "copier":
            self._note_ink(pdf, order, key)
            return blacken(pdf)
        return pdf

    def _note_ink(self, pdf: bytes, order: Order, key: str) -> None:
        """Keep beside a copier's file how much of the paper its ink covers, in per cent."""
        picture = rasterise(pdf, *order.sizes["preview"])
        cover = 100 - ImageStat.Stat(picture.convert("L")).mean[0] / 255 * 100
        self._store.put(key, ".ink", f"{cover:.1f}".encode("ascii"))

    def _prepare_photo(self, order: Order, form: Form) -> Mapping[str, object] | None:
        """Return what a design is told of the sheet's photograph for one form: its prepared file on the bench and its veil."""
        if order.photo is None:
            return None
        size = (order.width_mm + 2 * order.bleed_mm, order.height_mm + 2 * order.bleed_mm)
        small_ppi = max(PREVIEW_PPI_FLOOR, order.sizes["preview"][0] / (size[0] / MM_PER_INCH))
        crop = (self._places.slogans / order.photo.file, size, order.photo.focus)
        veil = measure_veil(self._read_grey(self._crop_photo(*crop, small_ppi)), self._list_shares(order, size))
        if ENDINGS[form] == ".webp":
            file = self._crop_photo(*crop, small_ppi)
        elif form == "copier":
            file = self._screen_photo(*crop)
        else:
            file = self._crop_photo(*crop, order.photo.ppi * order.scale)
        return {"file": f"/store/{file.relative_to(self._store.root).as_posix()}", "veil": veil}

    def _crop(self, source: Path, size: tuple[float, float], focus: tuple[float, float], ppi: float) -> Path:
        key = make_key("photo", source.read_bytes(), repr((size, focus, ppi)))
        return self._store.get_or_make(key, ".jpg", lambda: prepare_photo(source, *size, focus, ppi))

    def _screen(self, source: Path, size: tuple[float, float], focus: tuple[float, float]) -> Path:
        key = make_key("halftone", source.read_bytes(), repr((size, focus)))
        return self._store.get_or_make(key, ".png", lambda: screen_photo(prepare_photo(source, *size, focus, COPIER_PPI)))

    @staticmethod
    def _list_shares(order: Order, size: tuple[float, float]) -> list[tuple[float, float, float, float]]:
        """Return the boxes of the words as shares of the sheet with its bleed."""
        bleed = order.bleed_mm
        return [
            (
                max(0.0, (left + bleed) / size[0]),
                max(0.0, (top + bleed) / size[1]),
                min(1.0, (right + bleed) / size[0]),
                min(1.0, (bottom + bleed) / size[1]),
            )
            for left, top, right, bottom in order.words
        ]


def _picture(pdf: Path, paper: Paper) -> bytes:
    """Return the picture of a printed paper's first page."""
    height_px = int(PAPER_WIDTH_PX * paper.height_mm / paper.width_mm)
    return encode_webp(rasterise(pdf.read_bytes(), PAPER_WIDTH_PX, height_px), PAPER_WIDTH_PX)


def _prove(places: Places) -> tuple[str, ...]:
    try:
        return prove(places.posters)
    except OSError as error:
        raise WorkerStrangeError("worker-no-checkout", platform.node(), str(places.posters)) from error


def start_process() -> None:
    """See to it that a process started to print ends with the one that started it, however that ends."""
    parent = multiprocessing.parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


@functools.lru_cache(1)
def open_worker(places: Places) -> Worker:
    """Return the one worker of a process that was started to print; it lives until the process prints for other places."""
    return Worker(places)


def print_job(places: Places, job: Job) -> Answer:
    """Print one job on this process's worker."""
    with ONE_AT_A_TIME:
        return open_worker(places).print_job(job)
