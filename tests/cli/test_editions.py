"""``publish`` and ``reprint``: a sheet as an edition had it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.commanding import Command, list_names
from sites import VALID


def test_publish_and_reprint(run: Command, tmp_path: Path) -> None:
    code, said, _ = run("publish", "june-2027")
    assert code == 0
    assert said.split() == [
        str(run.config.parent / "posters/editions/june-2027.yml"),
        str(run.config.parent / ".broadside/editions/june-2027.zip"),
        str(run.config.parent / "docs/addresses.yml"),
    ]
    assert run("print", "look-first", "--to", str(tmp_path / "before"))[0] == 0
    (run.config.parent / "slogans/look-first.md").write_text(VALID["slogans/look-first.md"].replace("Look first", "Look twice"))
    assert run("reprint", "look-first-poster-a4-en@june-2027", "--to", str(tmp_path / "after"))[0] == 0
    assert len(list_names(tmp_path / "after")) == 3
    for file in (tmp_path / "after").iterdir():
        assert file.read_bytes() == (tmp_path / "before" / file.name).read_bytes()
    code, said, log = run("reprint", "hard-hat-poster-a4-en@june-2027")
    assert (code, said) == (2, "")
    assert log == (
        "The edition june-2027 does not have hard-hat-poster-a4-en, or its files are gone from the store and the archive. "
        "There is: look-first-poster-a4-en, look-first-poster-a4-zh.\n"
    )


@pytest.mark.parametrize("edition", ["../june", "a/b", "", "Juni 2027"])
def test_an_edition_s_name_is_a_file_s_name(run: Command, edition: str) -> None:
    before = {path for path in run.config.parent.parent.rglob("*.yml") if ".broadside" not in path.parts}
    code, _, log = run("publish", edition)
    assert code == 2
    assert log.endswith("\n")
    assert {path for path in run.config.parent.parent.rglob("*.yml") if ".broadside" not in path.parts} == before
