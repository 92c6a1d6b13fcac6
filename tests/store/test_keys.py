"""Keys: two lists of parts share one only if they are the same."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from broadside.store import hash_folder, make_key

PARTS = st.lists(st.one_of(st.text(max_size=6), st.binary(max_size=6)), max_size=4)


@given(PARTS, PARTS)
def test_two_lists_share_a_key_only_if_they_are_the_same(one: list[str | bytes], other: list[str | bytes]) -> None:
    def as_bytes(parts: list[str | bytes]) -> list[bytes]:
        return [part.encode() if isinstance(part, str) else part for part in parts]

    assert (make_key(*one) == make_key(*other)) == (as_bytes(one) == as_bytes(other))


def test_where_one_part_ends_matters() -> None:
    assert make_key("ab", "c") != make_key("a", "bc") != make_key("abc")


def test_a_folder_is_its_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.typ").write_text("1")
    (tmp_path / "y.svg").write_text("2")
    before = hash_folder(tmp_path)
    assert hash_folder(tmp_path) == before
    assert hash_folder(tmp_path, "*.typ") != before
    (tmp_path / "y.svg").rename(tmp_path / "z.svg")
    renamed = hash_folder(tmp_path)
    (tmp_path / "z.svg").write_text("3")
    assert len({before, renamed, hash_folder(tmp_path)}) == 3
