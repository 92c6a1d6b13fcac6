"""Lessons -> what is wrong with their films: a file that is not there, another ending, nothing for who cannot hear or see it."""

from __future__ import annotations

import posixpath
import re
import urllib.parse
from collections.abc import Collection, Iterator
from pathlib import Path

from broadside.catalog.links import check_file
from broadside.catalog.values import Catalog, Entry
from broadside.frontmatter import Parsed
from broadside.kinds import Film, Lesson
from broadside.problems import Problem, make_problem

ENDINGS = (".mp4", ".webm")
CAPTIONS = (".vtt",)
ELSEWHERE = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?/[^\s\"'<>;,]+")
"""A film on another host. Its origin is written into every page's policy: only what can be nothing else but an origin is taken."""


def check_films(catalog: Catalog, broken: Collection[str]) -> Iterator[Problem]:
    """Report what is wrong with the films that lessons name; of one on another host only that its address is whole."""
    for entry in catalog.of_kind("lesson"):
        for path, parsed, film in _list_films(entry):
            yield from _check_film(catalog.settings.root, broken, path, parsed, film)


def _list_films(entry: Entry) -> Iterator[tuple[str, Parsed, Film]]:
    if isinstance(entry.fields, Lesson) and entry.fields.film is not None:
        yield entry.path, entry.parsed, entry.fields.film
    for translation in entry.translations.values():
        film = translation.fields.get("film")
        if isinstance(film, Film):
            yield translation.path, translation.parsed, film


def _check_film(root: Path, broken: Collection[str], path: str, parsed: Parsed, film: Film) -> Iterator[Problem]:
    for field, value, endings in (("video", film.video, ENDINGS), ("captions", film.captions, CAPTIONS)):
        if value is None:
            continue
        at = (path, parsed.find(("film", field)))
        address = urllib.parse.urlsplit(value)
        if posixpath.splitext(address.path)[1].lower() not in endings:
            yield make_problem(*at, "film-ending", field=field, value=value, legal=[each[1:] for each in endings])
        elif field == "captions" or not ELSEWHERE.fullmatch(value):
            yield from check_file(root, broken, at, "film", value)  # a browser shows no captions of another host
    if film.captions is None and film.description is None:
        yield make_problem(path, parsed.keys.get(("film",), parsed.find(("film",))), "film-silent")


def list_film_hosts(catalog: Catalog) -> tuple[str, ...]:
    """Return the origins of the films that lie on other hosts: all that pages may play beside what the site holds."""
    films = (film for entry in catalog.of_kind("lesson") for _, _, film in _list_films(entry))
    found = (urllib.parse.urlsplit(film.video) for film in films)
    return tuple(sorted({f"{each.scheme}://{each.netloc}" for each in found if each.netloc}))
