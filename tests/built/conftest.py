"""The built site that the tests of this folder and of the browser look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from sites import REPOSITORY, printing_alone

from .building import build


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own site, built strictly; its sheets come from the repository's store."""
    target = tmp_path_factory.mktemp("site")
    with printing_alone():
        done = build(REPOSITORY / "mkdocs.yml", target)
    assert done.returncode == 0, done.stdout
    return target
