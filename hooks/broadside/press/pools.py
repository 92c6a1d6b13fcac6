"""Jobs and an executor -> every job's answer: the dearest first, so many under way at once, and on after a process was lost."""

from __future__ import annotations

import concurrent.futures
import contextlib
import multiprocessing
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future

from broadside.press.jobs import Answer, Job, WorkerLostError
from broadside.press.working import start_process

AHEAD = 2
"""Our choice: the jobs handed over for each process, one under way and one to go on with."""
LOSSES_MAX = 3
"""Our choice: what has ended its worker so often is the cause of it."""
POOLS_MAX = 10
"""Our choice: a machine that ends workers so often in one run, whatever they print, has no memory to print with."""

Call = Callable[[Job], Answer]
Heard = Callable[[int, Answer], None]


class Pool:
    """Runs jobs on the executor that it is given, or on processes of its own, which are started with the first job."""

    def __init__(self, workers: int, executor: Executor | None = None, ahead: int | None = None) -> None:
        self._workers, self._given = workers, executor
        self._own: Executor | None = None
        self._ahead = ahead or AHEAD * workers

    def close(self) -> None:
        """End the processes of its own."""
        if self._own is not None:
            self._own.shutdown()
            self._own = None

    def run(self, call: Call, jobs: Sequence[Job], costs: Sequence[float], heard: Heard) -> None:
        """Have every job done, the dearest first; ``heard`` hears each one's number and answer as they come.

        A job whose worker was ended is done again, alone; raises :class:`WorkerLostError` where that happens too often.
        Whatever else ends the run, what is under way is finished and heard of.
        """
        waiting = deque(sorted(range(len(jobs)), key=lambda number: -costs[number]))
        suspects: deque[int] = deque()
        losses: Counter[int] = Counter()
        pools = 1
        under_way: dict[Future[Answer], int] = {}
        try:
            while waiting or suspects or under_way:
                is_broken = not self._hand_out(call, jobs, suspects or waiting, under_way, alone=bool(suspects))
                lost = self._collect(jobs, under_way, heard, wait_for_all=is_broken)
                if not lost and not is_broken:
                    continue
                lost += self._collect(jobs, under_way, heard, wait_for_all=True)
                suspects.extend(sorted(lost))
                losses.update(lost)
                worst, times = losses.most_common(1)[0] if losses else (0, 0)
                if times >= LOSSES_MAX or pools >= POOLS_MAX:
                    raise WorkerLostError(jobs[worst].title, times)
                self.close()
                pools += 1
        except BaseException:
            self._finish(under_way, heard)
            raise

    def _hand_out(
        self, call: Call, jobs: Sequence[Job], waiting: deque[int], under_way: dict[Future[Answer], int], *, alone: bool
    ) -> bool:
        """Hand over as many jobs as may be under way, one alone after a loss; returns whether the executor took them."""
        while waiting and len(under_way) < (1 if alone else self._ahead):
            try:
                executor = self._open()
                with hold_interrupts():
                    future = executor.submit(call, jobs[waiting[0]])
                    under_way[future] = waiting.popleft()
            except BrokenExecutor:
                if self._given is not None:
                    raise
                return False
        return True

    def _open(self) -> Executor:
        """Return the executor. Processes are spawned, not forked: who calls may have threads, and the engine certainly has."""
        if self._given is not None:
            return self._given
        if self._own is None:
            context = multiprocessing.get_context("spawn")
            self._own = concurrent.futures.ProcessPoolExecutor(self._workers, context, start_process)
        return self._own

    def _collect(self, jobs: Sequence[Job], under_way: dict[Future[Answer], int], heard: Heard, *, wait_for_all: bool) -> list[int]:
        """Wait for the next answers and tell of them; returns the numbers of the jobs whose worker was ended."""
        how = concurrent.futures.ALL_COMPLETED if wait_for_all else concurrent.futures.FIRST_COMPLETED
        lost = []
        for future in concurrent.futures.wait(under_way, return_when=how).done:
            number = under_way.pop(future)
            try:
                answer = future.result()
            except BrokenExecutor:
                if self._given is not None:
                    raise
                lost.append(number)
            except Exception as error:
                error.add_note(f"While printing {jobs[number].title}.")
                raise
            else:
                heard(number, answer)
        return lost

    @staticmethod
    def _finish(under_way: dict[Future[Answer], int], heard: Heard) -> None:
        """Take back what is not begun, wait for what is, and tell of what is whole."""
        begun = [future for future in under_way if not future.cancel()]
        for future in concurrent.futures.wait(begun).done:
            if future.exception() is None:
                heard(under_way[future], future.result())


@contextlib.contextmanager
def hold_interrupts() -> Iterator[None]:
    """Start processes that do not hear of Ctrl-C: the terminal tells all of them, and only the first is to end the run.

    A process that is spawned inherits what is blocked; here an interrupt comes a moment later.
    """
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
