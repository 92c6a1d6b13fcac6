"""Broken sites, one a folder: the whole message, in both languages, as an editor reads it."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from broadside.problems import Problem, format_text
from broadside.texts import LANGUAGES, read_texts
from sites import INVALID, find_problems, make_site, make_small_site, read_files

FOLDERS = sorted(path.name for path in INVALID.iterdir() if path.is_dir() and path.name[0] != ".")

COVERED_ELSEWHERE = {
    "page-too-long": "tests/sanitising/test_bodies.py: it takes a file of 100 kB",
    "page-too-slow": "tests/sanitising/test_bodies.py: it takes seconds",
    "page-unreadable": "tests/sanitising/test_bodies.py: no page is known that the Markdown library of today cannot read",
    "field-other": "tests/catalog/test_validating.py: no field of today's models can give it; it is there for those to come",
    **dict.fromkeys(
        ("file-large", "file-link", "file-special", "name-form", "name-long", "name-reserved", "name-twice"),
        "tests/intake/test_files.py and test_names.py: what git, or somebody's disk, cannot hold",
    ),
    **dict.fromkeys(
        (
            *("cell-error", "cell-formula", "cell-long", "cell-outside", "column-missing", "column-twice", "column-unknown"),
            *("row-name", "row-taken", "row-twice", "table-columns", "table-empty", "table-kind", "table-rows", "table-size"),
        ),
        "tests/tables/: a table is brought in, it is no part of a site",
    ),
    "paper-too-long": "tests/papers/test_plans.py, test_charts.py and test_drills.py: only printing finds it",
    "words-faint": "tests/test_building.py: only printing finds it, and these sites are checked, not printed",
}
"""Rules that no folder here breaks, and where they are tested instead."""


@pytest.fixture(scope="module")
def problems_of(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Problem, ...]]:
    """Return the problems of every broken site by the name of its folder."""
    root = tmp_path_factory.mktemp("invalid")
    return {name: find_problems(make_small_site(root / name, read_files(INVALID / name))) for name in FOLDERS}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FOLDERS)
def test_message(name: str, language: str, problems_of: Mapping[str, tuple[Problem, ...]], pytestconfig: pytest.Config) -> None:
    expected = INVALID / name / f"expected.{language}.txt"
    message = format_text(problems_of[name], language) + "\n"
    if pytestconfig.getoption("--rewrite"):
        expected.write_text(message, "utf-8")
    assert problems_of[name]
    assert message == expected.read_text("utf-8")


@pytest.mark.parametrize("make", [make_site, make_small_site])
def test_the_site_they_differ_from_is_valid(make: Any, tmp_path: Path) -> None:
    assert find_problems(make(tmp_path, {})) == ()


def test_every_rule_is_broken_somewhere(problems_of: Mapping[str, tuple[Problem, ...]]) -> None:
    broken = {problem.rule for problems in problems_of.values() for problem in problems}
    assert broken | COVERED_ELSEWHERE.keys() == read_texts("en")["problems"]["rules"].keys()
    assert not broken & COVERED_ELSEWHERE.keys()


def test_no_code_in_front_matter_is_run(problems_of: Mapping[str, tuple[Problem, ...]]) -> None:
    assert [problem.rule for problem in problems_of["tag"]] == ["yaml-tag"]
    assert not Path("/tmp/broadside-was-here").exists()  # noqa: S108  what the file asks for


def test_no_message_has_an_open_place_or_a_word_of_the_program(problems_of: Mapping[str, tuple[Problem, ...]]) -> None:
    for name, problems in problems_of.items():
        for language in LANGUAGES:
            message = format_text(problems, language)
            assert not re.search(r"invalid|None|True|False|Traceback|Input should|dict_type", message), (name, message)
            assert "use one of ." not in message, name


def test_messages_are_one_line_each_and_sorted(problems_of: Mapping[str, tuple[Problem, ...]]) -> None:
    for problems in problems_of.values():
        assert [(item.path, item.line, item.column) for item in problems] == sorted(
            (item.path, item.line, item.column) for item in problems
        )
        for item in problems:
            assert "\n" not in item.what() + item.mend()
    assert len({item.path for item in problems_of["several"]}) == 4


OTHER_PLACES = {("press", "days"), ("press", "blackboard", "date")}
"""Texts that name other things in each language: Chinese repeats the year of a day, English does not, and counts its months."""


def _places(texts: Any, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], set[str]]:
    """Return the places in braces of every text, by the path of its keys."""
    if isinstance(texts, Mapping):
        return {key: value for name, text in texts.items() for key, value in _places(text, (*path, str(name))).items()}
    if isinstance(texts, list):
        return {key: value for index, text in enumerate(texts) for key, value in _places(text, (*path, str(index))).items()}
    return {path: {name for _, name, _, _ in string.Formatter().parse(str(texts)) if name is not None}}


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_says_the_same_things(language: str) -> None:
    first, other = _places(read_texts(LANGUAGES[0])), _places(read_texts(language))
    assert other.keys() == first.keys()
    assert {key: value for key, value in other.items() if value != first[key]}.keys() == OTHER_PLACES
