"""Questions of the help desk: an answer in each language, and nobody's name in any of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sites import find_problems, make_small_site

HELMETS = "---\ntitle: Helmets\nkind: skill\ntopics: [ppe]\n---\nWear one.\n"
ENGLISH = (
    "---\ntitle: Who pays?\ntopics: [ppe]\nanswered_by: Keeper\nasked: 2027-06-16\nsee: [knowledge/helmets]\n---\n\nThe company.\n"
)
CHINESE = "---\ntitle: 谁出钱？\nanswered_by: 保管员\n---\n\n单位出。\n"


def find(root: Path, english: str = ENGLISH, chinese: str = CHINESE) -> list[tuple[str, str, int]]:
    files = {"docs/knowledge/helmets.md": HELMETS, "docs/faq/pay.md": english, "docs/faq/pay.zh.md": chinese}
    return [(each.rule, each.path, each.line) for each in find_problems(make_small_site(root, files))]


def test_a_question_with_its_answer_is_whole(tmp_path: Path) -> None:
    assert find(tmp_path) == []


@pytest.mark.parametrize(
    ("english", "chinese", "found"),
    [
        (ENGLISH.replace("Who pays?", "Who pays"), CHINESE, []),
        (ENGLISH.replace("The company.", ""), CHINESE, [("faq-no-answer", "docs/faq/pay.md", 8)]),
        (ENGLISH, CHINESE.replace("单位出。", ""), [("faq-no-answer", "docs/faq/pay.zh.md", 5)]),
        (ENGLISH.replace("Keeper", "Mrs Baker"), CHINESE, [("faq-person", "docs/faq/pay.md", 4)]),
        (ENGLISH, CHINESE + "\n提问人：王建国\n", [("faq-person", "docs/faq/pay.zh.md", 8)]),
        (ENGLISH + "\nRing 13812345678.\n", CHINESE, [("number-mobile", "docs/faq/pay.md", 11)]),
        (ENGLISH.replace("knowledge/helmets", "knowledge/hats"), CHINESE, [("see-unknown", "docs/faq/pay.md", 6)]),
    ],
)
def test_what_is_refused(tmp_path: Path, english: str, chinese: str, found: list[tuple[str, str, int]]) -> None:
    assert find(tmp_path, english, chinese) == found
