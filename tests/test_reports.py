"""Mistakes as other programs read them: held against the standard's schema, and known again when lines move."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.problems import Problem, make_problem
from broadside.reports import format_gitlab, format_sarif, print_fingerprints
from broadside.texts import LANGUAGES, read_texts
from sites import TESTS

SCHEMA = jsonschema.Draft4Validator(
    json.loads((TESTS / "schemas/sarif-2.1.0-rtm.5.json").read_text("utf-8")), format_checker=jsonschema.FormatChecker()
)
HOME = "https://safety.example/"


def unknown_topic(path: str = "slogans/a.md", line: int = 3, value: object = "fier", legal: tuple[str, ...] = ("fire",)) -> Problem:
    return make_problem(path, (line, 10), "topic-unknown", field="topics", value=value, legal=legal, nearest="fire")


def read_sarif(problems: list[Problem], language: str = "en", base: str = HOME) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(format_sarif(problems, language, base))
    SCHEMA.validate(report)
    (run,) = report["runs"]
    return dict(run)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_says_what_the_check_says(language: str) -> None:
    problem = unknown_topic()
    run = read_sarif([problem, make_problem("docs/b.md", (1, 1), "file-empty")], language)
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["file-empty", "topic-unknown"]
    first, second = run["results"]
    assert (first["ruleId"], first["ruleIndex"], second["ruleId"], second["ruleIndex"]) == ("topic-unknown", 1, "file-empty", 0)
    assert first["message"]["text"] == f"{problem.what(language)} {problem.mend(language)}"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "slogans/a.md"
    assert place["region"] == {"startLine": 3, "startColumn": 10}


def test_sarif_names_the_page_of_each_rule_where_the_site_is_known() -> None:
    (rule,) = read_sarif([unknown_topic()], "zh", f"{HOME}zh/")["tool"]["driver"]["rules"]
    assert rule["helpUri"] == "https://safety.example/zh/contributing/rules/topic-unknown/"
    assert "topics: [fire]" in rule["help"]["text"]
    (rule,) = read_sarif([unknown_topic()], base="")["tool"]["driver"]["rules"]
    assert "helpUri" not in rule


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_holds_the_schema(language: str) -> None:
    wordings = read_texts(language)["problems"]["rules"]
    problems = [
        make_problem("a.md", (1, 1), rule, **dict.fromkeys(re.findall(r"{(\w+)}", f"{wording['what']}{wording['mend']}"), "x"))
        for rule, wording in wordings.items()
    ]
    run = read_sarif(problems, language)
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == sorted(wordings)
    assert len(run["results"]) == len(wordings)


def test_a_warning_is_one_in_every_report() -> None:
    older = make_problem("docs/a.zh.md", (2, 8), "translation-older", original="docs/a.md", revised="2027-03-01")
    run = read_sarif([older, unknown_topic()])
    assert [result["level"] for result in run["results"]] == ["warning", "error"]
    levels = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in run["tool"]["driver"]["rules"]}
    assert levels == {"translation-older": "warning", "topic-unknown": "error"}
    assert [issue["severity"] for issue in json.loads(format_gitlab([older, unknown_topic()]))] == ["minor", "major"]


def test_no_mistake_is_a_report_too() -> None:
    assert read_sarif([])["results"] == []
    assert json.loads(format_gitlab([])) == []


@given(st.text(min_size=1), st.text(min_size=1))
def test_whatever_a_file_is_called_and_says_the_reports_can_be_read(path: str, value: str) -> None:
    problem = unknown_topic(path, value=value)
    (result,) = read_sarif([problem])["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == problem.path
    assert uri.isascii()
    assert not urlsplit(uri).scheme
    (issue,) = json.loads(format_gitlab([problem]))
    assert issue["location"] == {"path": problem.path, "lines": {"begin": 3}}


def test_a_code_quality_report_has_what_gitlab_asks_for() -> None:
    problem = unknown_topic()
    (issue,) = json.loads(format_gitlab([problem]))
    assert issue == {
        "description": f"{problem.what()} {problem.mend()}",
        "check_name": "topic-unknown",
        "fingerprint": next(print_fingerprints([problem])),
        "severity": "major",
        "location": {"path": "slogans/a.md", "lines": {"begin": 3}},
    }
    assert "没有主题" in format_gitlab([problem], "zh")


def test_a_mistake_is_known_again_when_its_line_or_the_site_changes() -> None:
    before, after = unknown_topic(), unknown_topic(line=9, legal=("fire", "ppe"))
    assert [*print_fingerprints([before])] == [*print_fingerprints([after])]


def test_other_mistakes_have_other_fingerprints() -> None:
    problems = [unknown_topic(), unknown_topic("slogans/b.md"), unknown_topic(value="fir"), unknown_topic(line=4)]
    fingerprints = [*print_fingerprints(problems)]
    assert len(set(fingerprints)) == len(problems)
