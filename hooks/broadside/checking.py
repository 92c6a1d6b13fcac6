"""A configuration file -> the checked catalog and the sheets it asks for, or every mistake of every file at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.kinds import Slogan
from broadside.problems import ContentMistakes, Problem, make_problem
from broadside.sheets import Sheet, plan_sheets
from broadside.texts import LANGUAGES


def reader_language(environment: Mapping[str, str]) -> str:
    """Return the language a person at this terminal reads, of those Broadside speaks (POSIX ``LC_ALL``, ``LANG``)."""
    wanted = environment.get("BROADSIDE_LANGUAGE") or environment.get("LC_ALL") or environment.get("LANG") or ""
    return next((language for language in LANGUAGES if wanted.startswith(language)), LANGUAGES[0])


def check_site(config: Path) -> tuple[Catalog, tuple[Sheet, ...]]:
    """Read and check all content; returns the catalog and the sheets it asks for.

    Raises :class:`~broadside.problems.ContentMistakes` with every mistake of every file.
    """
    catalog = read_catalog(read_settings(config))
    sheets, problems = plan_sheets(catalog)
    faults = tuple(_check_photos(catalog))
    if problems or faults:
        raise ContentMistakes((*problems, *faults))
    return catalog, sheets


def _check_photos(catalog: Catalog) -> Iterator[Problem]:
    """Report photographs that cannot be read as such."""
    for entry in catalog.of_kind("slogan"):
        photo = cast("Slogan", entry.fields).photo
        if photo is not None:
            # Where no slogan has a photograph, a check does not wait for the libraries that read them.
            from broadside.press.photos import UnreadablePhotoError, open_photo  # noqa: PLC0415

            try:
                open_photo(catalog.settings.root / "slogans" / photo.file)
            except UnreadablePhotoError:
                yield make_problem(entry.path, entry.parsed.find(("photo", "file")), "photo-unreadable", file=photo.file)
