"""Drills -> what is wrong with them: times that run backwards, posts without a role, signs without a place, lost translations."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import Any

from broadside.catalog.values import Catalog, Entry
from broadside.frontmatter import Parsed
from broadside.kinds import Drill, Emergency, Finding, Role, Step
from broadside.problems import Problem, find_nearest, make_problem


def check_drills(catalog: Catalog) -> Iterator[Problem]:
    """Report what of drills contradicts itself, their translations, or names what is not there."""
    for entry in catalog.of_kind("drill"):
        if isinstance(entry.fields, Drill):
            yield from _check_drill(entry, entry.fields)
            for translation in entry.translations.values():
                yield from _check_translation(entry, entry.fields, translation.path, translation.parsed, translation.fields)


def _check_drill(entry: Entry, drill: Drill) -> Iterator[Problem]:
    path, parsed = entry.path, entry.parsed
    for index, (before, step) in enumerate(zip(drill.timeline, drill.timeline[1:], strict=False), start=1):
        if step.minute < before.minute:
            at = parsed.find(("timeline", index, "minute"))
            facts = {"field": f"timeline {index + 1} minute", "value": step.minute, "before": before.minute}
            yield make_problem(path, at, "drill-order", **facts)
    yield from _check_posts(path, parsed, drill.roles, drill.timeline)
    if drill.signs and drill.emergency.assembly is None:
        yield make_problem(path, parsed.keys.get(("signs",), parsed.find(("signs",))), "drill-no-assembly")
    yield from _check_findings(path, parsed, drill.findings)


def _check_posts(path: str, parsed: Parsed, roles: Sequence[Role], timeline: Sequence[Step]) -> Iterator[Problem]:
    """Check that whoever acts in the timeline has a role."""
    posts = [role.post for role in roles]
    for index, step in enumerate(timeline):
        if step.who not in posts:
            at = parsed.find(("timeline", index, "who"))
            facts = {"field": f"timeline {index + 1} who", "value": step.who, "legal": posts}
            yield make_problem(path, at, "drill-role-unknown", **facts, nearest=find_nearest(step.who, posts))


def _check_findings(path: str, parsed: Parsed, findings: Sequence[Finding]) -> Iterator[Problem]:
    for index, finding in enumerate(findings):
        for field in ("due", "done"):
            day = getattr(finding, field)
            if day is not None and day < finding.found:
                facts = {"field": f"findings {index + 1} {field}", "value": day, "other": "found", "before": finding.found}
                yield make_problem(path, parsed.find(("findings", index, field)), "dates-order", **facts)


def _check_translation(entry: Entry, drill: Drill, path: str, parsed: Parsed, fields: Any) -> Iterator[Problem]:
    """Report where a translation has other rows, minutes, numbers or days than the original, or posts that it does not name."""
    for field, ours, theirs in _pair(drill, fields):
        if ours != theirs:
            at = parsed.keys.get((field,), parsed.find((field,)))
            yield make_problem(path, at, "drill-translation", field=field, original=posixpath.basename(entry.path))
    roles, timeline = fields.get("roles"), fields.get("timeline")
    if roles is not None or timeline is not None:
        yield from _check_posts(path, parsed, roles or drill.roles, timeline or drill.timeline)


def _pair(drill: Drill, fields: Any) -> Iterator[tuple[str, object, object]]:
    """Yield for each translated list what may not differ: ours and theirs."""
    if (roles := fields.get("roles")) is not None:
        yield "roles", len(drill.roles), len(roles)
    if (timeline := fields.get("timeline")) is not None:
        yield "timeline", [step.minute for step in drill.timeline], [step.minute for step in timeline]
    if (criteria := fields.get("criteria")) is not None:
        yield "criteria", len(drill.criteria), len(criteria)
    if (findings := fields.get("findings")) is not None:
        yield "findings", _date(drill.findings), _date(findings)
    if (emergency := fields.get("emergency")) is not None:
        yield "emergency", _shape(drill.emergency), _shape(emergency)


def _date(findings: Sequence[Finding]) -> object:
    return [(each.found, each.due, each.done) for each in findings]


def _shape(emergency: Emergency) -> object:
    return len(emergency.first), [call.number for call in emergency.call], emergency.assembly is None
