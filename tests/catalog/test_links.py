"""Links and images in Markdown: found where they are, and followed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.catalog.links import check_links, find_links, is_inside
from broadside.catalog.values import Settings

DOCUMENTS = frozenset({"knowledge/a", "knowledge/b", "slogans/s", "index"})


def make_settings(root: Path) -> Settings:
    return Settings("mkdocs.yml", root, "https://safety.example/", ("en", "zh"), (1, 1), "month", (1, 1), "group", (1, 1))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("See [b](b.md) and [c](c.md).", [(0, 9, False, "b.md"), (0, 23, False, "c.md")]),
        ("one\n\n![Map](map.png)", [(2, 8, True, "map.png")]),
        ('[b](b.md "A title")', [(0, 5, False, "b.md")]),
        ("[b](<b.md>)", [(0, 6, False, "b.md")]),
        ("[b](b(1).md)", [(0, 5, False, "b(1).md")]),
        ("[![Map](map.png)](b.md)", [(0, 9, True, "map.png"), (0, 19, False, "b.md")]),
        ("[a [b] c](b.md)", [(0, 11, False, "b.md")]),
        (r"[a \] c](b.md)", [(0, 10, False, "b.md")]),
        ("见[安全帽](b.md)。", [(0, 8, False, "b.md")]),
        ("a](b.md)", []),
        ("`[b](b.md)` ``[`b`](b.md)``", []),
        ("```\n[b](b.md)\n```\n[c](c.md)", [(3, 5, False, "c.md")]),
        ("~~~~\n```\n[b](b.md)\n~~~~", []),
        ("[b] (b.md) [b]", []),
    ],
)
def test_where_they_are(body: str, expected: list[tuple[int, int, bool, str]]) -> None:
    assert list(find_links(body)) == expected


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ("b.md", None),
        ("./b.md#how", None),
        ("../slogans/s.md", None),
        ("../index.md", None),
        ("../lessons/index.md", None),
        ("here.png", None),
        ("%68ere.png", None),
        ("https://example.org/x.md", None),
        ("mailto:a@example.org", None),
        ("#part", None),
        ("/absolute/", "path-outside"),
        ("c.md", "link-missing"),
        ("../b.md", "link-missing"),
        ("b", "link-missing"),
        ("b.zh.md", "link-translation"),
        ("b.fr.md", "link-missing"),
        ("c.zh.md", "link-missing"),
        ("http://[x", "link-missing"),
        ("%00.png", "path-outside"),
        ("长" * 200 + ".png", "link-missing"),
        ("../../secret.png", "path-outside"),
        ("%2e%2e/%2e%2e/secret.png", "path-outside"),
        ("..\\..\\secret.png", "path-outside"),
        ("%5C%5Cserver%5Cshare", "path-outside"),
        ("/etc/passwd", "path-outside"),
        ("C%3A/secret.png", "path-outside"),
    ],
)
def test_where_they_lead(tmp_path: Path, target: str, rule: str | None) -> None:
    (tmp_path / "docs/knowledge").mkdir(parents=True)
    (tmp_path / "docs/knowledge/here.png").touch()
    (tmp_path / "secret.png").touch()
    problems = list(check_links(make_settings(tmp_path), DOCUMENTS, "docs/knowledge/a.md", f"A\n[x]({target})\n", 4))
    assert [(problem.rule, problem.line, problem.column) for problem in problems] == ([(rule, 5, 5)] if rule else [])


def test_a_missing_image_is_called_one(tmp_path: Path) -> None:
    problems = list(check_links(make_settings(tmp_path), DOCUMENTS, "docs/knowledge/a.md", "![x](x.png)", 1))
    assert [problem.rule for problem in problems] == ["image-missing"]


def test_only_the_sites_own_folders_count(tmp_path: Path) -> None:
    (tmp_path / "slogans").mkdir()
    (tmp_path / "slogans/a.jpg").touch()
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "slogans/link.jpg").symlink_to(tmp_path / "mkdocs.yml")
    answers = [
        is_inside(tmp_path.resolve(), f"slogans/{name}") for name in ("a.jpg", "b.jpg", "../mkdocs.yml", "link.jpg", "", "\0")
    ]
    assert answers == [True, False, False, False, False, False]


@given(st.text(st.sampled_from("[]()!<>`~\\ab.md/:%#0\n 中"), max_size=80))
def test_no_body_crashes_it(body: str) -> None:
    lines = body.split("\n")
    for problem in check_links(make_settings(Path("/nowhere")), DOCUMENTS, "docs/knowledge/a.md", body, 1):
        assert 1 <= problem.column <= len(lines[problem.line - 1])
    for line, column, _, target in find_links(body):
        assert lines[line][column - 1 :].startswith(target)
