"""The documents of a section -> its list page: the slogan wall, notices, articles, lessons, campaigns."""

from __future__ import annotations

from broadside.pages.articles import view_knowledge, view_lessons
from broadside.pages.campaigns import view_campaigns
from broadside.pages.doors import list_doors
from broadside.pages.notices import view_notices
from broadside.pages.values import Shelf, SitePage
from broadside.pages.wall import view_wall

SECTION_NAMES = ("slogans", "notices", "knowledge", "lessons", "campaigns")
"""The sections in the order of the tabs."""


def make_section_page(shelf: Shelf, name: str, language: str) -> SitePage:
    """Return the list page of one section."""
    texts = shelf.texts(language)
    return SitePage(
        address=shelf.address(f"{name}/index", language),
        language=language,
        template=f"{name}.html",
        title=texts["sections"][name],
        markdown="",
        is_folder=True,
        section=name,
        summary=texts["section_summaries"][name],
        is_searchable=False,
        hide=("toc", "navigation"),
        alternates={other: shelf.address(f"{name}/index", other) for other in shelf.languages},
        view={**_SECTION_VIEWS[name](shelf, language), "doors": list_doors(shelf, name, language)},
    )


_SECTION_VIEWS = {
    "slogans": view_wall,
    "notices": view_notices,
    "knowledge": view_knowledge,
    "lessons": view_lessons,
    "campaigns": view_campaigns,
}
