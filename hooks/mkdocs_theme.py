"""The generator's configuration and files -> as the theme should see them: in a page's language, with one style sheet."""

from __future__ import annotations

import copy
import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

import broadside.building as bs
from broadside.building import Recall

STYLES = "css/site.css"
"""The one style sheet that ``extra_css`` becomes."""


class Listed(jinja2.FileSystemLoader):
    """The theme's templates, of which the first folder's are listed anew: the installed theme's, ten thousand pictures, once."""

    def __init__(self, folders: Sequence[str], known: Recall) -> None:
        super().__init__(folders)
        self._known = known

    def list_templates(self) -> list[str]:
        """Return the names of templates, in order, but for those that the generator leaves out, for they begin with a dot."""
        own, *others = map(str, self.searchpath)
        return sorted({*_list([own]), *self._known.ask("theme", others, functools.partial(_list, others))})


def _list(folders: Sequence[str]) -> list[str]:
    return [name for name in jinja2.FileSystemLoader(folders).list_templates() if not name.startswith(".")]


def list_once(config: MkDocsConfig, known: Recall) -> None:
    """Let the theme's folders be listed once in a preview: the generator does in each build."""
    theme, get_env = config.theme, config.theme.get_env

    def get_listed() -> jinja2.Environment:
        env = get_env()
        env.loader = Listed(theme.dirs, known)
        return env

    vars(theme)["get_env"] = get_listed


def join_styles(files: Files, config: MkDocsConfig) -> None:
    """Make one style sheet of all that every page has: each of them alone holds up what a telephone shows first."""
    folder = STYLES.rpartition("/")[0]  # what lies elsewhere stays as it is: its addresses are relative to its own folder
    parts = [file for path in config.extra_css if path.rpartition("/")[0] == folder and (file := files.get_file_from_path(path))]
    if not parts:
        return
    for part in parts:
        files.remove(part)
    files.append(File.generated(config, STYLES, content="\n".join(part.content_string for part in parts)))
    config.extra_css = [STYLES, *(path for path in config.extra_css if path not in {part.src_uri for part in parts})]


def see_config(config: MkDocsConfig, site: bs.Site, page: bs.SitePage, made: Mapping[str, Page]) -> MkDocsConfig:
    """Return the configuration as seen from ``page``: its language, its home, its other languages.

    ``made`` are the generator's pages by address: the headings of a page and of its translations must be known.
    """
    seen = copy.copy(config)
    theme = {**config.theme, "language": page.language}  # the values alone: a copied theme would share them with its original
    names = site.texts(page.language)["language_names"]
    ours = list_anchors(made[page.address])
    alternate = [
        {
            "lang": code,
            "link": address or "./",
            "name": names[code],
            "anchors": bs.pair_anchors(ours, list_anchors(made[address])),
        }
        for code, address in page.alternates.items()
    ]
    home = "" if page.language == site.languages[0] else f"{page.language}/"
    extra: Mapping[str, Any] = {**config.extra, "alternate": alternate, "homepage": home or "./"}
    seen.data = {**config.data, "theme": theme, "site_name": site.say_name(page.language), "extra": extra}
    return seen


def list_anchors(page: Page) -> list[tuple[int, str]]:
    """Return the level and the id of every heading of a page whose Markdown was rendered."""
    return [(heading.level, heading.id) for heading in walk_headings(page) if heading.id]


def walk_headings(page: Page) -> Iterator[AnchorLink]:
    """Yield the headings of a page whose Markdown was rendered, in their order."""
    waiting = list(page.toc)
    while waiting:
        heading = waiting.pop(0)
        yield heading
        waiting = [*heading.children, *waiting]
