"""Run the press: find each file's key, have what the store lacks printed by its workers, keep the order, tell how far it is."""

from __future__ import annotations

import functools
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path
from typing import Self

from PIL import Image

from broadside.catalog import Form
from broadside.press.bench import lay_bench, pack_bench
from broadside.press.contrast import Faint
from broadside.press.costs import estimate_ms
from broadside.press.describing import Order, make_order
from broadside.press.jobs import Answer, Job, PaperJob, SheetJob
from broadside.press.keys import KeyMaker, prove
from broadside.press.outputs import ENDINGS
from broadside.press.pacing import Meter, Progress, What
from broadside.press.papers import Paper, PaperTooLongError, PrintedPaper
from broadside.press.photos import fill_photos
from broadside.press.pools import Pool
from broadside.press.printed import Printed
from broadside.press.recording import ENDING as RECORD_ENDING
from broadside.press.recording import read_records, write_record
from broadside.press.said import Said
from broadside.press.sharding import WHOLE, Shard
from broadside.press.working import Places, Worker, print_job
from broadside.sheets import Sheet
from broadside.store import Store, make_key

__all__ = ["FEW", "Press", "Progress", "hear_nothing"]

FEW = 6
"""Our choice: so many sheets are printed here at once; starting processes (half a second) pays for more."""


def hear_nothing(_: Progress) -> None:
    """Let a run go on without a word."""


