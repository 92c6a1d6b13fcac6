"""Checklists -> what is wrong with them: things that stand there twice, and translations that ask for something else."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence

from broadside.catalog.quizzes import squeeze
from broadside.catalog.values import Catalog, Entry
from broadside.frontmatter import Parsed
from broadside.kinds import CheckGroup, Checklist
from broadside.problems import Problem, make_problem


def check_checklists(catalog: Catalog) -> Iterator[Problem]:
    """Report items of a checklist that are alike, and translations whose items are not those of the original."""
    for entry in catalog.of_kind("checklist"):
        if isinstance(entry.fields, Checklist):
            yield from _check_alike(entry.path, entry.parsed, entry.fields.groups)
            yield from _check_translations(entry, entry.fields.groups)


def _check_alike(path: str, parsed: Parsed, groups: Sequence[CheckGroup]) -> Iterator[Problem]:
    """Report an item that is asked for a second time in its group: each box is ticked for one thing."""
    for number, group in enumerate(groups):
        seen: dict[str, str] = {}
        for index, item in enumerate(group.items):
            other = seen.setdefault(squeeze(item.look), item.look)
            if other is not item.look:
                at = parsed.find(("groups", number, "items", index, "look"))
                facts = {"field": f"groups {number + 1} items {index + 1} look", "value": item.look, "other": other}
                yield make_problem(path, at, "checklist-alike", **facts)


def _check_translations(entry: Entry, ours: Sequence[CheckGroup]) -> Iterator[Problem]:
    for translation in entry.translations.values():
        theirs: Sequence[CheckGroup] | None = translation.fields.get("groups")
        if theirs is None:
            continue
        yield from _check_alike(translation.path, translation.parsed, theirs)
        counts = [[len(group.items) for group in groups] for groups in (ours, theirs)]
        if counts[0] != counts[1]:
            at = translation.parsed.keys.get(("groups",), (1, 1))
            facts = {"count": sum(counts[1]), "other": sum(counts[0]), "original": posixpath.basename(entry.path)}
            yield make_problem(translation.path, at, "checklist-translation", **facts)
