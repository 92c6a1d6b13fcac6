"""The names of carriers and purposes -> the page of the print basket, which the browser fills."""

from __future__ import annotations

from broadside.catalog import choose
from broadside.pages.values import Shelf, SitePage

ADDRESS = "basket/index"


def make_basket_page(shelf: Shelf, language: str) -> SitePage:
    """Return the page of the print basket: what it needs to say, in ``language``, of a file that was taken in another."""
    texts = shelf.texts(language)
    return SitePage(
        address=shelf.address(ADDRESS, language),
        language=language,
        template="basket.html",
        title=texts["basket"]["title"],
        markdown="",
        is_folder=True,
        section="slogans",
        summary=texts["basket"]["summary"],
        is_searchable=False,
        hide=("toc", "navigation"),
        alternates={other: shelf.address(ADDRESS, other) for other in shelf.languages},
        view={
            "names": {
                "carriers": {
                    name: choose(carrier.name, language, shelf.catalog.language) for name, carrier in shelf.catalog.carriers.items()
                },
                "purposes": dict(texts["printing"]["purposes"]),
            }
        },
    )
