"""The pool: what goes first, how much is under way, and what it does when a worker is killed under it."""

from __future__ import annotations

import functools
import os
import signal
import threading
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from broadside.press.jobs import Answer, Job, PaperJob, WorkerLostError
from broadside.press.papers import Paper, PaperTooLongError
from broadside.press.pools import LOSSES_MAX, Pool


def make_jobs(count: int) -> list[Job]:
    return [PaperJob(Paper("a", str(each), "en", f"Paper {each}", "", "", (), 1, 1), ()) for each in range(count)]


class Watched(Executor):
    """Runs one job after another and notes what it was given, and how many were under way at most."""

    def __init__(self) -> None:
        self.pool, self.given, self.under_way, self.most = ThreadPoolExecutor(1), list[str](), 0, 0
        self.lock = threading.Lock()

    def submit(self, fn: Any, /, *args: Any, **how: Any) -> Future[Any]:
        """Note a job and hand it over."""
        with self.lock:
            self.given.append(args[0].title)
            self.under_way += 1
            self.most = max(self.most, self.under_way)
        future = self.pool.submit(fn, *args, **how)
        future.add_done_callback(self.end)
        return future

    def end(self, _: object) -> None:
        """Note that a job is done."""
        with self.lock:
            self.under_way -= 1


def answer_nothing(_: Job) -> Answer:
    return None


def test_the_dearest_goes_first_and_only_so_many_are_under_way() -> None:
    executor, jobs, heard = Watched(), make_jobs(40), dict[int, Answer]()
    Pool(2, executor).run(answer_nothing, jobs, [float(number % 10) for number in range(40)], heard.__setitem__)
    assert executor.given == [f"Paper {number}" for number in sorted(range(40), key=lambda number: -(number % 10))]
    assert (executor.most, len(heard)) == (4, 40)


def test_a_fault_names_what_was_printed_and_what_is_under_way_is_heard_of() -> None:
    heard = dict[int, Answer]()

    def fail_first(job: Job) -> Answer:
        if job.title == "Paper 1":
            raise ZeroDivisionError
        return None

    with pytest.raises(ZeroDivisionError) as fault:
        Pool(1, ThreadPoolExecutor(2)).run(fail_first, make_jobs(9), [1.0] * 9, heard.__setitem__)
    assert fault.value.__notes__ == ["While printing Paper 1."]
    assert 1 not in heard
    assert len(heard) <= 3


class Broken(Executor):
    """Takes nothing."""

    def submit(self, _: Any, /, *__: Any, **___: Any) -> Future[Any]:
        """Refuse."""
        raise BrokenExecutor


def test_an_executor_of_somebody_else_is_not_begun_anew() -> None:
    with pytest.raises(BrokenExecutor):
        Pool(2, Broken()).run(answer_nothing, make_jobs(1), [1.0], lambda *_: None)


def kill_or_answer(folder: Path, lives: int, job: Job) -> Answer:
    """End this very process as the system does when memory is out, the first times that ``Paper 3`` is asked for."""
    assert isinstance(job, PaperJob)
    if job.title == "Paper 3":
        deaths = len(list(folder.iterdir()))
        if deaths < lives:
            (folder / str(deaths)).touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return PaperTooLongError(job.paper, "the text", 2, 1) if job.title == "Paper 5" else None


def note_interrupts(folder: Path, job: Job) -> Answer:
    """Note whether Ctrl-C would reach this process."""
    (folder / f"{job.title}-{signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())}").touch()
    return None


def test_killed_workers_lose_nothing_and_what_kills_them_is_named(tmp_path: Path) -> None:
    heard: list[tuple[int, Answer]] = []
    pool = Pool(2)
    try:
        survivable = functools.partial(kill_or_answer, tmp_path, LOSSES_MAX - 1)
        pool.run(survivable, make_jobs(12), [1.0] * 12, lambda number, answer: heard.append((number, answer)))
        assert sorted(number for number, _ in heard) == [*range(12)], "each is heard of, and once"
        ((number, told),) = ((number, answer) for number, answer in heard if answer is not None)
        assert number == 5
        assert str(told) == "Paper 5: the text needs 2 mm of 1 mm", "an answer comes whole from another process"
        (tmp_path / "noted").mkdir()
        pool.run(functools.partial(note_interrupts, tmp_path / "noted"), make_jobs(4), [1.0] * 4, lambda *_: None)
        assert {path.name.partition("-")[2] for path in (tmp_path / "noted").iterdir()} == {"True"}, "workers do not hear of Ctrl-C"
        with pytest.raises(WorkerLostError, match="a worker ended 3 times while it printed Paper 3"):
            pool.run(functools.partial(kill_or_answer, tmp_path, 99), make_jobs(12), [1.0] * 12, lambda *_: None)
    finally:
        pool.close()
