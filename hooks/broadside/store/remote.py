"""A store elsewhere, on a shared folder or on S3: names that prove their bytes -> files fetched from it and sent to it.

A key is the hash of what some bytes were made from, so it cannot tell whether they are whole. Therefore a file is called there by
its key and by a seal: a hash of key, ending and bytes (HMAC-SHA-256, RFC 2104). A listing of names then answers what is there, and
what is fetched is taken only if its seal is that of its name.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import hmac
import itertools
import logging
import os
import re
import time
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from broadside.store.using import DRAFT
from broadside.texts import read_texts, reader_language

log = logging.getLogger("broadside.store")

FOLDERS = frozenset(f"{number:02x}" for number in range(256))
NAME = re.compile(r"([0-9a-f]{62})\.([0-9a-f]{64})(\.\w+)")
OBJECTS = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl", "oss", "memory"})
"""Protocols under which a file appears whole by one request; under the others it is written beside its place and renamed."""
SIDE_BY_SIDE = 16
"""Our choice: requests at once; a request waits for the network far longer than it computes."""
LISTED_S = 300.0
"""Our choice: how long a listing is believed. What came since is printed once more, which harms nothing."""
AWAY_S = 300.0
"""Our choice: after how long a store that did not answer is tried again."""
T = TypeVar("T")
Way = Literal["read", "write"]
Wanted = tuple[str, str]
"""A key and an ending."""


class AddressError(Exception):
    """A store's address that nothing here can open: a key of ``store`` in texts/, the address and what the library says."""

    def __init__(self, reason: str, address: str, says: str) -> None:
        super().__init__(reason, address, says)
        self.reason, self.address, self.says = reason, address, says

    def __str__(self) -> str:
        return self.word(reader_language(os.environ))

    def word(self, language: str) -> str:
        """Return what is wrong in words."""
        return str(read_texts(language)["store"][self.reason]).format(address=self.address, says=self.says)


