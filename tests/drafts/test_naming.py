"""Names of files, made from words in any language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.catalog.documents import FILE_NAME
from broadside.drafts.naming import LENGTH_MAX, make_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Hard hats on", "hard-hats-on"),
        ("Don't walk past!", "dont-walk-past"),
        ("Don’t walk past", "dont-walk-past"),
        ("Überprüfe den Gurt", "uberprufe-den-gurt"),
        ("人人讲安全 个个会应急", "ren-ren-jiang-an-quan-ge-ge-hui-ying-ji"),
        ("重物下面，不站人", "zhong-wu-xia-mian-bu-zhan-ren"),
        ("帶好安全帽", "dai-hao-an-quan-mao"),
        ("ＬＥＤ灯 24小时", "led-deng-24-xiao-shi"),
        ("Index", "index-page"),
        ("السلامة", ""),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_words_become_a_name(words: str, name: str) -> None:
    assert make_name(words) == name


def test_a_long_name_ends_with_a_whole_word() -> None:
    name = make_name("before you begin the work look around you and tell everybody what you are about to do")
    assert name == "before-you-begin-the-work-look-around-you-and-tell"
    assert len(make_name("a" * 200)) == LENGTH_MAX


@given(st.text())
def test_every_name_can_be_an_address(words: str) -> None:
    name = make_name(words)
    assert not name or (FILE_NAME.match(name) and len(name) <= LENGTH_MAX)
