"""What a command answers: mistakes in a format, a refusal in the reader's words, the names of files it hands out."""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from broadside.problems import format_github, format_text

FORMATS = {"text": format_text, "github": format_github}
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  the library has no public name for it


class Refusal(Exception):  # noqa: N818  it is an answer, not a fault of the program
    """What a command cannot do: a key of ``cli`` in texts/, and the facts of that sentence."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason, self.facts = reason, facts


def hand_out(files: Iterable[tuple[str, Path]], folder: Path | None) -> None:
    """Copy files into ``folder`` and name them; without one, name their places in the store."""
    for name, file in files:
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, folder / name)
        print(folder / name if folder else file)
