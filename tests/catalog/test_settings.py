"""What mkdocs.yml says of the campaign press, read without the generator and without running anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.catalog import Settings, read_settings
from broadside.problems import ContentMistakes

CONFIG = """\
site_name: Small site
site_url: https://safety.example/works
extra:
  campaign: month
  languages: [en, zh]
  unit: group
"""


def read(folder: Path, data: str | bytes) -> Settings:
    file = folder / "mkdocs.yml"
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_settings(file)


def problems_of(folder: Path, data: str | bytes) -> list[tuple[str, int, int]]:
    with pytest.raises(ContentMistakes) as caught:
        read(folder, data)
    return [(problem.rule, problem.line, problem.column) for problem in caught.value.problems]


def test_what_it_says_and_where(tmp_path: Path) -> None:
    assert read(tmp_path, CONFIG) == Settings(
        path="mkdocs.yml",
        root=tmp_path.resolve(),
        site_url="https://safety.example/works/",
        languages=("en", "zh"),
        languages_position=(5, 14),
        campaign="month",
        campaign_position=(4, 13),
        unit="group",
        unit_position=(6, 9),
        hosts=frozenset({"safety.example"}),
        name="Small site",
    )


def test_hosts_are_its_own_and_those_it_names(tmp_path: Path) -> None:
    named = CONFIG.replace("extra:\n", "extra:\n  hosts: [Law.example]\n")
    assert read(tmp_path, named).hosts == {"safety.example", "law.example"}
    assert read(tmp_path, CONFIG.replace("extra:\n", "extra:\n  hosts: []\n")).hosts == {"safety.example"}


def test_hosts_are_a_list(tmp_path: Path) -> None:
    assert problems_of(tmp_path, CONFIG.replace("extra:\n", "extra:\n  hosts: law.example\n"))[0][0] == "field-list"


@pytest.mark.parametrize(
    "more",
    [
        "markdown_extensions:\n  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji ''}\n",
        "edit_uri: !ENV [EDIT_URI, 'https://example/']\n",
        "theme: &theme {name: material}\nother: *theme\n",
    ],
)
def test_the_generators_own_tags_are_passed_over(tmp_path: Path, more: str) -> None:
    assert read(tmp_path, CONFIG + more) == read(tmp_path, CONFIG)


def test_no_code_is_run(tmp_path: Path) -> None:
    mark = tmp_path / "was-here"
    read(tmp_path, f"{CONFIG}hooks: !!python/object/apply:pathlib.Path.touch [!!python/object/apply:pathlib.Path ['{mark}']]\n")
    assert not mark.exists()


@pytest.mark.parametrize("change", [lambda data: b"\xef\xbb\xbf" + data, lambda data: data.replace(b"\n", b"\r\n")])
def test_it_may_be_saved_by_notepad(tmp_path: Path, change: object) -> None:
    assert callable(change)
    assert read(tmp_path, change(CONFIG.encode())) == read(tmp_path, CONFIG)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("", [("field-missing", 1, 1)] * 2),
        ("- a list\n", [("field-missing", 1, 1)] * 2),
        ("site_url: x\nextra: [a]\n", [("field-map", 2, 8)]),
        ("site_url: x\nextra: {campaign: m, unit: '', languages: []}\n", [("field-missing", 2, 1)] * 2),
        (
            "site_url: [x]\nextra: {campaign: 1, unit: u, languages: en}\n",
            [("field-text", 1, 11), ("field-text", 2, 19), ("field-list", 2, 42)],
        ),
        ("a: b: c\n", [("yaml-syntax", 1, 5)]),
        ("标题: 甲\n".encode("gbk"), [("file-encoding", 1, 1)]),
    ],
)
def test_what_is_missing_is_said(tmp_path: Path, data: str | bytes, expected: list[tuple[str, int, int]]) -> None:
    assert problems_of(tmp_path, data) == expected


def test_no_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentMistakes, match=r"mkdocs\.yml:1:1: this file or folder is missing"):
        read_settings(tmp_path / "mkdocs.yml")
