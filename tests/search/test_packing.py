"""Numbers as characters: that they come back, and take the bytes that they should."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from broadside.search.packing import ONE, pack, pack_front, pack_postings, splice_postings, write_script


def unpack(letter: str) -> int:
    """Read a packed number as the worker does."""
    code = ord(letter)
    return code - 0x23 - (code > 0x5C) if code < 0x80 else code - 0x80 + ONE - (0x800 if code > 0xDFFF else 0)


@given(st.integers(0, 200_000))
def test_a_number_comes_back(number: int) -> None:
    letter = pack(number)
    assert unpack(letter) == number
    assert json.loads(json.dumps(letter)) == letter
    assert letter.encode().decode() == letter
    assert letter not in ' !"\\'


def test_small_numbers_take_one_byte() -> None:
    assert {len(pack(number).encode()) for number in range(ONE)} == {1}
    assert len(pack(ONE).encode()) == 2
    assert all(len(json.dumps(pack(number))) == 3 for number in range(ONE))


def test_postings_are_gaps() -> None:
    entries = [0 << 16 | 90 << 8 | 0, 5 << 16 | 1 << 8 | 255]
    assert [unpack(each) for each in pack_postings(entries)] == [0, 90, 0, 4, 1, 255]


PAGES = st.dictionaries(st.integers(0, 9000), st.integers(0, 90 << 8 | 255), max_size=9)


@given(PAGES, st.integers(0, 9000), st.none() | st.integers(0, 90 << 8 | 255))
def test_postings_are_mended_where_one_page_changed(pages: dict[int, int], page: int, now: int | None) -> None:
    changed = {**pages, page: now} if now is not None else {other: low for other, low in pages.items() if other != page}
    before, after = ([number << 16 | low for number, low in sorted(each.items())] for each in (pages, changed))
    assert splice_postings(pack_postings(before), after, page) == pack_postings(after)


def test_words_share_their_beginnings() -> None:
    packed = pack_front([("hat", 1), ("hats", 2), ("hot", 3)])
    assert [(unpack(each[0]), each[1:-2]) for each in packed.split()] == [(0, "hat"), (3, "s"), (1, "ot")]


def test_what_is_written_is_data() -> None:
    assert write_script("d0", ["</script>"]) == b'broadside("d0",["</script>"])'
