"""A live preview after edits at random is, byte for byte, a clean build; ``make rebuilds`` tries two hundred sequences of them."""

from __future__ import annotations

import os
import subprocess
import sys

from sites import REPOSITORY

from .building import make_environment


def test_a_preview_after_edits_is_a_clean_build() -> None:
    paths = os.pathsep.join([str(REPOSITORY / "hooks"), str(REPOSITORY / "tests")])
    done = subprocess.run(
        [sys.executable, "-m", "built.rebuilding", "--sequences", "1", "--steps", "4", "--first", "11"],
        env=make_environment(PYTHONPATH=paths, BROADSIDE_PRESS="false"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "the same" in done.stdout
