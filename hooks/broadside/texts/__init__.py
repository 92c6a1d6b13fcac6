"""Read the words that people see: one YAML file a language, the same keys in each."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

LANGUAGES = ("en", "zh")
"""The languages Broadside itself speaks; the first is used for any other."""


@functools.cache
def read_texts(language: str) -> Mapping[str, Any]:
    """Return the texts of ``language``, or of the first of :data:`LANGUAGES` for a language that Broadside does not speak."""
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    path = Path(__file__).parent / f"{spoken}.yml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return MappingProxyType(yaml.load(path.read_text("utf-8"), loader))  # noqa: S506  a safe loader, ours, of our own file
