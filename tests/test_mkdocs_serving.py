"""The generator in a live preview: it leaves its folder, finds no documents, is told of changes, and goes on after a mistake."""

from __future__ import annotations

import logging
import time
from pathlib import Path

import pytest
from mkdocs import utils
from mkdocs.commands import build as generator
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, get_files

from broadside.marks import FOLDER, make_mark, read_clock
from broadside.placing import Placed
from broadside.watching import Watcher
from mkdocs_serving import Kept, find_assets, go_on, hear_at_once, keep_site, spare_copies


def make_server(root: Path) -> LiveReloadServer:
    """Return a server that is not bound yet; its builds fail for what is no mistake of the program."""

    def build() -> None:
        raise Abort("Two mistakes.") from ValueError("of content")

    return LiveReloadServer(build, "127.0.0.1", 0, str(root))


def test_the_folder_is_left_once(tmp_path: Path) -> None:
    (tmp_path / "kept.html").touch()
    keep_site()
    utils.clean_directory(str(tmp_path))
    assert (tmp_path / "kept.html").exists()
    utils.clean_directory(str(tmp_path))
    assert not (tmp_path / "kept.html").exists()


def test_what_is_published_is_found_once_as_the_generator_finds_it(tmp_path: Path) -> None:
    for name in ("docs/notices/plan.pdf", "docs/notices/one.md", "docs/private/plan.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "mkdocs.yml").write_text("site_name: Site\nplugins: []\nexclude_docs: private/\n", "utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    find_assets(["notices/plan.pdf", "private/plan.pdf"])
    ours, its = (vars(generator)["get_files"](config) for _ in range(2))
    assert vars(generator)["get_files"] is get_files
    assert [file.src_uri for file in its if not file.is_documentation_page()] == [file.src_uri for file in ours]
    for file in ours:
        other = its.get_file_from_path(file.src_uri)
        assert other is not None
        assert (file.abs_src_path, file.abs_dest_path, file.url, file.inclusion) == (
            other.abs_src_path,
            other.abs_dest_path,
            other.url,
            other.inclusion,
        )


def test_what_was_watched_is_watched_by_another(tmp_path: Path) -> None:
    for name in ("docs", "theme", "slogans"):
        (tmp_path / name).mkdir()
    server = make_server(tmp_path)
    before = server.observer
    server.watch(str(tmp_path / "docs"))
    hear_at_once(server, (str(tmp_path / "docs"), str(tmp_path / "theme")))
    server.watch(str(tmp_path / "slogans"))
    assert not before.emitters
    watcher: object = server.observer
    assert isinstance(watcher, Watcher)
    assert watcher.list_paths() == [str(tmp_path / "docs"), str(tmp_path / "slogans")]
    server.server_close()


def test_a_mistake_ends_no_preview(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    server = make_server(tmp_path)
    go_on(server)
    with caplog.at_level(logging.ERROR, "mkdocs"):
        server.builder()
    assert "Two mistakes." in caplog.text

    def refuse() -> None:
        raise Abort("The generator's own end.")

    server.builder = refuse
    go_on(server)
    with pytest.raises(Abort):
        server.builder()
    server.server_close()


def copy(files: Files, kept: Kept, root: Path) -> list[str]:
    """Copy files as a build does, and keep what it leaves; returns which copies were left alone."""
    site = root / "site"
    spared, copied = spare_copies(files, kept, root)
    files.copy_static_files()
    kept.placed = Placed({path.name: (make_mark(path.stat()), b"") for path in site.iterdir()})
    kept.copied = copied
    wait_for_tick(root)
    return sorted(spared)


def wait_for_tick(root: Path) -> None:
    """Wait until what is written now is later than all that was."""
    while read_clock(root / FOLDER) <= max(path.stat().st_ctime_ns for path in root.rglob("*") if path.is_file()):
        time.sleep(0.01)


def test_a_copy_is_left_alone_while_neither_it_nor_its_source_changed(tmp_path: Path) -> None:
    for name in ("docs/plan.pdf", "docs/plain.png", "other/plain.png", FOLDER, "site"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("one", "utf-8") if "." in name[1:] else (tmp_path / name).mkdir()

    def list_files(*twice: str) -> Files:
        each = [(name, "docs", name) for name in ("plan.pdf", "plain.png")] + [(f"zh/{name}", "other", name) for name in twice]
        return Files(
            [
                File(name, str(tmp_path / folder), str(tmp_path / "site"), use_directory_urls=True, dest_uri=to)
                for name, folder, to in each
            ]
        )

    for file in (files := list_files("plain.png")):
        file.abs_src_path = str(tmp_path / ("other" if file.src_uri.startswith("zh/") else "docs") / file.dest_uri)
    kept = Kept()
    wait_for_tick(tmp_path)
    assert copy(files, kept, tmp_path) == []
    assert copy(list_files(), kept, tmp_path) == ["plan.pdf"], "of two sources nobody knows which was copied last"
    assert copy(list_files(), kept, tmp_path) == ["plain.png", "plan.pdf"]
    (tmp_path / "docs/plan.pdf").write_text("two", "utf-8")
    wait_for_tick(tmp_path)
    assert copy(list_files(), kept, tmp_path) == ["plain.png"]
    assert (tmp_path / "site/plan.pdf").read_text("utf-8") == "two"
    (tmp_path / "site/plain.png").write_text("six", "utf-8")
    assert copy(list_files(), kept, tmp_path) == ["plan.pdf"]
    assert (tmp_path / "site/plain.png").read_text("utf-8") == "one"
    (tmp_path / "site/plain.png").unlink()
    assert copy(list_files(), kept, tmp_path) == ["plan.pdf"]
    assert (tmp_path / "site/plain.png").exists()
