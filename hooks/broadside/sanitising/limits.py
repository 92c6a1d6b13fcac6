"""A page -> how large, how deep and how slow it may be before it is a mistake."""

from __future__ import annotations

import contextlib
import re
import signal
import threading
from collections.abc import Iterator

BYTES_MAX = 100_000
"""Our choice: five times the longest page there is, some forty printed pages; nobody reads more in one piece."""
NESTED_MAX = 12
"""Our choice: quotes and lists inside one another; four is hard to read already, code in a list may be indented further."""
OPEN_MAX = 100
"""Our choice: elements open inside one another. Our deepest page has 12; some thousands take an HTML parser minutes, as each
paragraph opens anew what is still open (HTML 13.2.4.3)."""
PAGE_SECONDS = 2.0
"""Our choice: processor time for one page's Markdown, a dozen times what the longest page takes on a slow machine. A build gives
twice as much: what the check let pass must not stop it on a busier day."""
AGAIN_SECONDS = 0.1
MARKERS = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*")
"""What stands before the words of a line: marks of quotes and lists, and the indentation of what belongs to them."""
MAYBE_NESTED = re.compile(rf"^[ \t>*+.)\d-]{{{NESTED_MAX + 1}}}", re.MULTILINE)
"""A line that can be too deep: each step in is a letter of it at least. Few pages have one."""
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""HTML 13.1.2."""


class TooSlowError(Exception):
    """A page's Markdown takes longer than :data:`PAGE_SECONDS`."""


class TooDeepError(Exception):
    """A page has more elements inside one another than :data:`OPEN_MAX`."""


def find_nested(body: str) -> int | None:
    """Return the line, from 0, on which quotes and lists are deeper in one another than :data:`NESTED_MAX`."""
    if not MAYBE_NESTED.search(body):
        return None
    for number, line in enumerate(body.split("\n")):
        found = MARKERS.match(line[: 8 * NESTED_MAX])  # enough of it to tell, and no more to look at
        marks = found.group(0).expandtabs(4) if found and line.strip(" \t-*") else ""  # a line across is no list
        depth = sum(marks.count(mark) for mark in ">-*+.)") + (len(marks) - len(marks.lstrip(" "))) // 4
        if depth > NESTED_MAX:
            return number
    return None


def check_depth(html: str) -> None:
    """Raise :class:`TooDeepError` where more elements are open than a page ever needs."""
    if html.count("<") - html.count("</") <= OPEN_MAX:  # so few begin
        return
    depth, opened = 0, dict[str, int]()
    for match in TAG.finditer(html):
        is_end, name = bool(match.group(1)), match.group(2).lower()
        if name in VOID:
            continue
        if not is_end:
            depth, opened[name] = depth + 1, opened.get(name, 0) + 1
        elif opened.get(name):
            depth, opened[name] = depth - 1, opened[name] - 1
        if depth > OPEN_MAX:
            raise TooDeepError


@contextlib.contextmanager
def limit_seconds(seconds: float) -> Iterator[None]:
    """Raise :class:`TooSlowError` in what runs inside, once it has used ``seconds`` of the processor.

    A thread cannot be stopped, a process of its own costs each page more than its Markdown does; a signal (POSIX
    ``setitimer``) also ends a regular expression that would run for hours. It is sent again in case somebody catches it. Without
    such a signal (on Windows, and outside the main thread) the limits of size and depth hold alone.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
