"""The command itself: what it refuses is a sentence, and it is the one installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from broadside.texts import LANGUAGES
from cli.commanding import Command

NO_SHEET = (
    "No sheet is what you asked for: no slogan has a design that fits this carrier, or no sheet can be had in this form. "
    "Name another carrier, a design with --design, or another form.\n"
)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ("print", "look-frist"),
            2,
            "There is no slogan look-frist. If these are the words to print, add --words.\n",
        ),
        (
            ("print", "look-first", "--carrier", "van-side", "--design", "wall"),
            2,
            NO_SHEET,
        ),
        (
            ("reprint", "look-first-poster-a4-en"),
            2,
            "Name the edition after the sheet: look-first-poster-a4-en@june-2027.\n",
        ),
        (
            ("reprint", "look-first-poster-a4-en@june-2027"),
            2,
            "The edition june-2027 does not have june-2027, or its files are gone from the store and the archive. There is: -.\n",
        ),
        (("fonts", "xx", "yy"), 2, None),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_refusals_are_sentences_on_the_log(run: Command, arguments: tuple[str, ...], code: int, said: str | None) -> None:
    for language in LANGUAGES:
        answer = run(*arguments, language=language)
        assert answer[:2] == (code, "")
        assert answer[2].endswith("\n")
        assert "{" not in answer[2]
        if language == "en":
            assert answer[2] == said or (said is None and answer[2].startswith("there is no language xx, yy. There is: en, "))


def test_the_installed_command_is_this_one(run: Command) -> None:
    command = [str(Path(sys.executable).parent / "broadside"), "--config", str(run.config), "--language", "en", "check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "No mistakes.\n", "")
