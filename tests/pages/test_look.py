"""The colours of the site are readable, whatever the campaign's."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from broadside.kinds import Palette
from broadside.pages.look import NIGHT, PAPER, READABLE, make_look, quote_css
from broadside.sheets.colours import contrast

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLOURS, COLOURS)
def test_every_palette_gives_words_that_can_be_read(primary: str, accent: str) -> None:
    look = make_look(Palette(primary=primary, accent=accent))
    pairs = {
        "words on the campaign's colour": (look["on-primary"], look["primary"]),
        "words on its second colour": (look["on-accent"], look["accent"]),
        "its colour on paper": (look["primary-on-paper"], PAPER),
        "its colour at night": (look["primary-on-night"], NIGHT),
    }
    assert {name: pair for name, pair in pairs.items() if contrast(*pair) < READABLE} == {}


@given(COLOURS)
def test_a_colour_that_can_be_read_stays_as_it_is(primary: str) -> None:
    look = make_look(Palette(primary=primary, accent=primary))
    if contrast(primary, PAPER) >= READABLE:
        assert look["primary-on-paper"] == primary
    if contrast(primary, NIGHT) >= READABLE:
        assert look["primary-on-night"] == primary


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_words_cannot_end_their_string_of_css(words: str) -> None:
    quoted = quote_css(words)
    assert re.fullmatch(r'"([A-Za-z0-9]|\\[0-9a-f]{1,6} )*"', quoted)
    read = re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match.group(1), 16)), quoted[1:-1])
    assert read == words
