"""Read what ``mkdocs.yml`` says of the campaign press, without the site generator and without its YAML tags."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from broadside.catalog.values import Settings
from broadside.problems import ContentMistakes, make_problem


class _Loader(yaml.SafeLoader):
    """Plain YAML; the generator's own tags (``!ENV``, ``!!python/name``) become nothing, and no code is run."""


_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def read_settings(path: Path) -> Settings:
    """Read the settings in the configuration file at ``path``.

    Raises :class:`~broadside.problems.ContentMistakes` where ``site_url`` or one of ``campaign``, ``unit`` and ``languages``
    under ``extra:`` is missing: without them no sheet knows where its code leads, or whose it is.
    """
    text = path.read_text("utf-8")
    try:
        node = yaml.compose(text, _Loader)
        values: Any = yaml.load(text, _Loader) or {}  # noqa: S506  a safe loader, above
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        position = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise ContentMistakes([make_problem(path.name, position, "yaml-syntax", reason=getattr(error, "problem", error))]) from error
    extra = values.get("extra") or {}
    wanted = {"site_url": values.get("site_url"), **{f"extra {key}": extra.get(key) for key in ("campaign", "unit", "languages")}}
    missing = [make_problem(path.name, (1, 1), "field-missing", field=field) for field, value in wanted.items() if not value]
    if missing:
        raise ContentMistakes(missing)
    return Settings(
        path=path.name,
        root=path.resolve().parent,
        site_url=str(values["site_url"]).rstrip("/") + "/",
        languages=tuple(map(str, extra["languages"])),
        campaign=str(extra["campaign"]),
        campaign_position=_locate(node, ("extra", "campaign")),
        unit=str(extra["unit"]),
        unit_position=_locate(node, ("extra", "unit")),
    )


def _locate(node: yaml.Node | None, keys: tuple[str, ...]) -> tuple[int, int]:
    """Return the line and column, from 1, of the value that ``keys`` lead to."""
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            node = next((value for name, value in node.value if name.value == key), node)
    return (node.start_mark.line + 1, node.start_mark.column + 1) if node is not None else (1, 1)
