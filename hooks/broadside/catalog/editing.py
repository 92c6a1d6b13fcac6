"""``extra.editing`` in the configuration -> where the files are kept and how editors reach them, or its mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from broadside.catalog.data import Data
from broadside.catalog.validating import check_values
from broadside.frontmatter import Parsed
from broadside.kinds.values import Text
from broadside.problems import Problem, make_problem

PLACE = ("extra", "editing")
HOSTED = ("github", "gitlab")
"""Forges that have an address of their own where none is given."""


class Editing(Data):
    """The forge, the repository's name on it and its branch; ``address`` is the forge's own where it runs in the house.

    ``app_id`` is what the forge calls the form once it is registered there; ``login`` is the server that GitHub needs in its place.
    """

    forge: Literal["github", "gitlab", "forgejo", "gitea"]
    repository: Text
    branch: Text = "main"
    address: Text | None = None
    app_id: Text | None = None
    login: Text | None = None


def make_editing(path: str, parsed: Parsed, given: Any) -> tuple[Editing | None, tuple[Problem, ...]]:
    """Check what the configuration says of editing; a forge without an address of its own must be given one."""
    if given is None:
        return None, ()
    editing, problems = check_values(Editing, path, parsed, PLACE)
    if editing is not None and editing.forge not in HOSTED and editing.address is None:
        place = parsed.keys.get(PLACE, (1, 1))
        return None, (make_problem(path, place, "field-missing", field="extra editing", name="address", value=""),)
    return editing, problems


def find_places(values: Mapping[str, Any], locate: Any) -> Parsed:
    """Return the configuration as the checks take it: its values, and where each of ``extra.editing`` stands."""
    given = values["extra"].get("editing")
    paths = [PLACE, *((*PLACE, name) for name in (given if isinstance(given, dict) else ()))]
    positions = {path: locate(path, key=False) for path in paths}
    return Parsed(values, positions, {path: locate(path, key=True) for path in paths})
