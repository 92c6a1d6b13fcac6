"""A folder of material -> the same Markdown files as each of the peers builds them, and the commands that do it.

What each makes of a page differs, and the rows say so: stock and Zensical make Material's pages with a search index, Eleventy and
Hugo bare pages without theme, navigation or search.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.material import Made
from bench.rows import ROOT, list_paths

JIEBA, ZENSICAL, ELEVENTY = "0.42.1", "0.0.73", "3.1.8"
"""The versions of the peers that are not ours too; Hugo is Debian's."""
STOCK = """\
site_name: Beacon Group Safety
site_url: https://safety.beacon.example/
theme: {name: material, language: en, font: false}
plugins: [{search: {lang: [en, zh], separator: '[\\s\\-]+'}}]
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, tables, pymdownx.details, pymdownx.superfences,
  {toc: {permalink: true}}, {pymdownx.tasklist: {custom_checkbox: true}}]
"""
"""The extensions are those of our ``mkdocs.yml``, and one entry stands in the navigation: with every page in it a thousand pages
take stock seven times as long."""
PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>{{ TITLE }}</title><body><h1>{{ TITLE }}</h1>{{ CONTENT }}</html>'
)
ELEVENTY_CONFIG = """\
export default config => {
  config.addGlobalData("layout", "page.liquid");
  return {dir: {input: "docs", output: "site", includes: "../layouts"}, markdownTemplateEngine: false};
};
"""


@dataclass(frozen=True)
class Generator:
    """A peer: how it is called, the command that builds ``folder`` into its ``site``, and what that needs around it."""

    name: str
    version: str
    command: Sequence[str]
    prepare: Callable[[Made, Path], None]
    environment: Mapping[str, str] = field(default_factory=dict)


def list_ours(*, press: bool) -> Generator:
    """Return our own build; its folder is the material's own."""
    environment = {"PYTHONPATH": list_paths(), "BROADSIDE_PRESS": str(press).lower()}
    command = (_find("mkdocs"), "build", "-q", "-d", "site")
    return Generator("Broadside", f"press {'on' if press else 'off'}", command, lambda _made, _folder: None, environment)


def install_stock(tools: Path) -> Generator:
    """Return MkDocs with Material and its search plugin; jieba, which that needs to cut Chinese into words, is installed."""
    _install(tools / "jieba", f"jieba=={JIEBA}")
    command = (_find("mkdocs"), "build", "-q", "--clean")
    return Generator("stock", f"jieba {JIEBA}", command, lay_stock, {"PYTHONPATH": str(tools / "jieba")})


def install_zensical(tools: Path) -> Generator:
    """Return Zensical, on the same configuration as stock."""
    _install(tools / "zensical", f"zensical=={ZENSICAL}")
    command = (sys.executable, str(tools / "zensical/bin/zensical"), "build", "--clean", "-f", "mkdocs.yml")
    return Generator("Zensical", ZENSICAL, command, lay_stock, {"PYTHONPATH": str(tools / "zensical")})


def install_eleventy(tools: Path) -> Generator:
    """Return Eleventy from npm."""
    folder = tools / "eleventy"
    if not (folder / "node_modules/.bin/eleventy").exists():
        folder.mkdir(parents=True, exist_ok=True)
        install = ["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(folder), f"@11ty/eleventy@{ELEVENTY}"]
        subprocess.run(install, check=True, capture_output=True)
    return Generator("Eleventy", ELEVENTY, (str(folder / "node_modules/.bin/eleventy"), "--quiet"), lay_eleventy)


def install_hugo(tools: Path) -> Generator:
    """Return Hugo: the one that is installed, else Debian's, unpacked beside the other tools."""
    library = tools / "hugo/usr/lib"
    hugo = shutil.which("hugo") or str(tools / "hugo/usr/bin/hugo")
    if not Path(hugo).exists():
        (tools / "hugo").mkdir(parents=True, exist_ok=True)
        subprocess.run(["apt-get", "download", "hugo", "libsass1"], check=True, capture_output=True, cwd=tools / "hugo")
        for package in (tools / "hugo").glob("*.deb"):
            subprocess.run(["dpkg", "-x", package, tools / "hugo"], check=True, capture_output=True)
    libraries = [path.parent for path in library.rglob("libsass.so.1")]
    environment = {"LD_LIBRARY_PATH": os.pathsep.join(map(str, libraries))}
    asked = [hugo, "version"]
    said = subprocess.run(asked, check=True, capture_output=True, text=True, env={**os.environ, **environment}).stdout
    return Generator("Hugo", said.split()[1], (hugo, "--quiet", "--cleanDestinationDir", "-d", "site"), lay_hugo, environment)


PEERS: tuple[Callable[[Path], Generator], ...] = (install_zensical, install_eleventy, install_hugo)
"""Besides stock, which every row is measured against."""


def install_peers(tools: Path) -> list[Generator]:
    """Return those of the peers that install here."""
    found = []
    for install in PEERS:
        with contextlib.suppress(OSError, subprocess.CalledProcessError):
            found.append(install(tools))
    return found


def _install(target: Path, package: str) -> None:
    if not target.is_dir():
        subprocess.run([_find("uv"), "pip", "install", "--quiet", "--target", target, package], check=True, capture_output=True)


def _find(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def lay_stock(made: Made, folder: Path) -> None:
    """Lay out the Markdown files as MkDocs wants them: all below ``docs``, with a home page."""
    _copy_documents(made, folder / "docs")
    (folder / "docs/index.md").write_text("# Home\n", "utf-8")
    (folder / "mkdocs.yml").write_text(STOCK, "utf-8")


def lay_eleventy(made: Made, folder: Path) -> None:
    """Lay out the files for Eleventy with a layout for all; Markdown is no template, as with the others."""
    _copy_documents(made, folder / "docs")
    (folder / "layouts").mkdir()
    page = PAGE.replace("TITLE", "title").replace("CONTENT", "content")
    (folder / "layouts/page.liquid").write_text(page, "utf-8")
    (folder / "eleventy.config.mjs").write_text(ELEVENTY_CONFIG, "utf-8")
    (folder / "package.json").write_text(json.dumps({"private": True}), "utf-8")


def lay_hugo(made: Made, folder: Path) -> None:
    """Lay out the files for Hugo, which takes ``page.zh.md`` for the translation of ``page.md``, as we do."""
    _copy_documents(made, folder / "content")
    (folder / "layouts/_default").mkdir(parents=True)
    page = PAGE.replace("TITLE", ".Title").replace("CONTENT", ".Content")
    (folder / "layouts/_default/single.html").write_text(page, "utf-8")
    languages = "[languages.en]\nweight = 1\n[languages.zh]\nweight = 2\n"
    kinds = 'disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]\n'
    (folder / "config.toml").write_text(f'baseURL = "https://safety.beacon.example/"\n{kinds}{languages}', "utf-8")


def _copy_documents(made: Made, docs: Path) -> None:
    """Copy all Markdown files of the material below ``docs``; nothing else of it is a page."""
    for source, target in ((made.folder / "docs", docs), (made.folder / "slogans", docs / "slogans")):
        for path in source.rglob("*.md") if source.is_dir() else ():
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)


def build_environment(generator: Generator) -> dict[str, str]:
    """Return the environment of a generator's command; the day is fixed, for what is shown of a page depends on it."""
    fixed = {"NO_MKDOCS_2_WARNING": "1", "BROADSIDE_TODAY": "2027-06-10"}
    return {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), **fixed, **generator.environment}
