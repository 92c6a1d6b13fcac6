"""A comparison of two sites -> one picture of the sheets that differ."""

from __future__ import annotations

from broadside.comparing.page import count_of, name_sheet
from broadside.comparing.states import Comparison, name_status
from broadside.press.contact import Cell, draw_contact
from broadside.texts import read_texts

CELLS_MOST = 24
"""Our choice: pairs in the picture, twelve in each of two columns; a screen shows it in a few turns of the wheel."""
FACE = "noto-sans-sc-bold"
"""The shipped face that has the letters of both languages of the interface; a site without it has another."""


def draw_picture(comparison: Comparison, base: str, language: str) -> bytes:
    """Return the WebP with the sheets that differ, before, after and the difference, and how many more there are."""
    texts = read_texts(language)["difference"]
    drawn = [each for each in comparison.shown if each.compared][:CELLS_MOST]
    cells = [
        Cell(
            name_sheet(comparison, each.pair.sheet, language),
            texts["status"][name_status(each.pair.before, each.pair.after)],
            each.compared,
        )
        for each in drawn
        if each.compared
    ]
    hidden = len(comparison.shown) + len(comparison.more) - len(cells)
    more = count_of(texts["contact_more"], hidden) if hidden else "" if cells else texts["contact_nothing"]
    heads = [texts["before"], texts["after"], texts["difference"]]
    faces = comparison.catalog.faces
    face = (faces.get(FACE) or next(iter(faces.values()))).path
    return draw_contact(texts["contact_title"].format(base=base), more, heads, cells, face)
