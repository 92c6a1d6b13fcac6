"""A store elsewhere, on a shared folder: what is taken from it, what is sent, and what happens when it is away."""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from broadside.store import GRACE_S, AddressError, Limits, Store, clear, make_key, open_store
from broadside.store.remote import AWAY_S, LISTED_S, NAME, open_remote
from sites import REPOSITORY
from store.test_using import age

Open = Callable[..., Store]
KEY = make_key("a")


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    yield
    open_remote.cache_clear()


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """Return a shared folder."""
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def machine(tmp_path: Path, share: Path) -> Open:
    """Open the store of a computer by its name."""
    return lambda name="one", secret="": open_store(tmp_path / name, f"file://{share}", secret)


def fail() -> bytes:
    raise AssertionError


def list_names(share: Path) -> list[str]:
    return sorted(path.relative_to(share).as_posix() for path in share.rglob("*") if path.is_file())


def break_file(path: Path, data: bytes) -> None:
    path.chmod(0o644)
    path.write_bytes(data)


def test_what_one_computer_made_another_one_takes(machine: Open, share: Path) -> None:
    made = machine("one").get_or_make(KEY, ".pdf", lambda: b"data")
    (name,) = list_names(share)
    assert NAME.fullmatch(name[3:])
    assert (share / name).read_bytes() == made.read_bytes() == b"data"
    taken = machine("two").get_or_make(KEY, ".pdf", fail)
    assert taken == machine("two").locate(KEY, ".pdf")
    assert taken.read_bytes() == b"data"
    assert taken.stat().st_mode & 0o777 == 0o444


