"""Which documents changed between two sites, and how."""

from __future__ import annotations

from pathlib import Path

from broadside.catalog import read_catalog, read_settings
from broadside.comparing.documents import DocumentChange, compare_documents
from sites import Files, make_site

LADDERS = "---\ntitle: Ladders\nkind: skill\ntopics: [height]\n---\nFace the ladder and hold on with both hands, always.\n"
LADDERS_ZH = "---\ntitle: 梯子\n---\n面向梯子，双手抓牢。\n"


def compare(tmp_path: Path, before: Files, after: Files, language: str = "en") -> tuple[DocumentChange, ...]:
    catalogs = [read_catalog(read_settings(make_site(tmp_path / name, files))) for name, files in (("was", before), ("now", after))]
    return compare_documents(catalogs[0], catalogs[1], language)


def test_nothing_differs(tmp_path: Path) -> None:
    assert compare(tmp_path, {}, {}) == ()


def test_added_changed_and_deleted(tmp_path: Path) -> None:
    slogan = "---\ntext: {en: Look first, zh: 先看再干}\ntopics: [ppe]\n---\n"
    found = compare(
        tmp_path,
        {"docs/knowledge/ladders.md": LADDERS},
        {"slogans/look-first.md": slogan, "docs/lists.md": "# Lists\n"},
        "zh",
    )
    assert [(each.id, each.kind, each.status, each.title, each.languages) for each in found] == [
        ("slogans/look-first", "slogan", "changed", "先看再干", ("zh",)),
        ("knowledge/ladders", "knowledge", "deleted", "Ladders", ("en",)),
        ("lists", "page", "added", "lists", ("en",)),
    ]
    changed = found[0].files[0]
    assert changed.hunks is not None
    assert [run.text for run in changed.hunks[0].runs if run.kind != "kept"] == ["后", "再"]


def test_a_rename_is_no_loss(tmp_path: Path) -> None:
    was = {"docs/knowledge/ladders.md": LADDERS, "docs/knowledge/ladders.zh.md": LADDERS_ZH}
    now = {"docs/knowledge/on-ladders.md": LADDERS.replace("always", "each time"), "docs/knowledge/on-ladders.zh.md": LADDERS_ZH}
    (change,) = compare(tmp_path, was, now)
    assert (change.id, change.was, change.status) == ("knowledge/on-ladders", "knowledge/ladders", "renamed")
    assert [(file.path, file.was, file.status) for file in change.files] == [
        ("docs/knowledge/on-ladders.md", "docs/knowledge/ladders.md", "renamed"),
        ("docs/knowledge/on-ladders.zh.md", "docs/knowledge/ladders.zh.md", "renamed"),
    ]
    assert change.languages == ("en",)


def test_other_words_under_another_name_are_no_rename(tmp_path: Path) -> None:
    other = "---\ntitle: Welding\nkind: skill\ntopics: [fire]\n---\nClear the floor for ten metres around the sparks.\n"
    found = compare(tmp_path, {"docs/knowledge/ladders.md": LADDERS}, {"docs/knowledge/welding.md": other})
    assert {(each.id, each.status) for each in found} == {("knowledge/ladders", "deleted"), ("knowledge/welding", "added")}


def test_a_translation_comes_and_goes(tmp_path: Path) -> None:
    with_zh = {"docs/knowledge/ladders.md": LADDERS, "docs/knowledge/ladders.zh.md": LADDERS_ZH}
    without = {"docs/knowledge/ladders.md": LADDERS}
    (come,) = compare(tmp_path / "come", without, with_zh)
    (gone,) = compare(tmp_path / "gone", with_zh, without)
    for change, status in ((come, "added"), (gone, "deleted")):
        assert (change.status, change.languages) == ("changed", ("zh",))
        assert [(file.path, file.status) for file in change.files] == [("docs/knowledge/ladders.zh.md", status)]
