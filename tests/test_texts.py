"""The words people see: found in each language, and never missing."""

from __future__ import annotations

import pytest

from broadside.texts import LANGUAGES, read_texts


def test_each_language_has_its_own_words() -> None:
    assert read_texts("en")["problems"]["none"] == "No mistakes."
    assert read_texts("zh")["problems"]["none"] == "没有发现错误。"


@pytest.mark.parametrize("language", ["fr", "", "../en"])
def test_another_language_reads_the_first(language: str) -> None:
    assert read_texts(language) == read_texts(LANGUAGES[0])


def test_the_words_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        read_texts("en")["problems"] = {}  # type: ignore[index]
