"""What a build neither wrote nor confirmed goes, and nothing else."""

from __future__ import annotations

import time
from pathlib import Path

from broadside.placing import read_clock, remove_stale


def test_what_was_neither_written_nor_confirmed_goes(tmp_path: Path) -> None:
    names = ("old/index.html", "kept/index.html", "both/old.html", "both/new.html")
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    while read_clock(tmp_path) <= max((tmp_path / name).stat().st_ctime_ns for name in names):
        time.sleep(0.01)
    since = read_clock(tmp_path)
    (tmp_path / "both/new.html").write_text("new", "utf-8")
    (tmp_path / "link.pdf").hardlink_to(tmp_path / "both/new.html")
    remove_stale(tmp_path, since, {tmp_path / "kept/index.html"})
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [
        "both",
        "both/new.html",
        "kept",
        "kept/index.html",
        "link.pdf",
    ]
