"""Every generator is given the same Markdown files, and a cold build finds nothing but the sheets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bench.editing import append_paragraph, editing
from bench.generators import lay_eleventy, lay_hugo, lay_stock
from bench.material import Made, make_material
from bench.scale import forget

SIZE = 40


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_material(tmp_path_factory.mktemp("made"), SIZE)


@pytest.mark.parametrize(("lay", "own"), [(lay_stock, 1), (lay_eleventy, 0), (lay_hugo, 0)])
def test_every_generator_is_given_the_same_files(made: Made, tmp_path: Path, lay: Callable[[Made, Path], None], own: int) -> None:
    lay(made, tmp_path)
    files = [path.read_bytes() for path in tmp_path.rglob("*.md")]
    assert len(files) == SIZE + own, "stock has a home page besides"
    assert {path.read_bytes() for path in made.folder.glob("docs/**/*.md")} <= set(files)
    assert {path.read_bytes() for path in made.folder.glob("slogans/*.md")} <= set(files)


def test_a_cold_build_finds_the_sheets_and_no_more(tmp_path: Path) -> None:
    for name in (".broadside/store/ab/sheet.pdf", ".broadside/pages/x", ".broadside/whole.txt", "site/index.html", "docs/a.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    forget(tmp_path)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {".broadside/store/ab/sheet.pdf", "docs/a.md"}


def test_an_edit_is_new_each_time_and_taken_back(made: Made) -> None:
    with editing(made) as article:
        before = article.read_bytes()
        words = {append_paragraph(article, number) for number in range(2)}
        assert len(words) == 2
        assert all(each in article.read_text("utf-8") for each in words)
        assert not article.name.endswith(".zh.md")
    assert article.read_bytes() == before