class Press:
    """Prints sheets from the designs under ``posters`` into ``store``. Use it in a ``with`` block: it owns a bench and processes.

    It prints on ``workers`` processes of its own, one a processor where none are named, or on an ``executor``, whose workers may
    be on other machines: what these must share stands in docs/contributing/printing.md. ``said`` is what
    presses said before, in a live preview: of sheets that are the same, nothing is asked again.
    """

    def __init__(
        self,
        posters: Path,
        slogans: Path,
        store: Store,
        workers: int | None = None,
        executor: Executor | None = None,
        said: Said | None = None,
    ) -> None:
        self._said = said
        self._posters, self._slogans, self._store, self._executor = posters, slogans, store, executor
        self._workers = workers or os.cpu_count() or 1

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="broadside-bench-")
        self._bench = Path(self._folder.name)
        lay_bench(self._posters, self._bench, self._store)
        self._keys = KeyMaker(self._bench, self._posters, self._slogans)
        self._pool = Pool(self._workers, self._executor)
        if self._said is not None:
            self._said.begin(self._store.root)
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.close()
        self._folder.cleanup()

    def _find_places(self) -> Places:
        """Return where workers find things; those of an executor may not see this machine's folders, but they see the store."""
        if self._executor is None:
            return Places(self._bench, self._posters, self._slogans, self._store)
        packed = pack_bench(self._bench)
        self._store.get_or_make(key := make_key("bench", packed), ".zip", lambda: packed)
        store = replace(self._store, root=self._store.root.resolve())
        return Places(key, self._posters.resolve(), self._slogans.resolve(), store, prove(self._posters))

    @functools.cached_property
    def _worker(self) -> Worker:
        """The worker of this process, made when the first sheet is missing."""
        return Worker(Places(self._bench, self._posters, self._slogans, self._store))

    def print_sheets(
        self, sheets: Sequence[Sheet], report: Callable[[Progress], None] = hear_nothing, shard: Shard = WHOLE
    ) -> tuple[Printed, ...]:
        """Print ``sheets``, those of one share; what the store has is not printed again.

        ``report`` hears of each sheet made, and of the end.
        """
        said = self._said
        if said is None or shard != WHOLE:
            return self._print_new(sheets, report, shard, 0)
        grounds = [self._keys.hash_ground(sheet) for sheet in sheets]
        known = [said.find(sheet, ground) for sheet, ground in zip(sheets, grounds, strict=True)]
        new = [sheet for sheet, before in zip(sheets, known, strict=True) if before is None]
        printed = iter(self._print_new(new, report, shard, len(sheets) - len(new)))
        answers = tuple(before or next(printed) for before in known)
        said.keep(sheets, grounds, answers)
        return answers

    def _print_new(
        self, sheets: Sequence[Sheet], report: Callable[[Progress], None], shard: Shard, there: int
    ) -> tuple[Printed, ...]:
        """Print sheets of which nothing was said before; ``there`` is how many more are there."""
        # An order is made twice for what is lacking, so that none is kept of all that is there: they are larger than the sheets.
        keyed = ((sheet, self._keys.make_sheet_keys(sheet, make_order(sheet))) for sheet in sheets)
        taken = [each for each in keyed if shard.has(each[1][0][1])]
        files = [(key, ENDINGS[form]) for _, its in taken for form, key in its]
        self._store.fetch(files)
        jobs = {
            number: SheetJob(make_order(sheet), missing)
            for number, (sheet, its) in enumerate(taken)
            if (missing := tuple((form, key) for form, key in its if not self._store.has(key, ENDINGS[form])))
        }
        answers = dict(zip(jobs, self._run([*jobs.values()], "sheets", len(taken) + there, report), strict=True))
        self._fetch_made(files)
        return tuple(
            Printed(
                sheet,
                {form: self._store.locate(key, ENDINGS[form]) for form, key in its},
                number in answers,
                answer if isinstance(answer := answers.get(number), Faint) else None,
            )
            for number, (sheet, its) in enumerate(taken)
        )

    def print_papers(
        self, papers: Sequence[Paper], report: Callable[[Progress], None] = hear_nothing, shard: Shard = WHOLE, there: int = 0
    ) -> tuple[PrintedPaper | PaperTooLongError, ...]:
        """Print documents' papers, those of one share; answers with the files of each, or what is too long.

        ``report`` hears of ``there`` more, which need not be asked for.
        """
        keyed = ((paper, self._keys.make_paper_keys(paper)) for paper in papers)
        taken = [each for each in keyed if shard.has(each[1][0][1])]
        files = [(key, ending) for _, its in taken for ending, key in its]
        self._store.fetch(files)
        jobs = {
            number: PaperJob(fill_photos(paper), its)
            for number, (paper, its) in enumerate(taken)
            if not all(self._store.has(key, ending) for ending, key in its)
        }
        answers = dict(zip(jobs, self._run([*jobs.values()], "papers", len(taken) + there, report), strict=True))
        self._fetch_made(files)
        return tuple(
            answer
            if isinstance(answer := answers.get(number), PaperTooLongError)
            else PrintedPaper(paper, {ending: self._store.locate(key, ending) for ending, key in its})
            for number, (paper, its) in enumerate(taken)
        )

    def recall_papers(self, keys: Iterable[str]) -> Mapping[str, tuple[PrintedPaper, ...]]:
        """Return by the key of its record what was printed of a document before, where all of it is still there."""
        wanted, known = [*keys], {} if self._said is None else self._said.records
        read = read_records(self._store, (key for key in wanted if key not in known))
        found = {key: its for key in wanted if (its := known.get(key, read.get(key))) is not None}
        if self._said is not None:
            self._said.records = found
        return found

    def record_papers(self, key: str, printed: Iterable[PrintedPaper]) -> None:
        """Keep the record of what was printed of a document."""
        self._store.put(key, RECORD_ENDING, write_record(printed))

    def find_record_key(self, sources: str, logos: Iterable[str]) -> str:
        """Return the key of the record of a document's papers, which are described from ``sources`` and show ``logos``."""
        return self._keys.make_record_key(sources, logos)

    def _fetch_made(self, files: Iterable[tuple[str, str]]) -> None:
        """Bring here what workers on other machines have sent to the store that all share."""
        if self._executor is not None:
            self._store.fetch(files, anew=True)

    def _run(self, jobs: Sequence[Job], what: What, total: int, report: Callable[[Progress], None]) -> list[Answer]:
        """Have jobs done and return their answers in the order of the jobs: a few here, more by the workers."""
        costs = [estimate_ms(job) for job in jobs]
        meter = Meter(what, total - len(jobs), costs, report)
        answers: list[Answer] = [None] * len(jobs)

        def hear(number: int, answer: Answer) -> None:
            answers[number] = answer
            meter.count(number)

        meter.begin()
        try:
            if self._executor is None and (len(jobs) <= FEW or self._workers == 1):
                for number, job in enumerate(jobs):
                    hear(number, self._worker.print_job(job))
            else:
                self._pool.run(functools.partial(print_job, self._find_places()), jobs, costs, hear)
        except KeyboardInterrupt:
            meter.stop()
            raise
        return answers

    def print_sheet(self, sheet: Sheet) -> Printed:
        """Print one sheet's files, those that the store lacks."""
        return self.print_sheets([sheet])[0]

    def print_form(self, sheet: Sheet, form: Form) -> Path:
        """Print one file of a sheet, unless the store has it; returns where it lies."""
        order = make_order(sheet)
        key = dict(self._keys.make_sheet_keys(sheet, order))[form]
        if not self._store.has(key, ENDINGS[form]):
            self._worker.print_order(order, ((form, key),))
        return self._store.locate(key, ENDINGS[form])

    def find_key(self, sheet: Sheet, form: Form) -> str:
        """Return the key of one file of a sheet: where two are alike, so are the files."""
        return dict(self._keys.make_sheet_keys(sheet, make_order(sheet)))[form]

    def draw_pair(self, sheet: Sheet) -> tuple[Image.Image, Image.Image]:
        """Return a sheet's picture with its words and without them, of its preview's size."""
        return self._worker.draw_pair(self._lay_order(sheet))

    def draw_at(self, sheet: Sheet, width_px: int) -> Image.Image:
        """Return a sheet's picture of any width."""
        return self._worker.draw_at(self._lay_order(sheet), width_px)

    def _lay_order(self, sheet: Sheet) -> Order:
        """Return a sheet's order with its logos on the bench, where nothing has asked for its keys."""
        self._keys.bring_logos(sheet)
        return make_order(sheet)

    def print_paper(self, paper: Paper) -> dict[str, Path]:
        """Print one paper; returns where its files lie, by their ending. Raises :class:`PaperTooLongError`."""
        printed = self.print_papers([paper])[0]
        if isinstance(printed, PaperTooLongError):
            raise printed
        return dict(printed.files)
