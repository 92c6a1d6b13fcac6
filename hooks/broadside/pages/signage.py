"""The running campaign's slogans -> the page that shows them by turns on a hall's screen."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from broadside.catalog import Entry, choose
from broadside.kinds import Campaign, Slogan
from broadside.pages.campaigns import list_campaign_slogans
from broadside.pages.listing import say_title
from broadside.pages.look import BLACK, WHITE
from broadside.pages.sheetfiles import make_picture
from broadside.pages.values import Picture, Shelf, SitePage
from broadside.press.printed import Printed
from broadside.sheets.colours import contrast

NOTICING_S, CHARACTER_S, WORD_S, READINGS = 4.0, 0.35, 0.5, 2
"""Our choices: seconds to notice that the slide is new, to read a Chinese character and a word, and how often it is read."""
LETTERS_A_WORD = 5
"""Our choice for scripts that put no space between words (Thai): as many letters count as one word."""

CHARACTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
UNSPACED = re.compile(r"[\u0e00-\u0e7f\u0e80-\u0eff\u1780-\u17ff\u1000-\u109f]")
BETWEEN_WORDS = re.compile(r"[\s\u0f0b\u0f0d]+")
"""Spaces, and the two marks that stand between Tibetan syllables and clauses."""

HEAD_BYTES = 16384
"""How much of a picture is read for its first pixel: our choice, far more than stands before it."""
PNG_START = b"\x89PNG\r\n\x1a\n"
TRUE_COLOURS = (2, 6)
"""Colour types RGB and RGBA (ISO/IEC 15948, 11.2.2): what the engine writes."""


def make_signage_page(shelf: Shelf, language: str) -> SitePage:
    """Return the page that turns through the running campaign's slogans, full screen, without a network."""
    texts = shelf.texts(language)
    running = shelf.catalog.campaign
    campaign = cast("Campaign", running.fields)
    title = say_title(shelf, running, language)
    slogans = [_show_slogan(shelf, entry, language) for entry in list_campaign_slogans(shelf)]
    return SitePage(
        address=shelf.address("signage/index", language),
        language=language,
        template="signage.html",
        title=texts["signage"]["title"],
        markdown="",
        is_folder=True,
        summary=texts["signage"]["summary"],
        is_searchable=False,
        alternates={other: shelf.address("signage/index", other) for other in shelf.languages},
        view={
            "campaign_title": title,
            "theme": choose(campaign.theme, language, shelf.catalog.language),
            "listed": [_list_pictures(shelf, entry, language) for entry in list_campaign_slogans(shelf)],
            "player": {
                "language": language,
                "languages": shelf.languages,
                "starts": campaign.starts.isoformat(),
                "ends": campaign.ends.isoformat(),
                "logo": shelf.logo.address,
                "slogans": slogans,
                "texts": {
                    **texts["signage"],
                    **{key: texts[key] for key in ("coming", "coming_tomorrow", "months", "language_names")},
                },
            },
        },
    )


def reading_seconds(text: str) -> float:
    """Return how many seconds a slide with ``text`` stays.

    Our choice: 4 s to notice it, then 0.35 s a Chinese character and 0.5 s a word, read twice, because people look up from
    something else. Five letters of a script without spaces count as a word.
    """
    characters = len(CHARACTER.findall(text))
    letters = len(UNSPACED.findall(text))
    rest = UNSPACED.sub(" ", CHARACTER.sub(" ", text))
    words = sum(any(letter.isalnum() for letter in word) for word in BETWEEN_WORDS.split(rest)) + letters / LETTERS_A_WORD
    return round(NOTICING_S + READINGS * (CHARACTER_S * characters + WORD_S * words), 1)


def parse_ground(png: bytes) -> str:
    """Return the colour of a picture's first pixel, its ground, from the beginning of a PNG with 8 bits a channel.

    Raises :class:`ValueError` for any other picture: the press makes none.
    """
    depth, colours = png[24:26] if png.startswith(PNG_START) else (0, 0)
    if depth != 8 or colours not in TRUE_COLOURS:
        raise ValueError("not a PNG of the press")
    at, packed = len(PNG_START), b""
    while at + 8 <= len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        if kind == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += length + 12
    # One byte says how the row is filtered; whatever the filter, the first pixel has no neighbour to differ from (clause 9.2).
    return "#" + zlib.decompressobj().decompress(packed, 4)[1:].hex()


def _read_ground(file: Path) -> str:
    with file.open("rb") as opened:
        return parse_ground(opened.read(HEAD_BYTES))


def _find_screens(shelf: Shelf, entry: Entry, language: str) -> dict[str, tuple[Printed, Picture]]:
    """Return a slogan's screens in ``language``, lying and upright, the first of each; the carriers' order puts Full HD first."""
    screens: dict[str, tuple[Printed, Picture]] = {}
    for printed in shelf.printed.get(entry.name, ()):
        if printed.sheet.language == language and printed.sheet.carrier.group == "screen" and "screen" in printed.files:
            picture = make_picture(printed, "screen")
            screens.setdefault("landscape" if picture.width >= picture.height else "portrait", (printed, picture))
    return screens


def _order_languages(shelf: Shelf, slogan: Slogan, language: str) -> list[str]:
    """Return the languages a slogan speaks: ``language`` first, then the site's, then others."""
    return [code for code in dict.fromkeys([language, *shelf.languages, *slogan.text]) if code in slogan.text]


def _show_slogan(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Describe one slogan to the player: in each language its words, its seconds, and its pictures by shape."""
    slogan = cast("Slogan", entry.fields)
    return {
        "name": entry.name,
        "faces": [
            {
                "language": code,
                "direction": shelf.catalog.languages[code].direction,
                "words": slogan.text[code].strip(),
                "seconds": slogan.seconds or reading_seconds(slogan.text[code]),
                "pictures": {shape: _show_picture(*screen) for shape, screen in _find_screens(shelf, entry, code).items()},
            }
            for code in _order_languages(shelf, slogan, language)
        ],
    }


def _show_picture(printed: Printed, picture: Picture) -> Mapping[str, Any]:
    ground = _read_ground(printed.files["screen"])
    return {
        "address": picture.address,
        "ground": ground,
        "ink": max((BLACK, WHITE), key=lambda ink: contrast(ink, ground)),
    }


def _list_pictures(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Describe one slogan to a browser without scripts: its words and its pictures, the lying one first."""
    slogan = cast("Slogan", entry.fields)
    spoken = _order_languages(shelf, slogan, language)[0]
    screens = _find_screens(shelf, entry, spoken)
    return {
        "words": slogan.text[spoken],
        "language": spoken,
        "pictures": [screens[shape][1] for shape in ("landscape", "portrait") if shape in screens],
    }
