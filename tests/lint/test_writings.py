"""Files as texts by language: every letter is found again where it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from broadside.frontmatter import parse_document
from broadside.lint import Writing, make_writings

FILE = """---
text: {en: Hat on, zh: 戴好帽}
photo:
  file: hat.jpg
  alt: {zh: 一顶帽}
---
First line.

Second `code` and “quoted” word.
```
fenced
```
last
"""


def read(text: str = FILE) -> dict[str, Writing]:
    parsed, problems = parse_document("slogans/hat.md", text.encode())
    assert problems == ()
    return {writing.language: writing for writing in make_writings("slogans/hat.md", "slogan", parsed, "en", {"en", "zh"})}


def test_words_are_sorted_by_their_language() -> None:
    writings = read()
    assert writings["zh"].text == "戴好帽\n一顶帽"
    assert [passage.field for passage in writings["zh"].passages] == ["text", "photo"]
    assert writings["en"].text.startswith("Hat on\nhat.jpg\nFirst line.")


def test_a_letter_s_place() -> None:
    english = read()["en"]
    assert english.locate(0) == (2, 12)
    assert english.locate(english.text.index("hat.jpg") + 3) == (4, 9)
    assert english.locate(english.text.index("First")) == (7, 1)
    assert english.locate(english.text.index("word")) == (9, 28)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x85\u2028\u2029"), min_size=1))
def test_every_letter_of_a_body_is_found(body: str) -> None:
    parsed, problems = parse_document("docs/a.md", f"---\ntitle: A\n---\n{body}x".encode())
    if problems:
        return
    (writing,) = make_writings("docs/a.md", "page", parsed, "en", {"en"})
    lines = ["---", "title: A", "---", *f"{body}x".split("\n")]
    for index in range(2, len(writing.text)):
        line, column = writing.locate(index)
        letter = writing.text[index]
        assert letter == (lines[line - 1] + "\n")[column - 1]


def test_what_is_shown_is_not_meant() -> None:
    english = read()["en"]
    shown = {word: english.is_quoted(english.text.index(word)) for word in ("Hat", "code", "quoted", "word", "fenced", "last")}
    assert shown == {"Hat": False, "code": True, "quoted": True, "word": False, "fenced": True, "last": False}
