"""A language -> the faces that set its documents: the first that has a letter draws it."""

from __future__ import annotations

from collections.abc import Iterator

from broadside.catalog import Catalog
from broadside.fonts import Face

VOICES = {
    "text": (
        ("source-serif-4-regular", "source-serif-4-bold"),
        ("noto-serif-sc-regular", "noto-serif-sc-bold", "noto-serif-sc-bold-full"),
    ),
    "display": (("inter-bold", "inter-medium"), ("noto-sans-sc-bold", "noto-sans-sc-bold-full")),
    "narrow": (("barlow-condensed-semibold",), ("noto-sans-sc-bold", "noto-sans-sc-bold-full")),
}
"""Our choices, Latin and Chinese: running text in faces with serifs, as Chinese official letters have it; the rest without; narrow
letters where a line must be read from afar."""


def list_faces(catalog: Catalog, language: str, voice: str) -> tuple[Face, ...]:
    """Return the faces of one of :data:`VOICES` that are here, then every other of the site: an article may quote any script.

    Chinese documents take digits, letters and quotation marks from the Chinese face.
    """
    latin, chinese = VOICES[voice]
    names = (*chinese, *latin) if catalog.languages[language].script == "Hans" else (*latin, *chinese)
    return tuple(_find_faces(catalog, (*names, *(name for name in catalog.faces if name not in names))))


def _find_faces(catalog: Catalog, names: tuple[str, ...]) -> Iterator[Face]:
    for name in names:
        face = catalog.faces.get(name)
        if face is not None and face.is_here:
            yield face


def list_families(catalog: Catalog, language: str, voice: str) -> tuple[str, ...]:
    """Return the names of those faces as the engine knows them, each once."""
    return tuple(dict.fromkeys(face.family for face in list_faces(catalog, language, voice)))
