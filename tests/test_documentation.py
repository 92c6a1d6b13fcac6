"""The guides say what the code does: every field is in its table, every command and example holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from broadside.catalog.data import Design, Faces, Slot
from broadside.kinds import KINDS
from broadside.problems import format_text
from sites import REPOSITORY, find_problems, make_site

GUIDES = REPOSITORY / "docs/contributing"
PAGES = {
    "slogan": "slogans",
    "notice": "notices",
    "knowledge": "knowledge",
    "lesson": "lessons",
    "campaign": "campaigns",
    "blackboard": "blackboards",
}
ROW = re.compile(r"^\| `([a-z_]+)`")


def read_section(path: Path, heading: str) -> str:
    """Return the text under a heading of the second order."""
    return path.read_text("utf-8").split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def read_fields(text: str) -> set[str]:
    """Return the names in the first column of the tables of ``text``."""
    return {match.group(1) for line in text.split("\n") if (match := ROW.match(line))}


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize(("ending", "heading"), [(".md", "Fields"), (".zh.md", "字段")])
def test_every_field_is_in_the_guide_and_no_other(kind: str, ending: str, heading: str) -> None:
    fields = read_fields(read_section(GUIDES / f"{PAGES[kind]}{ending}", heading))
    assert fields == set(KINDS[kind].model_fields)


def test_the_guide_to_designs_names_every_field() -> None:
    text = (GUIDES / "designs.md").read_text("utf-8")
    assert set(Design.model_fields) | set(Slot.model_fields) | set(Faces.model_fields) <= read_fields(text)


def test_the_readme_s_commands_are_the_makefile_s() -> None:
    targets = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE))
    for page in (REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md", *GUIDES.glob("*.md")):
        for command in re.findall(r"\bmake ([a-z]+)\b(?=`|$|  )", page.read_text("utf-8"), re.MULTILINE):
            assert command in targets, f"{page.name}: make {command}"


def test_the_readme_s_slogan_holds(tmp_path: Path) -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    example = re.search(r"^```(?:markdown|yaml|md)?\n(---\n.*?)^```", readme, re.MULTILINE | re.DOTALL)
    assert example
    text = re.sub(r"^(campaign|see):.*\n", "", example.group(1), flags=re.MULTILINE)
    problems = find_problems(make_site(tmp_path, {"slogans/example.md": text}))
    assert problems == (), format_text(problems)
