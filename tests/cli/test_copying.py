"""``offline``: a copy of what was built."""

from __future__ import annotations

from pathlib import Path

from cli.commanding import Command


def test_a_copy_is_made_of_a_built_site_only(run: Command, tmp_path: Path) -> None:
    places = ("--site", str(tmp_path / "built"), "--to", str(tmp_path / "copy"))
    code, _, log = run("offline", *places)
    assert (code, log) == (2, f"There is no built site in {tmp_path / 'built'}. Build it first: make build.\n")
    (tmp_path / "built").mkdir()
    (tmp_path / "built/index.html").write_text("<head></head>", "utf-8")
    code, said, _ = run("offline", "--zip", *places)
    assert code == 0
    assert said.splitlines()[:2] == [str(tmp_path / "copy/Open me 打开我.html"), str(tmp_path / "copy.zip")]
    (tmp_path / "copy/Open me 打开我.html").unlink()
    code, _, log = run("offline", *places, language="zh")
    assert (code, "未作改动" in log) == (2, True)
