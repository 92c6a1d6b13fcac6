"""What is taken out, put in and kept between two texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from broadside.comparing.words import CONTEXT, LINES_MAX, Hunk, Run, compare_texts, compare_words

WORDS = st.text(alphabet="ab 人人\n,é", max_size=30)


def join(runs: tuple[Run, ...], without: str) -> str:
    return "".join(run.text for run in runs if run.kind != without)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_back(before: str, after: str) -> None:
    runs = compare_words(before, after)
    assert (join(runs, "in"), join(runs, "out")) == (before, after)
    assert all(run.text for run in runs)


@given(
    st.lists(st.sampled_from(["a\n", "b\n", "c d\n", "\n"]), max_size=24),
    st.lists(st.sampled_from(["a\n", "b\n", "e d\n"]), max_size=24),
)
def test_hunks_and_the_lines_between_make_up_the_texts(before: list[str], after: list[str]) -> None:
    hunks, rest = compare_texts("".join(before), "".join(after))
    shown = sum(join(hunk.runs, "in").count("\n") for hunk in hunks)
    assert shown + sum(hunk.skipped for hunk in hunks) + rest == len(before)
    assert bool(hunks) == (before != after)
    at = 0
    for hunk in hunks:
        at += hunk.skipped
        text = join(hunk.runs, "in")
        assert "".join(before[at : at + text.count("\n")]) == text
        at += text.count("\n")


def test_words_are_whole_and_chinese_goes_letter_by_letter() -> None:
    assert compare_words("lift the load", "lift a load") == (
        Run("kept", "lift "),
        Run("out", "the"),
        Run("in", "a"),
        Run("kept", " load"),
    )
    assert compare_words("先戴帽", "先戴好帽") == (Run("kept", "先戴"), Run("in", "好"), Run("kept", "帽"))
    assert compare_words("Belt on. Then go", "Hat off. Now go")[-1] == Run("kept", " go")
    # A full stop between words that all changed is no island.
    assert [run.kind for run in compare_words("one. two", "three. four")] == ["out", "in"]


def test_only_lines_near_a_change_are_shown() -> None:
    before = [f"{number}\n" for number in range(30)]
    after = [*before[:10], "new\n", *before[11:]]
    hunks, rest = compare_texts("".join(before), "".join(after))
    assert hunks == (
        Hunk(10 - CONTEXT, (Run("kept", "8\n9\n"), Run("out", "10"), Run("in", "new"), Run("kept", "\n"), Run("kept", "11\n12\n"))),
    )
    assert rest == 17


def test_another_text_is_all_out_and_all_in() -> None:
    count = 2 * LINES_MAX
    old, new = "".join(f"a{number}\n" for number in range(count)), "".join(f"b{number}\n" for number in range(count))
    hunks, rest = compare_texts(old, new)
    assert [run.kind for run in hunks[0].runs] == ["out", "in", "kept"]
    assert hunks[0].runs[-1].text == "\n"  # the end that both have costs no search
    assert (len(hunks), rest) == (1, 0)
