"""A language -> the faces that draw its chalk on paper: the first that has a letter draws it."""

from __future__ import annotations

from broadside.catalog import Catalog
from broadside.fonts import Face

HAND = {
    "hand": ("barlow-condensed-semibold", "noto-sans-sc-bold", "noto-sans-sc-bold-full"),
    "title": ("barlow-condensed-extrabold", "noto-sans-sc-black", "noto-sans-sc-black-full"),
    "name": ("source-serif-4-bold", "noto-serif-sc-bold", "noto-serif-sc-bold-full"),
}
"""Our choices: upright faces with strokes as even as chalk's; narrow Latin letters stand two in a square."""


def list_faces(catalog: Catalog, language: str, hand: str = "hand") -> tuple[Face, ...]:
    """Return the faces of one ``hand`` that are here; Chinese words take their digits and letters from the Chinese face."""
    names = HAND[hand]
    chosen = names[1:] if catalog.languages[language].script == "Hans" else names
    return tuple(face for name in chosen if (face := catalog.faces.get(name)) and face.is_here)