@dataclass(frozen=True)
class Remote:
    """A store at an address that fsspec can open; ``notes`` is a folder of this computer for what is known of it.

    Who can write there but does not know ``secret`` cannot have anything taken.
    """

    address: str
    notes: Path
    secret: bytes

    def name(self, key: str, ending: str, data: bytes) -> str:
        """Return the name of a file there, below the store's folder: its key, its seal, its ending."""
        seal = hmac.new(self.secret, f"{key}{ending}\0".encode() + data, hashlib.sha256).hexdigest()
        return f"{key[:2]}/{key[2:]}.{seal}{ending}"

    def fetch(self, wanted: Collection[Wanted], keep: Callable[[str, str, bytes], object], *, anew: bool = False) -> None:
        """Give ``keep`` what is there of ``wanted``, and what else lies under the same keys; several at once.

        With ``anew`` older listings are not believed. Where nothing answers that is told, and nothing is given.
        """
        keys = {key for key, _ in wanted}
        found: dict[str, list[str]] = {}
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            for name in self._list_all(pool, {key[:2] for key in keys}, anew=anew):
                if (key := _key(name)) in keys:
                    found.setdefault(key, []).append(name)
            for _ in pool.map(lambda key: self._fetch_key(key, found[key], keep), found):
                pass

    def _fetch_key(self, key: str, names: Iterable[str], keep: Callable[[str, str, bytes], object]) -> None:
        done: set[str] = set()
        # In the order of their endings: a note of ink comes before the copier's file that it belongs to.
        for name in sorted(names, key=lambda name: (_ending(name), name)):
            ending = _ending(name)
            if ending in done:
                continue
            data = self._reach("read", functools.partial(self._read, name))
            if data is not None and hmac.compare_digest(self.name(key, ending, data), name):
                keep(key, ending, data)
                done.add(ending)
            elif data is not None:
                self._tell("torn", name=name)

    def send(self, key: str, ending: str, data: bytes) -> bool:
        """Put a file there; where that cannot be done it is told, and noted to be sent later. Says whether it is there."""
        sent = self._reach("write", lambda: self._write(self.name(key, ending, data), data)) is not None
        note = self.notes / "unsent" / f"{key}{ending}"
        if sent:
            note.unlink(missing_ok=True)
        else:
            note.parent.mkdir(parents=True, exist_ok=True)
            note.touch()
        return sent

    def send_all(self, files: Iterable[tuple[str, str, Path]]) -> int:
        """Put many files there, several at once; returns how many arrived. What is gone from here meanwhile is left out."""

        def send(file: tuple[str, str, Path]) -> bool:
            try:
                data = file[2].read_bytes()
            except FileNotFoundError:
                (self.notes / "unsent" / f"{file[0]}{file[1]}").unlink(missing_ok=True)
                return False
            return self.send(file[0], file[1], data)

        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            return sum(pool.map(send, files))

    def send_unsent(self, locate: Callable[[str, str], Path]) -> None:
        """Send what could not be sent before, unless it could not be written to just now."""
        if not self._is_away("write") and (unsent := self.list_unsent()):
            self.send_all((key, ending, locate(key, ending)) for key, ending in unsent)

    def list_unsent(self) -> tuple[Wanted, ...]:
        """Return what could not be sent so far."""
        try:
            names = sorted(os.listdir(self.notes / "unsent"))  # noqa: PTH208  names, no paths
        except FileNotFoundError:
            return ()
        return tuple((name[:64], name[64:]) for name in names)

    def list_there(self) -> frozenset[Wanted]:
        """Return keys and endings of all that is there now."""
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            return frozenset((_key(name), _ending(name)) for name in self._list_all(pool, FOLDERS, anew=True))

    def _list_all(self, pool: ThreadPoolExecutor, folders: Collection[str], *, anew: bool) -> Iterator[str]:
        """Yield the names in those of ``folders`` that are there."""
        there = sorted(set(folders) & set(self._list("", anew=anew)))
        return itertools.chain.from_iterable(pool.map(lambda folder: self._list(folder, anew=anew), there))

    def _list(self, folder: str, *, anew: bool) -> tuple[str, ...]:
        """Return the names in one folder there, or those of the folders, from this computer's note where that is young."""
        note = self.notes / f"{folder or 'folders'}.txt"
        with contextlib.suppress(FileNotFoundError):
            if not anew and time.time() - note.stat().st_mtime < LISTED_S:
                return tuple(note.read_text("ascii").split())
        names = self._reach("read", lambda: self._list_there(folder))
        if names is None:
            return ()
        with contextlib.suppress(OSError):  # a note less costs a listing more
            note.parent.mkdir(parents=True, exist_ok=True)
            draft = note.with_suffix(f".{uuid.uuid4().hex}")
            draft.write_text("\n".join(names), "ascii")
            draft.replace(note)
        return names

    def _list_there(self, folder: str) -> tuple[str, ...]:
        system, root, _ = self._open()
        try:
            paths = system.ls(f"{root}/{folder}".rstrip("/"), detail=False)
        except FileNotFoundError:
            return ()
        names = (path.rstrip("/").rpartition("/")[2] for path in paths)
        if not folder:
            return tuple(name for name in names if name in FOLDERS)
        return tuple(f"{folder}/{name}" for name in names if NAME.fullmatch(name))

    def _read(self, name: str) -> bytes | None:
        system, root, _ = self._open()
        try:
            return bytes(system.cat_file(f"{root}/{name}"))
        except FileNotFoundError:  # it went since it was listed
            return None

    def _write(self, name: str, data: bytes) -> Literal[True]:
        system, root, is_whole = self._open()
        path = f"{root}/{name}"
        if is_whole:
            system.pipe_file(path, data)
            return True
        folder = path.rpartition("/")[0]
        with contextlib.suppress(FileExistsError):  # the store's own folder is not made: a share that is not there stays away
            system.mkdir(folder, create_parents=False)
        draft = f"{folder}/{DRAFT}{uuid.uuid4().hex}"
        try:
            system.pipe_file(draft, data)
            system.mv(draft, path)
        except BaseException:
            with contextlib.suppress(Exception):
                system.rm_file(draft)
            raise
        return True

    def _open(self) -> tuple[Any, str, bool]:
        """Return the file system (fsspec keeps one an address), the folder on it, and whether a file appears whole there."""
        import fsspec  # noqa: PLC0415  only who has a store elsewhere needs it

        # One request a file: of several at once s3fs would first ask how large a file is. Files themselves come side by side.
        s3 = {"max_concurrency": 1} if self.address.startswith(("s3://", "s3a://")) else {}
        system, root = fsspec.url_to_fs(self.address, use_listings_cache=False, **s3)
        protocols = (system.protocol,) if isinstance(system.protocol, str) else system.protocol
        return system, root.rstrip("/"), not OBJECTS.isdisjoint(protocols)

    def _reach(self, way: Way, act: Callable[[], T]) -> T | None:
        """Do something there; where that fails it is told, and for a while not tried again, by no process of this computer."""
        if self._is_away(way):
            return None
        try:
            return act()
        except Exception as error:  # noqa: BLE001  each protocol's library has errors of its own, with no class in common
            self._note_away(way, error)
            return None

    def _is_away(self, way: Way) -> bool:
        try:
            return time.time() - (self.notes / f"away-{way}").stat().st_mtime < AWAY_S
        except FileNotFoundError:
            return False

    def _note_away(self, way: Way, error: Exception) -> None:
        self.notes.mkdir(parents=True, exist_ok=True)
        note = self.notes / f"away-{way}"
        if not self._is_away(way):
            note.unlink(missing_ok=True)
        with contextlib.suppress(FileExistsError):  # of several at once the first one tells it
            note.touch(exist_ok=False)
            self._tell("unread" if way == "read" else "unwritten", says=" ".join(f"{error or type(error).__name__}".split()))

    def _tell(self, what: str, **facts: str) -> None:
        texts = read_texts(reader_language(os.environ))["store"]
        log.warning(str(texts[what]).format(address=self.address, **facts))

    def forget_away(self) -> None:
        """Try again at once what did not answer before."""
        for note in self.notes.glob("away-*"):
            note.unlink(missing_ok=True)


def _key(name: str) -> str:
    return name[:2] + name[3:65]


def _ending(name: str) -> str:
    return name[130:]


@functools.cache
def open_remote(address: str, notes: Path, secret: bytes) -> Remote:
    """Return the store at ``address``, once a process; raises :class:`AddressError`. Nothing is asked of the network yet."""
    try:
        import fsspec  # noqa: PLC0415
    except ImportError as error:
        raise AddressError("no-library", address, "fsspec") from error
    protocol = address.partition("://")[0].rpartition("::")[2]
    try:
        fsspec.get_filesystem_class(protocol)
    except ImportError as error:
        raise AddressError("no-library", address, str(error)) from error
    except ValueError as error:
        raise AddressError("no-protocol", address, protocol) from error
    known = hashlib.sha256(address.encode() + b"\0" + secret).hexdigest()[:16]
    remote = Remote(address, notes / known, secret)
    remote.forget_away()  # who has mended something need not wait
    return remote