def test_many_keys_are_fetched_at_once_with_what_lies_beside_them(machine: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [make_key(str(number)) for number in range(600)]
    for key in keys:
        machine("one").put(key, ".pdf", key.encode())
    machine("one").put(keys[0], ".ink", b"12.0")
    asked: list[str] = []
    look = os.scandir

    def count(path: str) -> object:
        asked.append(str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", count)
    two = machine("two")
    two.fetch([(key, ".pdf") for key in keys[:500]])
    assert len([path for path in asked if "/share/" in path]) <= 256, "a folder is listed once, and no key asked for by itself"
    monkeypatch.undo()
    assert [two.has(key, ".pdf") for key in keys] == [True] * 500 + [False] * 100
    assert two.locate(keys[0], ".ink").read_bytes() == b"12.0"
    assert all(two.locate(key, ".pdf").read_text() == key for key in keys[:500])


@pytest.mark.parametrize("data", [b"", b"dat", b"data and more", b"d\0ta"])
def test_what_is_torn_is_not_taken_and_is_mended(machine: Open, share: Path, caplog: pytest.LogCaptureFixture, data: bytes) -> None:
    machine("one").put(KEY, ".pdf", b"data")
    (name,) = list_names(share)
    break_file(share / name, data)
    assert machine("two").get_or_make(KEY, ".pdf", lambda: b"data").read_bytes() == b"data"
    assert name in caplog.text
    assert (share / name).read_bytes() == b"data"


def test_bytes_of_another_key_are_not_taken(machine: Open, share: Path) -> None:
    machine("one").put(KEY, ".pdf", b"data")
    (name,) = list_names(share)
    other = make_key("b")
    (share / other[:2]).mkdir(exist_ok=True)
    (share / name).rename(share / other[:2] / (other[2:] + name[65:]))
    machine("two").fetch([(other, ".pdf")])
    assert not machine("two").has(other, ".pdf")


def test_without_the_secret_nothing_can_be_slipped_in(machine: Open) -> None:
    machine("stranger", "guessed").put(KEY, ".pdf", b"poison")
    assert machine("one", "secret").get_or_make(KEY, ".pdf", lambda: b"data").read_bytes() == b"data"
    assert machine("two", "secret").get_or_make(KEY, ".pdf", fail).read_bytes() == b"data", "the poison beside it is passed over"


def test_a_listing_is_believed_for_a_while_and_not_where_it_matters(machine: Open) -> None:
    two = machine("two")
    two.fetch([(KEY, ".pdf")])
    machine("one").put(KEY, ".pdf", b"data")
    two.fetch([(KEY, ".pdf")])
    assert not two.has(KEY, ".pdf")
    two.fetch([(KEY, ".pdf")], anew=True)
    assert two.has(KEY, ".pdf")
    three = machine("three")
    three.fetch([(make_key("b"), ".pdf"), (KEY, ".pdf")])
    for note in three.root.rglob("*.txt"):
        age(note, LISTED_S + 1)
    three.locate(KEY, ".pdf").unlink()
    three.fetch([(KEY, ".pdf")])
    assert three.has(KEY, ".pdf")


def test_a_shared_folder_is_cleared_as_any_other(machine: Open, share: Path) -> None:
    machine("one").put(KEY, ".pdf", b"data")
    machine("one").put(make_key("b"), ".pdf", b"data")
    for name in list_names(share):
        age(share / name, 2 * GRACE_S)
    assert clear(share, {KEY}, (), Limits(GRACE_S), time.time()).removed.files == 1
    assert [name[3:65] for name in list_names(share) if name != ".lock"] == [KEY[2:]]


def test_what_went_since_it_was_listed_is_made(machine: Open, share: Path) -> None:
    machine("one").put(KEY, ".pdf", b"data")
    two = machine("two")
    two.fetch([(KEY, ".pdf")])
    two.locate(KEY, ".pdf").unlink()
    (share / list_names(share)[0]).unlink()
    assert two.get_or_make(KEY, ".pdf", lambda: b"made").read_bytes() == b"made"


def test_a_share_that_is_away_stops_nothing_and_gets_all_later(
    machine: Open, share: Path, caplog: pytest.LogCaptureFixture
) -> None:
    share.rmdir()
    one = machine("one")
    for name in "abc":
        assert one.get_or_make(make_key(name), ".pdf", lambda: b"data").read_bytes() == b"data"
    assert [record.levelno for record in caplog.records] == [logging.WARNING], "told once"
    assert f"file://{share} cannot be written to" in caplog.text
    assert not share.exists(), "a folder in the place of a share that is not there would be filled for nothing"
    assert one.remote is not None
    assert len(one.remote.list_unsent()) == 3
    one.locate(make_key("c"), ".pdf").unlink()
    share.mkdir()
    open_remote.cache_clear()  # the next command
    machine("one").fetch([])
    assert len(list_names(share)) == 2
    assert one.remote.list_unsent() == ()


def test_what_was_away_is_tried_again_after_a_while(machine: Open, share: Path) -> None:
    share.rmdir()
    one = machine("one")
    one.put(KEY, ".pdf", b"data")
    share.mkdir()
    one.put(make_key("b"), ".pdf", b"data")
    assert list_names(share) == []
    for note in one.root.rglob("away-*"):
        age(note, AWAY_S + 1)
    one.fetch([])
    assert len(list_names(share)) == 2


def test_who_may_only_read_still_reads(machine: Open, share: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine("one").put(KEY, ".pdf", b"data")
    two, other = machine("two"), make_key("b")
    assert two.remote is not None

    def refuse(*_: object) -> bool:
        raise PermissionError

    monkeypatch.setattr(type(two.remote), "_write", refuse)
    two.put(other, ".pdf", b"data")
    assert two.get_or_make(KEY, ".pdf", fail).read_bytes() == b"data"
    assert two.remote.list_unsent() == ((other, ".pdf"),)
    assert len(list_names(share)) == 1


def test_a_write_that_fails_leaves_no_draft(machine: Open, share: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = machine("one")
    one.put(make_key("b"), ".pdf", b"data")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.move", refuse)
    one.put(KEY, ".pdf", b"data")
    assert len(list_names(share)) == 1
    assert one.remote is not None
    assert one.remote.list_unsent() == ((KEY, ".pdf"),)


# Makes the same forty files as everybody else, and says how many it made itself.
WORKER = """
import sys
import time
from pathlib import Path
from broadside.store import make_key, open_store
store, made = open_store(Path(sys.argv[1]), sys.argv[2], ""), []
keys = [make_key(str(number)) for number in range(40)]
for key in keys:
    path = store.get_or_make(key, ".pdf", lambda key=key: made.append(key) or key.encode() * 1000)
    assert path.read_bytes() == key.encode() * 1000
print(len(made))
"""


def test_two_computers_at_once_do_no_harm(tmp_path: Path, share: Path) -> None:
    environment = {"PYTHONPATH": str(REPOSITORY / "hooks")}
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER, str(tmp_path / name), f"file://{share}"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "two")
    ]
    said = [worker.communicate() for worker in workers]
    assert [error for _, error in said] == ["", ""]
    assert sum(int(made) for made, _ in said) >= 40
    assert len(list_names(share)) == 40


def test_a_store_goes_to_a_worker_and_works_there(machine: Open) -> None:
    machine("one").put(KEY, ".pdf", b"data")
    sent: Store = pickle.loads(pickle.dumps(machine("two")))  # noqa: S301  our own
    assert sent.get_or_make(KEY, ".pdf", fail).read_bytes() == b"data"


def test_a_protocol_that_nobody_knows_is_said(tmp_path: Path) -> None:
    with pytest.raises(AddressError, match="nothing here knows what nowhere:// is"):
        open_store(tmp_path, "nowhere://a/b", "")


def test_a_library_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lack(_: str) -> None:
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr("fsspec.get_filesystem_class", lack)
    with pytest.raises(AddressError, match=r"library that is not here \(Install s3fs"):
        open_store(tmp_path, "s3://bucket/folder", "")


def test_without_fsspec_the_message_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(AddressError, match="pip install s3fs for S3, fsspec for a shared folder"):
        open_store(tmp_path, "s3://bucket/folder", "")


def test_a_path_is_a_folder_and_nothing_the_site_s_own(tmp_path: Path) -> None:
    assert open_store(tmp_path / "own", "", "") == Store(tmp_path / "own")
    assert open_store(tmp_path / "own", "/cache/broadside", "") == Store(Path("/cache/broadside"))
