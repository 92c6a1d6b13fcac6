"""The files of the tests -> the order in which they begin, so that no process waits for another one's work."""

from __future__ import annotations

FIRST = (
    "built/test_accessibility.py",
    "test_fetching.py",
    "test_preview.py",
    "built/test_rebuilding.py",
    "hostile/test_files.py",
    "test_remembering.py",
    "press/test_running.py",
    "test_invalid.py",
    "test_editions.py",
    "press/test_difficult.py",
    "test_rules.py",
)
"""The first prints all sheets of the site and builds it, for which whoever wants that site must wait. The others are the longest
that do not want it: six minutes of work for the other processes in the meantime."""


def rank(file: str) -> int:
    """Return the place of a test's file: of two with the same place the one whose name comes first begins."""
    return FIRST.index(file) if file in FIRST else len(FIRST)
