"""Every page of the built site through the Nu Html Checker: no error, no warning."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

from .tools import VNU

ALLOWED = {
    "Resource violates Content Security Policy": "of files it does not know the site, which is all that the pages may load; "
    "the browser's tests fail for any resource that is not loaded",
    "Trailing slash on void elements": "Python-Markdown writes them, and HTML allows them after a quoted attribute",
}
"""Messages that are let pass, by their beginning, each with its reason."""


BRIEF = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For a run of half a minute: to compile better, and to collect on every processor, costs Java more than it brings."""


def check(folder: Path) -> list[dict[str, Any]]:
    """Return what the checker says of every HTML file in a folder."""
    command = ["java", *BRIEF, "-Xss2m", "-jar", str(VNU), "--format", "json", "--exit-zero-always", "--skip-non-html", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return found


def is_data(message: dict[str, Any]) -> bool:
    """Say whether the checker takes data for a script that the page's policy forbids; of scripts it compares the hashes."""
    is_about_policy = str(message["message"]).startswith("Inline script violates Content Security Policy")
    return is_about_policy and bool(re.search(r'<script[^>]* type="application/(ld\+)?json"', str(message["extract"])))


def test_every_page_is_html(built_site: Path) -> None:
    faults = [
        f"{message['url'].removeprefix(built_site.as_uri().replace('///', '/'))}:{message.get('lastLine')}: {message['message']}"
        for message in check(built_site)
        if not message["message"].startswith(tuple(ALLOWED)) and not is_data(message)
    ]
    assert faults == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text('<!doctype html><html lang="en"><title>A</title><p id="a"><p id="a"><img>')
    words = " ".join(message["message"] for message in check(tmp_path))
    assert re.search("Duplicate ID", words)
    assert "alt" in words
