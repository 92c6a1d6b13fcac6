"""One measured figure -> a row: as columns for a terminal, or of a Markdown table where ``BENCH_MARKDOWN`` is set."""

from __future__ import annotations

import os
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MARKDOWN = "BENCH_MARKDOWN"
PAGE = "BENCH_PAGE"
"""In the environment, for some rows are measured in processes of their own: a page that figures are written into."""
BEGIN, END = "<!-- rows -->", "<!-- end of rows -->"
MACHINE = re.compile(r"(<!-- machine -->\n).*(\n<!-- end of machine -->)")


def say(what: str, figure: str, goal: str = "") -> None:
    """Print one row: what was measured, the figure, and what is to be reached."""
    row = f"| {what} | {figure} | {goal} |"
    if page := os.environ.get(PAGE):
        put_row(Path(page), row)
    columns = row if os.environ.get(MARKDOWN) else f"{what:<66} {figure:>22}   {goal}"
    sys.stdout.write(columns.rstrip(" ") + "\n")
    sys.stdout.flush()


def put_row(page: Path, row: str) -> None:
    """Write one row into the table between the marks in ``page``: in the place of the same one, else at the end.

    A page without the marks raises ``ValueError``. Rows stay when a later one fails, and other runs add to them.
    """
    before, begin, rest = page.read_text("utf-8").partition(BEGIN)
    table, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{page} has no table between {BEGIN} and {END}")
    what = row.split(" | ", maxsplit=1)[0]
    lines = table.strip().splitlines()
    same = [number for number, line in enumerate(lines) if line.split(" | ")[0] == what]
    lines[same[0] if same else len(lines) :] = [row, *(lines[same[0] + 1 :] if same else ())]
    page.write_text(before + begin + "\n\n" + "\n".join(lines) + "\n\n" + end + after, "utf-8")


def say_head(facts: str) -> None:
    """Print what every figure below depends on, and the table's head."""
    if page := os.environ.get(PAGE):
        text = Path(page).read_text("utf-8")
        Path(page).write_text(MACHINE.sub(lambda found: found[1] + facts + found[2], text), "utf-8")
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
