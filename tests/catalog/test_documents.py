"""Files -> documents: their ids and addresses, their translations, their sections."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from broadside.catalog.documents import make_id, read_entries
from broadside.catalog.values import Entry, make_address
from broadside.intake import read_intake
from broadside.problems import Problem
from sites import make_site


def write(root: Path, files: dict[str, str]) -> tuple[dict[str, Entry], tuple[Problem, ...]]:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return read_entries(give(root), read_intake(root).documents, ("en", "zh"))


def give(root: Path) -> Callable[[str], bytes]:
    return lambda path: (root / path).read_bytes()


PAGE = "---\ntitle: Helmets\nsummary: Which\nkind: skill\ntopics: [ppe]\nsource: A book\n---\nWear one.\n"


@pytest.mark.parametrize(
    ("path", "identity", "address"),
    [
        ("slogans/hard-hat.md", "slogans/hard-hat", "slogans/hard-hat/"),
        ("docs/knowledge/a.md", "knowledge/a", "knowledge/a/"),
        ("docs/knowledge/index.md", "knowledge/index", "knowledge/"),
        ("docs/index.md", "index", ""),
        ("docs/knowledge/my-index.md", "knowledge/my-index", "knowledge/my-index/"),
    ],
)
def test_ids_and_addresses(path: str, identity: str, address: str) -> None:
    assert make_id(path) == identity
    assert make_address(identity) == address


def test_a_translation_says_some_fields_anew(tmp_path: Path) -> None:
    chinese = "---\ntitle: 安全帽\n---\n戴好。\n"
    entries, problems = write(tmp_path, {"docs/knowledge/a.md": PAGE, "docs/knowledge/a.zh.md": chinese})
    assert problems == ()
    entry = entries["knowledge/a"]
    assert (entry.say("title", "zh"), entry.say("title", "en"), entry.say("title", "fr")) == ("安全帽", "Helmets", "Helmets")
    assert (entry.say("summary", "zh"), entry.say("source", "zh")) == ("Which", "A book")
    assert entry.translations["zh"].body == "戴好。\n"
    assert (entry.name, entry.kind, entry.path) == ("a", "knowledge", "docs/knowledge/a.md")


@pytest.mark.parametrize("title", ['""', "'  '", ""])
def test_a_translated_title_may_not_be_empty(tmp_path: Path, title: str) -> None:
    _, problems = write(tmp_path, {"docs/knowledge/a.md": PAGE, "docs/knowledge/a.zh.md": f"---\ntitle: {title}\n---\n"})
    assert [(problem.rule, problem.line, problem.column) for problem in problems] == [("field-empty", 2, 8 if title else 7)]


def test_words_without_a_language_are_in_the_sites_first(tmp_path: Path) -> None:
    slogan = "---\ntext: Look first\nphoto: {file: a.jpg, alt: A hat}\n---\n"
    entries, problems = write(tmp_path, {"slogans/a.md": slogan})
    assert problems == ()
    fields = entries["slogans/a"].fields
    assert getattr(fields, "text") == {"en": "Look first"}  # noqa: B009
    assert getattr(fields, "photo").alt == {"en": "A hat"}  # noqa: B009


def test_a_slogans_translation_has_a_body_and_no_fields(tmp_path: Path) -> None:
    slogan = {"slogans/a.md": "---\ntext: {en: A, zh: 甲}\n---\n", "slogans/a.zh.md": "---\n---\n挂在门口。\n"}
    entries, problems = write(tmp_path, slogan)
    assert problems == ()
    assert entries["slogans/a"].translations["zh"].body == "挂在门口。\n"
    assert entries["slogans/a"].words("text", "zh", "en") == "甲"
    assert entries["slogans/a"].words("text", "th", "en") == "A"


def test_the_mistakes_of_one_file_hide_those_of_no_other(tmp_path: Path) -> None:
    entries, problems = write(tmp_path, {"docs/knowledge/a.md": "", "docs/knowledge/b.md": PAGE, "docs/knowledge/c.md": "---\n"})
    assert list(entries) == ["knowledge/b"]
    assert [problem.path for problem in problems] == ["docs/knowledge/a.md", "docs/knowledge/c.md"]


def test_the_same_id_in_two_folders_is_a_mistake(tmp_path: Path) -> None:
    files = {"slogans/a.md": "---\ntext: A\n---\n", "docs/slogans/a.md": "Words.\n"}
    _, problems = write(tmp_path, files)
    assert [(problem.rule, problem.path) for problem in problems] == [("id-duplicate", "docs/slogans/a.md")]


def save_by_notepad(text: str) -> bytes:
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def test_a_page_saved_by_notepad_is_the_same_page(tmp_path: Path) -> None:
    files = {"docs/knowledge/a.md": PAGE, "docs/knowledge/a.zh.md": "---\ntitle: 安全帽\n---\n戴。\n"}
    make_site(tmp_path / "plain", files)
    make_site(tmp_path / "notepad", {name: save_by_notepad(text) for name, text in files.items()})
    plain, notepad = (read_entries(give(tmp_path / name), files, ("en", "zh")) for name in ("plain", "notepad"))
    assert plain == notepad
    assert plain[1] == ()
