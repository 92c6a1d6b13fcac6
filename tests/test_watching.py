"""What somebody changes in a folder is told at once and told whatever way it was written; what is only read is not told."""

from __future__ import annotations

import errno
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from broadside import watching
from broadside.watching import Watcher, can_tell, find_type, read_mounts

PATIENCE_S = 20
QUIET_S = 0.3
EVERY_S = 0.1

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the generator's own way of looking is used")


class Ear(FileSystemEventHandler):
    """Hears as the generator does: of files, and that something changed."""

    def __init__(self) -> None:
        self.heard = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hear an event."""
        if not event.is_directory:
            self.heard.set()


def make_desk(root: Path) -> None:
    """Make a folder with documents, one of them behind a link, and a configuration."""
    for name in ("docs/knowledge", "docs/empty", "elsewhere/more"):
        (root / name).mkdir(parents=True)
    for name in ("mkdocs.yml", "other.yml", "docs/index.md", "docs/knowledge/one.md", "elsewhere/linked.md", "elsewhere/more/a.md"):
        (root / name).write_text("before", "utf-8")
    (root / "docs/linked.md").symlink_to(root / "elsewhere/linked.md")
    (root / "docs/more").symlink_to(root / "elsewhere/more")


def watch(root: Path) -> tuple[Watcher, Ear]:
    """Begin to watch the folder and the configuration."""
    watcher, ear = Watcher(PollingObserver(timeout=EVERY_S)), Ear()
    for path in ("docs", "mkdocs.yml"):
        watcher.schedule(ear, str(root / path), recursive=True)
    watcher.start()
    return watcher, ear


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[Path, Ear]]:
    """Give a folder that is watched, and who hears."""
    make_desk(tmp_path)
    watcher, ear = watch(tmp_path)
    assert isinstance(watcher.used, Observer) == can_tell([str(tmp_path)])  # type: ignore[arg-type]  # a class on Linux
    yield tmp_path, ear
    watcher.stop()
    watcher.join()


def edit(root: Path) -> None:
    with (root / "docs/knowledge/one.md").open("a") as file:
        file.write("more")


def save_by_renaming(root: Path) -> None:
    (root / "elsewhere/draft").write_text("after", "utf-8")
    (root / "elsewhere/draft").replace(root / "docs/index.md")


def rename(root: Path) -> None:
    (root / "docs/index.md").rename(root / "docs/home.md")


def delete(root: Path) -> None:
    (root / "docs/knowledge/one.md").unlink()


def take_folder_away(root: Path) -> None:
    (root / "docs/knowledge").rename(root / "elsewhere/knowledge")


def bring_folder(root: Path) -> None:
    (root / "elsewhere/new").mkdir()
    (root / "elsewhere/new/a.md").write_text("new", "utf-8")
    (root / "elsewhere/new").rename(root / "docs/new")


def delete_folder(root: Path) -> None:
    shutil.rmtree(root / "docs/knowledge")


def write_in_new_folder(root: Path) -> None:
    (root / "docs/new/deep").mkdir(parents=True)
    (root / "docs/new/deep/a.md").write_text("new", "utf-8")


def edit_behind_link(root: Path) -> None:
    (root / "elsewhere/linked.md").write_text("after", "utf-8")


def edit_in_linked_folder(root: Path) -> None:
    (root / "elsewhere/more/a.md").write_text("after", "utf-8")


def edit_settings(root: Path) -> None:
    (root / "mkdocs.yml").write_text("after", "utf-8")


def replace_settings(root: Path) -> None:
    (root / "draft").write_text("after", "utf-8")
    (root / "draft").replace(root / "mkdocs.yml")


CHANGES: tuple[Callable[[Path], None], ...] = (
    edit,
    save_by_renaming,
    rename,
    delete,
    take_folder_away,
    bring_folder,
    delete_folder,
    write_in_new_folder,
    edit_behind_link,
    edit_in_linked_folder,
    edit_settings,
    replace_settings,
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_is_told(desk: tuple[Path, Ear], change: Callable[[Path], None]) -> None:
    root, ear = desk
    change(root)
    assert ear.heard.wait(PATIENCE_S)


def test_settings_that_were_replaced_are_watched_still(desk: tuple[Path, Ear]) -> None:
    root, ear = desk
    for change in (replace_settings, replace_settings, edit_settings):
        ear.heard.clear()
        change(root)
        assert ear.heard.wait(PATIENCE_S)
        while ear.heard.is_set():
            ear.heard.clear()
            ear.heard.wait(QUIET_S)


def test_what_is_read_is_not_told(desk: tuple[Path, Ear]) -> None:
    """A build reads every file and writes beside the settings: if that were told, it would begin anew for ever."""
    root, ear = desk
    for path in root.rglob("*"):
        if path.is_file():
            path.read_bytes()
    (root / "other.yml").write_text("after", "utf-8")
    (root / "site").mkdir()
    assert not ear.heard.wait(QUIET_S)


def test_where_the_system_cannot_tell_somebody_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    for name, instead in (("LOCAL", frozenset[str]()), ("Observer", fail), ("MOUNTS", tmp_path / "none")):
        make_desk(root := tmp_path / name)
        with monkeypatch.context() as patch:
            patch.setattr(watching, name, instead)
            watcher, ear = watch(root)
            assert isinstance(watcher.used, PollingObserver)
            edit(root)
            assert ear.heard.wait(PATIENCE_S)
            watcher.stop()
            watcher.join()


def test_what_is_no_longer_asked_for_is_not_watched(tmp_path: Path) -> None:
    make_desk(tmp_path)
    watcher, ear = Watcher(PollingObserver(timeout=EVERY_S)), Ear()
    for path in ("docs", "mkdocs.yml"):
        watcher.unschedule(watcher.schedule(ear, str(tmp_path / path), recursive=True))
    watcher.schedule(ear, str(tmp_path / "elsewhere"), recursive=True)
    watcher.start()
    edit(tmp_path)
    edit_settings(tmp_path)
    assert not ear.heard.wait(QUIET_S)
    watcher.stop()
    watcher.join()


def test_a_file_system_is_known_by_the_nearest_place_where_one_is_mounted() -> None:
    types = read_mounts(
        "1 0 8:1 / / rw - ext4 /dev/a rw\n"
        "2 1 0:9 / /home/a\\040b rw shared:5 - nfs4 server:/a rw\n"
        "3 1 0:9 / /home/a\\040b/own rw - tmpfs none rw\n"
        "4 1 0:9 / /work rw - ext4 /dev/b rw\n"
        "5 1 0:9 / /work rw - 9p drvfs rw\n"
    )
    places = ("/home", "/home/a b/docs", "/home/a b/own/x", "/work/docs", "/works")
    assert [find_type(types, place) for place in places] == ["ext4", "nfs4", "tmpfs", "9p", "ext4"]
