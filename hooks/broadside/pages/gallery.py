"""The designs and their printed samples -> the gallery: a page that shows all designs, and for each one on every carrier."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from broadside.catalog import choose
from broadside.pages.sheetfiles import make_picture, name_carrier
from broadside.pages.values import Picture, Shelf, SitePage
from broadside.press.printed import Printed


def make_gallery_page(shelf: Shelf, language: str) -> SitePage:
    """Return the page that shows every design by one sheet."""
    texts = shelf.texts(language)["gallery"]
    return SitePage(
        address=shelf.address("designs/index", language),
        language=language,
        template="designs.html",
        title=texts["title"],
        markdown="",
        section="slogans",
        is_folder=True,
        summary=texts["summary"],
        is_searchable=False,
        hide=("toc", "navigation"),
        alternates={other: shelf.address("designs/index", other) for other in shelf.languages},
        view={"designs": [show_design(shelf, name, language) for name in shelf.samples]},
    )


def make_design_page(shelf: Shelf, name: str, language: str) -> SitePage:
    """Return the page of one design: what it is for, and its sample on every carrier it fits, by the carriers' groups."""
    design = shelf.catalog.designs[name]
    groups: dict[str, list[tuple[str, Picture, Picture]]] = {}
    for printed in _list_spoken(shelf, name, language):
        picture = (name_carrier(shelf, printed, language), make_picture(printed, "thumbnail"), make_picture(printed, "preview"))
        groups.setdefault(printed.sheet.carrier.group, []).append(picture)
    texts = shelf.texts(language)
    return SitePage(
        address=shelf.address(f"designs/{name}", language),
        language=language,
        template="design.html",
        title=choose(design.name, language, shelf.catalog.language),
        markdown="",
        section="slogans",
        summary=choose(design.use, language, shelf.catalog.language),
        is_searchable=False,
        hide=("toc", "navigation"),
        alternates={other: shelf.address(f"designs/{name}", other) for other in shelf.languages},
        view={
            "id": name,
            "takes_photo": design.photo,
            "groups": [(texts["carrier_groups"][group], pictures) for group, pictures in groups.items()],
            "others": [show_design(shelf, other, language) for other in shelf.samples if other != name],
        },
    )


def _list_spoken(shelf: Shelf, name: str, language: str) -> list[Printed]:
    """Return a design's samples in ``language``, or in another where its words are in no other script."""
    samples = [printed for printed in shelf.samples[name] if "preview" in printed.files]
    spoken = [printed for printed in samples if printed.sheet.language == language]
    return spoken or [printed for printed in samples if printed.sheet.language == samples[0].sheet.language]


def show_design(shelf: Shelf, name: str, language: str) -> Mapping[str, Any]:
    """Describe a design as a card: its upright sheet, else its first."""
    design = shelf.catalog.designs[name]
    spoken = _list_spoken(shelf, name, language)
    first = next((printed for printed in spoken if printed.sheet.carrier.group == "poster"), spoken[0])
    return {
        "name": choose(design.name, language, shelf.catalog.language),
        "use": choose(design.use, language, shelf.catalog.language),
        "address": shelf.address(f"designs/{name}", language),
        "picture": make_picture(first, "thumbnail"),
    }
