"""Characters that deceive: which are found, where, and which a script or a sign needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.frontmatter import parse_document
from broadside.intake.alikes import LATIN_ALIKE, RADICALS
from broadside.intake.letters import MOST, check_letters, find_letters
from broadside.problems import Problem


def find(text: str) -> list[tuple[str, int, int]]:
    return [(each.rule, each.line, each.column) for each in find_letters(text)]


def check(text: str) -> tuple[Problem, ...]:
    parsed, _ = parse_document("a.md", text.encode(), required=False)
    return check_letters("a.md", text, parsed)


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, 100 %, “quotes” – dashes… and a\u00a0blank",
        "安全第一，预防为主；①②③ Ⅱ级 ㎡ ℃ № 〇 ＋（）：！\u3000",
        "السلامة أولا\u200f! 3 × 4",
        "می\u200cخواهم",
        "क\u094d\u200dष और क\u094d\u200cष",
        "ปลอดภัย\u200bไว้ก่อน",
        "សុវត្ថិភាព\u200bជា",
        "Безопасность прежде всего",
        "Ελλάδα",
        "a 5 kΩ resistor, 10 μm, Δt, ρgh, αβ",
        "⚠️ 👷\u200d♂️ 👩🏽\u200d🔧 1️⃣ ✔︎",
        "Tiếng Việt: Ă ắ; e\u0301",
        "שָׁלוֹם",
        "བོད་སྐད་རྒྱལ",
        "à á â",
        "タイヤ ﾀｲﾔ",
        "ꓡꓲ-ꓢꓴ 傈僳",
        "\t\ttabs",
    ],
)
def test_what_a_script_or_a_sign_needs_passes(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u202eb", [("letter-direction", 1, 2)]),
        ("a\n\u2066b\u2069", [("letter-direction", 2, 1), ("letter-direction", 2, 3)]),
        ("السلامة\u202b", [("letter-direction", 1, 8)]),
        ("a\u200fb", [("letter-unseen", 1, 2)]),
        ("安\u200b全", [("letter-unseen", 1, 2)]),
        ("safe\u200dty", [("letter-unseen", 1, 5)]),
        ("safe\u200cty", [("letter-unseen", 1, 5)]),
        ("a\u00adb", [("letter-unseen", 1, 2)]),
        ("a\ufeffb", [("letter-unseen", 1, 2)]),
        ("a\u2060b\u2064", [("letter-unseen", 1, 2), ("letter-unseen", 1, 4)]),
        ("a\u3164b\u115f", [("letter-unseen", 1, 2), ("letter-unseen", 1, 4)]),
        ("a\U000e0041\U000e0042", [("letter-unseen", 1, 2), ("letter-unseen", 1, 3)]),
        ("安\U000e0100", [("letter-unseen", 1, 2)]),
        ("a\ufe0fb", [("letter-unseen", 1, 2)]),
        ("a\u2028b", [("letter-unseen", 1, 2)]),
        ("a\x07b\x85", [("letter-unseen", 1, 2), ("letter-unseen", 1, 4)]),
        ("⽕灾", [("letter-alike", 1, 1)]),
        ("⻋间", [("letter-alike", 1, 1)]),
        ("\uf92f动", [("letter-alike", 1, 1)]),
        ("sаfety", [("letter-alike", 1, 2)]),
        ("safety: сосо", [("letter-alike", 1, column) for column in range(9, 13)]),
        ("安全А级", [("letter-alike", 1, 3)]),
        ("ΝΟ entry", [("letter-alike", 1, 1), ("letter-alike", 1, 2)]),
        ("FIRE ᏚᎡ", [("letter-alike", 1, 6), ("letter-alike", 1, 7)]),
        ("sдfety", [("letter-mixed", 1, 2)]),
        ("sաfety", [("letter-mixed", 1, 2)]),
        ("Ｓafe １１９", [("letter-alike", 1, column) for column in (1, 6, 7, 8)]),
        ("𝐒afe", [("letter-alike", 1, 1)]),
        ("oﬃce", [("letter-alike", 1, 2)]),
        ("H" + "\u0300" * 9, [("letter-pile", 1, 7)]),
        ("ก" + "\u0e47" * 30, [("letter-pile", 1, 7)]),
    ],
)
def test_what_deceives_is_found_at_its_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert sorted(find(text)) == sorted(expected)


def test_letters_in_front_matter_and_body_have_their_lines() -> None:
    problems = check("---\ntitle: 安\u200b全\nsummary: ⽕\n---\n\nBody\u202e\n")
    assert [(problem.rule, problem.line, problem.column) for problem in problems] == [
        ("letter-unseen", 2, 9),
        ("letter-alike", 3, 10),
        ("letter-direction", 6, 5),
    ]


def test_codes_of_yaml_are_looked_through() -> None:
    problems = check('---\ntitle: "a\\u202Eb"\nlist: [x, {en: "\\U000E0041"}]\n---\n')
    assert [(problem.rule, problem.line, problem.column) for problem in problems] == [
        ("letter-direction", 2, 8),
        ("letter-unseen", 3, 16),
    ]


@pytest.mark.parametrize(
    "code", ["&#8238;", "&#x202e;", "&#X202E;", "&zwj;", "&zwnj;", "&rlm;", "&shy;", "&ZeroWidthSpace;", "&#x00000000200b;"]
)
def test_codes_of_html_are_looked_through(code: str) -> None:
    found = check(f"---\n---\nBody {code}\n")
    assert [(problem.line, problem.column) for problem in found] == ([(3, 6)] if len(code) < 12 or "Z" in code else [])


def test_codes_within_code_are_words() -> None:
    assert check("---\n---\nWrite `&zwj;`, or\n\n```\n&zwj;\n```\n\n&nbsp;&amp;&copy;&eacute;&unknown;&#0;&#x110000;\n") == ()


def test_one_message_a_line_for_each_letter_and_not_too_many() -> None:
    assert len(check("---\n---\n" + "a\u200b" * 1000)) == 1
    assert len(check("---\n---\n" + "a\u200b\n" * 1000)) == MOST


def test_the_tables_are_what_they_say() -> None:
    assert len(RADICALS) == 0x2EF4 - 0x2E80
    assert all(letter >= "\u3400" or letter in "乚乛〓" for letter in RADICALS)
    assert all(ord(letter) > 0x370 and usual.isascii() for letter, usual in LATIN_ALIKE.items())


@given(st.text(st.characters(), max_size=60))
def test_no_text_crashes_it_and_every_place_is_in_it(text: str) -> None:
    lines = text.split("\n")
    for each in find_letters(text):
        assert lines[each.line - 1][each.column - 1] == each.letter
        assert each.report("a.md", (1, 1)).what("zh")
    for problem in check(f"---\n---\n{text}") if "\r" not in text and max(text, default="a") < "\ud800" else ():
        assert problem.mend()
