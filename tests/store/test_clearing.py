"""Clearing: what is old and not needed goes, what an edition records never, and no build loses what it was told is there."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.store import GRACE_S, Kept, Limits, Store, choose_removed, clear, keeps_times, list_drafts, list_kept, make_key
from sites import REPOSITORY
from store.test_using import age

DAY_S = 24 * 3600.0
NOW_S = 2e9
FOREVER = Limits(1e12)
FILES = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 100), st.floats(0, 40 * DAY_S)).map(
        lambda each: Kept(f"{each}", str(each[0]), each[1], NOW_S - each[2], 1)
    ),
    unique_by=lambda each: each.path,
    max_size=12,
)
KEYS = st.sets(st.integers(0, 9).map(str), max_size=4)


@given(FILES, KEYS, KEYS, st.floats(0, 40 * DAY_S), st.none() | st.integers(0, 600))
def test_what_may_go_goes_and_nothing_else(
    files: list[Kept], needed: set[str], editions: set[str], keep_s: float, bytes_max: int | None
) -> None:
    chosen = choose_removed(files, needed, editions, Limits(keep_s, bytes_max), NOW_S)
    stays = [each for each in files if each not in chosen]
    size = sum(each.size for each in stays)
    for each in chosen:
        assert each.key not in editions
        assert NOW_S - each.used_s > GRACE_S
    free = [each for each in stays if each.key not in editions and NOW_S - each.used_s > GRACE_S]
    assert all(each.key in needed or NOW_S - each.used_s <= keep_s for each in free)
    if bytes_max is not None:
        assert size <= bytes_max or not free
    # Nothing went for its size that was missed more than what stays, nor any more than was needed.
    for_size = [each for each in chosen if each.key in needed or NOW_S - each.used_s <= keep_s]
    assert not for_size or (bytes_max is not None and size + for_size[-1].size > bytes_max)
    rank = [(each.key in needed, each.used_s) for each in for_size]
    assert rank == sorted(rank)
    assert not rank or all((each.key in needed, each.used_s) >= rank[-1] for each in free)


def fill(root: Path) -> dict[str, Path]:
    """Keep four files: one old, one old and needed, one old and recorded, one that was used today."""
    store = Store(root)
    paths = {name: store.put(make_key(name), ".pdf", name.encode() * 10) for name in ("old", "needed", "edition", "new")}
    for name in ("old", "needed", "edition"):
        age(paths[name], 100 * DAY_S)
    return paths


def test_old_files_go_and_are_counted(tmp_path: Path) -> None:
    paths = fill(tmp_path)
    (tmp_path / "site.pdf").hardlink_to(paths["old"])
    stranger = paths["old"].parent / "notes.txt"
    stranger.write_text("somebody's own")
    age(stranger, 100 * DAY_S)
    limits, needed, editions = Limits(30 * DAY_S), {make_key("needed")}, {make_key("edition")}
    planned = clear(tmp_path, needed, editions, limits, time.time(), is_dry=True)
    assert all(path.is_file() for path in paths.values())
    cleared = clear(tmp_path, needed, editions, limits, time.time())
    assert planned == cleared
    assert (cleared.removed.files, cleared.removed.size, cleared.linked.files, cleared.needed.files) == (1, 30, 1, 0)
    assert (cleared.kept.files, cleared.kept.size, cleared.over) == (3, 160, 0)
    assert {name for name, path in paths.items() if path.is_file()} == {"needed", "edition", "new"}
    assert stranger.is_file()
    assert (tmp_path / "site.pdf").read_bytes() == b"old" * 10


def test_a_bound_takes_what_is_needed_and_no_edition(tmp_path: Path) -> None:
    paths = fill(tmp_path)
    cleared = clear(tmp_path, {make_key("needed")}, {make_key("edition")}, Limits(1e12, 0), time.time())
    assert {name for name, path in paths.items() if path.is_file()} == {"edition", "new"}
    assert (cleared.removed.files, cleared.needed.files, cleared.over) == (2, 1, 100)


def test_what_is_used_after_it_was_listed_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = fill(tmp_path)

    def list_then_use(root: Path) -> list[Kept]:
        listed = list(list_kept(root))
        assert Store(tmp_path).has(make_key("old"), ".pdf"), "a build asks just now"
        return listed

    monkeypatch.setattr("broadside.store.clearing.list_kept", list_then_use)
    cleared = clear(tmp_path, (), (), Limits(0, 0), time.time())
    assert paths["old"].is_file()
    assert not paths["needed"].exists()
    assert cleared.removed.files == 2


# Asks for every key again and again; what it is told is there must still be readable a moment later. Between the questions each
# file grows old, so that the clearing beside it finds work.
BUILD = """
import itertools, os, sys, time
from pathlib import Path
from broadside.store import Store, make_key
store = Store(Path(sys.argv[1]))
for number in itertools.count():
    for name in range(20):
        key = make_key(str(name))
        path = store.get_or_make(key, ".pdf", lambda: b"data")
        try:
            assert path.read_bytes() == b"data"
        except FileNotFoundError:
            print("lost", flush=True)
        then = time.time() - 1e6
        try:
            os.utime(path, (then, then))
        except FileNotFoundError:
            pass
    print(number, flush=True)
"""


def test_a_build_beside_it_loses_nothing(tmp_path: Path) -> None:
    tmp_path.joinpath("store").mkdir()
    command = [sys.executable, "-c", BUILD, str(tmp_path / "store")]
    build = subprocess.Popen(command, env={"PYTHONPATH": str(REPOSITORY / "hooks")}, stdout=subprocess.PIPE, text=True)
    assert build.stdout is not None
    removed = 0
    try:
        while removed < 100:
            removed += clear(tmp_path / "store", (), (), Limits(0, 0), time.time()).removed.files
    finally:
        build.kill()
        said = build.communicate()[0]
    assert "lost" not in said


def test_only_old_drafts_go(tmp_path: Path) -> None:
    folder = Store(tmp_path).put(make_key("a"), ".pdf", b"data").parent
    for name in (".draft-old", ".draft-new"):
        (folder / name).write_bytes(b"half")
    age(folder / ".draft-old", 2 * DAY_S)
    assert [each.size for each in list_drafts(tmp_path, time.time())] == [4]
    cleared = clear(tmp_path, (), (), FOREVER, time.time())
    assert cleared.drafts.files == 1
    assert sorted(path.name for path in folder.iterdir()) == [".draft-new", f"{make_key('a')[2:]}.pdf"]


def test_no_store_is_an_empty_one(tmp_path: Path) -> None:
    assert clear(tmp_path / "none", (), (), FOREVER, time.time()).kept.files == 0


def test_a_file_system_that_forgets_uses_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert keeps_times(tmp_path)
    monkeypatch.setattr("os.utime", lambda *_, **__: None)
    assert not keeps_times(tmp_path)
    assert list(tmp_path.iterdir()) == []
