"""Keys and a share such as 3/8 -> the keys of that share: every key is in one share, and the same one wherever it is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

SHARD = re.compile(r"([1-9][0-9]{0,4})/([1-9][0-9]{0,4})")


@dataclass(frozen=True)
class Shard:
    """Share ``number`` of ``count``, counted from 1."""

    number: int
    count: int

    def has(self, key: str) -> bool:
        """Say whether a key, which is a hash in hexadecimal digits, is in this share.

        A key stays in its share as long as their number is the same, whatever else is printed: the store that a runner of a
        pipeline keeps for its share serves its next run. Shares are as large as chance makes them, which is evenly.
        """
        return int(key[:16], 16) % self.count == self.number - 1


WHOLE = Shard(1, 1)


def parse_shard(text: str) -> Shard:
    """Read ``3/8``; raises ValueError where it is no share."""
    found = SHARD.fullmatch(text)
    shard = Shard(int(found[1]), int(found[2])) if found else None
    if shard is None or shard.number > shard.count:
        raise ValueError(text)
    return shard
