"""The files of VS Code: schemas for the right files, a check whose messages are understood, snippets that hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from broadside.forms.schema import make_schema
from broadside.forms.vscode import make_settings, make_snippets, make_tasks
from broadside.frontmatter import parse_document
from broadside.kinds import KINDS
from broadside.problems import format_text
from broadside.texts import LANGUAGES
from sites import find_problems, make_site

from .test_schema import find_faults

STOP = re.compile(r"\$\{\d+(?::([^{}]*(?:\{[^{}]*\\\})?[^{}]*)|\|([^,|]*)[^|]*\|)?\}|\$0")
TODAY = {"$CURRENT_YEAR": "2027", "$CURRENT_MONTH": "06", "$CURRENT_DATE": "10"}


def fill(body: list[str]) -> str:
    """Return a snippet as it stands when the editor has typed a word at each empty stop."""
    text = "\n".join(body)
    for name, value in TODAY.items():
        text = text.replace(name, value)
    filled = STOP.sub(lambda stop: (stop.group(1) or stop.group(2) or "Words").replace("\\}", "}"), text)
    assert "$" not in filled
    return filled


@pytest.mark.parametrize("name", make_snippets())
def test_a_snippet_filled_in_holds_the_schema(name: str) -> None:
    snippet = make_snippets()[name]
    parsed, problems = parse_document("a.md", fill(snippet["body"]).encode())
    assert problems == ()
    assert find_faults(make_schema(name.split(maxsplit=1)[0], {}), dict(parsed.values)) == []
    for section in KINDS[name.split(maxsplit=1)[0]].sections.get(name.split()[1], ()):
        assert f"## {section}" in parsed.body


def test_every_kind_has_a_snippet_in_every_language() -> None:
    assert [*make_snippets()] == [f"{kind} {language}" for kind in KINDS if kind != "page" for language in ("en", "zh")]
    assert make_snippets()["slogan zh"]["prefix"] == ["slogan", "标语"]


def test_the_check_s_messages_are_understood(tmp_path: Path) -> None:
    (task, _) = make_tasks()["tasks"]
    older = {"docs/a.md": "---\ntitle: A\nrevised: 2027-03-01\n---\nA.\n", "docs/a.zh.md": "---\ntitle: 甲\n---\n字。\n"}
    problems = find_problems(make_site(tmp_path, {"slogans/a.md": "---\ntext: A\ntopics: [liftng]\n---\n", **older}))
    for language in LANGUAGES:
        lines = format_text(problems, language).split("\n")
        found = {
            matcher["severity"]: [match for line in lines if (match := re.match(matcher["pattern"]["regexp"], line))]
            for matcher in task["problemMatcher"]
        }
        assert {severity: [match.groups()[:3] for match in matches] for severity, matches in found.items()} == {
            "error": [("slogans/a.md", "3", "10")],
            "warning": [("docs/a.zh.md", "2", "8")],
        }
        assert "liftng" in found["error"][0].group(4)
        assert found["warning"][0].group(4).startswith(("the original", "原文"))


def test_each_file_has_the_schema_of_its_kind_and_language() -> None:
    globs = make_settings()["yaml.schemas"]
    assert globs["./.vscode/schemas/slogan.json"] == ["slogans/*.md", "!slogans/*.zh.md"]
    assert globs["./.vscode/schemas/notice.translation.json"] == ["docs/notices/**/*.zh.md"]
    assert len(globs) == 2 * len(KINDS)
