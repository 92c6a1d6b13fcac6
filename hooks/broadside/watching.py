"""Files and folders that somebody works in -> a call as soon as one of them changes: the system tells, nobody goes to look.

The generator's preview looks at every file twice a second. That is late by up to half a second, and takes its share of the
processor from the build itself.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from watchdog.events import (
    DirDeletedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

TOLD = (FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent, DirDeletedEvent)
"""What is waited for. That a file was opened or read is not: a build reads all of them, and would begin anew for ever."""
LOCAL = frozenset({"ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "zfs", "tmpfs", "overlay"})
"""The file systems of Linux that only this machine writes to, so that it knows of every change (inotify(7), "Limitations")."""
MOUNTS = Path("/proc/self/mountinfo")


class Watcher:
    """What the generator takes for its observer: told by the system where it can tell of all changes, else looking as before.

    The choice is made at the start, when all that is to be watched is known; ``looking`` is the generator's own observer.
    """

    def __init__(self, looking: BaseObserver) -> None:
        self._looking = self.used = looking
        self._asked: list[tuple[FileSystemEventHandler, str, bool]] = []

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> object:
        """Watch a file or a folder from the start on."""
        self._asked.append((handler, path, recursive))
        return path

    def unschedule(self, watch: object) -> None:
        """Watch no more what was asked for under that path."""
        self._asked = [asked for asked in self._asked if asked[1] != watch]

    def list_paths(self) -> list[str]:
        """Return what is to be watched."""
        return [path for _, path, _ in self._asked]

    def start(self) -> None:
        """Begin to watch."""
        if can_tell(self.list_paths()) and (telling := self._tell()):
            self.used = telling
            return
        for handler, path, recursive in self._asked:
            self._looking.schedule(handler, path, recursive=recursive)
        self._looking.start()

    def stop(self) -> None:
        """End watching."""
        self.used.stop()

    def join(self) -> None:
        """Wait for its end."""
        self.used.join()

    def _tell(self) -> BaseObserver | None:
        """Have the system tell; nothing where it has no room for so many watches, or allows nobody any."""
        observer: BaseObserver | None = None
        try:
            observer = Observer()
            observer.start()
            for handler, path, recursive in self._asked:
                if Path(path).is_dir():
                    observer.schedule(_Told(handler), path, recursive=recursive, event_filter=[*TOLD], follow_symlink=True)
            # Last, for where there is no more room the library says so of a watch's own folder, and not of those in it.
            for handler, path, _ in self._asked:
                for file in list_single([path]):
                    observer.schedule(_Told(handler, file), str(Path(file).parent), event_filter=[*TOLD])
        except OSError:
            if observer is not None:
                observer.stop()
            return None
        return observer


class _Told(FileSystemEventHandler):
    """Passes on what the system tells; of ``file`` alone, where one is named.

    A file is watched in its folder: many editors save by writing another and giving it the old one's name.
    """

    def __init__(self, handler: FileSystemEventHandler, file: str = "") -> None:
        self._handler, self._file = handler, file

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass it on; a folder that went away as a file, for the generator hears of files alone."""
        if self._file in {"", os.fsdecode(event.src_path), os.fsdecode(event.dest_path)}:
            self._handler.dispatch(FileDeletedEvent(event.src_path) if event.is_directory else event)


def can_tell(paths: Iterable[str]) -> bool:
    """Whether the system knows of every change to the files and folders at ``paths``, and behind the links in them."""
    if sys.platform != "linux":  # elsewhere this was not tried
        return False
    try:
        types = read_mounts(MOUNTS.read_text("utf-8", "surrogateescape"))
    except OSError:
        return False
    places = [os.path.realpath(place) for path in paths for place in (*_list_folders(path), *list_single([path]))]
    return all(find_type(types, place) in LOCAL for place in dict.fromkeys(places))


def read_mounts(text: str) -> dict[str, str]:
    """Return the type of the file system at each place where one is mounted (proc_pid_mountinfo(5)); the last one is on top."""
    types = {}
    for line in text.splitlines():
        place, _, rest = line.partition(" - ")
        name = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), place.split(" ")[4])
        types[name] = rest.split(" ")[0]
    return types


def find_type(types: dict[str, str], place: str) -> str:
    """Return the type of the file system that ``place``, a path without links, lies on."""
    return next((types[str(each)] for each in (Path(place), *Path(place).parents) if str(each) in types), "")


def list_single(paths: Iterable[str]) -> Iterator[str]:
    """Yield the files that are watched one by one: those at ``paths``, and what the links to files under them lead to."""
    for path in paths:
        if not Path(path).is_dir():
            yield from dict.fromkeys((path, os.path.realpath(path)))
        for folder in _list_folders(path):
            with os.scandir(folder) as entries:
                yield from (os.path.realpath(entry.path) for entry in entries if entry.is_symlink() and not entry.is_dir())


def _list_folders(path: str) -> Iterator[str]:
    """Yield a folder and all in it, also behind links."""
    return (place for place, _, _ in os.walk(path, followlinks=True))
