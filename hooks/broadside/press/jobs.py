"""A sheet or a paper that the store lacks -> what one call of a worker makes of it, what it costs, and how it may answer."""

from __future__ import annotations

from dataclasses import dataclass

from broadside.catalog import Form
from broadside.press.contrast import Faint
from broadside.press.describing import Order
from broadside.press.papers import Paper, PaperTooLongError

Keys = tuple[tuple[Form, str], ...]
"""The key of each file of a sheet."""
PaperKeys = tuple[tuple[str, str], ...]
"""The key of each file of a paper, by its ending."""
Answer = Faint | PaperTooLongError | None
"""What a worker found: words that cannot be read, words that do not fit, or nothing to tell: the files are in the store."""


@dataclass(frozen=True)
class SheetJob:
    """The files of a sheet that the store lacks."""

    order: Order
    keys: Keys

    @property
    def title(self) -> str:
        """What a message calls it."""
        return self.order.title


@dataclass(frozen=True)
class PaperJob:
    """A paper of which the store lacks a file; ``keys`` are of all its files, for its picture is made from its PDF."""

    paper: Paper
    keys: PaperKeys

    @property
    def title(self) -> str:
        """What a message calls it."""
        return self.paper.title


Job = SheetJob | PaperJob


class WorkerLostError(Exception):
    """A worker ended ``times`` times while it printed ``title``: for want of memory, or for a fault of a library."""

    def __init__(self, title: str, times: int) -> None:
        super().__init__(title, times)
        self.title, self.times = title, times

    def __str__(self) -> str:
        return f"a worker ended {self.times} times while it printed {self.title}"


class WorkerStrangeError(Exception):
    """A worker on ``host`` that must not print: it does not see ``place``, or has that where we have another.

    ``reason`` is a key of ``cli`` in texts/.
    """

    def __init__(self, reason: str, host: str, place: str) -> None:
        super().__init__(reason, host, place)
        self.reason, self.host, self.place = reason, host, place

    def __str__(self) -> str:
        return f"{self.host}: {self.reason}: {self.place}"


class NoClusterError(Exception):
    """The workers at ``address`` cannot be had; ``reason`` says why not, as a key of ``cli`` in texts/."""

    def __init__(self, reason: str, address: str) -> None:
        super().__init__(reason, address)
        self.reason, self.address = reason, address
