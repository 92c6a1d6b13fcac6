"""Shares of the keys: together they are all, no key is in two, they are even, and a key stays where it is."""

from __future__ import annotations

import pytest

from broadside.press.sharding import WHOLE, Shard, parse_shard
from broadside.store import make_key

KEYS = [make_key(str(number)) for number in range(8000)]


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_the_shares_are_all_and_disjoint_and_even(count: int) -> None:
    shares = [[key for key in KEYS if Shard(number, count).has(key)] for number in range(1, count + 1)]
    assert sorted(key for share in shares for key in share) == sorted(KEYS)
    even = len(KEYS) / count
    assert all(abs(len(share) - even) < 0.1 * even for share in shares)


def test_a_key_stays_in_its_share_on_every_machine() -> None:
    assert [Shard(number, 8).has("0" * 15 + "a" + "f" * 48) for number in range(1, 9)] == [False, False, True, *[False] * 5]


def test_a_share_is_read() -> None:
    assert (parse_shard("3/8"), parse_shard("1/1")) == (Shard(3, 8), WHOLE)


@pytest.mark.parametrize("text", ["", "3", "0/8", "9/8", "3/0", "-1/8", "3 / 8", "3/8/2", "三/8", "1/100000"])
def test_what_is_no_share(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        parse_shard(text)
