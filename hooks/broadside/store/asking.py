"""A press that is asked for everything -> the keys it would ask its store for, with nothing printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from broadside.store.keeping import Store
from broadside.store.remote import Wanted


@dataclass(frozen=True)
class Asking(Store):
    """A store that says it has everything, and notes what it was asked for in ``asked``: keys with their endings."""

    asked: dict[tuple[str, str], None] = field(default_factory=dict, compare=False)

    def has(self, key: str, ending: str) -> bool:
        """Note a key, and say that it is there."""
        self.asked[key, ending] = None
        return True

    def read(self, key: str, ending: str) -> bytes | None:
        """Note a key; what lies under it is not looked at, or looking would count as its use."""
        self.asked[key, ending] = None
        return None

    def put(self, key: str, ending: str, data: bytes) -> Path:  # noqa: ARG002  nothing is written
        """Note a key."""
        self.asked[key, ending] = None
        return self.locate(key, ending)

    def get_or_make(self, key: str, ending: str, make: Callable[[], bytes]) -> Path:  # noqa: ARG002  nothing is made
        """Note a key and return where its bytes would lie."""
        self.asked[key, ending] = None
        return self.locate(key, ending)

    def fetch(self, wanted: Iterable[Wanted], *, anew: bool = False) -> None:
        """Fetch nothing: all is there."""
