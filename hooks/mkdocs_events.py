"""MkDocs events -> calls of the pure package; with the other ``mkdocs_`` files all that knows MkDocs (or ProperDocs).

Everything of one build hangs on ``config.extra["broadside"]``: no module state outlives a build. Content is checked and sheets
are printed in ``on_pre_build``, before the generator empties the site's folder, so that a mistake leaves the last good site up.
"""

from __future__ import annotations

import copy
import gc
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parent))  # a hook is loaded by its path; its package stands beside it

import broadside.building as bs
from broadside.marks import read_clock
from broadside.placing import NOTHING, place_site
from mkdocs_pages import FEW, Renderer, SitedPage, Work, make_pages, take_pages
from mkdocs_serving import Copied, Kept, Stood, find_assets, go_on, hear_at_once, keep_site, spare_copies
from mkdocs_theme import join_styles, list_once, see_config, walk_headings
from mkdocs_words import report, wording

log = logging.getLogger("mkdocs.hooks.broadside")


@dataclass
class Build:
    """What one build knows between its events.

    ``groups`` are all pages by what they show, ``named`` their keys, ``stood`` those that stand since an earlier build.
    """

    site: bs.Site
    policy: str
    groups: Mapping[str, Sequence[bs.SitePage]] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)
    stood: Mapping[str, Stood] = field(default_factory=dict)
    pages: dict[str, bs.SitePage] = field(default_factory=dict)
    navigation: dict[str, Navigation] = field(default_factory=dict)
    made: dict[str, SitedPage] = field(default_factory=dict)
    taken: list[File] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    extracts: list[bs.Extract] = field(default_factory=list)
    kept: Kept | None = None
    confirmed: set[str] = field(default_factory=set)
    copied: Mapping[str, Copied] = field(default_factory=dict)
    since_ns: int = 0


KEPT: ContextVar[Kept | None] = ContextVar("kept", default=None)
"""What the build before left: set from a live preview's start to its end, and nowhere else."""


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001  the generator's event
    """Begin to keep what builds leave to the next, where there is a next: in a live preview."""
    del dirty
    KEPT.set(Kept() if command == "serve" else None)


def on_pre_build(config: MkDocsConfig) -> None:
    """Check all content and print what is missing; a mistake ends the build before anything is written."""
    kept = KEPT.get()
    known = kept.known if kept else None
    with wording(config):
        site = bs.make_site(Path(config.config_file_path), press=config.extra.get("press", True), report=report, known=known)
    if site.warnings:  # told as news: the generator's strict mode would end the build for a warning
        log.info("\n%s", bs.format_text(site.warnings, bs.reader_language(os.environ)))
    scripts = bs.read_scripts(map(Path, config.theme.dirs))
    build = Build(site, bs.write_policy(scripts, bs.list_film_hosts(site.catalog)), kept=kept)
    if kept and kept.groups:
        build.since_ns = read_clock(Path(config.site_dir))
        keep_site()
        list_once(config, kept.known)
        find_assets(list(site.assets))
    config.extra["broadside"] = build


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace the Markdown files found under ``docs/`` by our pages in every language."""
    build: Build = config.extra["broadside"]
    for file in [*files.documentation_pages()]:
        files.remove(file)
    _choose(build, config)
    standing = {file.src_uri: file for stood in build.stood.values() for file in stood.files}
    renderer = Renderer()
    for ours in build.site.pages:
        stands = standing.get(ours.uri)
        file = stands or File.generated(config, ours.uri, content=ours.markdown)
        if ours.source and ours.source.startswith("docs/"):
            file.generated_by = None  # an editor's file after all: it has an edit link
        page = (
            cast("SitedPage", stands.page) if stands else SitedPage(ours.title, file, config)
        )  # or the generator makes one, and it is made twice
        page.ours, page.renderer = ours, renderer
        build.made[ours.address], build.pages[file.src_uri] = page, ours
        files.append(file)
    assets = [file for file in files if not file.is_documentation_page() and file.src_dir == config.docs_dir]
    for asset in assets:
        if (kept := build.site.assets.get(asset.src_uri)) is None:
            files.remove(asset)  # the check did not look at it: it is not published
        else:
            asset.abs_src_path = str(kept.file)
            if kept.removed:
                log.info("%s: published without %s", asset.src_uri, ", ".join(kept.removed))
    assets = [file for file in assets if file.src_uri in build.site.assets]
    for language in build.site.languages[1:]:
        for asset in assets:
            # A page under zh/ finds the picture beside its original: the same file under a second name, served once.
            alias = File(
                f"{language}/{asset.src_uri}", config.docs_dir, config.site_dir, use_directory_urls=True, dest_uri=asset.dest_uri
            )
            alias.abs_src_path = asset.abs_src_path
            files.append(alias)
    join_styles(files, config)
    return files


def _choose(build: Build, config: MkDocsConfig) -> None:
    """Find the groups of pages that stand as they should since an earlier build."""
    build.groups = bs.group_pages(build.site.pages, build.site.languages[0])
    if build.kept is None:
        return
    before, build.kept.groups = build.kept.groups, {}  # a build that ends in the midst leaves files of which nothing is known
    build.named = build.site.name_groups(build.groups, [Path(str(config.theme.custom_dir))], build.policy)
    build.stood = {name: before[key] for name, key in build.named.items() if key in before}


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Give every language its navigation: the home page and the sections; a page's section is its parent."""
    build: Build = config.extra["broadside"]
    made = {page.file.src_uri: page for page in build.made.values()}
    for language in build.site.languages:
        tabs: list[Page] = [page for uri in build.site.list_tabs(language) if (page := made.get(uri))]
        build.navigation[language] = Navigation(list(tabs), tabs)
    sections: dict[tuple[str, str], Page | None] = {}
    for page in made.values():
        its = (page.ours.section, page.ours.language)
        if its not in sections:
            sections[its] = made.get(build.site.find_parent(page.ours))
        # A page can be a parent: it has a title, an address and ancestors.
        page.parent = None if sections[its] is page else sections[its]  # type: ignore[assignment]
    build.taken = take_pages(files)
    return nav


