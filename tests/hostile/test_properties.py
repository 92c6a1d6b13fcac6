"""Whatever an editor or a stranger writes: the check answers with messages and never with a traceback."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from broadside.kinds import FOLDERS, KINDS
from broadside.problems import format_text
from sites import find_problems, make_small_site

LETTERS = st.text(st.sampled_from("ab1 -/.:#*&![]{}\"'\\%\n安全\u200b\u202e⽕аＡ😀\x07\u2028"), max_size=20)
NEAR_MISSES = st.sampled_from(
    [
        "2027-06-16",
        "2027-02-30",
        "group",
        "month",
        "ppe",
        "plain",
        "poster",
        "../x",
        "true",
        "en",
        "zh",
        "0.5",
        "public-report",
        "month.md",
    ]
)
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(), LETTERS, NEAR_MISSES)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(["en", "zh", "file", "alt", "date", "title"]), LETTERS), inner, max_size=4),
    ),
    max_leaves=8,
)
BODIES = st.text(st.sampled_from("ab \n#[]()!<>`*_&;|-=~:/.\\%中\u200b\u202e"), max_size=120)


def names_of(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    names = st.one_of(st.sampled_from(sorted(KINDS[kind].model_fields)), LETTERS)
    return st.dictionaries(names, VALUES, max_size=8)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_small_site(tmp_path_factory.mktemp("properties") / "site", {})


def check_with(config: Path, name: str, data: bytes) -> None:
    """Check the site with one file more; every message can be read, in both languages, and its place is in the file."""
    file = config.parent / name
    kept = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    try:
        problems = find_problems(config)
    finally:
        if kept is None:
            file.unlink()
        else:
            file.write_bytes(kept)
    lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        if problem.path == name:
            assert 1 <= problem.line <= len(lines) + 1
    for language in ("en", "zh"):
        assert format_text(problems, language).encode()


@pytest.mark.parametrize("folder", FOLDERS)
@settings(max_examples=20)
@given(st.data())
def test_no_front_matter_crashes_the_check(folder: str, site: Path, data: st.DataObject) -> None:
    fields: Mapping[str, Any] = data.draw(names_of(FOLDERS[folder]))
    text = yaml.safe_dump(dict(fields), allow_unicode=data.draw(st.booleans()), sort_keys=False)
    check_with(site, f"{folder}drawn.md", f"---\n{text}---\n{data.draw(BODIES)}\n".encode())


@pytest.mark.parametrize("name", ["topics.yml", "redirects.yml", "synonyms.yml", "addresses.yml", "wording.yml"])
@settings(max_examples=20)
@given(st.one_of(VALUES, st.dictionaries(LETTERS, VALUES, max_size=5), st.dictionaries(NEAR_MISSES, VALUES, max_size=5)))
def test_no_data_file_crashes_the_check(name: str, site: Path, values: Any) -> None:
    check_with(site, f"docs/{name}", yaml.safe_dump(values, allow_unicode=True).encode())


@settings(max_examples=30)
@given(st.sampled_from(sorted(FOLDERS)), st.binary(max_size=120))
def test_no_bytes_crash_the_check(site: Path, folder: str, data: bytes) -> None:
    check_with(site, f"{folder}drawn.md", data)
    check_with(site, f"{folder}drawn.md", b"---\n" + data + b"\n---\n")
