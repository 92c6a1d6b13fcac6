"""Records that say how they differ from another -> whole records: a carrier like an earlier one, a design like another."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from broadside.frontmatter import Parsed
from broadside.problems import Problem, find_nearest, make_problem

Read = tuple[Parsed, tuple[Problem, ...]]
"""What stands in a file, and its mistakes."""


def fill_likes(path: str, parsed: Parsed) -> tuple[Parsed, tuple[Problem, ...]]:
    """Give each record that is ``like`` an earlier one that one's values, where it has none of its own; report unknown names."""
    filled: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, record in parsed.values.items():
        own = dict(record) if isinstance(record, Mapping) else record
        model = own.pop("like", None) if isinstance(own, dict) else None
        if model is not None and not (isinstance(model, str) and isinstance(filled.get(model), dict)):
            facts = {
                "field": f"{name} like",
                "value": model,
                "legal": list(filled),
                "nearest": find_nearest(str(model), list(filled)),
            }
            problems.append(make_problem(path, parsed.find((name, "like")), "carrier-unknown", **facts))
            continue
        inherited = {key: value for key, value in filled[model].items() if key != "looks_like"} if model else {}
        filled[name] = {**inherited, **own} if isinstance(own, dict) else own
    return dataclasses.replace(parsed, values=MappingProxyType(filled)), tuple(problems)


def fill_designs(path: str, read: Mapping[str, Read]) -> dict[str, Read]:
    """Give each design that is ``like`` another that one's values, where it has none of its own; report unknown names.

    The other must draw itself: a design is not like one that is like a third.
    """
    models = {name: parsed.values for name, (parsed, _) in read.items() if "like" not in parsed.values}
    filled: dict[str, Read] = {}
    for name, (parsed, found) in read.items():
        like = parsed.values.get("like")
        if not isinstance(like, str) or like in models:
            whole = {**models.get(str(like), {}), **parsed.values}
            filled[name] = dataclasses.replace(parsed, values=MappingProxyType(whole)), found
        else:
            facts = {"field": "like", "value": like, "legal": list(models), "nearest": find_nearest(str(like), list(models))}
            problem = make_problem(f"{path}/{name}/design.yml", parsed.find(("like",)), "design-unknown", **facts)
            filled[name] = parsed, (*found, problem)
    return filled
