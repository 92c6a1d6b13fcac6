"""The names of carriers and purposes -> the page of the print basket, which the browser fills."""

from __future__ import annotations

from broadside.catalog import choose
from broadside.pages.values import Shelf, SitePage

ADDRESS = "basket/index"
PAPERS = ("printables", "quiz", "blackboard")
"""The texts that name the papers of documents."""


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
                    **{name: choose(each.name, language, shelf.catalog.language) for name, each in shelf.catalog.carriers.items()},
                    **{name: words for part in PAPERS for name, words in texts[part]["papers"].items()},
                },
                "purposes": dict(texts["printing"]["purposes"]),
            }
        },
    )
