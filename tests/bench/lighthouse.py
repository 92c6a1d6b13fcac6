"""Lighthouse over the built site behind a server that compresses: home, wall and an article, on a desk and on a telephone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.rows import ROOT, say
from built.conftest import CHROMIUM
from built.serving import serve_files

TOOL = ROOT / "tests/tools/lighthouse"
PAGES = {"home": "", "wall": "slogans/", "article": "knowledge/confined-space/"}
GOALS = {
    "desktop": {"performance": 98, "accessibility": 100, "best-practices": 100},
    "mobile": {"performance": 90, "accessibility": 100, "best-practices": 100},
}
ROUNDS = 3
"""Our choice: performance is the median of them, for a busy machine slows single runs."""


def bench_lighthouse() -> None:
    """Install the locked Lighthouse if it is not there, build the site, and print a row a page and form."""
    if not (TOOL / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--silent"], check=True, cwd=TOOL)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build = [str(Path(sys.executable).parent / "mkdocs"), "build", "-q", "-f", str(ROOT / "mkdocs.yml"), "-d", str(site)]
        subprocess.run(build, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, cwd=ROOT)
        with serve_files(site) as origin:
            for form, goals in GOALS.items():
                for name, address in PAGES.items():
                    runs = [run_once(origin + address, form, Path(folder)) for _ in range(ROUNDS)]
                    figures = {goal: sorted(round(run["categories"][goal]["score"] * 100) for run in runs) for goal in goals}
                    told = [f"{figures['performance'][ROUNDS // 2]}", *(str(figures[goal][0]) for goal in list(goals)[1:])]
                    say(
                        f"Lighthouse, {form}, {name}: performance, accessibility, best practices",
                        ", ".join(told),
                        ", ".join(f"{'at least ' if goal < 100 else ''}{goal}" for goal in goals.values()),
                    )
                    for run in runs[:1]:
                        for lost in list_lost(run):
                            say(f"  {lost}", "", "")


def run_once(url: str, form: str, folder: Path) -> dict[str, Any]:
    """Run Lighthouse once; returns its report."""
    report = folder / "report.json"
    command = [
        "node",
        str(TOOL / "node_modules/lighthouse/cli/index.js"),
        url,
        "--output=json",
        f"--output-path={report}",
        "--quiet",
    ]
    command += ["--chrome-flags=--headless=new --no-sandbox --disable-gpu", "--no-enable-error-reporting"]
    command += ["--only-categories=performance,accessibility,best-practices"]
    command += ["--preset=desktop"] if form == "desktop" else []
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "CHROME_PATH": CHROMIUM})
    found: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return found


def list_lost(run: dict[str, Any]) -> list[str]:
    """Return the checks of accessibility and best practices that a page does not pass."""
    wanted = {
        ref["id"] for name in ("accessibility", "best-practices") for ref in run["categories"][name]["auditRefs"] if ref["weight"]
    }
    return [
        f"{name}: {run['audits'][name]['title']}"
        for name in sorted(wanted)
        if (run["audits"][name]["score"] or 0) < 1 and run["audits"][name]["score"] is not None
    ]
