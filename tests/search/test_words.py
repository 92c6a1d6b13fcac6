"""Text -> terms, by hand and against what the browser makes of the same words."""

from __future__ import annotations

import json
import subprocess

import pytest

from broadside.search.words import (
    COMMON,
    RUNS,
    STEM_LETTERS,
    STEMS,
    cut,
    list_terms,
    normalise,
    read_readings,
    read_traditional,
    stem,
)
from sites import REPOSITORY


@pytest.mark.parametrize(
    "forms",
    [
        ("extinguisher", "extinguishers", "extinguish"),
        ("weld", "welding", "welded", "welder"),
        ("stop", "stopped", "stopping", "stops"),
        ("inspection", "inspections", "inspect"),
        ("evacuate", "evacuation", "evacuated"),
        ("emergency", "emergencies"),
        ("box", "boxes"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    "words", [("gas", "ga"), ("bus", "bu"), ("glass", "glas"), ("fire", "fir"), ("speed", "spe"), ("string", "str")]
)
def test_what_is_no_ending_stays(words: tuple[str, str]) -> None:
    assert stem(words[0]) != words[1]


def test_terms_of_both_kinds_of_script() -> None:
    assert list_terms(cut(normalise("PPE安全帽 Hot-Work")))[:6] == ["ppe", "安", "全", "帽", "安全", "全帽"]
    assert list_terms(cut(normalise("permit to work"))) == ["permit", "to", "work", "permit+work"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ＰＰＥ", "ppe"),
        ("滅火器", "灭火器"),
        ("Café", "cafe"),
        ("employer’s", "employers"),
        ("don't", "dont"),
        ("한국", "한국"),
        ("ガス", "ガス"),
    ],
)
def test_forms_of_writing_are_drawn_together(written: str, read: str) -> None:
    assert normalise(written) == read


def test_characters_are_read_in_each_common_way() -> None:
    assert read_readings()["重"] == ("chong", "zhong")
    assert read_traditional()["滅"] == "灭"
    assert {len(each) for pair in read_traditional().items() for each in pair} == {1}


SCRIPT = """
const {runs, stems, letters, words} = JSON.parse(require("fs").readFileSync(0, "utf8"));
const pattern = new RegExp(runs, "gu"), rules = stems.map(([expression, tail]) => [new RegExp(expression, "u"), tail]);
const stem = word => [...word].length < letters ? word : rules.reduce((it, [rule, tail]) => {
  const found = rule.exec(it); return found ? found[1] + tail : it; }, word);
const cut = text => [...text.matchAll(pattern)].map(([, run = "", word = ""]) => [run, word, word && stem(word)]);
process.stdout.write(JSON.stringify(words.map(cut)));
"""


def test_the_browser_cuts_and_stems_as_the_build_does() -> None:
    """Every line of every document: the expressions are data that both run, and this proves that both run them alike."""
    files = [*REPOSITORY.glob("docs/**/*.md"), *REPOSITORY.glob("slogans/*.md")]
    lines = [normalise(line) for path in files for line in path.read_text("utf-8").splitlines()]
    given = {"runs": RUNS, "stems": STEMS, "letters": STEM_LETTERS, "words": lines}
    done = subprocess.run(["node", "-e", SCRIPT], input=json.dumps(given), capture_output=True, text=True, check=True)
    ours = [[[run, word, stem(word) if word else ""] for run, word in cut(line)] for line in lines]
    assert len(lines) > 3000
    assert json.loads(done.stdout) == ours


def test_common_words_are_in_order_and_no_term_of_safety() -> None:
    words = COMMON.split()
    assert words == sorted(set(words))
    assert not {"fire", "stop", "first", "off", "out"} & set(words)
