"""The environment -> the day it is."""

from __future__ import annotations

import datetime
import os


def read_today() -> datetime.date:
    """Return the day it is: today, or ``BROADSIDE_TODAY`` (ISO 8601), so that what is made can be repeated."""
    given = os.environ.get("BROADSIDE_TODAY")
    return datetime.date.fromisoformat(given) if given else datetime.datetime.now().astimezone().date()
