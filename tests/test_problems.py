"""A mistake as it is kept, worded, sorted and handed to other tools."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.kinds import KINDS
from broadside.problems import (
    VALUE_MAX,
    WARNINGS,
    ContentMistakes,
    Problem,
    find_nearest,
    format_github,
    format_text,
    list_mistakes,
    make_problem,
)
from broadside.texts import read_texts


def unknown_topic(path: str = "slogans/a.md", position: tuple[int, int] = (3, 10), value: object = "fier") -> Problem:
    legal = ["fire", "ppe"]
    return make_problem(path, position, "topic-unknown", field="topics", value=value, legal=legal, nearest="fire")


def test_a_mistake_says_where_what_and_how_to_mend_it() -> None:
    assert format_text([unknown_topic()]) == (
        'slogans/a.md:3:10: topics: unknown topic "fier".\n  Mend: use one of fire, ppe; nearest is "fire".\n\n'
        "1 mistake. Nothing was made."
    )
    assert format_text([unknown_topic()], "zh").splitlines()[-1] == "发现 1 处错误，未生成任何内容。"


def test_the_number_of_mistakes_is_told() -> None:
    assert format_text([]) == "No mistakes."
    assert format_text([unknown_topic(), unknown_topic("b.md")]).endswith("\n\n2 mistakes. Nothing was made.")


def older(path: str = "docs/a.zh.md") -> Problem:
    return make_problem(path, (2, 8), "translation-older", original="docs/a.md", revised="2027-03-01")


def test_a_warning_is_told_as_one_and_counted_apart() -> None:
    assert older().is_warning
    assert not unknown_topic().is_warning
    assert list_mistakes([older(), unknown_topic()]) == (unknown_topic(),)
    first, _, _, count = format_text([older()]).splitlines()
    assert first.startswith("docs/a.zh.md:2:8: warning: the original docs/a.md was revised on 2027-03-01")
    assert count == "No mistakes. 1 warning."
    assert format_text([older(), older("docs/b.zh.md"), unknown_topic()]).endswith("\n1 mistake. Nothing was made. 2 warnings.")
    told = format_text([older(), older("docs/b.zh.md"), unknown_topic()], "zh")
    assert told.startswith("docs/a.zh.md:2:8: 提醒：原文 docs/a.md")
    assert told.endswith("发现 1 处错误，未生成任何内容。另有 2 处提醒。")
    assert format_github([older()]).startswith("::warning file=docs/a.zh.md,line=2,col=8,title=translation-older::")


def test_every_warning_is_a_rule() -> None:
    assert read_texts("en")["problems"]["rules"].keys() >= WARNINGS


def test_nothing_to_choose_from_is_said() -> None:
    problem = make_problem("mkdocs.yml", (1, 1), "campaign-unknown", field="campaign", value="x", legal=[], nearest="")
    assert problem.mend() == "use one of (there is none yet)."


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (True, "true"),
        (None, ""),
        (["a", True], "a, true"),
        ({"a": 1, "b": [2]}, "a: 1, b: 2"),
        ("two\nlines", "two lines"),
        (1.5, "1.5"),
    ],
)
def test_values_are_written_as_an_editor_writes_them(value: object, shown: str) -> None:
    assert f'"{shown}"' in unknown_topic(value=value).what()


def test_a_long_value_is_cut_and_marked() -> None:
    assert unknown_topic(value="x" * 500).what() == f'topics: unknown topic "{"x" * VALUE_MAX}…".'


def test_braces_in_a_value_are_letters() -> None:
    assert unknown_topic(value="{legal}").what() == 'topics: unknown topic "{legal}".'


def test_mistakes_are_raised_once_each_and_sorted() -> None:
    given_ = [unknown_topic("b.md"), unknown_topic("a.md", (10, 1)), unknown_topic("a.md", (9, 1)), unknown_topic("b.md")]
    mistakes = ContentMistakes(given_)
    assert [(problem.path, problem.line) for problem in mistakes.problems] == [("a.md", 9), ("a.md", 10), ("b.md", 3)]
    assert str(mistakes) == format_text(mistakes.problems)


@given(st.text(), st.text(min_size=1))
def test_a_workflow_command_is_one_line(path: str, value: str) -> None:
    command = format_github([unknown_topic(path, value=value)])
    assert command.startswith("::error file=")
    assert not {"\n", "\r"} & set(command)
    head = command.removeprefix("::error ").split("::", 1)[0]
    assert len([part for part in head.split(",") if "=" in part]) >= 4
    assert head.split(",")[1] == "line=3"


@pytest.mark.parametrize(("value", "nearest"), [("banenr", "banner"), ("BANNER", "banner"), ("pepe", "ppe"), ("xyz", ""), ("", "")])
def test_the_nearest_is_a_likely_one_or_none(value: str, nearest: str) -> None:
    assert find_nearest(value, ["banner", "poster", "ppe"]) == nearest


def count_slips(first: str, second: str) -> int:
    """Return how many letters must be left out, added, changed or swapped with a neighbour (optimal string alignment)."""
    rows: list[list[int]] = [[*range(len(second) + 1)]]
    for i, letter in enumerate(first, 1):
        row = [i]
        for j, other in enumerate(second, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != other)))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


@given(st.data())
def test_a_field_with_one_slip_in_its_name_is_suggested(data: st.DataObject) -> None:
    legal = sorted(KINDS[data.draw(st.sampled_from(sorted(KINDS)))].model_fields)
    meant = data.draw(st.sampled_from(legal))
    place, letter = data.draw(st.integers(0, len(meant) - 1)), data.draw(st.characters(codec="utf-8", exclude_categories=["Cs"]))
    before, after = meant[:place], meant[place:]
    written = data.draw(
        st.sampled_from(
            [before + after[1:], before + letter + after, before + letter + after[1:], before + after[1::-1] + after[2:]]
        )
    )
    nearest = find_nearest(written, legal)
    slips = {each: count_slips(written.casefold(), each) for each in legal}
    assert slips[meant] > 1 or slips[nearest] <= 1  # what a capital becomes may be two letters
    assert nearest == meant or slips[meant] > 1 or sum(count <= 1 for count in slips.values()) > 1


def test_a_value_commands_no_terminal_and_forges_no_line() -> None:
    problem = make_problem(
        "docs/a\n\x1b[2J.md", (1, 1), "field-unknown", field="x", value="a\x1b]0;b\x07\u202ec", legal=["d"], nearest=""
    )
    assert problem.path == "docs/a<U+000A><U+001B>[2J.md"
    assert '"a<U+001B>]0;b<U+0007><U+202E>c"' in problem.what()
    assert make_problem("docs/a\udcff.md", (1, 1), "file-empty").path.encode() == b"docs/a<U+DCFF>.md"
