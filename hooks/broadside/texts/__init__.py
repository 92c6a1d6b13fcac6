"""Read the words that people see: a folder a language, a file or a folder of files for each use, the same keys in each.

Why there is each rule of the check stands apart, in ``rules/``: a file a language, and the examples that they share.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

LANGUAGES = ("en", "zh")
"""The languages Broadside itself speaks; the first is used for any other."""
RULES = Path(__file__).parent / "rules"


def reader_language(environment: Mapping[str, str]) -> str:
    """Return the language a person at this terminal reads, of those Broadside speaks (POSIX ``LC_ALL``, ``LANG``)."""
    wanted = environment.get("BROADSIDE_LANGUAGE") or environment.get("LC_ALL") or environment.get("LANG") or ""
    return next((language for language in LANGUAGES if wanted.startswith(language)), LANGUAGES[0])


@functools.cache
def read_texts(language: str) -> Mapping[str, Any]:
    """Return the texts of ``language``, or of the first of :data:`LANGUAGES` for a language that Broadside does not speak.

    ``problems.yml`` is read as the key ``problems``, ``site/signage.yml`` as the key ``signage`` within ``site``.
    """
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    return MappingProxyType(_read_folder(Path(__file__).parent / spoken))


@functools.cache
def read_rules(language: str) -> Mapping[str, Any]:
    """Return why there is each rule, in ``language`` as above; read apart, for a check does not need it."""
    return MappingProxyType(_read_file(RULES / f"{language if language in LANGUAGES else LANGUAGES[0]}.yml"))


@functools.cache
def read_examples() -> Mapping[str, Any]:
    """Return the wrong and right examples of the rules, which are the same in every language, and the frames they stand in."""
    return MappingProxyType(_read_file(RULES / "examples.yml"))


def _read_folder(folder: Path) -> dict[str, Any]:
    texts: dict[str, Any] = {}
    for path in sorted(folder.iterdir()):
        inside = _read_folder(path) if path.is_dir() else _read_file(path)
        texts[path.stem] = {**texts.get(path.stem, {}), **inside}
    return texts


def _read_file(path: Path) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    texts: dict[str, Any] = yaml.load(path.read_text("utf-8"), loader)  # noqa: S506  a safe loader, of our own file
    return texts
