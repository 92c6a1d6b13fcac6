"""A worker that shares no folder but the checkout and the store: what it prints, and when it must not."""

from __future__ import annotations

import gc
import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from broadside.catalog import Catalog
from broadside.checking import plan_wish
from broadside.press.bench import lay_bench, pack_bench
from broadside.press.jobs import WorkerStrangeError
from broadside.press.keys import prove
from broadside.press.running import Press
from broadside.press.working import Places, Worker
from broadside.sheets import Wish
from broadside.store import Store
from sites import REPOSITORY

POSTERS, SLOGANS = REPOSITORY / "posters", REPOSITORY / "slogans"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Return where a worker on another machine finds all that it needs."""
    store = Store(tmp_path / "store")
    (tmp_path / "bench").mkdir()
    lay_bench(POSTERS, tmp_path / "bench", store)
    store.put("a" * 64, ".zip", pack_bench(tmp_path / "bench"))
    return Places("a" * 64, POSTERS, SLOGANS, store, prove(POSTERS))


def test_it_lays_the_same_bench_for_itself(places: Places, tmp_path: Path) -> None:
    sent = pickle.loads(pickle.dumps(places))  # noqa: S301  as they come with every job
    assert (sent, hash(sent)) == (places, hash(places)), "or each job would begin with a cold engine"
    worker = Worker(sent)
    again = worker.bench
    assert pack_bench(again) == pack_bench(tmp_path / "bench")
    assert (again / "store").resolve() == places.store.root
    del worker
    gc.collect()  # its caches refer to it
    assert not again.exists(), "it goes with its worker"


def test_one_that_would_print_something_else_prints_nothing(places: Places, tmp_path: Path) -> None:
    strange = {
        "worker-no-store": replace(places, store=Store(tmp_path / "another")),
        "worker-no-checkout": replace(places, posters=tmp_path / "nowhere"),
        "worker-other": replace(places, proof=("an older press", *places.proof[1:])),
    }
    for reason, its in strange.items():
        with pytest.raises(WorkerStrangeError) as refused:
            Worker(its)
        told = pickle.loads(pickle.dumps(refused.value))  # noqa: S301  as it comes back from there
        assert (told.reason, str(told)) == (reason, str(refused.value))


def test_any_executor_prints_the_same(catalog: Catalog, tmp_path: Path) -> None:
    sheets = plan_wish(catalog, ["slow-down"], Wish(design="signal", carriers=("poster-a3",), forms=("office",)))
    with Press(POSTERS, SLOGANS, Store(tmp_path / "here"), workers=1) as press:
        here = press.print_sheets(sheets)
    with ThreadPoolExecutor(2) as executor, Press(POSTERS, SLOGANS, Store(tmp_path / "there"), 2, executor) as press:
        there = press.print_sheets(sheets)
    assert [item.sheet for item in there] == [item.sheet for item in here]
    for one, other in zip(here, there, strict=True):
        assert {form: file.read_bytes() for form, file in one.files.items()} == {
            form: file.read_bytes() for form, file in other.files.items()
        }
