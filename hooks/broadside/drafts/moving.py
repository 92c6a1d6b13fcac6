"""A day of last year's campaign -> the day on which the same falls in the campaign that repeats it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

A_WEEK, SATURDAY = 7, 5


@dataclass(frozen=True)
class Move:
    """From one campaign to the one that repeats it: the days of their starts, and the days that keep their date.

    ``fixed`` are the old campaign's first and last day and its key days: 16 June is consultation day, whatever weekday it is.
    Everything else is work, and work keeps its weekday.
    """

    starts: datetime.date
    begins: datetime.date
    fixed: frozenset[datetime.date]

    def move(self, day: datetime.date) -> datetime.date:
        """Return where a day of the old campaign falls: its date in the new year, or the same weekday nearest to that."""
        years = self.begins.year - self.starts.year
        same = repeat_date(day, day.year + years) + (self.begins - repeat_date(self.starts, self.begins.year))
        if day in self.fixed:
            return same
        ahead = (day.weekday() - same.weekday()) % A_WEEK
        return same + datetime.timedelta(days=ahead if ahead <= A_WEEK // 2 else ahead - A_WEEK)


def repeat_date(day: datetime.date, year: int) -> datetime.date:
    """Return the same date of another year; 29 February is the 28th where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
