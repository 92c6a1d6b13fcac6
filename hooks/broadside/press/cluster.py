"""The address of a Dask scheduler -> the executor of its workers; nothing else imports Dask, which most sites do without."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from typing import Any

from distributed import Client, KilledWorker
from distributed.cfexecutor import ClientExecutor

from broadside.press.jobs import NoClusterError, WorkerLostError

PATIENCE_S = 30
"""Our choice: so long the scheduler may take to answer, and workers to come to it."""
WORKERS_MIN = 16
"""Our choice: jobs are handed over for at least so many workers, so that one that joins during a run finds work."""


class _Named(ClientExecutor):  # type: ignore[misc]  # its base has no types
    """Names each job to the scheduler by its title, which then stands in its pages and in what it says of a lost worker."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **how: Any) -> Future[Any]:
        key = ("print", args[0].title, uuid.uuid4().hex)
        future: Future[Any] = super().submit(fn, *args, key=key, **how)
        return future


@contextlib.contextmanager
def join_cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """Give the executor of the cluster at ``address`` (``tcp://host:8786``) and the number of workers to hand jobs over for.

    Dask gives a job whose worker is gone to another one, until as many are gone as its ``allowed-failures`` says (3). Raises
    :class:`~broadside.press.jobs.NoClusterError` and, for such a job, :class:`~broadside.press.jobs.WorkerLostError`.
    """
    with _connect(address) as client:
        executor = _Named(client, pure=False)
        try:
            yield executor, max(WORKERS_MIN, sum(client.nthreads().values()))
        except KilledWorker as killed:
            raise WorkerLostError(str(killed.task[1]), killed.allowed_failures + 1) from killed
        except CancelledError as cancelled:
            raise NoClusterError("cluster-lost", address) from cancelled
        finally:
            executor.shutdown(wait=False)


@contextlib.contextmanager
def _connect(address: str) -> Iterator[Client]:
    """Give a client of the scheduler, when a worker is there to be had."""
    try:
        client = Client(address, timeout=PATIENCE_S, set_as_default=False)
    except (OSError, ValueError) as error:
        raise NoClusterError("no-scheduler", address) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE_S)
        except TimeoutError as error:
            raise NoClusterError("no-dask-workers", address) from error
        yield client
