"""Pages made on several processes are those that the generator makes; what is logged and what ends a page comes back."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest
from mkdocs.commands import build as generator
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from mkdocs_pages import FEW, PlainPage, Renderer, Work, count_processes, make_pages, take_pages

PAGES = FEW + 20


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    """A site of the generator's own, with more pages than are made here."""
    (tmp_path / "docs").mkdir()
    for number in range(PAGES):
        link = "nowhere.md" if number == PAGES - 1 else f"page-{number + 1}.md#part"
        (tmp_path / f"docs/page-{number}.md").write_text(f"# Page {number}\n\n## Part\n\n[on]({link})\n", "utf-8")
    (tmp_path / "docs/index.md").write_text("# Home\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Site\ntheme: readthedocs\nplugins: []\nnav: [index.md]\n", "utf-8")
    return load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site"))


@pytest.fixture
def work(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch) -> Work[str]:
    """All of its pages, to be made on two processes; each tells its title and its process."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # the theme says when it was built
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    files = get_files(config)
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    nav = get_navigation(files, config)
    for file in files.documentation_pages():
        if file.page is None:
            Page(None, file, config)
    taken = take_pages(files)
    return Work([[file] for file in taken], taken, config, files, nav, env, lambda page: f"{page.title} {os.getpid()}")


@pytest.mark.parametrize("base", ["https://safety.example/", "https://safety.example/area", "https://safety.example//", ""])
@pytest.mark.parametrize(
    "uri", ["index.md", "page-1.md", "zh/notices/2027/index.md", "zh/../up.md", "a:b.md", "灭火.md", "a//b.md"]
)
def test_a_page_has_the_address_that_the_generator_gives_it(config: MkDocsConfig, base: str, uri: str) -> None:
    config.site_url = base
    ours, its = (kind("Title", File(uri, "docs", "site", use_directory_urls=True), config) for kind in (PlainPage, Page))
    assert (ours.canonical_url, ours.abs_url) == (its.canonical_url, its.abs_url)


def test_pages_made_apart_are_the_generators_own(work: Work[str], tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert not [*work.files.documentation_pages()]
    with caplog.at_level(logging.WARNING, "mkdocs"):
        made = [each for group in make_pages(work, samples=1) for each in group]
    assert [each.uri for each in made] == [file.src_uri for file in work.taken], "they come in their order"
    processes = [each.told.rsplit(" ", 1)[1] for each in made]
    assert processes[0] == str(os.getpid()), "the sample is made here"
    assert str(os.getpid()) not in processes[1:]
    assert "nowhere.md" in caplog.text, "what another process logs is logged here"
    assert not [*work.files.documentation_pages()], "the generator still finds no page to make"
    ours = {path.relative_to(tmp_path / "site"): path.read_bytes() for path in (tmp_path / "site").rglob("index.html")}
    theirs = load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "whole"))
    generator.build(theirs)
    assert ours == {path.relative_to(tmp_path / "whole"): path.read_bytes() for path in (tmp_path / "whole").rglob("index.html")}


def test_links_to_anchors_are_looked_at_between_processes(
    work: Work[str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "docs/page-2.md").write_text("# Other\n\n## Apart\n", "utf-8")
    work.config.validation.links.anchors = logging.WARNING
    with caplog.at_level(logging.WARNING, "mkdocs"):
        [*make_pages(work)]
    assert "'page-2.md#part', but the doc 'page-2.md' does not contain an anchor '#part'" in caplog.text
    assert "page-3.md#part" not in caplog.text


def test_what_ends_a_page_ends_the_build_with_its_cause(work: Work[str]) -> None:
    def refuse(page: Page) -> str:
        if page.file.src_uri == "page-9.md":
            raise Abort("refused") from ValueError("the cause")
        return ""

    refusing = Work(work.groups, work.taken, work.config, work.files, work.nav, work.env, refuse)
    with pytest.raises(Abort, match="refused") as raised:
        [*make_pages(refusing)]
    assert isinstance(raised.value.__cause__, ValueError)
    assert not [*work.files.documentation_pages()]


def test_a_plugin_that_we_do_not_know_sees_all_pages_here(config: MkDocsConfig) -> None:
    assert count_processes(config, FEW) == 1
    assert count_processes(config, PAGES) == len(os.sched_getaffinity(0))

    def on_page_content(html: str, **_: object) -> str:
        return html

    config.plugins.events["page_content"].append(on_page_content)
    assert count_processes(config, PAGES) == 1


def test_the_library_set_up_once_knows_nothing_of_the_page_before(config: MkDocsConfig) -> None:
    files = Files([File(f"{name}.md", config.docs_dir, config.site_dir, use_directory_urls=True) for name in ("page-1", "page-2")])
    renderer, found = Renderer(), []
    for file in [*files, *files]:
        page = Page(None, file, config)
        page.markdown = "# Head\n\n## Part\n\n## Part\n\n[to][there]\n" + (
            "\n[there]: page-2.md\n" if file.name == "page-1" else ""
        )
        with renderer.lend():
            page.render(config, files)
        found.append(page.content)
    assert found[0] == found[2]
    assert found[1] == found[3]
    assert "[to][there]" in str(found[1])
    assert "part_1" in str(found[0])
