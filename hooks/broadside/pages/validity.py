"""A notice's days -> whether it is in force, coming or expired on a given day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

Standing = Literal["in-force", "coming", "expired"]

SOON_DAYS = 14
"""From how many days before its last day a notice ends soon. Our choice: two weeks, in which one can still act on it."""


@dataclass(frozen=True)
class Validity:
    """The first and the last day on which a notice applies; without a last day it applies until another one says so."""

    starts: datetime.date
    ends: datetime.date | None = None

    def stand(self, day: datetime.date) -> Standing:
        """Say how a notice stands on ``day``."""
        if self.ends is not None and self.ends < day:
            return "expired"
        return "coming" if self.starts > day else "in-force"

    @property
    def soon(self) -> datetime.date | None:
        """The first day on which it is said to end soon."""
        return self.ends - datetime.timedelta(days=SOON_DAYS) if self.ends else None

    def list_states(self, day: datetime.date) -> tuple[str, ...]:
        """Return what can be said of it on ``day``: how it stands, and "soon" while it is in force and its last day is near."""
        standing = self.stand(day)
        return (standing, "soon") if standing == "in-force" and self.soon and self.soon <= day else (standing,)

    def is_any(self, states: str, day: datetime.date) -> bool:
        """Say whether one of ``states``, words with spaces between them, holds on ``day``."""
        return not set(states.split()).isdisjoint(self.list_states(day))
