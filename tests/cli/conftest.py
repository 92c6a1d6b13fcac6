"""The command as people type it, on a small site of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.commanding import FILES, Command
from sites import make_site


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return the command, on the valid site with one slogan on one carrier."""
    monkeypatch.delenv("BROADSIDE_STORE", raising=False)
    monkeypatch.setenv("BROADSIDE_TODAY", "2027-06-10")
    return Command(make_site(tmp_path / "site", FILES), capsys)
