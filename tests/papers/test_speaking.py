"""A script's Markdown: parts, voices, sentences and phrases, silences, and the second at which each begins."""

from __future__ import annotations

import pytest

from broadside.papers.speaking import BREATH_SECONDS, PART_SECONDS, PAUSE_SECONDS, Sentence, read_script, write_clock
from broadside.papers.speech import CHARACTERS_A_MINUTE, WORDS_A_MINUTE


def say(sentence: Sentence) -> list[str]:
    """Write the phrases of a sentence, stress in stars, a silence as its strokes."""
    marks = {0: "", BREATH_SECONDS: "/", PAUSE_SECONDS: "//"}
    return ["".join(f"*{each.text}*" if each.strong else each.text + marks[each.pause] for each in phrase) for phrase in sentence]


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("Helmet on, strap closed. Then go.", [["Helmet on,", "strap closed."], ["Then go."]]),
        ("1.5 metres, not 2. Look!", [["1.5 metres,", "not 2."], ["Look!"]]),
        ("Stop, / look // and go.", [["Stop,/", "look//", "and go."]]),
        ("It is **yours**. / There.", [["It is *yours*./"], ["There."]]),
        ("He said: “Stop.” Then he left.", [["He said:", "“Stop.”"], ["Then he left."]]),
        ("先看，后干。/ 看好了吗？再干！", [["先看，", "后干。/"], ["看好了吗？"], ["再干！"]]),
        ("一定要**停**下来。", [["一定要*停*下来。"]]),
        ("上午/下午都行，A/B两组", [["上午/下午都行，", "A/B两组"]]),
    ],
)
def test_sentences_phrases_and_silences(words: str, sentences: list[list[str]]) -> None:
    (part,) = read_script(words, 1).parts
    assert [say(each) for each in part.lines[0].sentences] == sentences


def test_lines_of_one_paragraph_are_one() -> None:
    english, chinese = (read_script(words, 1).parts[0].lines[0].text for words in ("Look up\nand down.", "看上面\n看下面。"))
    assert (english, chinese) == ("Look up and down.", "看上面看下面。")


def test_a_paragraph_without_a_letter_goes_on_in_the_last_voice() -> None:
    spoken = read_script("One.\n\nB：Two.\n\nThree.\n\n## Part\n\nFour.\n\nA: Five.", 10)
    assert [(line.voice, line.line) for part in spoken.parts for line in part.lines] == [
        (0, 10),
        (1, 12),
        (1, 14),
        (1, 18),
        (0, 20),
    ]
    assert spoken.marks == ((12, "B"), (20, "A"))
    assert [(part.title, part.line) for part in spoken.parts] == [("", 10), ("Part", 16)]


def test_the_time_is_that_of_the_words_and_the_silences() -> None:
    spoken = read_script(f"## One\n\n{'safe ' * WORDS_A_MINUTE}//\n\n## Two\n\n{'安' * CHARACTERS_A_MINUTE} / 全。", 1)
    one, two = spoken.parts
    assert (one.starts, one.seconds) == (0, 60 + PAUSE_SECONDS)
    assert two.starts == one.seconds + PART_SECONDS
    assert two.seconds == 60 + BREATH_SECONDS
    assert spoken.seconds == two.starts + two.seconds
    assert [spoken.find_over(seconds) for seconds in (10, 70)] == [3, 7]


@pytest.mark.parametrize(
    "line",
    ["- a lamp", "1. a lamp", "| a | b |", "> a", "![a](b.png)", "see [it](b.md)", "`x`", "<b>x</b>", "# One", "### Two", "---"],
)
def test_what_no_voice_can_read(line: str) -> None:
    assert read_script(f"One.\n\n{line}\n\nTwo.", 5).unread == (7,)


def test_nothing_is_read_in_no_time() -> None:
    assert read_script("", 5).seconds == 0
    assert [write_clock(seconds) for seconds in (0, 9, 60, 754)] == ["0:00", "0:09", "1:00", "12:34"]
