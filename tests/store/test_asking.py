"""A store that only listens: it notes what it is asked for, and writes and makes nothing."""

from __future__ import annotations

from pathlib import Path

from broadside.store import Asking, Store, make_key


def test_questions_are_noted_and_nothing_is_made(tmp_path: Path) -> None:
    asking = Asking(tmp_path / "store")

    def make() -> bytes:
        raise AssertionError

    assert asking.has(make_key("a"), ".pdf")
    assert asking.get_or_make(make_key("b"), ".jpg", make) == Store(tmp_path / "store").locate(make_key("b"), ".jpg")
    asking.put(make_key("c"), ".ink", b"1.0")
    assert list(asking.asked) == [(make_key("a"), ".pdf"), (make_key("b"), ".jpg"), (make_key("c"), ".ink")]
    assert not (tmp_path / "store").exists()
