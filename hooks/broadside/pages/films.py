"""A lesson's film -> what its page shows of it: where it lies, its type, its captions, its description."""

from __future__ import annotations

import posixpath
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass

from broadside.catalog import Entry
from broadside.kinds import Film
from broadside.pages.values import Shelf

TYPES: Mapping[str, str] = {".mp4": "video/mp4", ".webm": "video/webm"}


@dataclass(frozen=True)
class ShownFilm:
    """A film on a page; ``address`` is relative to the site, or whole for one that lies on ``host``.

    ``spoken`` is the language of its captions and its description.
    """

    address: str
    type: str
    host: str
    captions: str
    description: str
    spoken: str
    spoken_name: str


def show_film(shelf: Shelf, entry: Entry, language: str) -> ShownFilm | None:
    """Return the film of a lesson as a reader of ``language`` meets it: a translation may have its own."""
    film = entry.say("film", language)
    if not isinstance(film, Film):
        return None
    translation = entry.translations.get(language)
    is_own = translation is not None and translation.fields.get("film") is not None
    spoken = language if is_own else shelf.catalog.language
    address = urllib.parse.urlsplit(film.video)
    return ShownFilm(
        address=film.video if address.netloc else _locate(entry, film.video),
        type=TYPES[posixpath.splitext(address.path)[1].lower()],
        host=address.netloc,
        captions=_locate(entry, film.captions) if film.captions else "",
        description=film.description or "",
        spoken=spoken,
        spoken_name=shelf.catalog.languages[spoken].name,
    )


def _locate(entry: Entry, file: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(entry.id), file))
