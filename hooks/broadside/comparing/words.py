"""Two texts -> what was taken out, put in and kept, word by word, in hunks with the lines around them.

The work is bounded whatever the texts are: past a limit, lines count as all taken out and all put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["kept", "out", "in"]
LINES_MAX = 800
WORDS_MAX = 300
"""Our choices: changes of lines looked for in a text, and of words in one place; more is another text. The search takes their
square."""
LETTERS_MAX = 100_000
"""Our choice: letters of one text that are compared word by word; what changes after them is out and in as it stands."""
CONTEXT = 2
"""Our choice: unchanged lines shown on each side of a change."""
ISLAND = 2
"""Our choice: fewer kept letters than these between two changed words only tear them apart."""
TOKENS = re.compile(r"\s+|[^\W\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]+|.", re.DOTALL)
"""Words of letters and figures; every other letter alone, as in scripts without spaces (the blocks of CJK and Hangul, Unicode)."""


@dataclass(frozen=True)
class Run:
    """Letters that one side or both have."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Hunk:
    """Lines that follow one another; ``skipped`` unchanged ones stand before them and are not shown."""

    skipped: int
    runs: tuple[Run, ...]


def compare_texts(before: str, after: str) -> tuple[tuple[Hunk, ...], int]:
    """Return the hunks in which two texts differ, and how many unchanged lines follow the last."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    hunks: list[Hunk] = []
    waiting: list[str] = []
    runs: list[Run] = []
    left = LETTERS_MAX
    for kept, out, put in _pair_blocks(_compare(old, new, LINES_MAX)):
        if kept:
            far = len(kept) > 2 * CONTEXT + 1
            if runs and far:
                hunks[-1:] = [Hunk(hunks[-1].skipped, (*runs, Run("kept", "".join(kept[:CONTEXT]))))]
                runs, waiting = [], kept[CONTEXT:]
            elif runs:
                runs.append(Run("kept", "".join(kept)))
            else:
                waiting = [*waiting, *kept]
        if out or put:
            if not runs:
                hunks.append(Hunk(max(0, len(waiting) - CONTEXT), ()))
                runs = [Run("kept", "".join(waiting[-CONTEXT:]))] if waiting else []
                waiting = []
            left -= sum(map(len, (*out, *put)))
            runs.extend(compare_words("".join(out), "".join(put)) if left > 0 else _replace("".join(out), "".join(put)))
    if runs:
        hunks[-1:] = [Hunk(hunks[-1].skipped, tuple(runs))]
    return tuple(hunks), len(waiting)


def compare_words(before: str, after: str) -> tuple[Run, ...]:
    """Return the runs of two texts, word by word; kept letters that stand lost between changed ones count as changed."""
    found = [
        Run(kind, "".join(tokens)) for kind, tokens in _group(_compare(TOKENS.findall(before), TOKENS.findall(after), WORDS_MAX))
    ]
    joined: list[Run] = []
    for number, run in enumerate(found):
        is_lost = run.kind == "kept" and 0 < number < len(found) - 1 and len(run.text.strip()) < ISLAND and "\n" not in run.text
        joined += [Run("out", run.text), Run("in", run.text)] if is_lost else [run]
    return tuple(_merge(joined))


def _replace(out: str, put: str) -> tuple[Run, ...]:
    return tuple(run for run in (Run("out", out), Run("in", put)) if run.text)


def _merge(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield the runs with what is taken out between two kept ones in one, then what is put in."""
    out = put = ""
    for run in (*runs, Run("kept", "")):
        if run.kind == "out":
            out += run.text
        elif run.kind == "in":
            put += run.text
        else:
            yield from (each for each in (*_replace(out, put), run) if each.text)
            out = put = ""


def _group(steps: Iterable[tuple[Kind, str]]) -> Iterator[tuple[Kind, list[str]]]:
    """Yield the steps with those of one kind that follow one another together."""
    last: tuple[Kind, list[str]] | None = None
    for kind, token in steps:
        if last is None or last[0] != kind:
            if last:
                yield last
            last = (kind, [])
        last[1].append(token)
    if last:
        yield last


def _pair_blocks(steps: Iterable[tuple[Kind, str]]) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Yield lines that are kept and the change behind them, by turns."""
    kept: list[str] = []
    out: list[str] = []
    put: list[str] = []
    for kind, line in steps:
        if kind == "kept":
            if out or put:
                yield kept, out, put
                kept, out, put = [], [], []
            kept.append(line)
        else:
            (out if kind == "out" else put).append(line)
    yield kept, out, put


def _compare(old: Sequence[str], new: Sequence[str], most: int) -> list[tuple[Kind, str]]:
    """Return the steps from one list to the other: the fewest, found by E. Myers' greedy algorithm (Algorithmica 1, 1986)."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    inside, outside = old[start : len(old) - end], new[start : len(new) - end]
    steps: list[tuple[Kind, str]] = [("kept", token) for token in old[:start]]
    steps += _find_steps(inside, outside, most)
    return steps + [("kept", token) for token in old[len(old) - end :]]


def _find_steps(old: Sequence[str], new: Sequence[str], most: int) -> list[tuple[Kind, str]]:
    """Return the fewest steps between two lists; where they are more than ``most``, all out and all in."""
    plain: list[tuple[Kind, str]] = [*(("out", token) for token in old), *(("in", token) for token in new)]
    if not old or not new:
        return plain
    layer = {1: 0}
    trail: list[dict[int, int]] = []
    for count in range(min(len(old) + len(new), most) + 1):
        trail.append(layer)
        layer = {}
        for diagonal in range(-count, count + 1, 2):
            source = _step_from(trail[-1], diagonal, count)
            x = trail[-1][source] + (source < diagonal)
            while x < len(old) and x - diagonal < len(new) and old[x] == new[x - diagonal]:
                x += 1
            layer[diagonal] = x
            if x >= len(old) and x - diagonal >= len(new):
                return _walk_back(old, new, trail)
    return plain


def _step_from(layer: Mapping[int, int], diagonal: int, count: int) -> int:
    """Return the diagonal from which ``diagonal`` is reached farthest: the one above where a token is put in."""
    if diagonal == -count or (diagonal != count and layer[diagonal - 1] < layer[diagonal + 1]):
        return diagonal + 1
    return diagonal - 1


def _walk_back(old: Sequence[str], new: Sequence[str], trail: Sequence[Mapping[int, int]]) -> list[tuple[Kind, str]]:
    """Return the steps that led to the end, from what was reached after each number of changes."""
    x, y = len(old), len(new)
    steps: list[tuple[Kind, str]] = []
    for count in range(len(trail) - 1, -1, -1):
        source = _step_from(trail[count], x - y, count)
        is_in = source > x - y
        to_x = trail[count][source] + (not is_in)
        while x > to_x and x and y:
            x, y = x - 1, y - 1
            steps.append(("kept", old[x]))
        if count and is_in:
            y -= 1
            steps.append(("in", new[y]))
        elif count:
            x -= 1
            steps.append(("out", old[x]))
    return steps[::-1]
