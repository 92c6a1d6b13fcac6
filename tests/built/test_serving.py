"""The real ``mkdocs serve``: an edited slogan shows its new poster without a restart, and a mistake leaves the site up."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

from .building import copy_site, make_environment

PATIENCE_S = 90
HARD_HAT_SHEETS = 6
"""In one language: three posters, two screens, and the poster in the kit of the unit that subscribes."""


def find_port() -> int:
    """Return a port that is free now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def fetch(url: str) -> str:
    """Return a page's text, or nothing while the server is not up."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def wait_for(what: Callable[[], bool]) -> None:
    """Wait until ``what`` holds; fails after a patience that no working build needs."""
    end = time.monotonic() + PATIENCE_S
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.2)


@contextlib.contextmanager
def serve(config: Path, log: Path) -> Iterator[str]:
    """Run the live preview; yields its address."""
    port = find_port()
    command = [str(Path(sys.executable).parent / "mkdocs"), "serve", "-f", str(config), "-a", f"127.0.0.1:{port}"]
    environment = make_environment()
    with (
        log.open("w") as output,
        subprocess.Popen(command, stdout=output, stderr=output, env=environment, cwd=config.parent) as server,
    ):
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def test_live_preview(tmp_path: Path) -> None:
    config = copy_site(tmp_path, ("hard-hat", "test-the-air"))
    log = tmp_path / "log.txt"
    slogan = tmp_path / "slogans/hard-hat.md"
    good = slogan.read_text("utf-8")
    with serve(config, log) as site:
        page = f"{site}slogans/hard-hat/"
        wait_for(lambda: "Hard hat first" in fetch(page))
        picture = f"{site}sheets/hard-hat/hard-hat-poster-a3-en-office.pdf"
        with urllib.request.urlopen(picture, timeout=10) as answer:
            before = answer.read()

        new = f"Helmet {os.getpid()} first"  # words that no earlier run has printed
        slogan.write_text(good.replace("Hard hat first", new), "utf-8")
        wait_for(lambda: new in fetch(page))
        with urllib.request.urlopen(picture, timeout=10) as answer:
            assert answer.read() != before
        said = re.findall(r"Sheets: \d+ of \d+, (?:(\d+) of them printed now|none had to be)", log.read_text())
        made = [int(count or 0) for count in said]
        assert len(made) >= 2
        assert made[1] == HARD_HAT_SHEETS, "only the sheets whose words changed are printed again"

        slogan.write_text(good.replace("carriers:", "carires:").replace("topics:", "topisc:"), "utf-8")
        wait_for(lambda: "topisc" in log.read_text())
        assert "slogans/hard-hat.md:" in log.read_text()
        assert new in fetch(page), "the last good site stays up"

        slogan.write_text(good, "utf-8")
        wait_for(lambda: "Hard hat first" in fetch(page))
