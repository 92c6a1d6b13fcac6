"""Front matter: plain values, each with its place, whatever bytes come in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from broadside.frontmatter import Parsed, decode, list_headings, list_texts, parse_document, parse_yaml

PAGE = """\
---
# a remark
title: Fire drill
topics: [fire, 急救]
text:
  en: Look first   # another
  zh: |
    先看
    后干
plan:
  - task: Meet
    due: 2027-06-01
---
Body
"""


def parse(text: str) -> Parsed:
    parsed, problems = parse_document("a.md", text.encode())
    assert not problems
    return parsed


def rules(data: bytes | str) -> list[tuple[str, int, int]]:
    _, problems = parse_document("a.md", data if isinstance(data, bytes) else data.encode())
    return [(problem.rule, problem.line, problem.column) for problem in problems]


def test_values_and_body() -> None:
    parsed = parse(PAGE)
    assert parsed.values == {
        "title": "Fire drill",
        "topics": ["fire", "急救"],
        "text": {"en": "Look first", "zh": "先看\n后干\n"},
        "plan": [{"task": "Meet", "due": "2027-06-01"}],
    }
    assert (parsed.body, parsed.body_line) == ("Body\n", 14)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (2, 1)),
        (("title",), (3, 8)),
        (("topics",), (4, 9)),
        (("topics", 1), (4, 16)),
        (("text", "en"), (6, 7)),
        (("plan", 0), (11, 5)),
        (("plan", 0, "due"), (12, 10)),
        (("plan", 0, "owner"), (11, 5)),
        (("nothing", "here"), (2, 1)),
    ],
)
def test_every_value_has_its_place(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert parse(PAGE).find(path) == place


def test_every_key_has_its_place() -> None:
    keys = parse(PAGE).keys
    assert (keys[("title",)], keys[("text", "zh")], keys[("plan", 0, "due")]) == ((3, 1), (7, 3), (12, 5))


@pytest.mark.parametrize("change", ["bom", "crlf", "both", "cr"])
def test_bom_and_windows_line_ends_change_nothing(change: str) -> None:
    data = PAGE.encode()
    if change in {"crlf", "both"}:
        data = data.replace(b"\n", b"\r\n")
    if change == "cr":
        data = data.replace(b"\n", b"\r")
    if change in {"bom", "both"}:
        data = b"\xef\xbb\xbf" + data
    assert parse_document("a.md", data) == (parse(PAGE), ())


def test_positions_in_a_chinese_file_saved_by_notepad() -> None:
    data = b"\xef\xbb\xbf" + "---\r\ntitle: 安全帽\r\ntopics: [防护, &x 消防]\r\n---\r\n".encode()
    assert rules(data) == [("yaml-alias", 3, 14)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2027-06-16", "2027-06-16"),
        ("12:30", "12:30"),
        ("yes", "yes"),
        ("true", True),
        ("True", True),
        ("tRUE", "tRUE"),
        ("null", None),
        ("~", None),
        ("", None),
        ("119", 119),
        ("-3", -3),
        ("0119", "0119"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("0.5", 0.5),
        (".5", ".5"),
        ("1e3", "1e3"),
        ('"119"', "119"),
        ("'true'", "true"),
        ("9" * 5000, "9" * 5000),
        ("１１９", "１１９"),
        ("a\u2028b", "a b"),
    ],
)
def test_plain_values(written: str, value: object) -> None:
    assert parse(f"---\na: {written}\n---\n").values["a"] == value


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("", [("file-empty", 1, 1)]),
        (" \n\t\n", [("file-empty", 1, 1)]),
        ("# Title\n", [("front-matter-missing", 1, 1)]),
        ("\n---\na: b\n---\n", [("front-matter-missing", 1, 1)]),
        ("---\na: b\n", [("front-matter-open", 1, 1)]),
        ("---\na: b\na: c\na: d\n---\n", [("yaml-duplicate-key", 3, 1), ("yaml-duplicate-key", 4, 1)]),
        ("---\n&k a: b\n---\n", [("yaml-alias", 2, 1)]),
        ("---\n!!str a: b\n---\n", [("yaml-tag", 2, 1)]),
        ('---\n"": b\n---\n', [("yaml-key", 2, 1)]),
        ("---\na: {<<: *b}\n---\n", [("yaml-alias", 2, 9)]),
        ("---\na: " + "[" * 2000 + "\n---\n", [("yaml-deep", 2, 12)]),
        ("---\na: b\x00\n---\n", [("yaml-control", 2, 5)]),
        (b"---\na: \xff\n---\n", [("file-encoding", 2, 4)]),
        ("---\n标题：甲\n---\n", [("front-matter-not-map", 2, 1)]),
        ("---\ntitle：甲\n---\n", [("yaml-full-width-colon", 2, 6)]),
        ("---\na: 甲，乙: 丙\n---\n", [("yaml-colon-inside", 2, 7)]),
        ("---\nsummary: 注意：甲\na: b: c\n---\n", [("yaml-colon-inside", 3, 5)]),
    ],
)
def test_what_is_not_plain_is_named_at_its_place(data: str | bytes, expected: list[tuple[str, int, int]]) -> None:
    assert rules(data) == expected


def test_a_page_may_have_no_front_matter() -> None:
    parsed, problems = parse_document("a.md", b"# Title\n", required=False)
    assert (dict(parsed.values), parsed.body, parsed.body_line, problems) == ({}, "# Title\n", 1, ())


def test_front_matter_may_say_nothing() -> None:
    assert parse("---\n---\nBody").body == "Body"
    assert parse("---\n# only a remark\n---\n").values == {}


def test_a_data_file_has_no_line_above_it() -> None:
    parsed, problems = parse_yaml("topics.yml", "fire: {name: Fire}\n")
    assert not problems
    assert parsed.find(("fire", "name")) == (1, 14)


def test_values_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        parse(PAGE).values["title"] = "x"  # type: ignore[index]


def test_decoding_names_the_byte() -> None:
    text, problems = decode("a.md", "甲\n乙".encode("gbk"))
    assert text == ""
    assert problems[0].what() == f"the file is not UTF-8 (byte 0x{'甲'.encode('gbk')[0]:02X})."


YAMLISH = st.text(st.sampled_from("ab: \n-[]{}'\"|>&*!%@#?,\t：“”，\x00\x85\u2028é中😀"), max_size=60)


@given(st.one_of(st.binary(max_size=200), YAMLISH.map(str.encode), YAMLISH.map(lambda text: f"---\n{text}\n---\n".encode())))
@example(b"---\n\xef\xbb\xbfa: b\n---\n")
@example(b"\xef\xbb\xbf")
@example(b"---\n? ? ? a\n---\n")
@example(b"---\n--- a\n---\n")
@example(b"---\n%YAML 9.9\n---\n")
def test_no_bytes_crash_it_and_every_place_is_in_the_file(data: bytes) -> None:
    parsed, problems = parse_document("a.md", data)
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    for line, column in [*parsed.positions.values(), *parsed.keys.values(), *((item.line, item.column) for item in problems)]:
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
    for problem in problems:
        assert problem.what()
        assert problem.mend("zh")


PLAIN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**14), 10**14), st.text("abc 中：'\"#-", max_size=12)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text("abc", min_size=1, max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abcxyz_", min_size=1, max_size=8), PLAIN, max_size=4), st.booleans())
def test_what_a_program_writes_is_read_again(values: Mapping[str, Any], flow: bool) -> None:  # noqa: FBT001  hypothesis draws it
    text = yaml.safe_dump(dict(values), allow_unicode=True, default_flow_style=flow, width=10_000)
    parsed, problems = parse_yaml("a.yml", text)
    assert not problems
    assert dict(parsed.values) == values


def test_headings() -> None:
    body = "## One\ntext ## no\n##  Two ##  \n### deeper\n##none\n## #\n## C#\n"
    assert [*list_headings(body)] == [(0, "One"), (18, "Two"), (49, ""), (54, "C")]
    assert [heading for _, heading in list_headings(body, 1)] == ["Two", "", "C"]


@pytest.mark.parametrize("line", ["## " + " " * 50_000 + "x", "## a" + " #" * 50_000 + "x", "## a" + " " * 50_000 + "x"])
def test_a_heading_full_of_blanks_and_signs_takes_no_time(line: str) -> None:
    assert [heading[-1] for _, heading in list_headings(line)] == ["x"]


@given(st.text())
def test_texts_of_any_value_are_found_where_they_stand(text: str) -> None:
    assert [*list_texts({"a": [text, 1, {"b": text}], "c": None})] == [(("a", 0), text), (("a", 2, "b"), text)]
