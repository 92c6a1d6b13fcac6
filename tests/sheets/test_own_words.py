"""Words that stand in no file: their language is found by their script, and they print like any slogan."""

from __future__ import annotations

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.kinds import Slogan
from broadside.sheets import Wish, make_slogan, plan_slogan
from broadside.sheets.own_words import SCRIPTS, guess_language
from sites import make_site

WORDS = {
    "en": "Look first",
    "zh": "先看后干",
    "ja": "安全第一でいこう",
    "ko": "안전모를 쓰자",
    "ar": "السلامة أولا",
    "he": "בטיחות קודם",
    "th": "ปลอดภัยไว้ก่อน",
    "lo": "ປອດໄພໄວ້ກ່ອນ",
    "km": "សុវត្ថិភាពជាមុន",
    "my": "ဘေးကင်းရေး",
    "hi": "सुरक्षा पहले",
    "bn": "নিরাপত্তা আগে",
    "ta": "பாதுகாப்பு முதலில்",
    "bo": "བདེ་འཇགས།",
    "ru": "Безопасность прежде всего",
    "el": "Πρώτα η ασφάλεια",
}
"""Words in every script that is told from others, by the first language of the repository's that is written in it."""


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Return the catalog of the valid site with the repository's languages."""
    return read_catalog(read_settings(make_site(tmp_path_factory.mktemp("site"), {})))


def test_every_script_is_tried(catalog: Catalog) -> None:
    assert {catalog.languages[code].script for code in WORDS} == {*SCRIPTS.values(), "Latn"}


@pytest.mark.parametrize("language", WORDS)
def test_the_script_tells_the_language(catalog: Catalog, language: str) -> None:
    assert guess_language(catalog, WORDS[language]) == language


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("检查 LOTO 后再开机", "zh"),
        ("Take a rest at 茶 corner before the shift", "en"),
        ("安全第一 ゼロ災", "ja"),
        ("119", "en"),
        ("!", "en"),
        ("", "en"),
        ("Éteignez la lumière", "en"),  # Latin letters are the site's own, whatever the language
    ],
)
def test_mixed_words(catalog: Catalog, words: str, language: str) -> None:
    assert guess_language(catalog, words) == language


def test_words_are_a_slogan_that_can_be_planned(catalog: Catalog) -> None:
    entry = make_slogan(catalog, r"先看\n后干", None)
    assert isinstance(entry.fields, Slogan)
    assert entry.fields.text == {"zh": "先看\n后干"}
    sheets, problems = plan_slogan(catalog, entry, Wish(carriers=("poster-a3",)))
    assert problems == []
    assert [(sheet.slogan, sheet.name, sheet.url) for sheet in sheets] == [
        (entry.name, "poster-a3-zh", "https://safety.example/zh/campaigns/month/")
    ]


def test_the_same_words_have_the_same_name_and_others_another(catalog: Catalog) -> None:
    one, same, other = (make_slogan(catalog, words, None).name for words in ("Look", "Look", "Look!"))
    assert one == same != other


def test_the_language_may_be_said(catalog: Catalog) -> None:
    entry = make_slogan(catalog, "Mind the step", "de")
    assert isinstance(entry.fields, Slogan)
    assert entry.fields.text == {"de": "Mind the step"}


@pytest.mark.parametrize(("words", "rule"), [("\U0002ffff", "glyph-missing"), ("A" * 121, "text-too-long")])
def test_mistakes_are_told_of_the_words(catalog: Catalog, words: str, rule: str) -> None:
    _, problems = plan_slogan(catalog, make_slogan(catalog, words, "en"), Wish(carriers=("screen-landscape",)))
    assert {(problem.path, problem.line, problem.column) for problem in problems} == {("words", 1, 1)}
    assert rule in {problem.rule for problem in problems}
