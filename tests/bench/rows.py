"""One measured figure -> a row: as columns for a terminal, or of a Markdown table where ``BENCH_MARKDOWN`` is set."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MARKDOWN = "BENCH_MARKDOWN"
"""In the environment, for some rows are measured in processes of their own."""


def say(what: str, figure: str, goal: str = "") -> None:
    """Print one row: what was measured, the figure, and what is to be reached."""
    columns = f"| {what} | {figure} | {goal} |" if os.environ.get(MARKDOWN) else f"{what:<66} {figure:>22}   {goal}"
    sys.stdout.write(columns.rstrip(" ") + "\n")
    sys.stdout.flush()


def say_head(facts: str) -> None:
    """Print what every figure below depends on, and the table's head."""
    sys.stdout.write(f"{facts}\n\n" + ("| What | Figure | To reach |\n|---|---|---|\n" if os.environ.get(MARKDOWN) else ""))
    sys.stdout.flush()


def seconds(act: Callable[[], object]) -> float:
    """Time one call."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def compare(first: Callable[[int], float], second: Callable[[int], float], rounds: int) -> tuple[float, float, float]:
    """Run both in turn after a warm-up; returns the median ratio and both medians in seconds."""
    first(0), second(1)
    pairs = [(first(2 * number), second(2 * number + 1)) for number in range(1, rounds + 1)]
    return statistics.median(a / b for a, b in pairs), *(statistics.median(column) for column in zip(*pairs, strict=True))


def list_paths(*more: Path) -> str:
    """Return the ``PYTHONPATH`` of a program that is measured: this checkout's, and ``more``."""
    return os.pathsep.join(map(str, (ROOT / "hooks", ROOT / "tests", *more)))
