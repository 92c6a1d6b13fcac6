"""Counts and times of a run -> how fast it prints, how long it will take, and the words for that."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from broadside.texts import read_texts

What = Literal["sheets", "papers"]
LANDMARK_S = 30
"""Our choice: a log hears of a long run so often."""
SURE_S = 2.0
"""Our choice: the first seconds, in which workers start, say nothing of those to come."""


@dataclass(frozen=True)
class Progress:
    """How far the press is: ``done`` of ``total`` are there; ``printed`` counts those of which this run made something.

    ``elapsed_s`` is since the run began, ``share`` the part of its work that is done, by what each costs. A log hears of
    landmarks alone; ``is_stopped`` says that somebody has ended the run.
    """

    done: int
    total: int
    printed: int
    what: What = "sheets"
    elapsed_s: float = 0.0
    share: float = 1.0
    is_landmark: bool = True
    is_stopped: bool = False

    @property
    def is_end(self) -> bool:
        """Whether this is the last that is heard of the run."""
        return self.is_stopped or self.done == self.total

    @property
    def rate(self) -> float | None:
        """Sheets a second; nothing as long as nobody can tell."""
        return self.printed / self.elapsed_s if self.printed and self.elapsed_s >= SURE_S else None

    @property
    def left_s(self) -> float | None:
        """Seconds to the end, if the rest goes as what was done; nothing as long as nobody can tell."""
        return self.elapsed_s * (1 - self.share) / self.share if self.share and self.rate else None

    def say(self, language: str) -> str:
        """Say it in one line: how far, how fast, how long yet; at the end what was made."""
        texts = read_texts(language)["press"]["progress"]
        facts = {"done": self.done, "total": self.total, "printed": self.printed, "time": say_time(self.elapsed_s, language)}
        kind = "stopped" if self.is_stopped else "going" if self.done < self.total else "made" if self.printed else "there"
        said = str(texts[self.what][kind]).format(**facts)
        if self.is_end or self.rate is None or self.left_s is None:
            return said
        left = texts["left"].format(time=say_time(self.left_s, language))
        return str(texts["and"]).join((said, say_rate(self.rate, self.what, language), left))


def say_rate(rate: float, what: What, language: str) -> str:
    """Say a rate, given a second, by the second, or by the minute where that would be less than one."""
    texts, unit = read_texts(language)["press"]["progress"][what], "second" if rate >= 1 else "minute"
    each = rate if rate >= 1 else 60 * rate
    return str(texts[unit]).format(rate=f"{each:.1f}" if each < 10 else f"{each:.0f}")


def say_time(time_s: float, language: str) -> str:
    """Say how long something takes, no finer than anybody plans by."""
    texts = read_texts(language)["press"]["progress"]["time"]
    if time_s < 59.5:
        return str(texts["seconds"]).format(seconds=max(1, round(time_s)))
    minutes = round(time_s / 60)
    if minutes < 60:
        return str(texts["minutes"]).format(minutes=minutes)
    return str(texts["hours"]).format(hours=minutes // 60, minutes=minutes % 60)


class Meter:
    """Counts what a run has done and tells ``report`` of it."""

    def __init__(self, what: What, ready: int, costs: list[float], report: Callable[[Progress], None]) -> None:
        self._costs, self._report, self._all = costs, report, sum(costs)
        self._began = self._told = time.monotonic()
        self._spent = 0.0
        self._last = Progress(ready, ready + len(costs), 0, what, share=0.0)

    def begin(self) -> None:
        """Tell that nothing is lacking, if so."""
        if not self._costs:
            self._report(replace(self._last, share=1.0))

    def count(self, number: int) -> None:
        """Tell that one more is done, by its number."""
        now, last = time.monotonic(), self._last
        self._spent += self._costs[number]
        is_landmark = last.done + 1 == last.total or now - self._told >= LANDMARK_S
        self._told = now if is_landmark else self._told
        self._last = replace(
            last,
            done=last.done + 1,
            printed=last.printed + 1,
            elapsed_s=now - self._began,
            share=self._spent / self._all,
            is_landmark=is_landmark,
        )
        self._report(self._last)

    def stop(self) -> None:
        """Tell that somebody ended the run."""
        self._report(replace(self._last, is_landmark=True, is_stopped=True))
