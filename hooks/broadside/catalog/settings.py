"""Read what ``mkdocs.yml`` says of the campaign press, without the site generator and without its YAML tags."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from broadside.catalog.editing import Editing, find_places, make_editing
from broadside.catalog.values import Settings
from broadside.frontmatter import decode
from broadside.problems import ContentMistakes, Problem, make_problem

HOST = re.compile(r"^https?://([^/:?#]+)")


class _Loader(yaml.SafeLoader):
    """Plain YAML; the generator's own tags (``!ENV``, ``!!python/name``) become nothing, and no code is run."""


_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def read_settings(path: Path) -> Settings:
    """Read the settings in the configuration file at ``path``.

    Raises :class:`~broadside.problems.ContentMistakes` where ``site_url`` or one of ``campaign``, ``unit`` and ``languages``
    under ``extra:`` is missing: without them no sheet knows where its code leads, or whose it is. ``hosts`` under ``extra:``,
    the hosts that pages may link to, may be missing or empty.
    """
    if not path.is_file():
        raise ContentMistakes([make_problem(path.name, (1, 1), "file-missing")])
    text, problems = decode(path.name, path.read_bytes())
    if problems:
        raise ContentMistakes(problems)
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        values: Any = loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        position = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = getattr(error, "problem", None) or error
        raise ContentMistakes([make_problem(path.name, position, "yaml-syntax", reason=reason)]) from error

    def find(*keys: str, wanted: type | tuple[type, ...] = str, rule: str = "field-text") -> Any:
        """Return the value that ``keys`` lead to, or note its problem."""
        value: Any = values
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        facts = {"field": " ".join(keys), "value": value, "name": keys[-1], "example": "campaign"}
        if value is None or (value in ("", []) and keys[-1] != "hosts"):
            mistakes.append(make_problem(path.name, _locate(node, keys[:-1], key=True), "field-missing", **facts))
        elif not isinstance(value, wanted):
            mistakes.append(make_problem(path.name, _locate(node, keys), rule, **facts))
        return value

    mistakes: list[Problem] = []
    site_url = find("site_url")
    if isinstance(find("extra", wanted=dict, rule="field-map"), dict):
        campaign, unit = find("extra", "campaign"), find("extra", "unit")
        languages = find("extra", "languages", wanted=list, rule="field-list")
        hosts = find("extra", "hosts", wanted=list, rule="field-list") if "hosts" in values["extra"] else []
    if mistakes:
        raise ContentMistakes(mistakes)
    return Settings(
        path=path.name,
        root=path.resolve().parent,
        site_url=site_url.rstrip("/") + "/",
        languages=tuple(map(str, languages)),
        languages_position=_locate(node, ("extra", "languages")),
        campaign=campaign,
        campaign_position=_locate(node, ("extra", "campaign")),
        unit=unit,
        unit_position=_locate(node, ("extra", "unit")),
        hosts=frozenset(str(host).casefold() for host in [*hosts, *HOST.findall(site_url)]),
        name=str(values.get("site_name") or ""),
        editing=_read_editing(path.name, node, values),
    )


def _read_editing(path: str, node: yaml.Node | None, values: Any) -> Editing | None:
    places = find_places(values, lambda keys, key: _locate(node, keys, key=key))
    editing, problems = make_editing(path, places, values["extra"].get("editing"))
    if problems:
        raise ContentMistakes(problems)
    return editing


def _locate(node: yaml.Node | None, keys: tuple[str, ...], *, key: bool = False) -> tuple[int, int]:
    """Return the line and column, from 1, of the value that ``keys`` lead to, or of its key."""
    place = node
    for step in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        pair = next((pair for pair in pairs if pair[0].value == step), None)
        if pair is None:
            break
        place, node = pair[0 if key else 1], pair[1]
    return (place.start_mark.line + 1, place.start_mark.column + 1) if place is not None else (1, 1)
