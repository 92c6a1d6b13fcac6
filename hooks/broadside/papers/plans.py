"""A campaign's plan in one language -> its wall schedule: an A3 sheet across with a scale of months, each task as of one day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any, Literal, cast

from broadside.catalog import Catalog, Entry
from broadside.kinds import Campaign, KeyDay, Task
from broadside.papers.describing import A3_LYING_MM, describe_document, make_paper, write_day
from broadside.press.papers import Paper
from broadside.sheets.choosing import write_days
from broadside.texts import read_texts

NAME = "schedule"
DISTANCE_M = 1.5
"""Our choice: from here people stand and look for their own line. Letters follow from it: distance / 150 for the tasks in Chinese,
/ 300 for the rest, as on sheets (``sheets/wording.py``)."""
A_DAY = datetime.timedelta(days=1)

State = Literal["done", "late", "coming"]


def read_plan(entry: Entry, language: str) -> tuple[Task, ...]:
    """Return a campaign's tasks in the words of ``language``, by the day they are due; what is done the original says."""
    own = cast("Campaign", entry.fields).plan
    said = cast("tuple[Task, ...]", entry.say("plan", language))
    if len(said) == len(own):
        said = tuple(task.model_copy(update={"due": its.due, "done": its.done}) for task, its in zip(said, own, strict=True))
    return tuple(sorted(said, key=lambda task: task.due))


def find_state(task: Task, today: datetime.date | None) -> State:
    """Return how a task stands on a day; without one nothing is late."""
    if task.done is not None:
        return "done"
    return "late" if today is not None and task.due < today else "coming"


def list_schedules(catalog: Catalog, entry: Entry, language: str, today: datetime.date | None) -> Iterator[Paper]:
    """Yield the wall schedule of a campaign that has a plan and asks for it, as its tasks stand ``today``."""
    campaign = cast("Campaign", entry.fields)
    tasks = read_plan(entry, language)
    if not tasks or NAME not in campaign.print:
        return
    days = cast("tuple[KeyDay, ...]", entry.say("key_days", language))
    last = max(*(task.done or task.due for task in tasks), *(task.due for task in tasks), campaign.ends)
    # What is over changes no more, so a past campaign's schedule is printed once and not every day anew.
    stand = min(today, last + A_DAY) if today else None
    is_kept = any(task.done for task in tasks)
    texts = read_texts(language)["press"]["schedule"]
    months = _list_months([*(task.due for task in tasks), *(day.date for day in days), campaign.starts, campaign.ends])
    first = months[0]
    end = _next_month(months[-1])
    rows = [_describe_row(task, find_state(task, stand if is_kept else None), stand, first, language) for task in tasks]
    counts = {state: sum(row["state"] == state for row in rows) for state in ("done", "late", "coming")}
    data = {
        **describe_document(catalog, entry, language, stand or campaign.starts),
        "days": write_days(campaign, language),
        "name": texts["name"],
        "stand": texts["stand"].format(day=write_day(stand, language)) if stand else "",
        "counts": texts["join"].join(texts["states"][state].format(count=count) for state, count in counts.items() if count),
        "distance_mm": 1000 * DISTANCE_M,
        "scale": {
            "days": (end - first).days,
            "months": [_describe_month(month, first, language, is_first=month == first) for month in months],
            "weeks": [day.toordinal() - first.toordinal() for day in _list_mondays(first, end)],
            "today": (stand - first).days if stand and first <= stand < end else None,
            "month": [(campaign.starts - first).days, (campaign.ends - first).days + 1],
        },
        "rows": rows,
        "key_days": [
            {"at": (day.date - first).days, "day": _write_short(day.date, language), "title": day.title}
            for day in sorted(days, key=lambda day: day.date)
        ],
    }
    yield make_paper(catalog, entry, language, NAME, data, A3_LYING_MM)


def _describe_row(task: Task, state: State, stand: datetime.date | None, first: datetime.date, language: str) -> dict[str, Any]:
    return {
        "state": state,
        "due": _write_short(task.due, language),
        "said": _say_state(task, state, stand, language),
        "task": task.task,
        "owner": task.owner,
        "at": (task.due - first).days,
        "done": None if task.done is None else (task.done - first).days,
    }


def _say_state(task: Task, state: State, stand: datetime.date | None, language: str) -> str:
    """Say when a task was done, or how long it still has or is overdue; nothing of one past its day in a plan that is not kept."""
    texts = read_texts(language)["press"]["schedule"]
    if task.done is not None:
        return str(texts["done"]).format(day=_write_short(task.done, language))
    left = (task.due - stand).days if stand is not None else -1
    if state == "late":
        return str(texts["late_one" if left == -1 else "late"]).format(days=-left)
    return "" if left < 0 else str(texts[{0: "today", 1: "left_one"}.get(left, "left")]).format(days=left)


def _write_short(day: datetime.date, language: str) -> str:
    texts = read_texts(language)["press"]["schedule"]
    return str(texts["day"]).format(date=day, month=texts["months"][day.month - 1])


def _describe_month(month: datetime.date, first: datetime.date, language: str, *, is_first: bool) -> dict[str, Any]:
    texts = read_texts(language)["press"]["schedule"]
    return {
        "name": texts["months"][month.month - 1],
        "year": str(month.year) if is_first or month.month == 1 else "",
        "at": (month - first).days,
        "days": (_next_month(month) - month).days,
    }


def _list_months(days: Sequence[datetime.date]) -> list[datetime.date]:
    """Return the first day of each month from the earliest of ``days`` to the latest."""
    month, last = min(days).replace(day=1), max(days).replace(day=1)
    months = [month]
    while month < last:
        month = _next_month(month)
        months.append(month)
    return months


def _next_month(month: datetime.date) -> datetime.date:
    return (month.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)


def _list_mondays(first: datetime.date, end: datetime.date) -> Iterator[datetime.date]:
    """Yield the Mondays from ``first`` to before ``end``: weeks begin on Monday (ISO 8601)."""
    day = first + datetime.timedelta(days=-first.weekday() % 7)
    while day < end:
        yield day
        day += datetime.timedelta(days=7)
