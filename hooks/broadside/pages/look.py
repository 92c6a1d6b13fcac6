"""The running campaign's palette -> the colours of the site, each readable on what it stands on."""

from __future__ import annotations

from collections.abc import Mapping

from broadside.kinds import Palette
from broadside.sheets import HOUSE_PALETTE
from broadside.sheets.colours import contrast

PAPER, NIGHT = "#fbfaf7", "#16171b"
"""Our choices: the site's ground in its light and in its dark look."""
BLACK, WHITE = "#000000", "#ffffff"
READABLE = 4.5
"""The least contrast of words on their ground (WCAG 2.2, 1.4.3, level AA)."""
STEPS = 20
"""In how many steps a colour goes to black or white: our choice, finer than an eye sees."""


def make_look(palette: Palette | None) -> Mapping[str, str]:
    """Return the site's colours by the name of their CSS variable, without its ``--bs-``."""
    colours = palette or HOUSE_PALETTE
    return {
        "primary": colours.primary,
        "on-primary": max((BLACK, WHITE), key=lambda ink: contrast(ink, colours.primary)),
        "accent": colours.accent,
        "on-accent": max((BLACK, WHITE), key=lambda ink: contrast(ink, colours.accent)),
        "paper": PAPER,
        "night": NIGHT,
        "primary-on-paper": make_readable(colours.primary, PAPER, BLACK),
        "primary-on-night": make_readable(colours.primary, NIGHT, WHITE),
    }


def make_readable(colour: str, ground: str, towards: str) -> str:
    """Return ``colour``, mixed with as little of ``towards`` as words in it on ``ground`` need."""
    mixes = (_mix(colour, towards, step / STEPS) for step in range(STEPS + 1))
    return next(mixed for mixed in mixes if contrast(mixed, ground) >= READABLE)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mix(colour: str, other: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def quote_css(words: str) -> str:
    """Return ``words`` as a string of CSS that can end neither itself nor its style sheet (CSS Syntax 3, 4.3.7)."""
    plain = (letter if letter.isalnum() and letter.isascii() else f"\\{ord(letter):x} " for letter in words)
    return f'"{"".join(plain)}"'
