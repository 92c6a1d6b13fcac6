"""Values as they are written into new files, and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.drafts import write_value
from broadside.frontmatter import parse_yaml

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Look first", "Look first"),
        ("人人讲安全 个个会应急", "人人讲安全 个个会应急"),
        ("Fire: what to do", '"Fire: what to do"'),
        ("Look first\nthen act", '"Look first\\nthen act"'),
        ("2027-06-10", "2027-06-10"),
        ("365", '"365"'),
        ("true", '"true"'),
        ("ask, then do", '"ask, then do"'),
        (["poster", "a b"], "[poster, a b]"),
        ({"width_mm": 4000}, "{width_mm: 4000}"),
        ([0.5, 0.3], "[0.5, 0.3]"),
    ],
)
def test_a_value_is_written_as_an_editor_would(value: object, written: str) -> None:
    assert write_value(value) == written


@given(TEXTS)
def test_every_text_reads_back_alone_and_in_brackets(text: str) -> None:
    written = write_value(text)
    assert "\n" not in written
    parsed, problems = parse_yaml("a.md", f"alone: {written}\nlist: [{written}, b]\n")
    if not problems:  # unseen control characters are refused, whoever writes them
        assert dict(parsed.values) == {"alone": text, "list": [text, "b"]}
    else:
        assert {problem.rule for problem in problems} == {"yaml-control"}