@event_priority(-100)
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Make the pages that the site's folder does not have; those that show one document see each other's headings."""
    build: Build = config.extra["broadside"]
    bs.fit_templates(env, build.kept.compiled if build.kept else None)
    config.theme.static_templates.discard("sitemap.xml")  # ours is placed with all other files
    groups, kept = build.groups, build.stood
    samples = bs.list_samples(build.site.shelf, {name: pages for name, pages in groups.items() if name not in kept})
    order = (*samples, *(name for name in groups if name not in kept and name not in samples))
    taken = {file.src_uri: file for file in build.taken}
    files_of = {name: [taken[page.uri] for page in pages] for name, pages in groups.items()}

    def tell(page: Page) -> bs.Extract | None:
        ours = build.pages[page.file.src_uri]
        return bs.extract_found(build.site.shelf, ours, build.texts.pop(ours.address))

    nav = Navigation([], [])
    told: dict[str, bs.Extract | None] = {}
    work = Work([files_of[name] for name in order], build.taken, config, files, nav, env, tell)
    stood: dict[str, Stood] = {}
    with wording(config):
        for name, group in zip((*kept, *order), make_pages(work, [each.told for each in kept.values()], len(samples)), strict=True):
            told |= {each.uri: each.told for each in group}
            if key := build.named.get(name):
                stood[key] = Stood(group, tuple(files_of[name]))
    if build.kept is not None:
        build.kept.groups = stood
    build.extracts = [extract for page in build.site.pages if (extract := told[page.uri])]
    build.confirmed = {file.dest_uri for name in kept for file in files_of[name]}
    if build.kept is not None:
        spared, build.copied = spare_copies(files, build.kept, build.site.catalog.settings.root)
        build.confirmed |= spared
        build.kept.copied = {}
    if build.kept is None:
        for file in build.taken:
            file.page = None  # nobody asks for it any more, and there are thousands; a preview's next build does
    build.taken.clear()
    build.made.clear()
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the generator what the page is; its front matter was read by us."""
    ours = config.extra["broadside"].pages[page.file.src_uri]
    page.meta = {"template": ours.template, "title": ours.title, "description": ours.summary, "hide": list(ours.hide)}
    page.meta["search"] = {"exclude": True}  # the theme's plugin is there for its box alone: the index is ours
    del files
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take out what may not reach a reader, and keep what the page says for the search index.

    The check has refused all of it; this is the second wall, for what it did not see.
    """
    build: Build = config.extra["broadside"]
    ours = build.pages[page.file.src_uri]
    with wording(config):
        cleaned, removed = bs.clean_page(ours, html, build.site.catalog.settings.hosts)
    for each in removed:
        log.warning("%s: taken out: %s", ours.source or ours.uri, each)
    for item in walk_headings(page):
        item.title, item.id = bs.clean_heading(item.title, item.id)
    build.texts[ours.address] = cleaned
    del files
    return bs.mark_terms(build.site.shelf, ours, cleaned)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Show the page in its own language: the theme's interface, the navigation, and the other languages' addresses."""
    build: Build = config.extra["broadside"]
    ours = build.pages[page.file.src_uri]
    del nav
    context["nav"] = build.navigation[ours.language]
    context["config"] = see_config(config, build.site, ours, build.made)
    context["site"] = build.site
    context["ours"] = ours
    context["view"] = ours.show(build.site.shelf)
    context["t"] = build.site.texts(ours.language)
    context["policy"] = build.policy
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Name the site in all its languages on the page that is not there; the generator makes it without any page."""
    site = config.extra["broadside"].site
    if template_name == "404.html":
        seen = copy.copy(config)
        seen.data = {**config.data, "site_name": " · ".join(dict.fromkeys(map(site.say_name, site.languages)))}
        context["config"] = seen
        context["policy"] = config.extra["broadside"].policy
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend the theme's markup."""
    build: Build = config.extra["broadside"]
    return bs.mend_markup(output, build.site.texts(build.pages[page.file.src_uri].language)["reach"])


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Mend the markup of the one page that no document stands behind: that of a page that is not there."""
    site = config.extra["broadside"].site
    is_page = template_name.endswith(".html")
    return bs.mend_markup(output_content, site.texts(site.languages[0])["reach"]) if is_page else output_content


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Let the preview go on after a mistake, and hear of a change at once."""
    del builder
    go_on(server)
    hear_at_once(server, (config.docs_dir, config.config_file_path, *config.theme.dirs))
    return server


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Put all other files into the site; the theme's plugin has written an empty search index, which ours replaces."""
    build: Build = config.extra["broadside"]
    kept = build.kept or Kept()
    before, kept.placed = kept.placed, NOTHING  # of a build that ends in the midst nothing is known
    with wording(config):
        kept.placed = place_site(build.site, build.extracts, Path(config.site_dir), build.since_ns, build.confirmed, before)
    kept.copied = build.copied
    if build.kept and len(build.pages) - len(build.confirmed) > FEW:
        # What a preview keeps of many pages is many objects: the collector would look at them again and again.
        gc.collect()
        gc.freeze()
