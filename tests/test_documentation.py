"""The guides say what the code does: every field is in its table, every command and example holds."""

from __future__ import annotations

import re
from pathlib import Path

from broadside.catalog import read_catalog, read_settings
from broadside.catalog.data import Design, Faces, Slot
from broadside.forms import make_files, read_guides
from broadside.problems import format_text
from sites import REPOSITORY, find_problems, make_site

GUIDES = REPOSITORY / "docs/contributing"
ROW = re.compile(r"^\| `([a-z_]+)`")


def read_fields(text: str) -> set[str]:
    """Return the names in the first column of the tables of ``text``."""
    return {match.group(1) for line in text.split("\n") if (match := ROW.match(line))}


def test_what_is_made_from_the_kinds_is_up_to_date() -> None:
    """After a change to the kinds, their texts, or the site's lists: ``make generated``."""
    made = make_files(read_catalog(read_settings(REPOSITORY / "mkdocs.yml")), read_guides(REPOSITORY))
    old = [
        path for path, text in made.items() if not (REPOSITORY / path).is_file() or (REPOSITORY / path).read_text("utf-8") != text
    ]
    assert old == [], "run: make generated"


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
