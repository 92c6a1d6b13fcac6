"""A repository of git in a temporary folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from revisions.repositories import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return an empty repository."""
    return Repository(tmp_path / "repository")
