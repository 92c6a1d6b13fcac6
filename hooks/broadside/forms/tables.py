"""A kind's fields -> the table of its guide, set into the guide's text where the last one stands."""

from __future__ import annotations

from broadside.forms.fields import Field, make_fields
from broadside.texts import read_texts

GUIDES = {
    "slogan": "slogans",
    "notice": "notices",
    "knowledge": "knowledge",
    "lesson": "lessons",
    "campaign": "campaigns",
    "activity": "activities",
    "drill": "drills",
    "responsibility": "responsibilities",
    "checklist": "checklists",
    "blackboard": "blackboards",
    "quiz": "quizzes",
    "work": "works",
    "script": "scripts",
    "report": "reports",
    "faq": "faq",
}
"""The guide of each kind that has one: a file of ``docs/contributing/``, in each language."""


def make_table(kind: str, language: str) -> str:
    """Return the Markdown table of a kind's fields, with the comment above it that says where it comes from."""
    texts = read_texts(language)["fields"]
    words = texts["table"]
    rows = [[words["field"], words["required"], words["use"], words["example"]], ["---"] * 4]
    for field in make_fields(kind, language):
        needed = words["yes"] if field.is_required else words["no"]
        rows.append([f"`{field.name}`", needed, field.use, _write_example(field, words["see"])])
    lines = ("| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |" for row in rows)
    return f"<!-- {texts['made']} -->\n\n" + "\n".join(line.replace("|  |", "| |") for line in lines)


def _write_example(field: Field, see: str) -> str:
    return f"`{field.example}`" if field.example else see if field.inside or (field.item and field.item.inside) else ""


def set_table(guide: str, table: str, heading: str) -> str:
    """Return the guide with ``table`` in place of the first table under ``## heading``.

    Raises :class:`ValueError` where the guide has no such heading or no table under it.
    """
    head, mark, rest = guide.partition(f"\n## {heading}\n")
    lines = rest.split("\n")
    first = next((number for number, line in enumerate(lines) if line.startswith("|")), None)
    if not mark or first is None:
        raise ValueError(heading)
    last = next((number for number in range(first, len(lines)) if not lines[number].startswith("|")), len(lines))
    return head + mark + "\n".join(["", table, *lines[last:]])
